// What the model says about one indicator at one tick, before an area's own share and noise: computed once, used for every area due.
import { expectedDayTotal, expectedFactor, profileAt } from '@onescreen/shared/city';
import { DAY, localDay, secondOfDay } from '@onescreen/shared/time';
import { strengthAt } from '../effects.ts';
import { dayCharacter } from './dayCharacter.ts';
import type { Plan } from './plans.ts';

export interface Moment {
  tick: number;
  /** Local day of `character`, and what multiplies the expected value on it. */
  day: number;
  character: number;
  /** Expected value of the whole city; for counters since midnight. Base units. */
  base: number;
  /** Counters: seconds since the last sample of a leaf (never across midnight), and the city's expected increase in them. */
  seconds: number;
  increase: number;
  /** Counters: the part of a day's total that these seconds are. */
  dayPart: number;
  /** Strength of each effect now, and at the last sample. */
  strengths: Float64Array;
  before: Float64Array;
  /** 1 where the effect's peak began on an earlier local day than today. */
  isLaterDay: Uint8Array;
}

export const createMoment = (plan: Plan): Moment => ({
  tick: -1,
  day: -1,
  character: 1,
  base: 0,
  seconds: 0,
  increase: 0,
  dayPart: 0,
  strengths: new Float64Array(plan.effects.length),
  before: new Float64Array(plan.effects.length),
  isLaterDay: new Uint8Array(plan.effects.length),
});

/** Brings a moment to `tick`. Cheap when it is there already. */
export function refresh(moment: Moment, plan: Plan, epochMs: number, tick: number): void {
  if (moment.tick === tick) return;
  moment.tick = tick;
  bringDay(moment, plan, localDay(epochMs, tick));
  moment.base = expectedFactor(plan.index, epochMs, tick) * moment.character;
  if (plan.isCounter) {
    const second = secondOfDay(epochMs, tick);
    moment.seconds = Math.min(plan.leafPeriod, second, tick);
    moment.dayPart = (profileAt(plan.indicator.profile, second - moment.seconds / 2) * moment.seconds) / DAY;
    moment.increase = expectedDayTotal(plan.index, epochMs, tick) * moment.character * moment.dayPart;
  }
  for (let i = 0; i < plan.effects.length; i++) {
    const effect = plan.effects[i]!;
    moment.strengths[i] = strengthAt(effect, tick);
    if (!plan.isCounter) continue;
    // The first sample catches up with an effect that is in force from the start.
    moment.before[i] = tick === 0 ? 0 : strengthAt(effect, tick - moment.seconds);
    moment.isLaterDay[i] = localDay(epochMs, tick) > localDay(epochMs, effect.peakFromTick) ? 1 : 0;
  }
}

function bringDay(moment: Moment, plan: Plan, day: number): void {
  if (plan.characterSeed === null || moment.day === day) return;
  moment.day = day;
  moment.character = dayCharacter(plan.characterSeed, plan.indicator.id, day);
}
