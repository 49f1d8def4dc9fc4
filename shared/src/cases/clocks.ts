// Case clocks. A limit is an amount and a clock; the same code computes the due tick, the countdown, the urge and the KPI.
// emergency runs 24 × 7; workingHours 08:30–17:30 on working days; workingDays counts working days of eight hours.
import type { CaseType, ClockKind } from '../catalogue/types.ts';
import { DAY, HOUR, localDay, MINUTE, secondOfDay } from '../time.ts';
import type { Window } from './calendar.ts';
import { isWorkingDay, WORKING_DAY, WORKING_HOURS } from './calendar.ts';

export interface Limit {
  minutes: number;
  clock: ClockKind;
}

/** The catalogue writes one working day as 1440 minutes; on the clock it has eight hours. */
const SECONDS_PER_WORKING_DAY = 8 * HOUR;

/** Seconds that the limit's clock has to run. */
export const limitSeconds = (limit: Limit): number =>
  Math.round(
    limit.clock === 'workingDays' ? (limit.minutes * MINUTE * SECONDS_PER_WORKING_DAY) / DAY : limit.minutes * MINUTE,
  );

/** From filing to closing: dispatch, handling and check together. */
export const limitOfType = (type: CaseType): Limit => ({
  minutes: type.limitMinutes.dispatch + type.limitMinutes.handle + type.limitMinutes.verify,
  clock: type.clock,
});

const windowsOf = (clock: 'workingHours' | 'workingDays'): readonly Window[] =>
  clock === 'workingHours' ? WORKING_HOURS : WORKING_DAY;

/** Seconds of a day's windows that lie in [from, to), both seconds of that day. */
function overlap(windows: readonly Window[], from: number, to: number): number {
  let sum = 0;
  for (const [open, close] of windows) sum += Math.max(0, Math.min(close, to) - Math.max(open, from));
  return sum;
}

/** Whether the clock runs at this tick. `epochMs`: UTC milliseconds of tick 0. */
export function isRunning(clock: ClockKind, tick: number, epochMs: number): boolean {
  if (clock === 'emergency') return true;
  if (!isWorkingDay(localDay(epochMs, tick))) return false;
  const second = secondOfDay(epochMs, tick);
  return windowsOf(clock).some(([open, close]) => second >= open && second < close);
}

/** Seconds that the clock runs between two ticks; 0 when `toTick` is not later. */
export function runningSeconds(clock: ClockKind, fromTick: number, toTick: number, epochMs: number): number {
  if (toTick <= fromTick) return 0;
  if (clock === 'emergency') return toTick - fromTick;
  const windows = windowsOf(clock);
  const lastDay = localDay(epochMs, toTick);
  let sum = 0;
  let from = secondOfDay(epochMs, fromTick);
  for (let day = localDay(epochMs, fromTick); day <= lastDay; day++) {
    const to = day === lastDay ? secondOfDay(epochMs, toTick) : DAY;
    if (isWorkingDay(day)) sum += overlap(windows, from, to);
    from = 0;
  }
  return sum;
}

/** The first tick by which the clock has run `seconds` from `fromTick`; `fromTick` itself for 0. Throws RangeError below 0. */
export function advance(clock: ClockKind, fromTick: number, seconds: number, epochMs: number): number {
  if (!(seconds >= 0 && Number.isFinite(seconds))) throw new RangeError(`a clock cannot run ${seconds} seconds`);
  let left = Math.ceil(seconds);
  if (clock === 'emergency' || left === 0) return fromTick + left;
  const windows = windowsOf(clock);
  let second = secondOfDay(epochMs, fromTick);
  let midnight = fromTick - second;
  for (let day = localDay(epochMs, fromTick); ; day++) {
    if (isWorkingDay(day)) {
      for (const [open, close] of windows) {
        const start = Math.max(open, second);
        if (start >= close) continue;
        if (left <= close - start) return midnight + start + left;
        left -= close - start;
      }
    }
    second = 0;
    midnight += DAY;
  }
}

/** The reverse of `advance`: the newest tick from which the clock has run `seconds` until `toTick`. Throws RangeError below 0. */
export function retreat(clock: ClockKind, toTick: number, seconds: number, epochMs: number): number {
  if (!(seconds >= 0 && Number.isFinite(seconds))) throw new RangeError(`a clock cannot run back ${seconds} seconds`);
  let left = Math.ceil(seconds);
  if (clock === 'emergency' || left === 0) return toTick - left;
  const windows = windowsOf(clock).toReversed();
  let second = secondOfDay(epochMs, toTick);
  let midnight = toTick - second;
  for (let day = localDay(epochMs, toTick); ; day--) {
    if (isWorkingDay(day)) {
      for (const [open, close] of windows) {
        const end = Math.min(close, second);
        if (end <= open) continue;
        if (left <= end - open) return midnight + end - left;
        left -= end - open;
      }
    }
    second = DAY;
    midnight -= DAY;
  }
}

/** The tick at which a limit that starts at `fromTick` is over. */
export const dueTickOf = (limit: Limit, fromTick: number, epochMs: number): number =>
  advance(limit.clock, fromTick, limitSeconds(limit), epochMs);

/** Seconds that the clock still has to run until `dueTick`; negative when it is past due. For countdowns. */
export const remaining = (clock: ClockKind, fromTick: number, dueTick: number, epochMs: number): number =>
  fromTick <= dueTick
    ? runningSeconds(clock, fromTick, dueTick, epochMs)
    : -runningSeconds(clock, dueTick, fromTick, epochMs);

/** The next tick at which the clock runs; `fromTick` itself when it runs now. */
export const nextRunning = (clock: ClockKind, fromTick: number, epochMs: number): number =>
  isRunning(clock, fromTick, epochMs) ? fromTick : advance(clock, fromTick, 1, epochMs) - 1;
