// How the synthetic town is drawn: blocks under everything, houses under the names.
import type {
  ExpressionSpecification,
  FillExtrusionLayerSpecification,
  FillLayerSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl';
import { TOWN_TILES } from '../town/protocol.ts';
import { TOWN_ZOOMS } from '../town/zooms.ts';
import { mixed } from './colour.ts';
import type { TownPalette } from './palette.ts';

/** From here on the map looks like a city, and says that it is schematic. */
export const TOWN_ZOOM = 12.5;
const HOUSES_ZOOM = 13;
/** A house as high as this has the colour of the highest, metres. */
const HIGH_METRES = 160;

export const TOWN_SOURCE: VectorSourceSpecification = {
  type: 'vector',
  tiles: [TOWN_TILES],
  minzoom: TOWN_ZOOMS.least,
  maxzoom: TOWN_ZOOMS.most,
};

export const townGround = ({ blocks }: TownPalette): FillLayerSpecification => ({
  id: 'town-block',
  type: 'fill',
  source: 'town',
  'source-layer': 'blocks',
  minzoom: TOWN_ZOOM,
  paint: {
    'fill-color': [
      'match',
      ['get', 'kind'],
      ...Object.entries(blocks).flat(),
      blocks.homes,
    ] as unknown as ExpressionSpecification,
    'fill-opacity': ['interpolate', ['linear'], ['zoom'], TOWN_ZOOM, 0, TOWN_ZOOM + 0.6, 0.8, 16, 0.88],
  },
});

export const townHouses = (palette: TownPalette): FillExtrusionLayerSpecification => ({
  id: 'town-house',
  type: 'fill-extrusion',
  source: 'town',
  'source-layer': 'buildings',
  minzoom: HOUSES_ZOOM,
  paint: {
    'fill-extrusion-color': houseColour(palette, 0, 0),
    'fill-extrusion-height': [
      'interpolate',
      ['linear'],
      ['zoom'],
      HOUSES_ZOOM,
      0,
      HOUSES_ZOOM + 0.7,
      ['get', 'height'],
    ],
    'fill-extrusion-opacity': palette.opacity,
    'fill-extrusion-vertical-gradient': palette.shade > 0.3,
  },
});

/** By day the higher the brighter; at night dark but for the share of houses that have light. */
export function houseColour(
  { low, high, dark, lit }: TownPalette,
  darkness: number,
  litShare: number,
): ExpressionSpecification {
  const byHeight = (top: string): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['get', 'height'],
    6,
    mixed(low, dark, darkness),
    HIGH_METRES,
    mixed(top, mixed(dark, top, 0.35), darkness),
  ];
  if (litShare === 0) return byHeight(high);
  return [
    'case',
    ['>', ['get', 'lit'], 1 - litShare],
    [
      'interpolate',
      ['linear'],
      ['get', 'lit'],
      1 - litShare,
      mixed(low, mixed(dark, lit, 0.35), darkness),
      1,
      mixed(high, lit, darkness),
    ],
    byHeight(high),
  ];
}
