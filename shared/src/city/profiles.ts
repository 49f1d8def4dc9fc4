// Hour profiles as functions of the second of the day, and the share of a day's total that has passed by then.
import { hourProfiles } from '../catalogue/index.ts';
import { DAY, HOUR } from '../time.ts';

/** One profile, ready to be asked many times a tick. */
export interface ProfileTable {
  /** 25 multipliers, the last one again the first; divided by their mean, so that a day adds up to exactly one. */
  values: Float64Array;
  /** Share of the day's total before each full hour: 0 first, 1 last. */
  before: Float64Array;
}

function tableOf(hours: readonly number[]): ProfileTable {
  const mean = hours.reduce((sum, value) => sum + value, 0) / hours.length;
  const values = Float64Array.from([...hours, hours[0]!], (value) => value / mean);
  const before = new Float64Array(25);
  for (let hour = 0; hour < 24; hour++) before[hour + 1] = before[hour]! + (values[hour]! + values[hour + 1]!) / 48;
  return { values, before };
}

const tables = new Map(Object.entries(hourProfiles).map(([name, hours]) => [name, tableOf(hours)]));
const flat = tableOf(hourProfiles.flat);

/** The table of a profile by name. `weather` and `tide` have no daily shape of their own: flat. */
export const profileTable = (profile: string): ProfileTable => tables.get(profile) ?? flat;

/** `profileAt` for a table. */
export function tableAt({ values }: ProfileTable, secondOfDay: number): number {
  const hour = secondOfDay >= DAY ? 23 : Math.floor(secondOfDay / HOUR);
  const first = values[hour]!;
  return first + (values[hour + 1]! - first) * (secondOfDay / HOUR - hour);
}

/** `profileShare` for a table. */
export function tableShare({ values, before }: ProfileTable, secondOfDay: number): number {
  if (secondOfDay >= DAY) return 1;
  const hour = Math.floor(secondOfDay / HOUR);
  const part = secondOfDay / HOUR - hour;
  const first = values[hour]!;
  return before[hour]! + (part * (first + first + (values[hour + 1]! - first) * part)) / 48;
}

/** Multiplier at a second of the day (0 to 86 400), linear between full hours, mean 1 over the day. */
export const profileAt = (profile: string, secondOfDay: number): number => tableAt(profileTable(profile), secondOfDay);

/** Share of the day's total that has passed at a second of the day: 0 at midnight, 1 at 86 400. Exact integral of `profileAt`. */
export const profileShare = (profile: string, secondOfDay: number): number =>
  tableShare(profileTable(profile), secondOfDay);
