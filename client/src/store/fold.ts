// The shared fold works in place, for speed; React compares by identity. Here the containers that changed become new ones.

import type { CasesState } from '@onescreen/shared/cases';
import { evolveCases } from '@onescreen/shared/cases';
import type { Entry } from '@onescreen/shared/log';
import { MINUTE } from '@onescreen/shared/time';
import type { CasesChange, RecordsChange } from '../feed/types.ts';

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

/** The records with the change in them; the same object where nothing changed. */
function withChange<T>(
  records: Readonly<Record<string, T>>,
  { put, gone }: RecordsChange<T>,
): Readonly<Record<string, T>> {
  if (gone.length === 0 && Object.keys(put).length === 0) return records;
  const next = { ...records, ...put };
  for (const id of gone) delete next[id];
  return next;
}

/** The state at the other end of a jump. Records and containers that are the same there keep their identity. */
export const jumpCases = (state: CasesState, change: CasesChange): CasesState => ({
  ...change.rest,
  cases: withChange(state.cases, change.cases),
  units: withChange(state.units, change.units),
  alarms: withChange(state.alarms, change.alarms),
  incidents: withChange(state.incidents, change.incidents),
});
