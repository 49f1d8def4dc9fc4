// One judge for each rule: takes the log tick by tick and says at any time how the check stands.
import type { Entry } from '../log/entries.ts';
import { MINUTE } from '../time.ts';
import { unreachable } from '../unreachable.ts';
import { judgeCases } from './caseJudge.ts';
import type { Check } from './schema.ts';
import type { Gauges, TriggerWatch } from './watch.ts';
import { isLevelReached, watchTrigger } from './watch.ts';

/** How a check stands. `measured` is the number that decided, in `unit` (an indicator's unit, minutes, per cent, alarms). */
export interface Verdict {
  outcome: 'passed' | 'failed' | 'not-applicable';
  detail: { zh: string; en: string };
  measured: { value: number; unit: string } | null;
}

export interface Judge {
  feed(tick: number, entries: readonly Entry[]): void;
  /** `tick`: the newest of the log. Not applicable while the log does not reach far enough to say. */
  verdict(tick: number): Verdict;
}

export type RuleOf<Rule extends Check['rule']> = Extract<Check, { rule: Rule }>;

const minutes = (ticks: number): number => Math.round((ticks / MINUTE) * 10) / 10;
export const verdictOf = (isPassed: boolean, zh: string, en: string, value?: number, unit?: string): Verdict => ({
  outcome: isPassed ? 'passed' : 'failed',
  detail: { zh, en },
  measured: value === undefined || unit === undefined ? null : { value, unit },
});
export const undecided = (zh: string, en: string): Verdict => ({
  outcome: 'not-applicable',
  detail: { zh, en },
  measured: null,
});
const tooShort = undecided('日志未到该时刻', 'The log does not reach that moment');
const untriggered = undecided('触发条件未出现', 'What starts the clock did not happen');

/** The judge of a check. Feed it every tick of a log that had anything in it, in order. */
export function createJudge(check: Check, gauges: Gauges): Judge {
  switch (check.rule) {
    case 'stays':
      return judgeStays(check, gauges);
    case 'holds-by':
      return judgeHoldsBy(check, gauges);
    case 'holds-within':
      return judgeHoldsWithin(check, gauges);
    case 'holds-before':
      return judgeHoldsBefore(check, gauges);
    case 'not-before':
      return judgeNotBefore(check, gauges);
    case 'step-by':
      return judgeMoment((entry) => entry.kind === 'plan.step' && entry.en === check.step, check.byMinute);
    case 'level-by':
      return judgeMoment((entry) => isLevelReached(entry, check.level), check.byMinute);
    case 'step-within':
      return judgeStepWithin(check, gauges);
    case 'cases-within':
      return judgeCases(check);
    case 'alarm-order':
      return judgeAlarmOrder(check);
    case 'alarms-below':
      return judgeAlarmRate(check);
    default:
      return unreachable(check);
  }
}

function judgeStays({ condition, fromMinute = 0, toMinute = Infinity }: RuleOf<'stays'>, gauges: Gauges): Judge {
  let worst: number | null = null;
  let brokenTick: number | null = null;
  const isWorse = (value: number, than: number) => (condition.is === 'atLeast' ? value < than : value > than);
  return {
    feed(tick) {
      if (tick < fromMinute * MINUTE || tick > toMinute * MINUTE) return;
      const value = gauges.newestOf(condition);
      if (value === null) return;
      if (worst === null || isWorse(value, worst)) worst = value;
      if (brokenTick === null && !gauges.holds(condition)) brokenTick = tick;
    },
    verdict() {
      if (worst === null) return undecided('没有数据', 'There are no data');
      const { zh, en } =
        brokenTick === null
          ? { zh: '始终满足', en: 'Held throughout' }
          : { zh: `第${minutes(brokenTick)}分钟起不满足`, en: `Broken from minute ${minutes(brokenTick)}` };
      return verdictOf(brokenTick === null, zh, en, worst, condition.indicator);
    },
  };
}

function judgeHoldsBy({ condition, byMinute }: RuleOf<'holds-by'>, gauges: Gauges): Judge {
  const deadline = byMinute * MINUTE;
  let value: number | null = null;
  let isHeld = false;
  let isOver = false;
  const look = () => {
    value = gauges.newestOf(condition);
    isHeld = gauges.holds(condition);
  };
  return {
    // Changes of later ticks are in the gauges already, so the state is looked at on the way up to the deadline only.
    feed(tick) {
      if (tick > deadline) isOver = true;
      if (!isOver) look();
    },
    verdict(tick) {
      if (tick < deadline) return tooShort;
      if (value === null) return undecided('没有数据', 'There are no data');
      return verdictOf(isHeld, `第${byMinute}分钟的值`, `Value at minute ${byMinute}`, value, condition.indicator);
    },
  };
}

function judgeHoldsWithin(check: RuleOf<'holds-within'>, gauges: Gauges): Judge {
  const trigger = watchTrigger(check.after, gauges);
  let reachedTick: number | null = null;
  return {
    feed(tick, entries) {
      trigger.feed(tick, entries);
      if (trigger.tick !== null && reachedTick === null && gauges.holds(check.condition)) reachedTick = tick;
    },
    verdict: (tick) => withinVerdict(trigger, reachedTick, check.minutes, tick),
  };
}

function judgeStepWithin(check: RuleOf<'step-within'>, gauges: Gauges): Judge {
  const trigger = watchTrigger(check.after, gauges);
  const step = watchTrigger({ on: 'step', step: check.step }, gauges);
  return {
    feed(tick, entries) {
      trigger.feed(tick, entries);
      step.feed(tick, entries);
    },
    verdict: (tick) => withinVerdict(trigger, step.tick, check.minutes, tick),
  };
}

/** Reached no later than `limit` minutes after the trigger; a moment before it counts as nothing late. */
function withinVerdict(trigger: TriggerWatch, reachedTick: number | null, limit: number, tick: number): Verdict {
  if (trigger.tick === null) return untriggered;
  if (reachedTick === null) {
    if (tick < trigger.tick + limit * MINUTE) return tooShort;
    return verdictOf(false, '一直没有达到', 'Not reached at all', minutes(tick - trigger.tick), 'min');
  }
  const took = minutes(reachedTick - trigger.tick);
  const isInTime = reachedTick - trigger.tick <= limit * MINUTE;
  return verdictOf(isInTime, `触发后${took}分钟`, `${took} min after the trigger`, took, 'min');
}

function judgeHoldsBefore(check: RuleOf<'holds-before'>, gauges: Gauges): Judge {
  const trigger = watchTrigger(check.before, gauges);
  let isReached = false;
  let value: number | null = null;
  return {
    feed(tick, entries) {
      if (trigger.tick !== null) return;
      value = gauges.newestOf(check.condition);
      isReached ||= gauges.holds(check.condition);
      trigger.feed(tick, entries);
    },
    verdict() {
      if (trigger.tick === null) return untriggered;
      const at = minutes(trigger.tick);
      return verdictOf(
        isReached,
        `触发于第${at}分钟`,
        `At the trigger, minute ${at}`,
        value ?? 0,
        check.condition.indicator,
      );
    },
  };
}

function judgeNotBefore(check: RuleOf<'not-before'>, gauges: Gauges): Judge {
  const trigger = watchTrigger(check.after, gauges);
  const release = watchTrigger({ on: 'condition', ...check.condition, armed: check.armed }, gauges);
  return {
    feed(tick, entries) {
      trigger.feed(tick, entries);
      release.feed(tick, entries);
    },
    verdict(tick) {
      const start = trigger.tick;
      if (release.tick === null) {
        if (start === null || tick < start + check.minutes * MINUTE) return tooShort;
        return verdictOf(true, '没有提前', 'It did not come too early');
      }
      if (start === null) return verdictOf(false, '触发条件之前就已发生', 'It came before the trigger');
      const after = minutes(release.tick - start);
      return verdictOf(after >= check.minutes, `触发后${after}分钟`, `${after} min after the trigger`, after, 'min');
    },
  };
}

function judgeMoment(isIt: (entry: Entry) => boolean, byMinute: number): Judge {
  let firstTick: number | null = null;
  return {
    feed(tick, entries) {
      if (firstTick === null && entries.some(isIt)) firstTick = tick;
    },
    verdict(tick) {
      if (firstTick === null) {
        return tick < byMinute * MINUTE ? tooShort : verdictOf(false, '没有发生', 'It did not happen');
      }
      const at = minutes(firstTick);
      return verdictOf(firstTick <= byMinute * MINUTE, `第${at}分钟`, `At minute ${at}`, at, 'min');
    },
  };
}

function judgeAlarmOrder({ indicators }: RuleOf<'alarm-order'>): Judge {
  const firsts = new Map<string, number>();
  return {
    feed(tick, entries) {
      for (const entry of entries) {
        if (entry.kind === 'alarm.raised' && !firsts.has(entry.indicator)) firsts.set(entry.indicator, tick);
      }
    },
    verdict() {
      const ticks = indicators.map((id) => firsts.get(id));
      if (ticks.some((tick) => tick === undefined)) return undecided('并非每项都报警', 'Not every one of them alarmed');
      const isOrdered = ticks.every((tick, i) => i === 0 || (ticks[i - 1] ?? 0) < (tick ?? 0));
      const shown = ticks.map((tick) => minutes(tick ?? 0)).join(' → ');
      return verdictOf(isOrdered, `第${shown}分钟`, `At minutes ${shown}`);
    },
  };
}

function judgeAlarmRate({ count, minutes: windowMinutes }: RuleOf<'alarms-below'>): Judge {
  const recent: number[] = [];
  let most = 0;
  return {
    feed(tick, entries) {
      for (const entry of entries) if (entry.kind === 'alarm.raised') recent.push(tick);
      while (recent.length > 0 && (recent[0] ?? 0) <= tick - windowMinutes * MINUTE) recent.shift();
      most = Math.max(most, recent.length);
    },
    verdict: () => verdictOf(most <= count, `最多${most}条`, `At most ${most} in ${windowMinutes} min`, most, 'alarms'),
  };
}
