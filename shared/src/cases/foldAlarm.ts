// An alarm through its life: two bits, active and acknowledged, and beside them the shelf that keeps it from the console for a while.
import type { AlarmEntry } from '../log/entries.ts';
import { unreachable } from '../unreachable.ts';
import type { AlarmState } from './types.ts';

type Alarms = Record<string, AlarmState>;
type Dated<K extends AlarmEntry['kind']> = Extract<AlarmEntry, { kind: K }> & { tick: number };

/** Nothing is left to say of it: it is over, it was seen, and nobody has put it aside. */
const isOver = ({ active, acknowledged, shelved }: AlarmState): boolean =>
  !active && acknowledged && shelved === undefined;

function put(alarms: Alarms, next: AlarmState): void {
  if (isOver(next)) delete alarms[next.alarm];
  else alarms[next.alarm] = next;
}

/** A new one, one that is back, or one that is worse or comes off its shelf: it has to be acknowledged (again). */
function raised(before: AlarmState | undefined, entry: Dated<'alarm.raised'>): AlarmState {
  const again = before?.active === true;
  return {
    alarm: entry.alarm,
    indicator: entry.indicator,
    area: entry.area,
    severity: entry.severity,
    value: entry.value,
    limit: entry.limit,
    active: true,
    acknowledged: false,
    firstOut: again ? before.firstOut : entry.firstOut,
    raisedTick: again ? before.raisedTick : entry.tick,
    clearedTick: null,
    ...(before?.shelved === undefined ? {} : { shelved: before.shelved }),
  };
}

/** Folds one entry into the alarms, in place; each alarm that changes is a new object. What is said of an alarm that is not there changes nothing. */
export function foldAlarm(alarms: Alarms, entry: AlarmEntry & { tick: number }): void {
  const before = alarms[entry.alarm];
  if (entry.kind === 'alarm.raised') return put(alarms, raised(before, entry));
  if (before === undefined) return;
  switch (entry.kind) {
    case 'alarm.acknowledged':
      return put(alarms, { ...before, acknowledged: true });
    case 'alarm.cleared':
      return put(alarms, { ...before, active: false, value: entry.value, clearedTick: entry.tick });
    case 'alarm.shelved': {
      const { by, reason, untilTick, tick: sinceTick } = entry;
      return put(alarms, { ...before, shelved: { by, reason, sinceTick, untilTick } });
    }
    case 'alarm.unshelved': {
      const { shelved: _, ...bare } = before;
      return put(alarms, bare);
    }
    default:
      return unreachable(entry);
  }
}
