// One area's value from the moment's: share, the scenario's effects, the couplings' response. No noise, no rounding.

import type { Couplings } from '../couplings.ts';
import { DRIVER_AREAS } from '../couplings.ts';
import type { CompiledEffect } from '../effects.ts';
import type { Moment } from './moment.ts';
import type { Plan } from './plans.ts';

/** Fog thickens by orders of magnitude: visibility moves evenly in its logarithm. */
const IN_LOGARITHM: readonly string[] = ['visibility'];

/** A large standing number of things is never quite still: up to this part of it comes and goes. A few things stay. */
const WOBBLE = 0.03;
const LARGE_NUMBER = 30;

/** What a multiplier is at this strength in this area. */
const multiplier = (effect: CompiledEffect, strength: number, area: number): number =>
  1 + strength * (effect.everywhere + effect.local[area]!);

/** Gauge, ratio or index in an area, in base units. `driver`: the city or the district that the area lies in. */
export function gaugeValue(plan: Plan, moment: Moment, couplings: Couplings, area: number, driver: number): number {
  let value = moment.base * plan.shape[area]!;
  for (let i = 0; i < plan.effects.length; i++) {
    const strength = moment.strengths[i]!;
    if (strength > 0) value = applyEffect(plan, plan.effects[i]!, moment.base, strength, area, value);
  }
  if (couplings.isTarget[plan.index] === 0) return value;
  const cell = plan.index * DRIVER_AREAS + driver;
  const share = plan.isSum ? plan.shares[area]! : 1;
  value = value * couplings.factor[cell]! + couplings.extra[cell]! * share;
  return Math.max(value, couplings.atLeast[cell]! * share);
}

function applyEffect(
  plan: Plan,
  effect: CompiledEffect,
  base: number,
  strength: number,
  area: number,
  value: number,
): number {
  const weight = effect.weight[area]!;
  if (effect.mode === 'mult') return value * multiplier(effect, strength, area);
  // Whole things are placed one by one (placedUnits); what is usual gives way to a total, and stays under an addition.
  if (effect.events !== null) return effect.mode === 'abs' ? value * (1 - strength) : value;
  if (effect.mode === 'add') return value + strength * effect.value * weight;
  if (!plan.isSum) {
    const felt = strength * weight;
    if (IN_LOGARITHM.includes(plan.indicator.id)) return value * (effect.value / value) ** felt;
    return value + felt * (effect.value - value);
  }
  // A sum grows where the scenario happens, and shrinks everywhere alike.
  if (effect.value >= base) return value + strength * (effect.value - base) * weight;
  return value * (1 - strength * (1 - effect.value / base));
}

/** Whole things that a scenario has put into an area by now, for gauges. `wobble` (0 to 1) takes a few of many away. */
export function placedUnits(plan: Plan, moment: Moment, area: number, wobble: number): number {
  let units = 0;
  for (let i = 0; i < plan.effects.length; i++) {
    const places = plan.effects[i]!.events?.get(area);
    if (places === undefined) continue;
    const isLarge = plan.effects[i]!.value > LARGE_NUMBER;
    const strength = moment.strengths[i]! * (isLarge ? 1 - WOBBLE * wobble : 1);
    for (const at of places) if (at <= strength) units++;
  }
  return units;
}

/** What multiplies a counter's rate in an area: effects and couplings together. */
export function rateFactor(plan: Plan, moment: Moment, couplings: Couplings, area: number, driver: number): number {
  let factor = 1;
  for (let i = 0; i < plan.effects.length; i++) {
    const strength = moment.strengths[i]!;
    if (strength === 0) continue;
    const effect = plan.effects[i]!;
    if (effect.mode === 'mult') factor *= multiplier(effect, strength, area);
    // Towards a total of its own: the ordinary flow gives way to it.
    else if (effect.mode === 'abs') factor *= 1 - strength;
  }
  return factor * couplings.factor[plan.index * DRIVER_AREAS + driver]!;
}

/** What a scenario adds to an area's running total since its last sample, in base units. Never negative. */
export function extraIncrease(plan: Plan, moment: Moment, area: number): number {
  let extra = 0;
  for (let i = 0; i < plan.effects.length; i++) {
    const effect = plan.effects[i]!;
    const strength = moment.strengths[i]!;
    if (effect.mode === 'mult' || strength === 0) continue;
    const weight = effect.weight[area]!;
    if (effect.isDailyRate || (effect.mode === 'abs' && moment.isLaterDay[i] === 1)) {
      extra += strength * effect.value * moment.dayPart * weight;
    } else if (effect.events !== null) {
      extra += eventsBetween(effect, area, moment.before[i]!, strength, moment.tick) * plan.precision;
    } else if (moment.tick <= effect.peakToTick && strength > moment.before[i]!) {
      const goal = effect.mode === 'abs' ? Math.max(0, effect.value - moment.base) : effect.value;
      extra += (strength - moment.before[i]!) * goal * weight;
    }
  }
  return Math.max(0, extra);
}

/** How many placed events fall between two strengths on the way up. */
function eventsBetween(effect: CompiledEffect, area: number, before: number, now: number, tick: number): number {
  if (tick > effect.peakToTick || now <= before) return 0;
  const events = effect.events?.get(area);
  if (events === undefined) return 0;
  let count = 0;
  for (const at of events) if (at > before && at <= now) count++;
  return count;
}
