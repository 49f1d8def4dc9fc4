// What follows from each step of a case, whoever took it: reminders for the people and rules that come next. Every step leads on to another
// or ends the case, so that none is left waiting for ever.

import type { CaseState } from '@onescreen/shared/cases';
import { advance, isFiled, lastStep, remaining, runningLimit } from '@onescreen/shared/cases';
import type { CaseType } from '@onescreen/shared/catalogue';
import type { CaseEntry, HotlineAnswer } from '@onescreen/shared/log';
import { MINUTE } from '@onescreen/shared/time';
import { unreachable } from '@onescreen/shared/unreachable';
import { askClosure, askReview, closeOrWait } from './checking.ts';
import type { Desk } from './desk.ts';
import { act, caseOf, note, remind, typeOf } from './desk.ts';
import { expectFinish, expectRelease } from './dispatching.ts';
import { closeWork, forgetLater } from './matching.ts';
import { doneByPerson, whenPeopleWork } from './people.ts';

/** Hits of a camera whose mean confidence is at least this need no person (brief §4). */
export const CONFIDENCE_GATE = 0.75;
/** T + 1 min: filed; T + 2 min: dispatched (brief §4). Limits of one minute leave no room for that. */
const AUTO_FILE_TICKS = MINUTE;
const AUTO_DISPATCH_TICKS = MINUTE;
const URGENT_FILE_TICKS = 15;
const URGENT_DISPATCH_TICKS = 10;
/** The type whose shop is told first, and how long it has to put things right itself (brief §4). */
const SELF_CORRECTING = 'XJ03';
const SELF_CORRECT_TICKS = 10 * MINUTE;
export const selfCorrects = (type: CaseType): boolean => type.code === SELF_CORRECTING;
/** Call-back evidence says how content the citizen was: `value` 3 to 0, unit `satisfaction`. */
const ANSWERS: readonly HotlineAnswer[] = ['no-answer', 'dissatisfied', 'satisfied', 'very-satisfied'];

/** A detection is new: machines pass the gate, what people report goes to intake. */
function discovered(desk: Desk, state: CaseState): void {
  const type = typeOf(state);
  if (state.camera !== null) {
    if (state.confidence < CONFIDENCE_GATE) askReview(desk, state.id);
    else act(desk, state.id, { kind: 'accept', by: 'rule:confidence-gate', reason: 'confidence-above-gate' });
  } else if (state.automatic && type.autoClose) {
    act(desk, state.id, { kind: 'accept', by: 'rule:sensor-alarm', reason: 'sensor-in-alarm' });
  } else {
    const at = doneByPerson(type, state.id, 'accept', type.limitMinutes.accept, desk.tick, desk.info.epochMs);
    remind(desk, at, 'accept', state.id);
  }
}

function accepted(desk: Desk, state: CaseState): void {
  const type = typeOf(state);
  const automatic = desk.tick + (type.priority === 1 ? URGENT_FILE_TICKS : AUTO_FILE_TICKS);
  const byPerson = () =>
    doneByPerson(type, state.id, 'file', type.limitMinutes.dispatch / 2, desk.tick, desk.info.epochMs);
  remind(desk, type.autoClose ? automatic : byPerson(), 'file', state.id);
}

/** A filed case is sent out, or its shop gets the chance to put things right first. */
function filed(desk: Desk, state: CaseState): void {
  const type = typeOf(state);
  if (selfCorrects(type)) {
    remind(desk, desk.tick + SELF_CORRECT_TICKS, 'self-correct', state.id);
    return;
  }
  const soon = desk.tick + (type.priority === 1 ? URGENT_DISPATCH_TICKS : AUTO_DISPATCH_TICKS);
  sendOut(desk, state, soon);
}

function sendOut(desk: Desk, state: CaseState, at: number): void {
  note(desk, state.id, { waitingSince: at });
  remind(desk, whenPeopleWork(typeOf(state), at, desk.info.epochMs), 'dispatch', state.id);
}

/** A limit runs: the urges at 80, 100 and 150 % of it. */
function watchLimit(desk: Desk, state: CaseState): void {
  if (!isFiled(state)) return;
  const { clock } = typeOf(state);
  const { epochMs } = desk.info;
  const { dueTick, seconds } = runningLimit(state, epochMs);
  const left = remaining(clock, desk.tick, dueTick, epochMs);
  const at80 = advance(clock, desk.tick, Math.max(0, left - 0.2 * seconds), epochMs);
  const at150 = advance(clock, dueTick, 0.5 * seconds, epochMs);
  remind(desk, at80, 'urge', state.id, `80/${dueTick}`);
  remind(desk, dueTick, 'urge', state.id, `100/${dueTick}`);
  remind(desk, at150, 'urge', state.id, `150/${dueTick}`);
}

function handled(desk: Desk, state: CaseState): void {
  if (state.status !== 'checking') return;
  expectRelease(desk, state.id, state.unit);
  askClosure(desk, state.id);
}

function checked(desk: Desk, state: CaseState, pass: boolean): void {
  if (pass) closeOrWait(desk, state);
  else if (state.status === 'checking')
    act(desk, state.id, { kind: 'rework', by: 'rule:check-failed', reason: 'still-there' });
  else sendOut(desk, state, desk.tick);
}

/** Call-backs tell how content the citizen was; the others are rated by the rule. */
function closed(desk: Desk, state: CaseState): void {
  const seen = lastStep(state, 'case.checked')?.evidence?.at(-1);
  const answer = seen?.kind === 'callback' && seen.unit === 'satisfaction' ? ANSWERS[seen.value ?? 0] : undefined;
  if (answer === undefined) act(desk, state.id, { kind: 'evaluate', by: 'rule:evaluation', answer: 'by-rule' });
  else act(desk, state.id, { kind: 'evaluate', by: 'user:citizen', answer, evidence: [seen!] });
}

/** Sets going what comes after `entry`. Looks at the case as it is now: an earlier follow-up may have moved it on. */
export function followUp(desk: Desk, entry: CaseEntry): void {
  const state = caseOf(desk, entry.case);
  if (state === undefined) return;
  switch (entry.kind) {
    case 'case.discovered':
      return discovered(desk, state);
    case 'case.accepted':
      return accepted(desk, state);
    case 'case.filed':
      filed(desk, state);
      return watchLimit(desk, state);
    case 'case.arrived':
      return state.status === 'handling' ? expectFinish(desk, state, state.order) : undefined;
    case 'case.handled':
      return handled(desk, state);
    case 'case.returned':
      return sendOut(desk, state, desk.tick + AUTO_DISPATCH_TICKS);
    case 'case.reworked':
    case 'case.reopened':
    case 'case.resumed':
      sendOut(desk, state, desk.tick + AUTO_DISPATCH_TICKS);
      return watchLimit(desk, state);
    case 'case.extended':
      return watchLimit(desk, state);
    case 'case.suspended':
      return remind(desk, entry.untilTick, 'resume', state.id);
    case 'case.checked':
      return checked(desk, state, entry.pass);
    case 'case.closed':
      closeWork(desk, state.id);
      return closed(desk, state);
    case 'case.rejected':
      return forgetLater(desk, state.id);
    case 'case.voided':
      return closeWork(desk, state.id);
    case 'case.dispatched':
    case 'case.merged':
    case 'case.escalated':
    case 'case.urged':
    case 'case.evaluated':
      return;
    default:
      return unreachable(entry);
  }
}
