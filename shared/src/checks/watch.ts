// The few series that checks look at, at their newest value, and the moments at which triggers come true.
import { indicatorById } from '../catalogue/index.ts';
import { SERIES_COUNT, seriesOf } from '../city/series.ts';
import type { Changes } from '../city/types.ts';
import { NO_DATA } from '../city/types.ts';
import { areaByCode } from '../geography/index.ts';
import type { Entry } from '../log/entries.ts';
import type { Condition, Trigger } from './schema.ts';

/** Newest values of watched series. */
export interface Gauges {
  /** Whether any watched series changed. */
  take(changes: Changes): boolean;
  /** Newest value in base units; null before the first. */
  newestOf(condition: Condition): number | null;
  /** Whether the newest value satisfies the condition; false without data. */
  holds(condition: Condition): boolean;
}

const seriesOfCondition = (condition: Condition): number =>
  seriesOf(indicatorById(condition.indicator).index, areaByCode(condition.area).index);

export function createGauges(conditions: readonly Condition[]): Gauges {
  const watched = new Uint8Array(SERIES_COUNT);
  const newest = new Map<number, number>();
  for (const condition of conditions) watched[seriesOfCondition(condition)] = 1;

  function newestOf(condition: Condition): number | null {
    const quantum = newest.get(seriesOfCondition(condition)) ?? NO_DATA;
    return quantum === NO_DATA ? null : quantum * indicatorById(condition.indicator).precision;
  }

  return {
    take({ series, quanta }) {
      let any = false;
      for (let i = 0; i < series.length; i++) {
        if (watched[series[i]!] === 0) continue;
        newest.set(series[i]!, quanta[i]!);
        any = true;
      }
      return any;
    },
    newestOf,
    holds(condition) {
      const value = newestOf(condition);
      if (value === null) return false;
      return condition.is === 'atLeast' ? value >= condition.value : value <= condition.value;
    },
  };
}

/** A trigger's first moment. Ask after each tick. */
export interface TriggerWatch {
  feed(tick: number, entries: readonly Entry[]): void;
  /** Tick of the first moment; null while it has not come. */
  readonly tick: number | null;
}

export function watchTrigger(trigger: Trigger, gauges: Gauges): TriggerWatch {
  let first: number | null = null;
  let isArmed = trigger.on !== 'condition' || trigger.armed === undefined;

  function happened(entries: readonly Entry[]): boolean {
    if (trigger.on === 'step') return entries.some((entry) => entry.kind === 'plan.step' && entry.en === trigger.step);
    if (trigger.on === 'level') return entries.some((entry) => isLevelReached(entry, trigger.level));
    if (!isArmed && trigger.armed !== undefined) isArmed = gauges.holds(trigger.armed);
    return isArmed && gauges.holds(trigger);
  }

  return {
    feed(tick, entries) {
      if (first === null && happened(entries)) first = tick;
    },
    get tick() {
      return first;
    },
  };
}

/** Whether an entry puts a response at least this grave in force: 1 is the gravest, 0 says none. */
export const isLevelReached = (entry: Entry, level: number): boolean =>
  entry.kind === 'response.level' && entry.level > 0 && entry.level <= level;

/** The conditions inside a trigger, to be watched. */
export const conditionsOf = (trigger: Trigger): readonly Condition[] =>
  trigger.on === 'condition' ? [trigger, ...(trigger.armed === undefined ? [] : [trigger.armed])] : [];
