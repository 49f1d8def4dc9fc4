// Where a sample stands against its limits: the number to compare, and how far beyond it is. One place for states, alarms and scores.
// Asked for every sample of a run (tens of millions a day): typed arrays by indicator, no allocation.

import type { LimitBasis } from '../catalogue/index.ts';
import { indicators } from '../catalogue/index.ts';
import { HOUR } from '../time.ts';
import { momentOf } from './days.ts';
import { valueOfQuantum } from './evolve.ts';
import { expectedFactor } from './expected.ts';
import { LEAVE, LIMIT, LIMIT_STRIDE, limitTable, scatterOf } from './limits.ts';
import { profileTable, tableShare } from './profiles.ts';
import { indicatorOfSeries } from './series.ts';
import { seriesShare } from './shares.ts';

/** A day total is not projected before 02:00 nor while less than 3 % of the day's share has passed (brief §2.2(2)). */
const PROJECTION_FROM_SECOND = 2 * HOUR;
const PROJECTION_FROM_SHARE = 0.03;

/** Level of a sample by itself, before any hysteresis. */
export const BEYOND = { nothing: 0, warning: 1, critical: 2 } as const;
export type Beyond = (typeof BEYOND)[keyof typeof BEYOND];

const BASIS: Readonly<Record<LimitBasis, number>> = { value: 0, projected: 1, expected: 2 };
const basisOf = Uint8Array.from(indicators, (indicator) => BASIS[indicator.basis]);
const baselineOf = Float64Array.from(indicators, (indicator) => indicator.baseline);
const precisionOf = Float64Array.from(indicators, (indicator) => indicator.precision);
const profiles = indicators.map((indicator) => profileTable(indicator.profile));

/** What is compared with the limits. Filled again for every sample. */
const compared = {
  /** In the unit of the basis; NaN while a projection is hidden. */
  value: 0,
  /** What is there already: less than a projection, equal to `value` for the other bases. */
  certain: 0,
  /** Whether a projection is over, or under, what is expected by more than chance. True for the other bases. */
  significantHigh: true,
  significantLow: true,
};

function compare(series: number, quantum: number, epochMs: number, tick: number): void {
  const index = indicatorOfSeries[series]!;
  const basis = basisOf[index]!;
  const value = valueOfQuantum(series, quantum);
  compared.significantHigh = true;
  compared.significantLow = true;
  compared.value = value;
  compared.certain = value;
  if (basis === BASIS.expected) {
    const expected = expectedFactor(index, epochMs, tick) * seriesShare[series]!;
    compared.value = expected > 0 ? value / expected : 1;
    compared.certain = compared.value;
  } else if (basis === BASIS.projected) {
    const { secondOfDay, day } = momentOf(epochMs, tick);
    const share = tableShare(profiles[index]!, secondOfDay);
    const expected = baselineOf[index]! * day.factor[index]! * seriesShare[series]! * share;
    const scatter = scatterOf(expected, precisionOf[index]!);
    compared.value = secondOfDay < PROJECTION_FROM_SECOND || share < PROJECTION_FROM_SHARE ? Number.NaN : value / share;
    compared.significantHigh = value >= expected + scatter;
    compared.significantLow = value <= expected - scatter;
  }
}

/** The number that is compared with the limits, in the unit of the basis; `null` while a projection is hidden. */
export function comparedValue(series: number, quantum: number, epochMs: number, tick: number): number | null {
  compare(series, quantum, epochMs, tick);
  return Number.isNaN(compared.value) ? null : compared.value;
}

/** A day total as it is going to be, in base units; `null` for indicators that are not projected and while it would be a guess. */
export const projectedTotal = (series: number, quantum: number, epochMs: number, tick: number): number | null =>
  basisOf[indicatorOfSeries[series]!] === BASIS.projected ? comparedValue(series, quantum, epochMs, tick) : null;

// Comparisons with NaN are false: a limit that is none, or a hidden projection, is never reached.
const over = (limit: number): boolean =>
  (compared.significantHigh && compared.value >= limit) || compared.certain >= limit;
const under = (limit: number): boolean => compared.significantLow && compared.value <= limit;

/** A sample judged: `beyond` a limit at all, and `inside` the levels at which warning and critical are left. */
export interface Judgement {
  beyond: Beyond;
  insideWarning: boolean;
  insideCritical: boolean;
}

/**
 * Judges one sample and writes the answer into `into`. A high limit is reached by a value at or over it, a low one at or under it.
 * A counter is over a high limit when it is there already, or when its projection is and that is more than chance.
 */
export function judge(series: number, quantum: number, epochMs: number, tick: number, into: Judgement): void {
  compare(series, quantum, epochMs, tick);
  const { day } = momentOf(epochMs, tick);
  const index = indicatorOfSeries[series]!;
  const high = day.highRelax[index]!;
  const low = day.lowRelax[index]!;
  const at = series * LIMIT_STRIDE;
  const critical =
    over(limitTable[at + LIMIT.criticalHigh]! * high) || under(limitTable[at + LIMIT.criticalLow]! * low);
  const warning =
    critical || over(limitTable[at + LIMIT.warningHigh]! * high) || under(limitTable[at + LIMIT.warningLow]! * low);
  into.beyond = critical ? BEYOND.critical : warning ? BEYOND.warning : BEYOND.nothing;
  const leave = at + LEAVE;
  into.insideWarning =
    !warning &&
    !over(limitTable[leave + LIMIT.warningHigh]! * high) &&
    !under(limitTable[leave + LIMIT.warningLow]! * low);
  into.insideCritical =
    !critical &&
    !over(limitTable[leave + LIMIT.criticalHigh]! * high) &&
    !under(limitTable[leave + LIMIT.criticalLow]! * low);
}
