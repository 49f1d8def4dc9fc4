// Health from 0 to 100: indicator → primary → dimension → city pulse. A score always says which child pulls it down.

import type { DimensionId, Primary } from '../catalogue/index.ts';
import { dimensions, indicators, primaries } from '../catalogue/index.ts';
import type { DayTable } from './days.ts';
import { momentOf } from './days.ts';
import { valueOfQuantum } from './evolve.ts';
import { expectedFactor } from './expected.ts';
import { LIMIT, LIMIT_STRIDE, limitTable, scatterOf } from './limits.ts';
import { profileTable, tableShare } from './profiles.ts';
import { indicatorOfSeries, seriesOf } from './series.ts';
import { seriesShare } from './shares.ts';
import type { CityState } from './types.ts';
import { NO_DATA, SERIES_STATE } from './types.ts';

/** At the warning limit, and at the critical one. */
const HEALTH_AT_WARNING = 60;
const HEALTH_AT_CRITICAL = 20;
/** Up to this part of the way from expected to warning all is normal: the noise of a good sensor costs nothing. */
const NORMAL_PART = 0.05;
/** Weight in a day total's score of what is expected anyway, as a part of the day: early in the day a score is not thrown about. */
const STEADYING_SHARE = 0.05;

const profiles = indicators.map((indicator) => profileTable(indicator.profile));
const primariesOf = new Map(dimensions.map(({ id }) => [id, primaries.filter((primary) => primary.dimension === id)]));

/** Scores of one area. `null`: nothing to judge by (no indicator at this level, or no fresh data). */
export interface AreaScore {
  pulse: number | null;
  dimensions: Readonly<Record<DimensionId, number | null>>;
  /** By primary index, 73. */
  primaries: readonly (number | null)[];
  /** By indicator index, 183. */
  health: readonly (number | null)[];
}

/** What pulls a score down, from the dimension to the indicator. */
export interface ScoreCause {
  dimension: DimensionId;
  dimensionScore: number;
  primary: number;
  primaryScore: number;
  indicator: number;
  health: number;
}

/** Health by how far a number has gone from what is expected towards its limits: distances in the same unit, the sign already taken off. */
function healthOfWay(way: number, toWarning: number, toCritical: number): number {
  if (way <= toWarning * NORMAL_PART) return 100;
  if (way <= toWarning) {
    const part = (way / toWarning - NORMAL_PART) / (1 - NORMAL_PART);
    return 100 - (100 - HEALTH_AT_WARNING) * part;
  }
  const between = toCritical - toWarning;
  if (way <= toCritical)
    return HEALTH_AT_WARNING - ((HEALTH_AT_WARNING - HEALTH_AT_CRITICAL) * (way - toWarning)) / between;
  return Math.max(0, HEALTH_AT_CRITICAL * (1 - (way - toCritical) / Math.max(between, toWarning)));
}

/** Health of one side. `sign` 1: the high limits; −1: the low ones. NaN limits: no such side. */
function healthOfSide(value: number, expected: number, warning: number, critical: number, sign: 1 | -1): number {
  const limit = Number.isNaN(warning) ? critical : warning;
  if (Number.isNaN(limit)) return 100;
  const toWarning = sign * (limit - expected);
  const toCritical = Number.isNaN(critical) ? Infinity : sign * (critical - expected);
  // What is expected lies at or past its own limit: no way to measure, only past or not.
  if (!(toWarning > 0)) return sign * (value - limit) >= 0 ? HEALTH_AT_WARNING : 100;
  return healthOfWay(sign * (value - expected), toWarning, Math.max(toCritical, toWarning));
}

/**
 * A day total as the score sees it: projected, but held to what is expected while little of the day, or few events, have been seen; and never less
 * than what is there already.
 */
function steadyTotal(value: number, expectedSoFar: number, expectedTotal: number, precision: number): number {
  const hold = Math.max(STEADYING_SHARE * expectedTotal, scatterOf(expectedSoFar, precision));
  return Math.max(value, (expectedTotal * (value + hold)) / (expectedSoFar + hold));
}

function healthAt(
  series: number,
  quantum: number,
  epochMs: number,
  tick: number,
  secondOfDay: number,
  day: DayTable,
): number {
  const index = indicatorOfSeries[series]!;
  const indicator = indicators[index]!;
  const share = seriesShare[series]!;
  let value = valueOfQuantum(series, quantum);
  let expected: number;
  if (indicator.basis === 'projected') {
    expected = indicator.baseline * day.factor[index]! * share;
    value = steadyTotal(value, expected * tableShare(profiles[index]!, secondOfDay), expected, indicator.precision);
  } else {
    expected = expectedFactor(index, epochMs, tick) * share;
    if (indicator.basis === 'expected') {
      value = expected > 0 ? value / expected : 1;
      expected = 1;
    }
  }
  const at = series * LIMIT_STRIDE;
  const up = day.highRelax[index]!;
  const down = day.lowRelax[index]!;
  const warningHigh = limitTable[at + LIMIT.warningHigh]! * up;
  const criticalHigh = limitTable[at + LIMIT.criticalHigh]! * up;
  const warningLow = limitTable[at + LIMIT.warningLow]! * down;
  const criticalLow = limitTable[at + LIMIT.criticalLow]! * down;
  return Math.min(
    healthOfSide(value, expected, warningHigh, criticalHigh, 1),
    healthOfSide(value, expected, warningLow, criticalLow, -1),
  );
}

/** Health of one series for a quantum that was read at `tick`: 0 to 100. */
export function healthOf(series: number, quantum: number, epochMs: number, tick: number): number {
  const { secondOfDay, day } = momentOf(epochMs, tick);
  return healthAt(series, quantum, epochMs, tick, secondOfDay, day);
}

/** Mean of the indicators' health with the worst at double weight; `null` when none of them has one. */
function primaryScore({ indicators: children }: Primary, health: readonly (number | null)[]): number | null {
  let sum = 0;
  let count = 0;
  let worst = Infinity;
  for (const { index } of children) {
    const child = health[index] ?? null;
    if (child === null) continue;
    sum += child;
    count++;
    worst = Math.min(worst, child);
  }
  return count === 0 ? null : (sum + worst) / (count + 1);
}

/**
 * How much worse news outweighs better: the power that a part's distance from health is taken to. A plain mean (1) calls a city with its roads
 * under water healthy, because so much else is well; the worst part alone (∞) knows no difference between one trouble and ten. With 4 a first-level
 * sign at its critical limit takes its dimension to about 58 and the city to about 74, and an ordinary day stays above 95: early warning scores of
 * medicine do likewise, where one red vital sign raises the alarm whatever the sum of the others.
 */
const DEGREE = 4;

/** How far a part keeps the whole from 100, to be compared with that of the other parts. */
export const dragOf = (score: number, weight: number): number => weight * (100 - score) ** DEGREE;

/** 100 less the power mean of the parts' distances from it; `null` when no part has a score. A part that gets better never pulls it down. */
function wholeOf(parts: Iterable<readonly [score: number | null, weight: number]>): number | null {
  let drag = 0;
  let weights = 0;
  for (const [score, weight] of parts) {
    if (score === null) continue;
    drag += dragOf(score, weight);
    weights += weight;
  }
  return weights === 0 ? null : 100 - (drag / weights) ** (1 / DEGREE);
}

const dimensionScore = (dimension: DimensionId, scores: readonly (number | null)[]): number | null =>
  wholeOf(primariesOf.get(dimension)!.map(({ index }) => [scores[index] ?? null, 1]));

const pulseOf = (scores: Readonly<Record<DimensionId, number | null>>): number | null =>
  wholeOf(dimensions.map(({ id, weight }) => [scores[id], weight]));

/** Scores of an area at the city's tick, from the indicators that its level has. Stale and missing series do not count. */
export function scoreArea(city: CityState, areaIndex: number, epochMs: number): AreaScore {
  const { tick } = city;
  const { secondOfDay, day } = momentOf(epochMs, tick);
  const health = indicators.map((indicator) => {
    const series = seriesOf(indicator.index, areaIndex);
    if (series < 0 || city.quanta[series] === NO_DATA) return null;
    const state = city.states[series];
    if (state === SERIES_STATE.stale || state === SERIES_STATE.nodata) return null;
    return healthAt(series, city.quanta[series]!, epochMs, tick, secondOfDay, day);
  });
  const scores = primaries.map((primary) => primaryScore(primary, health));
  const byDimension: Record<DimensionId, number | null> = {
    infra: dimensionScore('infra', scores),
    env: dimensionScore('env', scores),
    traffic: dimensionScore('traffic', scores),
    guarantee: dimensionScore('guarantee', scores),
    safety: dimensionScore('safety', scores),
    vitality: dimensionScore('vitality', scores),
  };
  return { pulse: pulseOf(byDimension), dimensions: byDimension, primaries: scores, health };
}

/** Index of the lowest number among `candidates`, or −1. */
function lowest(values: readonly (number | null)[], candidates: readonly { index: number }[]): number {
  let found = -1;
  for (const { index } of candidates) {
    const value = values[index] ?? null;
    if (value !== null && (found < 0 || value < values[found]!)) found = index;
  }
  return found;
}

/** For every dimension with a score, worst first: its worst primary and, in that, the worst indicator. */
export function explainScore(score: AreaScore): ScoreCause[] {
  const causes = dimensions.flatMap(({ id }): ScoreCause[] => {
    const ownScore = score.dimensions[id];
    if (ownScore === null) return [];
    const primary = lowest(score.primaries, primariesOf.get(id)!);
    const indicator = lowest(score.health, primaries[primary]!.indicators);
    return [
      {
        dimension: id,
        dimensionScore: ownScore,
        primary,
        primaryScore: score.primaries[primary]!,
        indicator,
        health: score.health[indicator]!,
      },
    ];
  });
  return causes.sort((a, b) => a.dimensionScore - b.dimensionScore);
}
