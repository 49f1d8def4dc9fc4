// Format 2: the whole state machine of a case. What version 1 wrote says the same with fewer words: what it left out is filled in here.
import { evolve } from '../cases/evolve.ts';
import type { CaseState, CaseStep, CasesState } from '../cases/types.ts';
import { areas, CITY_AREA } from '../geography/index.ts';
import type { Entry, RosterUnit, RunInfo, RunnerUp } from './entries.ts';
import type { Segment } from './segment.ts';

/** Version 1 said how far a unit had to go, not how long that takes. The brief's speed in the core, 28 km/h. */
const METRES_PER_SECOND = 28 / 3.6;

/** Anything of version 1: the fields that version 2 added may be missing at any depth. */
type Old<T> = { [K in keyof T]?: T[K] };

const withTravel = <T extends { distanceMetres: number }>(leg: T): T & { travelSeconds: number } => ({
  ...leg,
  travelSeconds: Math.round(leg.distanceMetres / METRES_PER_SECOND),
});

/** What a case entry, and a step of a case, gained. */
function upgradeStep<T extends { kind: string }>(old: T): T {
  const entry = old as T & Old<{ distanceMetres: number; runnersUp: readonly RunnerUp[] }>;
  if (entry.kind === 'case.dispatched' && entry.distanceMetres !== undefined) {
    const leg = { ...entry, distanceMetres: entry.distanceMetres };
    return { ...withTravel(leg), runnersUp: (entry.runnersUp ?? []).map(withTravel) };
  }
  return entry.kind === 'case.suspended' ? { ...entry, plan: '' } : entry;
}

/** Every unit was on duty round the clock and could do what its kind can. */
const upgradeUnit = (unit: RosterUnit): RosterUnit => ({ ...unit, shift: 'all', skills: [] });
const upgradeInfo = (info: RunInfo): RunInfo => ({ ...info, units: info.units.map(upgradeUnit) });

/** There was one operator, for the whole city. */
const OPERATOR = { role: 'operator', scope: areas[CITY_AREA]!.code } as const;

/** An entry of version 1 as version 2 says it. */
export function entryToVersion2(entry: Entry): Entry {
  switch (entry.kind) {
    case 'run.started':
      return { ...entry, info: upgradeInfo(entry.info) };
    case 'command.received':
      return { ...entry, ...OPERATOR };
    case 'command.refused':
      // What exactly was asked for was not written down.
      return { ...entry, ...OPERATOR, body: null };
    default:
      return upgradeStep(entry);
  }
}

/** A case is the fold of its steps: level, ruling and all else that is new follow from them. */
const upgradeCase = (old: CaseState): CaseState =>
  old.steps.map(upgradeStep).reduce<CaseState | null>((state, step: CaseStep) => evolve(state, step), null)!;

const upgradeCases = (old: CasesState): CasesState => ({
  ...old,
  cases: Object.fromEntries(Object.entries(old.cases).map(([id, state]) => [id, upgradeCase(state)])),
  incidents: {},
});

/** A segment of version 1 as version 2 says it. Throws RangeError for a case whose steps cannot follow one another. */
export const toVersion2 = (segment: Segment): Segment => ({
  ...segment,
  cases: upgradeCases(segment.cases),
  records: segment.records.map((record) => ({ ...record, entries: record.entries.map(entryToVersion2) })),
});
