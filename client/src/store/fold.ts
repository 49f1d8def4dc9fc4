// The shared fold works in place, for speed; React compares by identity. Here the containers that changed become new ones.

import type { CasesState } from '@onescreen/shared/cases';
import { evolveCases } from '@onescreen/shared/cases';
import type { Entry } from '@onescreen/shared/log';
import { MINUTE } from '@onescreen/shared/time';

/**
 * The state after the entries. `state` must not be used any more: its records are changed. Containers that nothing changed keep
 * their identity. Throws RangeError for a gap in `seq`.
 */
export function foldEntries(state: CasesState, entries: readonly Entry[]): CasesState {
  if (entries.length === 0) return state;
  const touched = (prefix: string): boolean => entries.some((entry) => entry.kind.startsWith(prefix));
  // Ended cases are swept once a minute, by whatever entry comes first.
  const isSwept = Math.floor(entries.at(-1)!.tick / MINUTE) > Math.floor(state.tick / MINUTE);
  const next = entries.reduce(evolveCases, state);
  return {
    ...next,
    cases: isSwept || touched('case.') ? { ...next.cases } : next.cases,
    units: touched('unit.') ? { ...next.units } : next.units,
    alarms: touched('alarm.') ? { ...next.alarms } : next.alarms,
  };
}
