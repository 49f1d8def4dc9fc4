// The way of a unit: a few legs with bends, 1.35 times the straight line, as points with their ticks.

import type { Position } from '@onescreen/shared/geography';
import { distanceMetres } from '@onescreen/shared/geography';
import type { Path } from '@onescreen/shared/log';
import type { Random } from '@onescreen/shared/random';
import { rounded } from './positions.ts';

/** Road distance ÷ straight distance in the city (brief §4). */
export const DETOUR = 1.35;
/** Below this a unit simply walks over: no bends. Metres. */
const NO_BEND_METRES = 40;

/** Corner points from `from` to `to`, both included: two to four legs whose length is DETOUR times the straight line. */
function corners(from: Position, to: Position, random: Random): Position[] {
  const straight = distanceMetres(from, to);
  if (straight < NO_BEND_METRES) return [from, to];
  const legs = 2 + random.whole(3);
  const side = random.next() < 0.5 ? -1 : 1;
  const shape = Array.from({ length: legs - 1 }, (_, i) => ({
    along: (i + 1 + (random.next() - 0.5) * 0.5) / legs,
    aside: side * (0.4 + 0.6 * random.next()) * (legs > 2 && random.next() < 0.3 ? -0.5 : 1),
  }));
  const squeeze = Math.cos((from[1] * Math.PI) / 180);
  const dx = (to[0] - from[0]) * squeeze;
  const dy = to[1] - from[1];
  const bent = (amount: number): Position[] => [
    from,
    ...shape.map(
      ({ along, aside }): Position => [
        from[0] + (dx * along - dy * aside * amount) / squeeze,
        from[1] + dy * along + dx * aside * amount,
      ],
    ),
    to,
  ];
  let low = 0;
  let high = 2;
  for (let i = 0; i < 18; i++) {
    const middle = (low + high) / 2;
    if (lengthMetres(bent(middle)) < DETOUR * straight) low = middle;
    else high = middle;
  }
  return bent(low).map(rounded);
}

export function lengthMetres(points: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < points.length; i++) sum += distanceMetres(points[i - 1]!, points[i]!);
  return sum;
}

/** A drive that leaves at `departTick` with one speed. The last point's tick is the arrival, at least one tick later. */
export function drive(from: Position, to: Position, departTick: number, metresPerSecond: number, random: Random): Path {
  const points = corners(rounded(from), rounded(to), random);
  const path: [number, number, number][] = [[points[0]![0], points[0]![1], departTick]];
  let metres = 0;
  for (let i = 1; i < points.length; i++) {
    metres += distanceMetres(points[i - 1]!, points[i]!);
    const tick = Math.max(path[i - 1]![2] + 1, departTick + Math.round(metres / metresPerSecond));
    path.push([points[i]![0], points[i]![1], tick]);
  }
  return path;
}

export const arrivalTick = (path: Path): number => path[path.length - 1]![2];

/** Where a unit on this path is at `tick`: before its first tick at the start, after its last at the end. */
export function positionOn(path: Path, tick: number): Position {
  const first = path[0]!;
  if (tick <= first[2]) return [first[0], first[1]];
  for (let i = 1; i < path.length; i++) {
    const [lon, lat, until] = path[i]!;
    if (tick < until) {
      const [fromLon, fromLat, since] = path[i - 1]!;
      const share = (tick - since) / (until - since);
      return [fromLon + (lon - fromLon) * share, fromLat + (lat - fromLat) * share];
    }
  }
  const last = path[path.length - 1]!;
  return [last[0], last[1]];
}
