// Draws one leaf: value, noise, rounding. This is the hot path: about thirty million times a simulated day.
import { districtOf } from '@onescreen/shared/geography';
import { unreachable } from '@onescreen/shared/unreachable';
import type { Couplings } from '../couplings.ts';
import type { Moment } from './moment.ts';
import { gapOf, mix, normalOf, uniformOf } from './noise.ts';
import type { Plan } from './plans.ts';
import type { WorldArrays } from './state.ts';
import { extraIncrease, gaugeValue, placedUnits, rateFactor } from './values.ts';

/** Share of the noise that is common to the city, to a district, and a leaf's own. Their squares add up to about 1. */
const COMMON = 0.5;
const REGIONAL = 0.5;
const OWN = 0.7;
/** A measured amount is shown to the nearest quantum, not below. */
const HALF = 0.5;
const GOLDEN = 0.618_033_988_749_895;
/** Deviation of a counter's step in units of a Poisson step's: many small causes partly even out. */
const STEADINESS = 0.5;

export interface DrawContext {
  arrays: WorldArrays;
  couplings: Couplings;
  /** Changes with seed and tick. */
  salt: number;
  /** What the districts before this one have kept of a unit; begins at 0 with the first. */
  carried: number;
}

/** One step of a series' noise. */
export function stepNoise(
  arrays: WorldArrays,
  series: number,
  memory: { keep: number; add: number },
  salt: number,
): void {
  arrays.noise[series] = memory.keep * arrays.noise[series]! + memory.add * normalOf(mix(series, salt));
}

/** Noise of a leaf with the city's and its district's, deviation about 1. */
function noiseAt(plan: Plan, arrays: WorldArrays, area: number, series: number): number {
  const { noise } = arrays;
  if (plan.leafCount === 1) return noise[series]!;
  const own = noise[series]!;
  const city = noise[plan.citySeries]!;
  if (plan.leafSeries === plan.districtSeries) return COMMON * city + (REGIONAL + OWN) * 0.72 * own;
  return COMMON * city + REGIONAL * noise[plan.districtSeries + districtOf(area) - 1]! + OWN * own;
}

/** The threshold at which a part of a unit counts as one: spread evenly over the areas, turning with time. */
function threshold(plan: Plan, area: number, tick: number): number {
  const turn = area * GOLDEN + plan.index * 0.37 + tick / plan.turnSeconds;
  return turn - Math.floor(turn);
}

/** New quantum of a gauge, ratio or index leaf. */
export function drawGauge(plan: Plan, moment: Moment, context: DrawContext, area: number, series: number): number {
  const driver = plan.leafCount === 1 ? 0 : districtOf(area);
  const value = gaugeValue(plan, moment, context.couplings, area, driver);
  const noise = noiseAt(plan, context.arrays, area, series) * plan.noise.deviation;
  const noisy = plan.noise.additive ? value + noise : value * (1 + noise);
  const quanta = Math.min(plan.most, Math.max(plan.least, noisy)) / plan.precision;
  const rounded = roundQuanta(plan, quanta, context, area, moment.tick);
  if (plan.effects.length === 0 || !plan.isSum) return rounded;
  return rounded + placedUnits(plan, moment, area, Math.min(1, Math.abs(context.arrays.noise[plan.citySeries]!) / 2));
}

/**
 * Sums of whole things cannot be rounded to the nearest: one tree in two hundred streets would be none. Streets round by a threshold that turns
 * slowly, so that small counts come and go; districts, drawn all at once, hand the remainder on, so that their sum is right to one unit.
 */
function roundQuanta(plan: Plan, quanta: number, context: DrawContext, area: number, tick: number): number {
  switch (plan.rounding) {
    case 'nearest':
      return Math.round(quanta);
    case 'turning':
      return Math.floor(quanta + threshold(plan, area, tick));
    case 'carried': {
      if (area === plan.leafFirst) context.carried = threshold(plan, 0, tick);
      const sum = context.carried + quanta;
      const whole = Math.floor(sum);
      context.carried = sum - whole;
      return whole;
    }
    default:
      return unreachable(plan.rounding);
  }
}

/** New quantum of a counter leaf: what came since its last sample is added. Never less than the last within a day. */
export function drawCounter(plan: Plan, moment: Moment, context: DrawContext, area: number, series: number): number {
  const { arrays, couplings, salt } = context;
  const driver = plan.leafCount === 1 ? 0 : districtOf(area);
  const noise = Math.max(0, 1 + noiseAt(plan, arrays, area, series) * plan.noise.deviation);
  const rate = plan.shares[area]! * rateFactor(plan, moment, couplings, area, driver) * noise;
  const increase = (moment.increase * rate) / plan.precision;
  if (plan.arrival === 'events') countEvents(arrays, series, increase, salt);
  else countMany(arrays, series, increase, plan.arrival === 'flow' ? 0 : salt);
  if (plan.effects.length > 0)
    arrays.extras[series] = arrays.extras[series]! + extraIncrease(plan, moment, area) / plan.precision;
  // A hair above, so that ten tenths are one.
  return arrays.counts[series]! + Math.floor(arrays.extras[series]! + 1e-6);
}

function countEvents(arrays: WorldArrays, series: number, increase: number, salt: number): void {
  const progress = arrays.progress[series]! + increase;
  arrays.progress[series] = progress;
  let next = arrays.thresholds[series]!;
  if (progress < next) return;
  let hash = mix(series, salt ^ 0x5bd1e995);
  let count = arrays.counts[series]!;
  while (progress >= next) {
    count++;
    next += gapOf(hash);
    hash = mix(hash, series);
  }
  arrays.counts[series] = count;
  arrays.thresholds[series] = next;
}

/** `salt` 0: without the scatter that single things have. */
function countMany(arrays: WorldArrays, series: number, increase: number, salt: number): void {
  const jitter = salt === 0 ? 0 : STEADINESS * Math.sqrt(increase) * normalOf(mix(series, salt ^ 0x5bd1e995));
  const progress = arrays.progress[series]! + Math.max(0, increase + jitter);
  arrays.progress[series] = progress;
  arrays.counts[series] = Math.floor(progress + HALF);
}

/** A counter leaf at the start of the run: what the day has brought by now. */
export function startCounter(plan: Plan, moment: Moment, context: DrawContext, area: number, series: number): number {
  const { arrays, salt } = context;
  const progress = (moment.base * plan.shares[area]!) / plan.precision;
  const count = Math.floor(progress + (plan.arrival === 'events' ? uniformOf(mix(series, salt)) : HALF));
  arrays.progress[series] = progress;
  arrays.counts[series] = count;
  arrays.thresholds[series] = firstThreshold(progress, count, series, salt);
  arrays.extras[series] = plan.effects.length > 0 ? extraIncrease(plan, moment, area) / plan.precision : 0;
  return count + Math.floor(arrays.extras[series]! + 1e-6);
}

/** A counter leaf at local midnight. */
export function resetCounter(arrays: WorldArrays, series: number, salt: number): void {
  arrays.progress[series] = 0;
  arrays.counts[series] = 0;
  arrays.extras[series] = 0;
  arrays.thresholds[series] = firstThreshold(0, 0, series, salt);
}

/** The next unit comes somewhere within the next mean gap. */
const firstThreshold = (progress: number, count: number, series: number, salt: number): number =>
  Math.max(progress, count) +
  0.05 +
  0.95 * uniformOf(mix(series, salt ^ 0x1b873593)) -
  (count > progress ? count - progress : 0);
