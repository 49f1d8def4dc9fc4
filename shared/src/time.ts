// Simulated time. A tick is one simulated second; tick 0 is the run's epoch. Shanghai is +08:00 all year.

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86_400;
const SHANGHAI_OFFSET_MS = 8 * HOUR * 1000;

/** A moment as Shanghai's wall shows it. `weekday` 0 is Sunday. `secondOfDay` counts from local midnight. */
export interface LocalTime {
  year: number;
  /** 1 to 12 */
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
  second: number;
  secondOfDay: number;
}

/** UTC milliseconds of a tick. `epochMs`: UTC milliseconds of tick 0. */
export const instantOf = (epochMs: number, tick: number): number => epochMs + tick * 1000;

export function localTime(epochMs: number, tick: number): LocalTime {
  const shifted = new Date(epochMs + tick * 1000 + SHANGHAI_OFFSET_MS);
  const hour = shifted.getUTCHours();
  const minute = shifted.getUTCMinutes();
  const second = shifted.getUTCSeconds();
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour,
    minute,
    second,
    secondOfDay: hour * HOUR + minute * MINUTE + second,
  };
}

/** Seconds since local midnight, without the cost of a whole LocalTime. */
export const secondOfDay = (epochMs: number, tick: number): number => {
  const seconds = Math.floor((epochMs + SHANGHAI_OFFSET_MS) / 1000) + tick;
  return ((seconds % DAY) + DAY) % DAY;
};

/** Days since 1970-01-01 by Shanghai's calendar: changes at local midnight. */
export const localDay = (epochMs: number, tick: number): number =>
  Math.floor((Math.floor((epochMs + SHANGHAI_OFFSET_MS) / 1000) + tick) / DAY);

/** `20201108` by Shanghai's calendar, as case numbers carry it. */
export function compactDate(epochMs: number, tick: number): string {
  const t = localTime(epochMs, tick);
  return `${t.year}${String(t.month).padStart(2, '0')}${String(t.day).padStart(2, '0')}`;
}

/** RFC 3339 with Shanghai's offset, as exports and CAP want it: `2024-09-15T08:00:00+08:00`. */
export const isoShanghai = (epochMs: number, tick: number): string =>
  `${new Date(epochMs + tick * 1000 + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;

/** UTC milliseconds of a local time such as `2024-09-15T08:00+08:00`. Throws RangeError when it is no time. */
export function parseInstant(text: string): number {
  const ms = Date.parse(text);
  if (!Number.isFinite(ms)) throw new RangeError(`not a time with an offset: ${text}`);
  return ms;
}
