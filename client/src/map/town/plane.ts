// A plane in metres around a place, turned so that its axes run along the streets; and boxes and rings on it.
import type { Position } from '@onescreen/shared/geography';

export type Point = readonly [x: number, y: number];
export type Box = readonly [west: number, south: number, east: number, north: number];

const METRES_PER_DEGREE = 111_195;
const RADIANS = Math.PI / 180;

export interface Plane {
  to(at: Position): Point;
  from(point: Point): [lon: number, lat: number];
}

/** `turn`: degrees counter-clockwise of its x axis from east. Good to a few metres within 20 km. */
export function planeAt([lon0, lat0]: Position, turn: number): Plane {
  const perLon = METRES_PER_DEGREE * Math.cos(lat0 * RADIANS);
  const [cos, sin] = [Math.cos(turn * RADIANS), Math.sin(turn * RADIANS)];
  return {
    to([lon, lat]) {
      const [x, y] = [(lon - lon0) * perLon, (lat - lat0) * METRES_PER_DEGREE];
      return [x * cos + y * sin, y * cos - x * sin];
    },
    from: ([x, y]) => [lon0 + (x * cos - y * sin) / perLon, lat0 + (x * sin + y * cos) / METRES_PER_DEGREE],
  };
}

export function boxOf(ring: readonly Point[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

export const cornersOf = ([west, south, east, north]: Box): Point[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

/** The part of a ring (without repeated last point) on one side of a line along an axis: Sutherland and Hodgman's clipping. */
function clipAt(ring: readonly Point[], axis: 0 | 1, limit: number, keepsBelow: boolean): Point[] {
  const isKept = (point: Point): boolean => (keepsBelow ? point[axis] <= limit : point[axis] >= limit);
  const clipped: Point[] = [];
  ring.forEach((point, i) => {
    const before = ring[(i + ring.length - 1) % ring.length]!;
    if (isKept(point) !== isKept(before)) {
      const share = (limit - before[axis]) / (point[axis] - before[axis]);
      const other = before[1 - axis]! + share * (point[1 - axis]! - before[1 - axis]!);
      clipped.push(axis === 0 ? [limit, other] : [other, limit]);
    }
    if (isKept(point)) clipped.push(point);
  });
  return clipped;
}

/** The part of a ring inside a box; empty when there is none. */
export function clipToBox(ring: readonly Point[], [west, south, east, north]: Box): Point[] {
  const sides: readonly (readonly [axis: 0 | 1, limit: number, keepsBelow: boolean])[] = [
    [0, east, true],
    [0, west, false],
    [1, north, true],
    [1, south, false],
  ];
  const clipped = sides.reduce<readonly Point[]>(
    (rest, [axis, limit, below]) => clipAt(rest, axis, limit, below),
    ring,
  );
  return clipped.length < 3 ? [] : [...clipped];
}

export function holds(ring: readonly Point[], [x, y]: Point): boolean {
  let isInside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[j]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  }
  return isInside;
}

/** Square metres; the sign is that of the direction. */
export function areaOf(ring: readonly Point[]): number {
  let twice = 0;
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}

/** Distance of a point to the stretch from `a` to `b`, metres. */
export function distanceToLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
