// What differs between two moments of a run: all that a screen has to be told when it jumps from one to the other.
import type { AlarmState, CaseState, CasesState, IncidentState, UnitState } from '@onescreen/shared/cases';
import type { CityState } from '@onescreen/shared/city';
import type { CasesChange, RecordsChange, SeriesColumns } from '../feed/types.ts';

/** Of `candidates` (ascending), the series that stand otherwise in `wanted` than in `shown`. */
export function seriesDifference(shown: CityState, wanted: CityState, candidates: Uint16Array): SeriesColumns {
  const series = candidates.filter(
    (one) =>
      shown.quanta[one] !== wanted.quanta[one] ||
      shown.states[one] !== wanted.states[one] ||
      shown.changedTick[one] !== wanted.changedTick[one],
  );
  return {
    series,
    quanta: Int32Array.from(series, (one) => wanted.quanta[one]!),
    states: Uint8Array.from(series, (one) => wanted.states[one]!),
    changedTicks: Int32Array.from(series, (one) => wanted.changedTick[one]!),
  };
}

/** A case follows from its steps, and each step has a number of its own in the run. */
const isSameCase = (a: CaseState, b: CaseState): boolean =>
  a.steps.length === b.steps.length && a.steps.at(-1)?.seq === b.steps.at(-1)?.seq;

const isSameUnit = (a: UnitState, b: UnitState): boolean =>
  a.status === b.status &&
  a.case === b.case &&
  (a.path === b.path || JSON.stringify(a.path) === JSON.stringify(b.path));

const isSameAlarm = (a: AlarmState, b: AlarmState): boolean =>
  a.active === b.active &&
  a.acknowledged === b.acknowledged &&
  a.raisedTick === b.raisedTick &&
  a.clearedTick === b.clearedTick &&
  a.severity === b.severity &&
  a.value === b.value &&
  a.limit === b.limit &&
  a.firstOut === b.firstOut &&
  a.shelved?.sinceTick === b.shelved?.sinceTick &&
  a.shelved?.untilTick === b.shelved?.untilTick;

const isSameIncident = (a: IncidentState, b: IncidentState): boolean =>
  a.closedTick === b.closedTick &&
  a.level === b.level &&
  a.area === b.area &&
  a.commander === b.commander &&
  a.cases.length === b.cases.length;

function recordsDifference<T>(
  shown: Readonly<Record<string, T>>,
  wanted: Readonly<Record<string, T>>,
  isSame: (a: T, b: T) => boolean,
): RecordsChange<T> {
  const put: Record<string, T> = {};
  for (const id in wanted) {
    const before = shown[id];
    const after = wanted[id]!;
    if (before === undefined || (before !== after && !isSame(before, after))) put[id] = after;
  }
  const gone: string[] = [];
  for (const id in shown) if (wanted[id] === undefined) gone.push(id);
  return { put, gone };
}

export function casesDifference(shown: CasesState, wanted: CasesState): CasesChange {
  const { cases, units, alarms, incidents, ...rest } = wanted;
  return {
    cases: recordsDifference(shown.cases, cases, isSameCase),
    units: recordsDifference(shown.units, units, isSameUnit),
    alarms: recordsDifference(shown.alarms, alarms, isSameAlarm),
    incidents: recordsDifference(shown.incidents, incidents, isSameIncident),
    rest,
  };
}
