// Evaluates checks along a log, tick by tick: live, headless or over a recording, with the same answer.
import type { Changes } from '../city/types.ts';
import type { Entry } from '../log/entries.ts';
import { unreachable } from '../unreachable.ts';
import type { Judge, Verdict } from './judges.ts';
import { createJudge } from './judges.ts';
import type { Check, Condition } from './schema.ts';
import { conditionsOf, createGauges } from './watch.ts';

export interface CheckResult extends Verdict {
  id: string;
  zh: string;
  en: string;
  /** What stands for what; null where the check says it plainly. */
  note: { zh: string; en: string } | null;
}

export interface CheckRun {
  /** What one tick brought; ticks rise. Ticks with neither changes nor entries may be left out. */
  feed(tick: number, changes: Changes, entries: readonly Entry[]): void;
  /** How every check stands, in the order they were given. `tick`: how far the log reaches (default: the newest tick fed). */
  results(tick?: number): readonly CheckResult[];
}

/** A run of checks over one log, from its first tick. */
export function createCheckRun(checks: readonly Check[]): CheckRun {
  const gauges = createGauges(checks.flatMap(watchedBy));
  const judges: readonly { check: Check; judge: Judge }[] = checks.map((check) => ({
    check,
    judge: createJudge(check, gauges),
  }));
  let newest = -1;

  return {
    feed(tick, changes, entries) {
      newest = tick;
      const isNews = gauges.take(changes);
      if (!isNews && entries.length === 0) return;
      for (const { judge } of judges) judge.feed(tick, entries);
    },
    results: (tick = newest) =>
      judges.map(({ check, judge }) => ({
        id: check.id,
        zh: check.zh,
        en: check.en,
        note: check.note ?? null,
        ...judge.verdict(tick),
      })),
  };
}

/** The conditions whose values a check needs. */
function watchedBy(check: Check): readonly Condition[] {
  switch (check.rule) {
    case 'stays':
    case 'holds-by':
      return [check.condition];
    case 'holds-within':
      return [check.condition, ...conditionsOf(check.after)];
    case 'holds-before':
      return [check.condition, ...conditionsOf(check.before)];
    case 'not-before':
      return [check.condition, check.armed, ...conditionsOf(check.after)];
    case 'step-within':
      return conditionsOf(check.after);
    case 'step-by':
    case 'level-by':
    case 'cases-within':
    case 'alarm-order':
    case 'alarms-below':
      return [];
    default:
      return unreachable(check);
  }
}
