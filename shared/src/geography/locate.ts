// Which street a position lies in. A box index narrows 234 cells to a few; those are tested exactly.
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import Flatbush from 'flatbush';
import type { Position as GeoPosition } from 'geojson';
import { areas, CITY_AREA, lineage } from './areas.ts';
import { type AreaFeature, areaFeature, districtOutlines, streetCells } from './cells.ts';
import { distanceMetres } from './measure.ts';
import type { Position } from './types.ts';

/** One box per polygon, not per cell: a town with a far islet would otherwise be a candidate for the sea between. */
interface BoxIndex {
  boxes: Flatbush;
  /** Area index of each box. */
  owner: Uint16Array;
}

let built: BoxIndex | undefined;
/** Built at the first question. */
function boxIndex(): BoxIndex {
  if (built !== undefined) return built;
  const rings = streetCells.features.flatMap(({ geometry, properties }) =>
    geometry.coordinates.map((polygon) => ({ owner: properties.index, ring: polygon[0]! })),
  );
  const boxes = new Flatbush(rings.length);
  for (const { ring } of rings) boxes.add(...boundsOf([ring]));
  boxes.finish();
  built = { boxes, owner: Uint16Array.from(rings, ({ owner }) => owner) };
  return built;
}

/** `[west, south, east, north]` of some rings. */
export function boundsOf(rings: readonly (readonly GeoPosition[])[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  for (const ring of rings) {
    for (const [lon, lat] of ring) {
      bounds[0] = Math.min(bounds[0], lon!);
      bounds[1] = Math.min(bounds[1], lat!);
      bounds[2] = Math.max(bounds[2], lon!);
      bounds[3] = Math.max(bounds[3], lat!);
    }
  }
  return bounds;
}

export const isInside = (position: Position, { geometry }: Pick<AreaFeature, 'geometry'>): boolean =>
  booleanPointInPolygon([position[0], position[1]], geometry);

/** Area indices of the streets whose boxes hold the position, ascending: all that an answer has to test. */
export function candidatesAt([lon, lat]: Position): number[] {
  const { boxes, owner } = boxIndex();
  return [...new Set(boxes.search(lon, lat, lon, lat).map((box) => owner[box]!))].sort((a, b) => a - b);
}

/** Cells are stored to a metre, so hairline gaps stay between neighbours: there the nearest centre of the district wins. */
function nearestStreetAt(position: Position): number {
  const district = districtOutlines.features.find((outline) => isInside(position, outline));
  if (district === undefined) return CITY_AREA;
  const { children } = areas[district.properties.index]!;
  const distance = (index: number) => distanceMetres(position, areas[index]!.centre);
  return children.reduce((best, index) => (distance(index) < distance(best) ? index : best));
}

/** Index of the street that holds the position; `CITY_AREA` outside the city. */
export const areaAt = (position: Position): number =>
  candidatesAt(position).find((index) => isInside(position, areaFeature(index)!)) ?? nearestStreetAt(position);

/** True where the position lies in the area, whatever its level. */
export function areaHolds(index: number, position: Position): boolean {
  const street = areaAt(position);
  return street !== CITY_AREA && lineage(street).some((area) => area.index === index);
}
