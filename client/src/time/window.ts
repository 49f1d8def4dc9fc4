// Which stretch of a run the time bar shows, and where its hours stand.
import { DAY, HOUR, MINUTE } from '@onescreen/shared/time';

/** Up to this long a run is shown whole from its first tick. */
const WHOLE_UP_TO_TICKS = 12 * HOUR;
const LEAST_TICKS = 6 * HOUR;
/** Room ahead of now, so that what comes is in sight. */
const AHEAD = 1.3;

/** Last tick of the bar; it begins at 0. Long runs show what was, and a part of what comes. */
export function endOfBar(tick: number, durationTicks: number): number {
  if (durationTicks <= WHOLE_UP_TO_TICKS) return Math.max(durationTicks, tick, 1);
  const wanted = Math.max(LEAST_TICKS, tick * AHEAD);
  // In whole hours, so that the bar does not creep with every tick.
  return Math.max(tick, Math.min(durationTicks, Math.ceil(wanted / (2 * HOUR)) * 2 * HOUR));
}

const SPACINGS = [10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY];
const MOST_HOURS = 12;

/** Ticks at which an hour mark stands: round local times, at most a dozen. `secondOfDay`: local second of tick 0. */
export function hourMarks(end: number, secondOfDay: number): number[] {
  const spacing = SPACINGS.find((one) => end / one <= MOST_HOURS) ?? 7 * DAY;
  const marks: number[] = [];
  for (let tick = (spacing - (secondOfDay % spacing)) % spacing; tick <= end; tick += spacing) marks.push(tick);
  return marks;
}

/** Place of a tick along the bar, as a style wants it. */
export const percentOf = (tick: number, end: number): string => `${(tick / end) * 100}%`;
