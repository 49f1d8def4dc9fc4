// A scenario's effects, compiled: how strong each is at a tick, and in which areas it is felt how much.

import type { Indicator } from '@onescreen/shared/catalogue';
import { indicatorById } from '@onescreen/shared/catalogue';
import { areaShares } from '@onescreen/shared/city';
import { areaByCode, areas, CITY_AREA, FIRST_STREET } from '@onescreen/shared/geography';
import type { Inject } from '@onescreen/shared/protocol';
import { spread } from '@onescreen/shared/random';
import { DAY, MINUTE } from '@onescreen/shared/time';
import type { Effect } from '../scenarios/schema.ts';
import { intensityOf } from './weather.ts';

/** A sum that rises by no more than this many units is placed event by event, so that one broken pipe is one broken pipe. */
const PLACED_ONE_BY_ONE = 200;
/** A local multiplier stays within these bounds; what it cannot carry is spread over the whole city. */
const MOST_LOCAL = 3;
const LEAST_LOCAL = -0.9;

/** What the indicator world remembers of a person's effect. */
export interface InjectedEffect {
  id: string;
  /** From when on. */
  tick: number;
  what: Extract<Inject, { kind: 'effect' }>;
}

export interface CompiledEffect {
  readonly mode: Effect['mode'];
  readonly value: number;
  readonly startTick: number;
  readonly peakFromTick: number;
  readonly peakToTick: number;
  readonly endTick: number;
  /** mult: what the multiplier adds at full strength, everywhere and (by area) where it is felt. */
  readonly everywhere: number;
  readonly local: Float64Array;
  /** Sums: the area's part of the extra. Others: how fully the area feels it, 0 to 1. By area. */
  readonly weight: Float64Array;
  /** Counters: the ramp is longer than a day, so the value is a daily rate and not today's running total. */
  readonly isDailyRate: boolean;
  /** Few whole things: for each area the strengths at which one more is there, ascending. Null: shared out smoothly. */
  readonly events: ReadonlyMap<number, readonly number[]> | null;
}

/** 0 before `start`, up to 1 at `peakFrom`, down from `peakTo` to 0 at `end`; a side without length is a step. Minutes or ticks. */
export function trapezoid(at: number, start: number, peakFrom: number, peakTo: number, end: number): number {
  if (at < start || at > end) return 0;
  if (at < peakFrom) return (at - start) / (peakFrom - start);
  if (at <= peakTo) return 1;
  return (end - at) / (end - peakTo);
}

/** Strength of an effect at a tick, 0 to 1. */
export const strengthAt = (effect: CompiledEffect, tick: number): number =>
  trapezoid(tick, effect.startTick, effect.peakFromTick, effect.peakToTick, effect.endTick);

/** The effects on one indicator, in their order. `districts`: where an effect is felt that does not say it itself. */
export function compileEffects(
  effects: readonly Effect[],
  districts: readonly string[],
  indicator: Indicator,
  seed: number,
): CompiledEffect[] {
  return effects
    .filter((effect) => effect.indicator === indicator.id)
    .map((effect, position) => compile(effect, districts, indicator, `${seed}/${indicator.id}/${position}`, 'city'));
}

/** A person's effect, as `id` from `tick` on. Unlike a scenario's, a factor on a sum holds for the place that it names. */
export function compileInjected({ id, tick, what }: InjectedEffect, seed: number): CompiledEffect {
  const area = areaByCode(what.area);
  const start = tick / MINUTE;
  const peakFrom = start + what.rampMinutes;
  const peakTo = peakFrom + what.minutes;
  const effect: Effect = {
    indicator: what.indicator,
    mode: 'factor' in what ? 'mult' : 'add',
    value: 'factor' in what ? what.factor : what.add,
    start,
    peakFrom,
    peakTo,
    end: peakTo + what.rampMinutes,
    ...(area.level === 'street' ? { streets: [area.code] } : {}),
  };
  const districts = area.level === 'city' ? area.children.map((child) => areas[child]!.code) : [area.code];
  return compile(effect, districts, indicatorById(what.indicator), `${seed}/inject/${id}`, 'place');
}

/** `holds`: where a factor on a sum holds as it is, in the whole city's sum or at the place. */
function compile(
  effect: Effect,
  districts: readonly string[],
  indicator: Indicator,
  name: string,
  holds: 'city' | 'place',
): CompiledEffect {
  const inside = felt(effect, districts, indicator);
  const isSum = indicator.aggregation === 'sum';
  const weight = isSum ? partsOf(indicator, inside, name) : intensityOf(indicator, inside);
  const isCounter = indicator.kind === 'counter';
  const units = effect.value / indicator.precision;
  const placed =
    (isCounter || isSum) &&
    effect.mode !== 'mult' &&
    indicator.precision === 1 &&
    units > 0 &&
    units <= PLACED_ONE_BY_ONE;
  return {
    mode: effect.mode,
    value: effect.value,
    startTick: effect.start * MINUTE,
    peakFromTick: effect.peakFrom * MINUTE,
    peakToTick: effect.peakTo * MINUTE,
    endTick: effect.end * MINUTE,
    ...multipliers(effect, indicator, inside, holds),
    weight,
    isDailyRate: isCounter && (effect.peakFrom - effect.start) * MINUTE >= DAY,
    events: placed ? placeEvents(indicator, weight, Math.round(units), name) : null,
  };
}

/** 1 for every area in which the effect is felt: the streets named, else the districts named and their streets; and the city. */
function felt(effect: Effect, districts: readonly string[], indicator: Indicator): Float64Array {
  const inside = new Float64Array(areas.length);
  inside[CITY_AREA] = 1;
  if (effect.streets !== undefined && effect.streets.length > 0) {
    for (const code of effect.streets) {
      const street = areaByCode(code);
      inside[street.index] = 1;
      if (!indicator.levels.includes('street')) inside[street.parent] = 1;
    }
    return inside;
  }
  for (const code of effect.districts ?? districts) {
    const district = areaByCode(code);
    inside[district.index] = 1;
    for (const child of district.children) inside[child] = 1;
  }
  return inside;
}

/** The areas at which an indicator is drawn: streets, else districts, else the city alone. */
export function leafAreas(indicator: Indicator): { first: number; count: number } {
  if (indicator.levels.includes('street')) return { first: FIRST_STREET, count: areas.length - FIRST_STREET };
  if (indicator.levels.includes('district')) return { first: 1, count: FIRST_STREET - 1 };
  return { first: CITY_AREA, count: 1 };
}

/** How an extra is shared out over the leaves inside: by weight, with some unevenness; the parts add up to 1. */
function partsOf(indicator: Indicator, inside: Float64Array, name: string): Float64Array {
  const { first, count } = leafAreas(indicator);
  const shares = areaShares(indicator.index);
  const parts = new Float64Array(areas.length);
  let total = 0;
  for (let area = first; area < first + count; area++) {
    parts[area] = inside[area]! * shares[area]! * (0.4 + 1.2 * spread(`${name}/part/${areas[area]!.code}`));
    total += parts[area]!;
  }
  for (let area = first; area < first + count; area++) parts[area] = parts[area]! / total;
  return parts;
}

/**
 * A multiplier on a sum holds for the city, but happens where the scenario happens; on anything else it holds where it happens and the city
 * follows by roll-up.
 */
function multipliers(
  effect: Effect,
  indicator: Indicator,
  inside: Float64Array,
  holds: 'city' | 'place',
): Pick<CompiledEffect, 'everywhere' | 'local'> {
  const gain = effect.value - 1;
  const isLocalSum = indicator.aggregation === 'sum' && effect.mode === 'mult' && holds === 'city';
  if (!isLocalSum) return { everywhere: 0, local: inside.map((felt) => felt * gain) };
  const { first, count } = leafAreas(indicator);
  const shares = areaShares(indicator.index);
  let covered = 0;
  for (let area = first; area < first + count; area++) covered += inside[area]! * shares[area]!;
  const local = Math.min(MOST_LOCAL, Math.max(LEAST_LOCAL, gain / covered));
  return { everywhere: gain - local * covered, local: inside.map((felt) => felt * local) };
}

/** Puts `count` events into leaves, by weight, at even steps of the effect's strength. */
function placeEvents(indicator: Indicator, weight: Float64Array, count: number, name: string): Map<number, number[]> {
  const { first, count: leaves } = leafAreas(indicator);
  const events = new Map<number, number[]>();
  for (let event = 0; event < count; event++) {
    const area = leaves === 1 ? first : pickLeaf(weight, first, leaves, spread(`${name}/event/${event}`));
    events.set(area, [...(events.get(area) ?? []), (event + 0.5) / count]);
  }
  return events;
}

/** The leaf at which the running sum of weights, which add up to 1, passes `draw` (0 to 1). */
function pickLeaf(weight: Float64Array, first: number, leaves: number, draw: number): number {
  let passed = 0;
  let picked = first;
  for (let area = first; area < first + leaves; area++) {
    if (weight[area] === 0) continue;
    picked = area;
    passed += weight[area]!;
    if (passed > draw) break;
  }
  return picked;
}
