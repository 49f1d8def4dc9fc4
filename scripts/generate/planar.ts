// Plane geometry for the generator: rings in degrees, measured on a plane that is true near 31.2° N.
import type { Position } from '../../shared/src/geography/types.ts';

/** A closed ring without the repeated last point. */
export type Ring = readonly Position[];
/** Outer ring first, then holes. */
export type Polygon = readonly Ring[];

const KM_PER_DEGREE = 111.195;
/** Degrees of longitude are this much shorter than degrees of latitude at Shanghai. */
export const LON_SCALE = Math.cos((31.2 * Math.PI) / 180);

/** Twice the signed area in square degrees, and the centroid. */
function moments(ring: Ring): { twiceArea: number; centroid: Position } {
  let twiceArea = 0;
  let x = 0;
  let y = 0;
  const [originX, originY] = ring[0]!;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = [ring[i]![0] - originX, ring[i]![1] - originY];
    const next = ring[(i + 1) % ring.length]!;
    const [bx, by] = [next[0] - originX, next[1] - originY];
    const cross = ax * by - bx * ay;
    twiceArea += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return { twiceArea, centroid: [originX + x / (3 * twiceArea), originY + y / (3 * twiceArea)] };
}

export const ringAreaKm2 = (ring: Ring): number =>
  (Math.abs(moments(ring).twiceArea) / 2) * LON_SCALE * KM_PER_DEGREE * KM_PER_DEGREE;

export const centroidOf = (ring: Ring): Position => moments(ring).centroid;

/** Area of the outer rings less the holes. */
export const areaKm2 = (polygons: readonly Polygon[]): number =>
  polygons.reduce(
    (sum, [outer, ...holes]) =>
      sum + ringAreaKm2(outer!) - holes.reduce((holeSum, hole) => holeSum + ringAreaKm2(hole), 0),
    0,
  );

/** Even-odd rule over all rings, so holes count as outside. */
export function contains(polygons: readonly Polygon[], [x, y]: Position): boolean {
  let inside = false;
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [ax, ay] = ring[i]!;
        const [bx, by] = ring[j]!;
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      }
    }
  }
  return inside;
}

/** `[minLon, minLat, maxLon, maxLat]` */
export function boundsOf(polygons: readonly Polygon[]): [number, number, number, number] {
  const points = polygons.flatMap((polygon) => polygon[0]!);
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

export const distanceKm = (a: Position, b: Position): number =>
  Math.hypot((a[0] - b[0]) * LON_SCALE, a[1] - b[1]) * KM_PER_DEGREE;
