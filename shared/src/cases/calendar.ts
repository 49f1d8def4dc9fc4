// Which days Shanghai works: weekdays, less public holidays, plus the make-up Saturdays and Sundays that pay for them.
// The calendar is the State Council's yearly notice as kept by the library chinese-days (2004 to 2026); later years: weekdays.
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { DAY, HOUR } from '../time.ts';

const MS_PER_DAY = DAY * 1000;
/** `2024-10-01` → days since 1970-01-01, the same count as `localDay`. */
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;

const holidays: ReadonlySet<number> = new Set(Object.keys(calendar.holidays).map(dayNumber));
const makeUpDays: ReadonlySet<number> = new Set(Object.keys(calendar.workdays).map(dayNumber));

/** `day`: days since 1970-01-01 by Shanghai's calendar (see `localDay`). */
export function isWorkingDay(day: number): boolean {
  if (makeUpDays.has(day)) return true;
  if (holidays.has(day)) return false;
  const weekday = (day + 4) % 7; // 1970-01-01 was a Thursday
  return weekday !== 0 && weekday !== 6;
}

/** From and to, in seconds of the day. */
export type Window = readonly [from: number, to: number];

/** 工作时 08:30–17:30. */
export const WORKING_HOURS: readonly Window[] = [[8.5 * HOUR, 17.5 * HOUR]];
/** 工作日 of eight hours: the same span less the hour at noon. */
export const WORKING_DAY: readonly Window[] = [
  [8.5 * HOUR, 12 * HOUR],
  [13 * HOUR, 17.5 * HOUR],
];
