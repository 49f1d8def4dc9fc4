// Which case a detection belongs to, if any: the same camera, sensor or place, class and half hour (brief §4).
import type { CaseState } from '@onescreen/shared/cases';
import { isEnded } from '@onescreen/shared/cases';
import type { Position } from '@onescreen/shared/geography';
import { distanceMetres } from '@onescreen/shared/geography';
import type { CaseId, SignalId } from '@onescreen/shared/ids';
import type { Evidence } from '@onescreen/shared/log';
import { MINUTE } from '@onescreen/shared/time';
import { takeBack } from './archive.ts';
import type { Desk } from './desk.ts';
import { act, caseOf, note, remind, workOf } from './desk.ts';
import type { CaseWork } from './state.ts';

/** Two detections further apart in time than this are two matters. */
const SAME_WITHIN_TICKS = 30 * MINUTE;
const SAME_CAMERA_METRES = 30;
const SAME_PLACE_METRES = 60;
/** However often a thing is seen again, its case gets at most one merge entry in this time, so that the log stays small. */
const MERGE_EVERY_TICKS = 5 * MINUTE;

type Reason = 'same-camera' | 'same-sensor' | 'same-place';
export interface Match {
  case: CaseId;
  reason: Reason;
}

const isNear = (work: CaseWork, at: Position, metres: number): boolean =>
  // A hundredth of a degree is about a kilometre: most pairs are told apart without trigonometry.
  Math.abs(work.at[1] - at[1]) < 0.01 && Math.abs(work.at[0] - at[0]) < 0.01 && distanceMetres(work.at, at) <= metres;

function find(
  desk: Desk,
  type: string,
  reason: Reason,
  fits: (work: CaseWork, isOpen: boolean) => boolean,
): Match | null {
  for (const id of desk.state.matchable[type] ?? []) {
    const work = workOf(desk, id);
    const state = caseOf(desk, id);
    const isOpen = state !== undefined && !isEnded(state);
    if (work !== undefined && fits(work, isOpen)) return { case: id, reason };
  }
  return null;
}

const isRecent = (desk: Desk, work: CaseWork): boolean => desk.tick - work.lastSeenTick <= SAME_WITHIN_TICKS;

/** Camera frames: the same camera and class, within 30 m and 30 min of the newest detection of the case. */
export const matchCamera = (desk: Desk, type: string, camera: string, at: Position): Match | null =>
  find(
    desk,
    type,
    'same-camera',
    (work) => work.device === camera && isRecent(desk, work) && isNear(work, at, SAME_CAMERA_METRES),
  );

/** A sensor that is in alarm with an open case says nothing new, however long that takes. */
export const matchSensor = (desk: Desk, type: string, sensor: string): Match | null =>
  find(desk, type, 'same-sensor', (work, isOpen) => work.device === sensor && (isOpen || isRecent(desk, work)));

/** Calls, reports and other sensors: the same class, within 60 m and 30 min. */
export const matchPlace = (desk: Desk, type: string, at: Position): Match | null =>
  find(desk, type, 'same-place', (work) => isRecent(desk, work) && isNear(work, at, SAME_PLACE_METRES));

/** 并案: what is seen of a case that was joined to another belongs to that one. */
function joinedTo(desk: Desk, id: CaseId): CaseId {
  const state = caseOf(desk, id);
  return state?.status === 'joined' ? joinedTo(desk, state.into) : id;
}

/** Adds a detection to the case that it belongs to; gives back which one that is. */
export function merge(desk: Desk, match: Match, signal: SignalId, evidence: Evidence): CaseId {
  const work = workOf(desk, match.case)!;
  const id = joinedTo(desk, match.case);
  const due = desk.tick - work.lastMergeTick >= MERGE_EVERY_TICKS;
  const by = `rule:${match.reason}` as const;
  const merged = due && act(desk, id, { kind: 'merge', by, signal, reason: match.reason, evidence: [evidence] });
  if (!merged) desk.state.counters.absorbedDetections += 1;
  note(desk, match.case, { lastSeenTick: desk.tick, ...(merged ? { lastMergeTick: desk.tick } : {}) });
  return id;
}

/** From now on detections are compared with this case. */
export function openWork(desk: Desk, id: CaseId, type: string, at: Position, device: string | null): void {
  const { works, matchable } = desk.state;
  works[id] = {
    type,
    at,
    device,
    lastSeenTick: desk.tick,
    lastMergeTick: desk.tick,
    waitingSince: desk.tick,
    excluded: [],
    check: null,
    repeat: false,
    ask: null,
  };
  matchable[type] = [...(matchable[type] ?? []), id];
}

/** A closed case is open again: detections are compared with it as before. */
export function reopenWork(desk: Desk, { id, type, at }: CaseState): void {
  const device = takeBack(desk, id);
  if (workOf(desk, id) === undefined) openWork(desk, id, type, at, device);
}

/** The case has ended: what is seen from now on is something new. */
export function closeWork(desk: Desk, id: CaseId): void {
  const { works, matchable } = desk.state;
  const work = works[id];
  if (work === undefined) return;
  delete works[id];
  matchable[work.type] = (matchable[work.type] ?? []).filter((other) => other !== id);
}

/** A false alarm goes on swallowing the same false alarm until it has been quiet for half an hour, and so does a case that was joined to another. */
export function forgetLater(desk: Desk, id: CaseId): void {
  const work = workOf(desk, id);
  if (work === undefined) return;
  if (isRecent(desk, work)) remind(desk, work.lastSeenTick + SAME_WITHIN_TICKS + 1, 'forget', id);
  else closeWork(desk, id);
}
