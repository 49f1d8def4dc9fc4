// Now and then a street's device falls silent for a while: a real city always has some.
import { DAY, HOUR, MINUTE } from '@onescreen/shared/time';
import { mix, uniformOf } from './noise.ts';

const WINDOW_SECONDS = 3 * HOUR;
/** About one street device in two hundred has a gap in any window of three hours. */
const CHANCE = 0.005;
const SHORTEST_SECONDS = 25 * MINUTE;
const LONGEST_SECONDS = 80 * MINUTE;

/** Whether the device of a series says nothing at this tick. */
export function isSilent(series: number, tick: number, periodSeconds: number, seed: number): boolean {
  if (periodSeconds >= DAY) return false;
  const window = Math.floor(tick / WINDOW_SECONDS);
  const hash = mix(series, mix(seed, window));
  if (uniformOf(hash) >= CHANCE) return false;
  const length = SHORTEST_SECONDS + uniformOf(mix(hash, 1)) * (LONGEST_SECONDS - SHORTEST_SECONDS);
  const from = window * WINDOW_SECONDS + uniformOf(mix(hash, 2)) * (WINDOW_SECONDS - length);
  return tick > 0 && tick >= from && tick < from + length;
}
