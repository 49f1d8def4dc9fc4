// The fold of all entries of a run that a screen shows: the same function on server, screen and in tests, so live equals replay.
// For speed it changes the state that it is given and returns it; every case, unit, alarm and the loop inside are replaced, never changed,
// so that a reader may compare them by identity.
import type { CaseId, UnitId } from '../ids.ts';
import type { AlarmEntry, CaseEntry, Entry, IncidentEntry, UnitEntry } from '../log/entries.ts';
import { HOUR, MINUTE } from '../time.ts';
import { unreachable } from '../unreachable.ts';
import { evolve } from './evolve.ts';
import { endTick, isEnded } from './facts.ts';
import { foldAlarm } from './foldAlarm.ts';
import { countStep, emptyLoop } from './loop.ts';
import type { AlarmState, CaseState, CaseStep, CasesState, IncidentState, UnitState } from './types.ts';

/** Ended cases stay in the state this long, then only the log has them. */
export const KEEP_ENDED_TICKS = 2 * HOUR;
/** How often ended cases are looked for; a constant of the fold, since it decides what a state holds. */
const SWEEP_EVERY_TICKS = MINUTE;

/** The state's records, open for this file only. */
interface Open {
  cases: Record<CaseId, CaseState>;
  units: Record<UnitId, UnitState>;
  alarms: Record<string, AlarmState>;
  incidents: Record<string, IncidentState>;
}
const open = (state: CasesState): Open => state as Open;

export const createCasesState = (): CasesState => ({
  seq: 0,
  tick: 0,
  cases: {},
  units: {},
  alarms: {},
  incidents: {},
  response: { level: 0, colour: 'none', lead: '', sinceTick: 0 },
  plan: [],
  loop: emptyLoop(),
  finished: false,
});

function dropEnded(state: CasesState, tick: number): void {
  const { cases, incidents } = open(state);
  for (const id in cases) {
    const one = cases[id]!;
    if (isEnded(one) && tick - endTick(one) >= KEEP_ENDED_TICKS) delete cases[id];
  }
  for (const id in incidents) {
    const { closedTick } = incidents[id]!;
    if (closedTick !== null && tick - closedTick >= KEEP_ENDED_TICKS) delete incidents[id];
  }
}

function foldCase(state: CasesState, step: CaseStep): void {
  const { cases } = open(state);
  const before = cases[step.case] ?? null;
  cases[step.case] = evolve(before, step);
  if (step.kind === 'case.included') includeCase(state, step.incident, step.case);
  state.loop = countStep(state.loop, before, step);
}

function includeCase(state: CasesState, incident: string, id: CaseId): void {
  const { incidents } = open(state);
  const before = incidents[incident];
  if (before !== undefined) incidents[incident] = { ...before, cases: [...before.cases, id] };
}

function foldIncident(state: CasesState, entry: IncidentEntry & { tick: number }): void {
  const { incidents } = open(state);
  const before = incidents[entry.incident];
  switch (entry.kind) {
    case 'incident.opened': {
      const { incident: id, type, area, level, commander, tick: openedTick } = entry;
      incidents[id] = { id, type, area, level, commander, cases: [], openedTick, closedTick: null };
      return;
    }
    case 'incident.raised': {
      const { area, level, commander } = entry;
      if (before !== undefined) incidents[entry.incident] = { ...before, area, level, commander };
      return;
    }
    case 'incident.closed':
      if (before !== undefined) incidents[entry.incident] = { ...before, closedTick: entry.tick };
      return;
    default:
      unreachable(entry);
  }
}

function foldUnit(state: CasesState, entry: UnitEntry & { tick: number }): void {
  const { units } = open(state);
  const before = units[entry.unit];
  const path = before?.path ?? null;
  switch (entry.kind) {
    case 'unit.ordered':
      units[entry.unit] = { id: entry.unit, status: 'driving', case: entry.case, path };
      return;
    case 'unit.moved':
      units[entry.unit] = {
        id: entry.unit,
        status: entry.case === undefined ? 'returning' : 'driving',
        case: entry.case ?? null,
        path: entry.path,
      };
      return;
    case 'unit.arrived':
      if (entry.case === undefined) delete units[entry.unit];
      else units[entry.unit] = { id: entry.unit, status: 'working', case: entry.case, path };
      return;
    case 'unit.freed':
    case 'unit.back':
      units[entry.unit] = { id: entry.unit, status: 'returning', case: null, path };
      return;
    case 'unit.lost':
      units[entry.unit] = { id: entry.unit, status: 'away', case: null, path: [[...entry.at, entry.tick]] };
      return;
    default:
      unreachable(entry);
  }
}

const isCase = (entry: Entry): entry is Entry & CaseEntry => entry.kind.startsWith('case.');
const isUnit = (entry: Entry): entry is Entry & UnitEntry => entry.kind.startsWith('unit.');
const isIncident = (entry: Entry): entry is Entry & IncidentEntry => entry.kind.startsWith('incident.');
const isAlarm = (entry: Entry): entry is Entry & AlarmEntry => entry.kind.startsWith('alarm.');

/** A case entry as the case keeps it: without the run's name, which is the same for all. */
export function stepOf(entry: Entry & CaseEntry): CaseStep {
  const { run: _, ...step } = entry;
  return step as CaseStep;
}

/**
 * Folds one entry in. Changes and returns `state`; the records' values are new objects. Entries must come in order of `seq`.
 * Throws RangeError for a gap in `seq`, or for a case step that cannot follow.
 */
export function evolveCases(state: CasesState, entry: Entry): CasesState {
  if (entry.seq !== state.seq + 1) throw new RangeError(`entry ${entry.seq} cannot follow entry ${state.seq}`);
  if (Math.floor(entry.tick / SWEEP_EVERY_TICKS) > Math.floor(state.tick / SWEEP_EVERY_TICKS))
    dropEnded(state, entry.tick);
  state.seq = entry.seq;
  state.tick = entry.tick;
  if (isCase(entry)) foldCase(state, stepOf(entry));
  else if (isUnit(entry)) foldUnit(state, entry);
  else if (isAlarm(entry)) foldAlarm(open(state).alarms, entry);
  else if (isIncident(entry)) foldIncident(state, entry);
  else if (entry.kind === 'plan.step') {
    state.plan = [...state.plan, { tick: entry.tick, agency: entry.agency, zh: entry.zh, en: entry.en }];
  } else if (entry.kind === 'response.level') {
    state.response = { level: entry.level, colour: entry.colour, lead: entry.lead, sinceTick: entry.tick };
  } else if (entry.kind === 'run.finished') state.finished = true;
  return state;
}
