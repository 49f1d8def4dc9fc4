// Which alarm is new between two states of the run, so that it is worth a sound: one that calls now and did not before, or got graver.
import type { AlarmState, CasesState } from '@onescreen/shared/cases';
import { calls } from '@onescreen/shared/cases';

type Alarms = CasesState['alarms'];

const isNew = (now: AlarmState, before: AlarmState | undefined): boolean =>
  now.active &&
  calls(now) &&
  (before === undefined || !before.active || !calls(before) || before.severity !== now.severity);

/** The gravest of the new ones; null when there is none. */
export function newSeverity(before: Alarms, now: Alarms): AlarmState['severity'] | null {
  let found: AlarmState['severity'] | null = null;
  for (const id in now) {
    if (now[id] === before[id] || !isNew(now[id]!, before[id])) continue;
    if (now[id]!.severity === 'critical') return 'critical';
    found = 'warning';
  }
  return found;
}
