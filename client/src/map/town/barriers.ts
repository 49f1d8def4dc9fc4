// Where no house stands: in a river, under a ring road or an elevated road.
import type { Position } from '@onescreen/shared/geography';
import { rivers, roads } from '@onescreen/shared/geography';
import { smoothed } from '../smooth.ts';
import type { Box, Plane, Point } from './plane.ts';
import { distanceToLine } from './plane.ts';

/** From the middle of a road to the first wall, metres. */
const ROAD_HALF_METRES = 26;
/** Between the water and the first wall: the flood wall and the path on it. */
const BANK_METRES = 16;

interface Stretch {
  from: Point;
  to: Point;
  clear: number;
}
export interface Barriers {
  /** True where a house would stand in the way. */
  blocks(point: Point): boolean;
}

function stretchesOf(path: readonly Position[], plane: Plane, clear: number): Stretch[] {
  const points = smoothed(path).map(plane.to);
  return points.slice(1).map((to, i) => ({ from: points[i]!, to, clear }));
}

const isNear = ({ from, to, clear }: Stretch, [west, south, east, north]: Box): boolean =>
  Math.max(from[0], to[0]) + clear > west &&
  Math.min(from[0], to[0]) - clear < east &&
  Math.max(from[1], to[1]) + clear > south &&
  Math.min(from[1], to[1]) - clear < north;

/** Those that cross a box of a plane. */
export function barriersIn(plane: Plane, box: Box): Barriers {
  const stretches = [
    ...rivers.flatMap(({ path, widthMetres }) => stretchesOf(path, plane, widthMetres / 2 + BANK_METRES)),
    ...roads.flatMap(({ path }) => stretchesOf(path, plane, ROAD_HALF_METRES)),
  ].filter((one) => isNear(one, box));
  return {
    blocks: (point) => stretches.some(({ from, to, clear }) => distanceToLine(point, from, to) < clear),
  };
}

/** The direction of the nearest stretch of water within `within` metres, degrees; null when none is near. */
export function waterDirection(plane: Plane, within: number): number | null {
  let best = { metres: within, degrees: null as number | null };
  for (const { from, to } of rivers.flatMap(({ path }) => stretchesOf(path, plane, 0))) {
    const metres = distanceToLine([0, 0], from, to);
    if (metres < best.metres) {
      best = { metres, degrees: (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI };
    }
  }
  return best.degrees;
}
