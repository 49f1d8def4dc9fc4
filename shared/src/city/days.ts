// What a day does to an indicator: weekday and season. Constant within a local day, so that a counter's day total is one number.

import type { Indicator } from '../catalogue/index.ts';
import { indicators } from '../catalogue/index.ts';
import { DAY, HOUR, localDay, localTime, secondOfDay } from '../time.ts';

/** Saturday and Sunday as a multiple of a working day, by profile (brief §2.2(1); profiles left out: 1). */
const WEEKEND_BY_PROFILE: Readonly<Record<string, number>> = {
  business: 0.25,
  commuter: 0.62,
  leisure: 1.7,
  retail: 1.25,
  hospital: 0.6,
  'leisure-evening': 1.2,
  'commuter-soft': 0.95,
  daytime: 0.95,
  'soft-day': 0.95,
  load: 0.93,
  night: 0.9,
  incident: 0.95,
  pollution: 0.95,
};
/** Where the profile's weekend is wrong: fairs and airports do not rest, and a fair Sunday stays inside the limits of parks. */
const WEEKEND_BY_INDICATOR: Readonly<Record<string, number>> = {
  'crowd-necc': 1,
  'expo-visitors': 1,
  flights: 1,
  'air-passengers': 1,
  'rail-passengers': 1,
  'visitor-arrivals': 1,
  'park-load': 1.3,
  'disney-inside': 1.5,
  'population-now': 0.98,
};

/**
 * Multiples of the yearly mean at the middle of each month, January first. Given by brief §2.2(5): gas ×1.6 in January, influenza-like
 * illness ×2.2 December to February, load up in summer and winter. The others are estimates in the same spirit.
 */
const SEASONS: Readonly<Record<string, readonly number[]>> = {
  'power-load': [1.08, 1.02, 0.9, 0.85, 0.87, 0.98, 1.2, 1.22, 1.02, 0.86, 0.9, 1.06],
  'power-carbon': [1.08, 1.02, 0.9, 0.85, 0.87, 0.98, 1.2, 1.22, 1.02, 0.86, 0.9, 1.06],
  'gas-sendout': [1.6, 1.45, 1.1, 0.85, 0.72, 0.68, 0.7, 0.7, 0.7, 0.8, 1, 1.4],
  'water-supply-volume': [0.95, 0.92, 0.96, 0.98, 1, 1.03, 1.1, 1.1, 1.04, 1, 0.97, 0.95],
  'ili-rate': [2.2, 2.2, 1.2, 0.7, 0.5, 0.5, 0.6, 0.6, 0.5, 0.6, 0.9, 2.2],
  'fever-clinic': [1.5, 1.5, 1.1, 0.9, 0.8, 0.8, 0.9, 0.9, 0.8, 0.8, 1, 1.4],
  'ozone-8h': [0.6, 0.7, 0.9, 1.1, 1.25, 1.2, 1.15, 1.2, 1.15, 1, 0.75, 0.6],
  pm25: [1.5, 1.3, 1.15, 1, 0.9, 0.8, 0.65, 0.65, 0.75, 0.9, 1.1, 1.3],
  no2: [1.25, 1.15, 1.1, 1, 0.95, 0.85, 0.8, 0.8, 0.85, 0.95, 1.1, 1.2],
  'attraction-visitors': [0.7, 0.8, 1.1, 1.2, 1.15, 1, 1.05, 1.05, 1, 1.25, 1, 0.7],
};
/** Air temperature adds instead of multiplying: monthly means in ℃, 5 in January and 29 in July (brief §2.2(5)), others Shanghai normals. */
const TEMPERATURE_BY_MONTH = [5, 6.5, 10.5, 16, 21, 25, 29, 28.5, 25, 19.5, 13.5, 7.5] as const;

/** Value limits that follow the season; all others are what a device or a street can bear, whatever the month. */
const LIMITS_FOLLOW_SEASON: ReadonlySet<string> = new Set(['gas-sendout', 'ili-rate']);

/** Linear between the middles of months. */
function betweenMonths(values: readonly number[], month: number, day: number): number {
  const position = month - 1 + (day - 15.5) / 30.5;
  const from = Math.floor(position);
  const at = (index: number) => values[(index + 12) % 12]!;
  return at(from) + (at(from + 1) - at(from)) * (position - from);
}

/** Saturday or Sunday as a multiple of a working day; 1 on working days. `weekday` 0 is Sunday. */
export function weekdayFactor(indicator: Indicator, weekday: number): number {
  if (weekday !== 0 && weekday !== 6) return 1;
  return WEEKEND_BY_INDICATOR[indicator.id] ?? WEEKEND_BY_PROFILE[indicator.profile] ?? 1;
}

/** The time of year as a multiple of the yearly mean. `month` 1 to 12. */
export function seasonFactor(indicator: Indicator, month: number, day: number): number {
  const season = SEASONS[indicator.id];
  return season === undefined ? 1 : betweenMonths(season, month, day);
}

/** All that depends on the local day alone, by indicator index. */
export interface DayTable {
  /** Weekday × season. */
  factor: Float64Array;
  /** Multiply high limits by this: at least 1. A busy day moves them up; a quiet one does not make them stricter. */
  highRelax: Float64Array;
  /** Multiply low limits by this: at most 1. */
  lowRelax: Float64Array;
  /** Mean air temperature of the season, ℃. */
  meanTemperature: number;
}

function buildDay(day: number): DayTable {
  const date = localTime(day * DAY * 1000 - 8 * HOUR * 1000, 0);
  const factor = new Float64Array(indicators.length).fill(1);
  const highRelax = new Float64Array(indicators.length).fill(1);
  const lowRelax = new Float64Array(indicators.length).fill(1);
  for (const indicator of indicators) {
    const season = seasonFactor(indicator, date.month, date.day);
    const all = season * weekdayFactor(indicator, date.weekday);
    factor[indicator.index] = all;
    const relax = indicator.basis === 'projected' ? all : LIMITS_FOLLOW_SEASON.has(indicator.id) ? season : 1;
    highRelax[indicator.index] = Math.max(1, relax);
    lowRelax[indicator.index] = Math.min(1, relax);
  }
  return { factor, highRelax, lowRelax, meanTemperature: betweenMonths(TEMPERATURE_BY_MONTH, date.month, date.day) };
}

const KEPT_DAYS = 64;
const built = new Map<number, DayTable>();

function tableOfDay(day: number): DayTable {
  const known = built.get(day);
  if (known !== undefined) return known;
  if (built.size >= KEPT_DAYS) built.clear();
  const table = buildDay(day);
  built.set(day, table);
  return table;
}

/** A tick as the indicators see it. */
export interface Moment {
  secondOfDay: number;
  day: DayTable;
}

let newestEpochMs = Number.NaN;
let newestTick = Number.NaN;
let newest: Moment | undefined;

/** A pure function of its arguments. The newest answer is kept, because hundreds of samples of one tick ask in a row. */
export function momentOf(epochMs: number, tick: number): Moment {
  if (newest !== undefined && tick === newestTick && epochMs === newestEpochMs) return newest;
  newestEpochMs = epochMs;
  newestTick = tick;
  newest = { secondOfDay: secondOfDay(epochMs, tick), day: tableOfDay(localDay(epochMs, tick)) };
  return newest;
}

/** The table of the local day that a tick lies in. */
export const dayTable = (epochMs: number, tick: number): DayTable => momentOf(epochMs, tick).day;
