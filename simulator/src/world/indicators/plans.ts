// For each indicator, all that is constant about how it is drawn: where, how often, how noisy, and what the scenario does to it.

import type { Indicator } from '@onescreen/shared/catalogue';
import { indicators } from '@onescreen/shared/catalogue';
import { areaShares, seriesOf } from '@onescreen/shared/city';
import { CITY_AREA } from '@onescreen/shared/geography';
import { spread } from '@onescreen/shared/random';
import { DAY, HOUR, MINUTE } from '@onescreen/shared/time';
import type { Scenario } from '../../scenarios/schema.ts';
import type { CompiledEffect } from '../effects.ts';
import { compileEffects, leafAreas } from '../effects.ts';
import { effectsWithTroubles } from '../troubles.ts';
import { patternOf } from '../weather.ts';
import { hasDayCharacter } from './dayCharacter.ts';

/** A figure that a scenario moves is watched: sent at least once a minute. */
const WATCHED_PERIOD_SECONDS = 60;

/** Relative deviation of the noise, where it is not the 2 % of its kind (brief §2.2(4): 1–3 % of baseline; estimates). */
const RELATIVE: Readonly<Record<string, number>> = {
  'population-now': 0.002,
  'power-load': 0.006,
  gust: 0.04,
  visibility: 0.05,
  'level-inner-river': 0.003,
  'water-pressure': 0.01,
  'tti-surface': 0.014,
  'tti-expressway': 0.014,
  'speed-expressway': 0.014,
  'crowd-bund': 0.015,
  'crowd-necc': 0.015,
  'metro-station-saturation': 0.02,
  'metro-section-load': 0.02,
  'noise-level': 0.008,
  'warning-level': 0,
  'bridge-restrictions': 0.005,
  'ferry-suspended': 0.005,
  'food-price-index': 0.003,
  'work-power-index': 0.01,
  'street-clean-index': 0.008,
  'people-evacuated': 0.004,
  'shelters-open': 0.004,
};
/** Noise that adds instead of multiplying, in base units. */
const ADDITIVE: Readonly<Record<string, number>> = {
  'air-temperature': 0.35,
  'tide-huangpu-park': 0.012,
  'tide-wusong': 0.012,
  'level-mishidu': 0.01,
};
/** Percentages that may pass 100: crowding and delay against a norm. */
const OVER_HUNDRED: readonly string[] = [
  'metro-station-saturation',
  'metro-section-load',
  'metro-headway-deviation',
  'park-load',
];

export interface Plan {
  readonly indicator: Indicator;
  readonly index: number;
  readonly isCounter: boolean;
  readonly isSum: boolean;
  readonly precision: number;
  /** Where values are drawn; everything above is rolled up. */
  readonly leafFirst: number;
  readonly leafCount: number;
  readonly leafSeries: number;
  readonly districtSeries: number;
  readonly citySeries: number;
  /** Seconds between samples of the city and the districts, and of a leaf. */
  readonly period: number;
  readonly leafPeriod: number;
  /** Tick modulo period at which city and districts are sent. */
  readonly phase: number;
  /** The city's expected value times this is the area's, by area. */
  readonly shape: Float64Array;
  readonly shares: Float64Array;
  readonly effects: readonly CompiledEffect[];
  readonly noise: { readonly additive: boolean; readonly deviation: number };
  readonly leafMemory: Memory;
  readonly parentMemory: Memory;
  readonly least: number;
  readonly most: number;
  /** How a part of a unit is rounded; see draw.ts. */
  readonly rounding: 'nearest' | 'turning' | 'carried';
  /** How long a rounding threshold takes to turn once. */
  readonly turnSeconds: number;
  /** Counters: a measured amount flows, many things trickle, few things happen one by one. */
  readonly arrival: 'flow' | 'trickle' | 'events';
  readonly canFallSilent: boolean;
  /** The scenario's seed, for the days' characters; null where all days are alike. */
  readonly characterSeed: number | null;
}

/** AR(1): next = keep × last + add × normal; deviation 1 throughout. */
interface Memory {
  readonly keep: number;
  readonly add: number;
}

/** Thresholds turn slowly enough that one of few things stays about this long where it is. */
const UNIT_STAYS_SECONDS = 3 * HOUR;
const SHORTEST_TURN_SECONDS = 12 * HOUR;

/** Units a day and leaf below which a counter's units come one by one. */
const FEW_A_DAY = 1500;

const memoryOver = (seconds: number, memorySeconds: number): Memory => {
  const keep = Math.exp(-seconds / memorySeconds);
  return { keep, add: Math.sqrt(1 - keep * keep) };
};

function noiseOf(indicator: Indicator): Plan['noise'] {
  const additive = ADDITIVE[indicator.id];
  if (additive !== undefined) return { additive: true, deviation: additive };
  const relative = RELATIVE[indicator.id];
  if (relative !== undefined) return { additive: false, deviation: relative };
  if (indicator.kind === 'ratio') {
    // 0.2–0.5 points, less where the scale ends nearby.
    const deviation = Math.min(0.4, 0.04 * indicator.baseline, 0.15 * Math.max(0, 100 - indicator.baseline));
    return { additive: true, deviation };
  }
  return { additive: false, deviation: indicator.periodSeconds === DAY ? 0.004 : 0.02 };
}

function planOf(indicator: Indicator, effects: readonly CompiledEffect[], isWatched: boolean, seed: number): Plan {
  const { first, count } = leafAreas(indicator);
  const period = isWatched ? Math.min(indicator.periodSeconds, WATCHED_PERIOD_SECONDS) : indicator.periodSeconds;
  const hasStreets = indicator.levels.includes('street');
  const leafPeriod = hasStreets ? Math.max(MINUTE, period) : period;
  const isSum = indicator.aggregation === 'sum';
  const shares = areaShares(indicator.index);
  const pattern = patternOf(indicator);
  const memorySeconds = (20 + 20 * spread(`memory/${indicator.id}`)) * MINUTE;
  const isCounter = indicator.kind === 'counter';
  return {
    indicator,
    index: indicator.index,
    isCounter,
    isSum,
    precision: indicator.precision,
    leafFirst: first,
    leafCount: count,
    leafSeries: seriesOf(indicator.index, first),
    districtSeries: seriesOf(indicator.index, 1),
    citySeries: seriesOf(indicator.index, CITY_AREA),
    period,
    leafPeriod,
    phase: Math.floor(spread(`phase/${indicator.id}`) * period),
    shape: shares.map((share, area) => share * pattern[area]!),
    shares,
    effects,
    noise: noiseOf(indicator),
    leafMemory: memoryOver(leafPeriod, memorySeconds),
    parentMemory: memoryOver(period, memorySeconds),
    least: indicator.id === 'air-temperature' ? -60 : 0,
    most: indicator.kind === 'ratio' && !OVER_HUNDRED.includes(indicator.id) ? 100 : Infinity,
    rounding: !isSum || count === 1 ? 'nearest' : hasStreets ? 'turning' : 'carried',
    turnSeconds: Math.max(SHORTEST_TURN_SECONDS, (UNIT_STAYS_SECONDS * count) / Math.max(indicator.baseline, 1)),
    arrival: indicator.precision !== 1 ? 'flow' : indicator.baseline / count < FEW_A_DAY ? 'events' : 'trickle',
    canFallSilent: hasStreets && !isSum && !isCounter,
    characterSeed: hasDayCharacter(indicator) ? seed : null,
  };
}

/** One plan for each indicator, by index. `named`: ids of the indicators that the scenario itself moves. */
export function createPlans(scenario: Scenario, seed: number, named: ReadonlySet<string>): Plan[] {
  const effects = effectsWithTroubles(scenario, seed);
  return indicators.map((indicator) =>
    planOf(indicator, compileEffects(effects, scenario.districts, indicator, seed), named.has(indicator.id), seed),
  );
}

/** The plan with one more effect: from then on it is watched. */
export function withEffect(plan: Plan, effect: CompiledEffect): Plan {
  const { indicator, effects, characterSeed } = plan;
  return planOf(indicator, [...effects, effect], true, characterSeed ?? 0);
}
