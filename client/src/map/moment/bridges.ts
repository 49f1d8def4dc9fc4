// Which bridges are shut or slowed. The city only counts them, so the most exposed ones stand for the number (schematic); fog or a gale decides between slow and shut.
import type { CityState } from '@onescreen/shared/city';
import { crossings } from '@onescreen/shared/geography';
import { valueAt } from './read.ts';

export type CrossingState = 'open' | 'slow' | 'shut';

/** Shut below this sight or above this gust, slowed before: the limits of the two sea bridges' notices. */
const SHUT_VISIBILITY_METRES = 50;
const SHUT_GUST_METRES_PER_SECOND = 24.5;
/** As many restricted bridges as this and more: shut, whatever the cause. */
const SHUT_COUNT = 4;

const bridges = crossings.flatMap(({ id, exposure }) => (exposure === null ? [] : [{ id, exposure }]));

/** State by id of every crossing; all open where nothing is known. */
export function crossingStates(city: CityState): Map<string, CrossingState> {
  const count = Math.round(valueAt(city, 'bridge-restrictions') ?? 0);
  const isShut =
    count >= SHUT_COUNT ||
    (valueAt(city, 'visibility') ?? Number.POSITIVE_INFINITY) <= SHUT_VISIBILITY_METRES ||
    (valueAt(city, 'gust') ?? 0) >= SHUT_GUST_METRES_PER_SECOND;
  const restricted = new Set(bridges.filter(({ exposure }) => exposure <= count).map(({ id }) => id));
  return new Map(crossings.map(({ id }) => [id, restricted.has(id) ? (isShut ? 'shut' : 'slow') : 'open']));
}
