// What the map draws: district outlines and street cells as GeoJSON. Schematic; street cells are synthetic (see NOTICE).
import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { areaByCode } from './areas.ts';
import { outlineRows } from './generated/outlines.ts';
import { streetCellRows } from './generated/streetCells.ts';
import { type PackedPolygons, unpackPolygons } from './packed.ts';

export interface AreaProperties {
  /** Index of the area, also the feature's id. */
  index: number;
  code: string;
  zh: string;
  en: string;
  /** Index of the area above. */
  parent: number;
  /** True for cells that follow no real boundary. */
  synthetic: boolean;
}
export type AreaFeature = Feature<MultiPolygon, AreaProperties>;

function featureOf(code: string, packed: PackedPolygons, synthetic: boolean): AreaFeature {
  const { index, zh, en, parent } = areaByCode(code);
  return {
    type: 'Feature',
    id: index,
    properties: { index, code, zh, en, parent, synthetic },
    geometry: { type: 'MultiPolygon', coordinates: unpackPolygons(packed) },
  };
}

/** The 16 districts in the order of `areas`; `features[i].properties.index === i + 1`. */
export const districtOutlines: FeatureCollection<MultiPolygon, AreaProperties> = {
  type: 'FeatureCollection',
  features: outlineRows.map(([code, packed]) => featureOf(code, packed, false)),
};

/** The 234 streets in the order of `areas`; `features[i].properties.index === FIRST_STREET + i`. */
export const streetCells: FeatureCollection<MultiPolygon, AreaProperties> = {
  type: 'FeatureCollection',
  features: streetCellRows.map(([code, , , , packed]) => featureOf(code, packed, true)),
};

/** Outline of a district or cell of a street; undefined for the city. */
export function areaFeature(index: number): AreaFeature | undefined {
  const districtCount = districtOutlines.features.length;
  return index <= districtCount
    ? districtOutlines.features[index - 1]
    : streetCells.features[index - 1 - districtCount];
}
