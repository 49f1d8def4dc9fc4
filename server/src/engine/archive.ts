// Closed cases that may still come back: they can be reopened for seven days, and what is seen in the same place within a day is a repeat.
import type { CaseState, CaseStep } from '@onescreen/shared/cases';
import { REOPEN_WITHIN_TICKS } from '@onescreen/shared/cases';
import { distanceMetres } from '@onescreen/shared/geography';
import type { CaseId } from '@onescreen/shared/ids';
import { DAY, HOUR } from '@onescreen/shared/time';
import type { Desk } from './desk.ts';
import { caseOf, workOf } from './desk.ts';

/** 24 小时内重复发生 (brief §3.1); 60 m as where detections of one matter are told apart. */
const REPEAT_WITHIN_TICKS = DAY;
const REPEAT_METRES = 60;
const SWEEP_EVERY_TICKS = HOUR;

/** Steps that a rule may still ask for when the case is open again; the log has them all. */
const KEPT_STEPS: ReadonlySet<CaseStep['kind']> = new Set([
  'case.discovered',
  'case.filed',
  'case.dispatched',
  'case.extended',
  'case.closed',
]);

function slim(state: CaseState): CaseState {
  const steps = state.steps
    .filter(({ kind }) => KEPT_STEPS.has(kind))
    .map((step): CaseStep => {
      const { evidence: _, ...kept } = step;
      return kept.kind === 'case.dispatched' ? { ...kept, runnersUp: [] } : kept;
    });
  return { ...state, steps };
}

/** Puts a case away that has just been closed (or evaluated after it), and remembers the place. */
export function putAway(desk: Desk, state: CaseState): void {
  if (state.status !== 'closed' && state.status !== 'evaluated') return;
  const { archive, recentlyClosed } = desk.state;
  const { id, type, at, closedTick } = state;
  const device = archive[id]?.device ?? workOf(desk, id)?.device ?? null;
  if (archive[id] === undefined) {
    const recent = (recentlyClosed[type] ?? []).filter(({ tick }) => desk.tick - tick <= REPEAT_WITHIN_TICKS);
    recentlyClosed[type] = [...recent, { at, device, tick: desk.tick }];
  }
  archive[id] = { closedTick, device, json: JSON.stringify(slim(state)) };
}

/** A case as it stands: in the state, or as it was closed. */
export const caseOrArchived = (desk: Desk, id: CaseId): CaseState | undefined =>
  caseOf(desk, id) ?? archivedCase(desk, id);

/** The case as it was closed, where the state has let it go. */
export function archivedCase(desk: Desk, id: CaseId): CaseState | undefined {
  const archived = desk.state.archive[id];
  return archived === undefined || caseOf(desk, id) !== undefined
    ? undefined
    : (JSON.parse(archived.json) as CaseState);
}

/** It is open again: gives back which device had found it. */
export function takeBack(desk: Desk, id: CaseId): string | null {
  const device = desk.state.archive[id]?.device ?? null;
  delete desk.state.archive[id];
  return device;
}

/** Whether the same type was closed in this place, or before this device, within the last day. */
export function isRepeat(desk: Desk, state: CaseState, device: string | null): boolean {
  return (desk.state.recentlyClosed[state.type] ?? []).some(
    (place) =>
      desk.tick - place.tick <= REPEAT_WITHIN_TICKS &&
      ((device !== null && place.device === device) || distanceMetres(place.at, state.at) <= REPEAT_METRES),
  );
}

/** Lets go of what is too old to be reopened. The oldest stand first. */
export function tidyArchive(desk: Desk): void {
  if (desk.tick % SWEEP_EVERY_TICKS !== 0) return;
  const { archive } = desk.state;
  for (const id in archive) {
    if (desk.tick - archive[id]!.closedTick <= REOPEN_WITHIN_TICKS) break;
    delete archive[id];
  }
}
