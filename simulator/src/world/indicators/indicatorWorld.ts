// The city's numbers: every series at its own period, drawn where it is smallest and rolled up to the city.
import { indicatorById, indicators } from '@onescreen/shared/catalogue';
import { expectedFactor, seriesOf } from '@onescreen/shared/city';
import { areas, CITY_AREA, DISTRICT_COUNT, FIRST_STREET } from '@onescreen/shared/geography';
import { hash32 } from '@onescreen/shared/random';
import { MINUTE, secondOfDay } from '@onescreen/shared/time';
import { createCouplings } from '../couplings.ts';
import type { InjectedEffect } from '../effects.ts';
import { compileInjected } from '../effects.ts';
import type { DrawContext } from './draw.ts';
import { drawCounter, drawGauge, resetCounter, startCounter, stepNoise } from './draw.ts';
import { createMoment, refresh } from './moment.ts';
import { mix, normalOf } from './noise.ts';
import type { Plan } from './plans.ts';
import { createPlans, withEffect } from './plans.ts';
import { rollUp } from './rollUp.ts';
import { createSchedule } from './schedule.ts';
import { isSilent } from './silence.ts';
import { copyArrays, emptyArrays } from './state.ts';
import type { IndicatorWorld, IndicatorWorldOptions, IndicatorWorldState, SampleSink } from './types.ts';
import { rateFactor } from './values.ts';

/**
 * A world of numbers for one scenario, seed and start, from its beginning or from a snapshot of the same world. Same options, same
 * samples, on any machine.
 */
export function createIndicatorWorld(options: IndicatorWorldOptions, from?: IndicatorWorldState): IndicatorWorld {
  const { scenario, seed, epochMs } = options;
  const named = new Set(scenario.effects.map((effect) => effect.indicator));
  const plans = createPlans(scenario, seed, named);
  const injected: InjectedEffect[] = [];
  for (const effect of from?.injected ?? []) addEffect(effect);
  const moments = plans.map(createMoment);
  let schedule = createSchedule(plans);
  const seedSalt = hash32(`${seed}/indicators`);
  const arrays = from === undefined ? emptyArrays() : copyArrays(from);
  const couplings = createCouplings(named, from?.couplings);
  const context: DrawContext = { arrays, couplings, salt: 0, carried: 0 };
  let nextTick = from?.nextTick ?? 0;
  let sink: SampleSink | null = null;

  /** Changes the plan of its indicator. Couplings go on acting on it: only a scenario's own effects have it to themselves. */
  function addEffect(effect: InjectedEffect): number {
    const { index } = indicatorById(effect.what.indicator);
    injected.push(effect);
    plans[index] = withEffect(plans[index]!, compileInjected(effect, seed));
    return index;
  }

  const emit = (tick: number, series: number) => sink?.add(tick, series, arrays.quanta[series]!);

  function drawLeaf(plan: Plan, tick: number, area: number, series: number): void {
    const moment = moments[plan.index]!;
    refresh(moment, plan, epochMs, tick);
    stepNoise(arrays, series, plan.leafMemory, context.salt);
    arrays.quanta[series] = plan.isCounter
      ? drawCounter(plan, moment, context, area, series)
      : drawGauge(plan, moment, context, area, series);
  }

  function drawStreet(planIndex: number, offset: number): void {
    const plan = plans[planIndex]!;
    const series = plan.leafSeries + offset;
    if (plan.canFallSilent && isSilent(series, nextTick, plan.leafPeriod, seedSalt)) return;
    drawLeaf(plan, nextTick, plan.leafFirst + offset, series);
    emit(nextTick, series);
  }

  /** City and districts of a plan: drawn where they are leaves, rolled up where they are not, and sent together. */
  function drawParents(plan: Plan, tick: number): void {
    if (plan.leafFirst !== FIRST_STREET) {
      for (let i = 0; i < plan.leafCount; i++) drawLeaf(plan, tick, plan.leafFirst + i, plan.leafSeries + i);
    } else {
      for (let i = 0; i < DISTRICT_COUNT; i++)
        stepNoise(arrays, plan.districtSeries + i, plan.parentMemory, context.salt);
    }
    if (plan.leafFirst !== CITY_AREA) stepNoise(arrays, plan.citySeries, plan.parentMemory, context.salt);
    rollUp(plan, arrays.quanta);
    emitParents(plan, tick);
  }

  function emitParents(plan: Plan, tick: number): void {
    emit(tick, plan.citySeries);
    if (plan.leafFirst === CITY_AREA) return;
    for (let i = 0; i < DISTRICT_COUNT; i++) emit(tick, plan.districtSeries + i);
  }

  /** The first tick: every series has a value at once. */
  function start(): void {
    for (let series = 0; series < arrays.noise.length; series++) arrays.noise[series] = normalOf(mix(series, seedSalt));
    for (const plan of plans) {
      const moment = moments[plan.index]!;
      refresh(moment, plan, epochMs, 0);
      for (let i = 0; i < plan.leafCount; i++) {
        const [area, series] = [plan.leafFirst + i, plan.leafSeries + i];
        const draw = plan.isCounter ? startCounter : drawGauge;
        arrays.quanta[series] = draw(plan, moment, context, area, series);
      }
      rollUp(plan, arrays.quanta);
      emitAll(plan, 0);
    }
  }

  function emitAll(plan: Plan, tick: number): void {
    if (plan.leafFirst === FIRST_STREET) for (let i = 0; i < plan.leafCount; i++) emit(tick, plan.leafSeries + i);
    emitParents(plan, tick);
  }

  /** Local midnight: all counters begin again, everywhere at the same second. */
  function resetCounters(tick: number): void {
    for (const plan of plans) {
      if (!plan.isCounter) continue;
      for (let i = 0; i < plan.leafCount; i++) {
        resetCounter(arrays, plan.leafSeries + i, context.salt);
        arrays.quanta[plan.leafSeries + i] = 0;
      }
      rollUp(plan, arrays.quanta);
      emitAll(plan, tick);
    }
  }

  function updateCouplings(tick: number): void {
    couplings.update(tick / MINUTE, {
      expectedOf: (indicator) => (plans[indicator]!.isCounter ? 1 : expectedFactor(indicator, epochMs, tick)),
      valueOf: (indicator, area) =>
        plans[indicator]!.isCounter ? rateOf(indicator, area, tick) : driverValue(indicator, area),
    });
  }

  /** Newest value where it is known at that level; sums as if the whole city were like this area. */
  function driverValue(indicator: number, area: number): number {
    const plan = plans[indicator]!;
    const own = seriesOf(indicator, area);
    if (own < 0) return arrays.quanta[plan.citySeries]! * plan.precision;
    const value = arrays.quanta[own]! * plan.precision;
    return plan.isSum ? value / plan.shares[area]! : value;
  }

  /** A counter's rate as a multiple of the expected, in a district or averaged over them. */
  function rateOf(indicator: number, area: number, tick: number): number {
    const plan = plans[indicator]!;
    const moment = moments[indicator]!;
    refresh(moment, plan, epochMs, tick);
    if (area !== CITY_AREA || plan.leafCount === 1) return rateFactor(plan, moment, couplings, area, area);
    let rate = 0;
    for (const district of areas[CITY_AREA]!.children) {
      rate += plan.shares[district]! * rateFactor(plan, moment, couplings, district, district);
    }
    return rate;
  }

  function advance(tick: number): void {
    context.salt = mix(seedSalt, tick);
    if (tick === 0) start();
    if (tick % MINUTE === 0) updateCouplings(tick);
    if (tick === 0) return;
    const isMidnight = secondOfDay(epochMs, tick) === 0;
    if (isMidnight) resetCounters(tick);
    schedule.streets(tick, (planIndex, offset) => {
      if (!isMidnight || !plans[planIndex]!.isCounter) drawStreet(planIndex, offset);
    });
    for (const due of schedule.rollUps(tick)) {
      for (const planIndex of due) {
        const plan = plans[planIndex]!;
        if (!isMidnight || !plan.isCounter) drawParents(plan, tick);
      }
    }
  }

  return {
    sampleTick(tick, out) {
      if (tick !== nextTick) throw new RangeError(`the next tick of this world is ${nextTick}, not ${tick}`);
      sink = out;
      advance(tick);
      sink = null;
      nextTick = tick + 1;
    },
    inject(id, what) {
      const index = addEffect({ id, tick: nextTick, what });
      moments[index] = createMoment(plans[index]!);
      schedule = createSchedule(plans);
    },
    field(indicatorId, areaIndex) {
      const { index, precision } = indicatorById(indicatorId);
      const area = areas[areaIndex];
      if (area === undefined) throw new RangeError(`no area with index ${areaIndex}`);
      for (const at of [area.index, area.parent, CITY_AREA]) {
        const series = seriesOf(index, at);
        if (series >= 0) return arrays.quanta[series]! * precision;
      }
      throw new RangeError(`${indicatorId} has no series; the catalogue has ${indicators.length} indicators`);
    },
    snapshot: () => ({ nextTick, ...copyArrays(arrays), couplings: couplings.snapshot(), injected: [...injected] }),
  };
}
