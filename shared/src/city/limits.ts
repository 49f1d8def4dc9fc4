// The limits of each series: the catalogue's for the city, local ones for districts and streets (brief §2.2(7)).
// In the unit of the indicator's basis: the value, the projected day total, or value ÷ expected. Precomputed, by series.
import type { Indicator, Limits } from '../catalogue/index.ts';
import type { Area } from '../geography/index.ts';
import { areas } from '../geography/index.ts';
import { dayTable } from './days.ts';
import { areaOfSeries, indicatorOf, indicatorOfSeries, SERIES_COUNT } from './series.ts';
import { seriesShare } from './shares.ts';

/** The catalogue's limit times the district's weight, but at least this part of it, where nothing is expected at all. */
const ZERO_BASELINE_DISTRICT_SHARE = 0.1;
const ZERO_BASELINE_STREET_SHARE = 0.03;
/** Small counts scatter: a limit keeps this many deviations, and this many events, clear of what is expected. */
const SCATTER_DEVIATIONS = 4;
const SCATTER_EVENTS = 2;
/** A state is left when the value is inside the limit by this part of it (brief: 95 %) … */
const DEADBAND = 0.05;
/** … but never by more than this part of the way to the baseline: 105 % of a low limit of 98 % could never be reached. */
const DEADBAND_OF_GAP = 0.5;

/**
 * Where each limit stands within the eight numbers of a series in `limitTable`; after it, at + LEAVE, the value at which its state is left again.
 * Side by side, because a sample asks for all of them.
 */
export const LIMIT = { warningHigh: 0, criticalHigh: 1, warningLow: 2, criticalLow: 3 } as const;
export const LEAVE = 4;
const PLACES = Object.entries(LIMIT) as [keyof Limits, number][];
export const LIMIT_STRIDE = 8;

/** How far chance alone may carry a count of `expected` things; quantities with decimals are counted in their quanta. */
export function scatterOf(expected: number, precision: number): number {
  const unit = Math.min(precision, 1);
  return expected <= 0
    ? SCATTER_EVENTS * unit
    : SCATTER_DEVIATIONS * Math.sqrt(expected * unit) + SCATTER_EVENTS * unit;
}

/** Limits of something that is shared out between areas. */
function sharedLimits(indicator: Indicator, area: Area, share: number): Limits {
  const { baseline, precision, limits } = indicator;
  if (area.level === 'city') return limits;
  const local: Limits = {};
  if (baseline === 0) {
    const part = area.level === 'street' ? ZERO_BASELINE_STREET_SHARE : Math.max(share, ZERO_BASELINE_DISTRICT_SHARE);
    if (limits.warningHigh !== undefined) local.warningHigh = Math.max(1, limits.warningHigh * part);
    if (limits.criticalHigh !== undefined) local.criticalHigh = Math.max(1, limits.criticalHigh * part);
  } else {
    const expected = baseline * share;
    const scatter = scatterOf(expected, precision);
    if (limits.warningHigh !== undefined) local.warningHigh = Math.max(limits.warningHigh * share, expected + scatter);
    if (limits.criticalHigh !== undefined)
      local.criticalHigh = Math.max(limits.criticalHigh * share, expected + scatter);
    if (limits.warningLow !== undefined) local.warningLow = Math.min(limits.warningLow * share, expected - scatter);
    if (limits.criticalLow !== undefined) local.criticalLow = Math.min(limits.criticalLow * share, expected - scatter);
  }
  return apart(local, precision);
}

/** Critical lies at least one step (the precision) beyond warning; a low limit at or under zero can never be reached and is none. */
function apart(limits: Limits, step: number): Limits {
  const result = { ...limits };
  if (result.warningHigh !== undefined && result.criticalHigh !== undefined) {
    result.criticalHigh = Math.max(result.criticalHigh, result.warningHigh + step);
  }
  if (result.warningLow !== undefined && result.criticalLow !== undefined) {
    result.criticalLow = Math.min(result.criticalLow, result.warningLow - step);
  }
  if (result.warningLow !== undefined && result.warningLow <= 0) delete result.warningLow;
  if (result.criticalLow !== undefined && result.criticalLow <= 0) delete result.criticalLow;
  return result;
}

function buildTable(): Float64Array {
  const table = new Float64Array(SERIES_COUNT * LIMIT_STRIDE).fill(Number.NaN);
  for (let series = 0; series < SERIES_COUNT; series++) {
    const indicator = indicatorOf(series);
    const share = seriesShare[series]!;
    const isShared = indicator.aggregation === 'sum' && indicator.basis !== 'expected';
    const limits = isShared ? sharedLimits(indicator, areas[areaOfSeries[series]!]!, share) : indicator.limits;
    const ordinary = indicator.basis === 'expected' ? 1 : indicator.baseline * share;
    for (const [name, place] of PLACES) {
      const limit = limits[name];
      if (limit === undefined) continue;
      const gap = Math.abs(limit - ordinary);
      const deadband = Math.min(DEADBAND * Math.max(Math.abs(limit), gap), DEADBAND_OF_GAP * gap);
      const at = series * LIMIT_STRIDE + place;
      table[at] = limit;
      table[at + LEAVE] = place < LIMIT.warningLow ? limit - deadband : limit + deadband;
    }
  }
  return table;
}

/** All limits for a fair working day: `limitTable[series × LIMIT_STRIDE + LIMIT.…]`; NaN where there is none. `limitsAt` moves them with the day. */
export const limitTable: Float64Array = buildTable();

/** Limits of a series for a fair working day, in the unit of its basis. */
export const limitsOf = (series: number): Limits => scaledLimits(series, 0, 1, 1);

/** Limits of a series on the day that a tick lies in: high ones move up on a busy day, low ones down on a quiet one. */
export function limitsAt(series: number, epochMs: number, tick: number): Limits {
  const day = dayTable(epochMs, tick);
  const indicator = indicatorOfSeries[series]!;
  return scaledLimits(series, 0, day.lowRelax[indicator]!, day.highRelax[indicator]!);
}

/** The values at which the states are left again at a tick, inside the limits by the deadband; in the unit of the basis. */
export function leavesAt(series: number, epochMs: number, tick: number): Limits {
  const day = dayTable(epochMs, tick);
  const indicator = indicatorOfSeries[series]!;
  return scaledLimits(series, LEAVE, day.lowRelax[indicator]!, day.highRelax[indicator]!);
}

function scaledLimits(series: number, offset: 0 | typeof LEAVE, low: number, high: number): Limits {
  const limits: Limits = {};
  const put = (key: keyof Limits, factor: number) => {
    const limit = limitTable[series * LIMIT_STRIDE + offset + LIMIT[key]]!;
    if (!Number.isNaN(limit)) limits[key] = limit * factor;
  };
  put('criticalLow', low);
  put('warningLow', low);
  put('warningHigh', high);
  put('criticalHigh', high);
  return limits;
}
