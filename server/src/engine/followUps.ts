// What follows from each step of a case, whoever took it: reminders for the people and rules that come next. Every step leads on to another
// or ends the case, so that none is left waiting for ever. While a person holds a case nothing leads on; `goOn` does when it is given back.

import type { CaseState } from '@onescreen/shared/cases';
import type { CaseEntry } from '@onescreen/shared/log';
import { unreachable } from '@onescreen/shared/unreachable';
import { putAway } from './archive.ts';
import { askClosure, dropCheck } from './checking.ts';
import { climbBySeverity, climbByTime } from './climbing.ts';
import { closeOrWait, rate } from './closing.ts';
import { planContact } from './contacts.ts';
import type { Desk } from './desk.ts';
import { act, caseOf, note, remind } from './desk.ts';
import { expectFinish, expectRelease } from './dispatching.ts';
import { caseEnded, watchSpread } from './incidents.ts';
import { closeWork, forgetLater, reopenWork } from './matching.ts';
import { afterFiling, goOn, sendOut, toFiling, toIntake, watchLimit } from './onward.ts';
import { awaitRuling } from './rulings.ts';
import { recallUnit, recallUnits } from './sending.ts';
import { drawSpotCheck } from './spotChecks.ts';

function filed(desk: Desk, state: CaseState): void {
  watchLimit(desk, state);
  climbBySeverity(desk, state);
  watchSpread(desk, state);
  const now = caseOf(desk, state.id)!;
  if (now.held === null) afterFiling(desk, now);
}

function handled(desk: Desk, state: CaseState): void {
  if (state.status !== 'checking') return;
  expectRelease(desk, state.id, state.unit);
  askClosure(desk, state.id);
}

/** The lead has it no more. A unit that gave its order back has left by itself; for one whose order a person took back it is called. */
function returned(desk: Desk, state: CaseState, { by, unit }: Extract<CaseEntry, { kind: 'case.returned' }>): void {
  if (!by.startsWith('unit:')) recallUnit(desk, state.id, unit);
  if (state.ruling === null) sendOut(desk, state);
  else awaitRuling(desk, state);
}

function withdrawn(desk: Desk, state: CaseState, entry: Extract<CaseEntry, { kind: 'case.withdrawn' }>): void {
  // A unit that is called away to an emergency has its next order at once: calling it home would only confuse it.
  if (entry.reason !== 'pre-empted') recallUnit(desk, state.id, entry.unit);
  sendOut(desk, state);
}

function checked(desk: Desk, state: CaseState, pass: boolean): void {
  if (state.held !== null) return;
  if (pass) closeOrWait(desk, state);
  else if (state.status === 'checking')
    act(desk, state.id, { kind: 'rework', by: 'rule:check-failed', reason: 'still-there' });
  else sendOut(desk, state, desk.tick);
}

function closed(desk: Desk, state: CaseState, automatic: boolean): void {
  dropCheck(desk, state.id);
  putAway(desk, state);
  closeWork(desk, state.id);
  caseEnded(desk, state);
  if (automatic) drawSpotCheck(desk, state);
  rate(desk, state);
}

/** It ended without being closed: whoever was on it goes home. */
function brokenOff(desk: Desk, state: CaseState): void {
  dropCheck(desk, state.id);
  recallUnits(desk, state.id);
  caseEnded(desk, state);
}

function openAgain(desk: Desk, state: CaseState): void {
  reopenWork(desk, state);
  sendOut(desk, state);
  watchLimit(desk, state);
}

/** Sets going what comes after `entry`. Looks at the case as it is now: an earlier follow-up may have moved it on. */
export function followUp(desk: Desk, entry: CaseEntry): void {
  const state = caseOf(desk, entry.case);
  if (state === undefined) return;
  switch (entry.kind) {
    case 'case.discovered':
      return toIntake(desk, state);
    case 'case.accepted':
      dropCheck(desk, state.id);
      planContact(desk, state);
      return toFiling(desk, state);
    case 'case.filed':
      return filed(desk, state);
    case 'case.dispatched':
      return dropCheck(desk, state.id);
    case 'case.arrived':
      return state.status === 'handling' ? expectFinish(desk, state, state.order) : undefined;
    case 'case.handled':
      return handled(desk, state);
    case 'case.returned':
      return returned(desk, state, entry);
    case 'case.ruled':
      return sendOut(desk, state);
    case 'case.withdrawn':
      return withdrawn(desk, state, entry);
    case 'case.reworked':
      dropCheck(desk, state.id);
      sendOut(desk, state);
      return watchLimit(desk, state);
    case 'case.resumed':
      goOn(desk, state);
      return watchLimit(desk, state);
    case 'case.reopened':
      return openAgain(desk, state);
    case 'case.extended':
      return watchLimit(desk, state);
    case 'case.suspended':
      dropCheck(desk, state.id);
      note(desk, state.id, { ask: null });
      recallUnits(desk, state.id);
      return remind(desk, entry.untilTick, 'resume', state.id);
    case 'case.urged':
      return climbByTime(desk, state, entry.percent);
    case 'case.checked':
      return checked(desk, state, entry.pass);
    case 'case.confirmed':
      return closeOrWait(desk, state);
    case 'case.closed':
      return closed(desk, state, entry.automatic);
    case 'case.evaluated':
      return putAway(desk, state);
    case 'case.rejected':
    case 'case.joined':
      brokenOff(desk, state);
      return forgetLater(desk, state.id);
    case 'case.voided':
      brokenOff(desk, state);
      return closeWork(desk, state.id);
    case 'case.released':
      return goOn(desk, state);
    case 'case.taken':
    case 'case.contacted':
    case 'case.supported':
    case 'case.included':
    case 'case.inspected':
    case 'case.merged':
    case 'case.escalated':
      return;
    default:
      return unreachable(entry);
  }
}
