// Looking again: at a doubtful detection before it is accepted, and at the place before a case is closed. Orders go to the world, answers
// come back as `checked` signals; a question without an answer is asked again.

import type { CaseState } from '@onescreen/shared/cases';
import { lastStep } from '@onescreen/shared/cases';
import type { CaseType, CheckMeans } from '@onescreen/shared/catalogue';
import type { Actor, CaseId, OrderId } from '@onescreen/shared/ids';
import type { Evidence } from '@onescreen/shared/log';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import { unreachable } from '@onescreen/shared/unreachable';
import { takeContact } from './contacts.ts';
import type { Desk } from './desk.ts';
import { act, caseOf, newOrderId, note, remind, typeOf, workOf } from './desk.ts';
import { byMachine } from './fallBacks.ts';
import { whenPeopleWork } from './people.ts';
import { takeSpot } from './spotChecks.ts';
import type { OpenCheck } from './state.ts';

/** The second re-shot or reading comes ten minutes after the first (brief §4), sooner where the type's own limit for checking is less. */
const SECOND_LOOK_MINUTES = 10;
const secondLookTicks = (type: CaseType): number => Math.min(SECOND_LOOK_MINUTES, type.limitMinutes.verify) * MINUTE;
/** After so many questions without an answer: a doubtful detection is taken as real, a closure is proven by a visit. */
const MOST_ATTEMPTS = 3;

type Purpose = OpenCheck['purpose'];

/** How long an answer may take before the question is asked again: about twice the slowest believable one. */
function patience(purpose: Purpose, means: CheckMeans): number {
  if (purpose === 'review') return 10 * MINUTE;
  switch (means) {
    case 'reshoot':
    case 'sensor':
      return 10 * MINUTE;
    case 'callback':
    case 'photo':
      return HOUR;
    case 'visit':
    case 'document':
      return 2 * HOUR;
    default:
      return unreachable(means);
  }
}

/** Whose judgement an answer is. */
function checkedBy(means: CheckMeans): Actor {
  switch (means) {
    case 'reshoot':
      return 'rule:camera-clear';
    case 'sensor':
      return 'rule:sensor-back';
    case 'callback':
      return 'user:hotline';
    case 'photo':
    case 'visit':
    case 'document':
      return 'user:checker';
    default:
      return unreachable(means);
  }
}

/** A re-shot needs the camera that saw it; where there is none, photos are compared. */
const meansFor = (type: CaseType, device: string | null): CheckMeans =>
  type.check === 'reshoot' && device === null ? 'photo' : type.check;

type Question = Omit<OpenCheck, 'order'>;
/** The first time that something is asked. */
const firstTime = { round: 0, attempts: 1, seen: [], askedBy: null } as const;

function ask(desk: Desk, state: CaseState, open: Question, afterTicks: number): void {
  const order = newOrderId(desk);
  const { purpose, means } = open;
  note(desk, state.id, { check: { ...open, order } });
  desk.state.orders[order] = { kind: 'check', case: state.id };
  const device = byMachine(means) || purpose === 'review' ? (workOf(desk, state.id)?.device ?? null) : null;
  desk.orders.push({
    kind: 'check',
    id: order,
    case: state.id,
    purpose: purpose === 'review' ? 'review' : 'closure',
    means,
    type: state.type,
    at: state.at,
    area: state.area,
    device,
    afterTicks,
  });
  remind(desk, desk.tick + afterTicks + patience(purpose, means), 'answer', state.id, order);
}

/** A person looks at the frames of a detection below the gate. */
export function askReview(desk: Desk, id: CaseId): void {
  const state = caseOf(desk, id);
  if (state?.status !== 'discovered' || state.held !== null) return;
  ask(desk, state, { purpose: 'review', means: 'reshoot', ...firstTime }, 0);
}

/** Has the shop put it right by itself within its window? */
export function askSelfCorrection(desk: Desk, id: CaseId): void {
  const state = caseOf(desk, id);
  if (state?.status !== 'filed' || state.held !== null) return;
  const means = meansFor(typeOf(state), workOf(desk, id)?.device ?? null);
  ask(desk, state, { purpose: 'self-correct', means, ...firstTime }, 0);
}

/** The unit says that it is done: is it? */
export function askClosure(desk: Desk, id: CaseId): void {
  const state = caseOf(desk, id);
  if (state?.status !== 'checking' || state.held !== null) return;
  const type = typeOf(state);
  const means = meansFor(type, workOf(desk, id)?.device ?? null);
  const wait = byMachine(means) ? 0 : whenPeopleWork(type, desk.tick, desk.info.epochMs) - desk.tick;
  ask(desk, state, { purpose: 'closure', means, ...firstTime }, wait);
}

/** A person wants the place looked at by these means. What the desk had asked meanwhile is dropped: one look counts, and it is theirs. */
export function askForPerson(desk: Desk, state: CaseState, means: CheckMeans, askedBy: Actor): void {
  dropCheck(desk, state.id);
  ask(desk, state, { purpose: 'closure', means, ...firstTime, askedBy }, 0);
}

/** The case has moved on: an answer to what was asked before would say nothing about it now. */
export function dropCheck(desk: Desk, id: CaseId): void {
  const open = workOf(desk, id)?.check;
  if (!open) return;
  delete desk.state.orders[open.order];
  note(desk, id, { check: null });
}

/** An answer came. `evidence.clear`: gone, still there, or (undefined) nobody could say. */
export function takeAnswer(desk: Desk, order: OrderId, evidence: Evidence): void {
  const live = desk.state.orders[order];
  if (live?.kind === 'contact') return takeContact(desk, live.case, order, live.attempt, evidence);
  if (live?.kind === 'spot') return takeSpot(desk, live.case, order, live.attempt, evidence);
  const state = live === undefined ? undefined : caseOf(desk, live.case);
  const open = live === undefined ? null : (workOf(desk, live.case)?.check ?? null);
  if (live?.kind !== 'check' || state === undefined || open?.order !== order) {
    desk.state.counters.staleAnswers += 1;
    return;
  }
  delete desk.state.orders[order];
  const answered = { ...open, seen: [...open.seen, evidence] };
  if (evidence.clear === undefined) askAgain(desk, state, answered);
  else if (open.purpose === 'review') concludeReview(desk, state, evidence);
  else if (evidence.clear && needsSecondLook(open))
    ask(desk, state, { ...answered, round: 1, attempts: 1 }, secondLookTicks(typeOf(state)));
  else concludeCheck(desk, state, answered, evidence.clear);
}

/** A machine's word that all is well counts when it is said twice; a person asks for one look. */
const needsSecondLook = ({ means, round, purpose, askedBy }: OpenCheck): boolean =>
  byMachine(means) && round === 0 && purpose === 'closure' && askedBy === null;

function concludeReview(desk: Desk, state: CaseState, evidence: Evidence): void {
  note(desk, state.id, { check: null });
  const by = 'user:intake';
  const reason = workOf(desk, state.id)?.repeat ? 'repeat-within-a-day' : 'seen-on-review';
  if (evidence.clear) act(desk, state.id, { kind: 'reject', by, reason: 'false-alarm', evidence: [evidence] });
  else act(desk, state.id, { kind: 'accept', by, reason, evidence: [evidence] });
}

function concludeCheck(desk: Desk, state: CaseState, open: OpenCheck, pass: boolean): void {
  note(desk, state.id, { check: null });
  const { means } = open;
  const photo = means === 'photo' ? (lastStep(state, 'case.handled')?.evidence ?? []) : [];
  const by = open.askedBy ?? checkedBy(means);
  act(desk, state.id, { kind: 'check', by, means, pass, evidence: [...photo, ...open.seen] });
}

/** No answer: once more, and after some tries another way. */
function askAgain(desk: Desk, state: CaseState, open: OpenCheck): void {
  // While a person holds the case the desk asks nothing of its own; what it would ask comes when the case is given back.
  if (state.held !== null && open.askedBy === null) return note(desk, state.id, { check: null });
  const attempts = open.attempts + 1;
  if (attempts <= MOST_ATTEMPTS) return ask(desk, state, { ...open, attempts }, 0);
  if (open.askedBy !== null) return giveUp(desk, state);
  if (open.purpose === 'review') {
    note(desk, state.id, { check: null });
    act(desk, state.id, { kind: 'accept', by: 'rule:review-unanswered', reason: 'review-unanswered' });
    return;
  }
  if (open.purpose === 'self-correct') {
    // Nobody can say that the shop has put it right: a unit goes and looks.
    note(desk, state.id, { check: null });
    desk.toDispatch.push(state.id);
    return;
  }
  if (open.means !== 'visit')
    act(desk, state.id, { kind: 'escalate', by: 'rule:check-unanswered', to: 'district', reason: 'check-unanswered' });
  const wait = whenPeopleWork(typeOf(state), desk.tick, desk.info.epochMs) - desk.tick;
  ask(desk, state, { ...open, means: 'visit', round: 1, attempts: 1 }, wait);
}

/** Nobody could tell the person who asked. The desk's own way goes on, unless the person holds the case and tries another. */
function giveUp(desk: Desk, state: CaseState): void {
  note(desk, state.id, { check: null });
  if (state.held !== null) return;
  if (state.status === 'checking') askClosure(desk, state.id);
  else if (state.status === 'filed') desk.toDispatch.push(state.id);
}

/** The timer of a question rang: has it been answered? */
export function answerOverdue(desk: Desk, id: CaseId, order: OrderId): void {
  const live = desk.state.orders[order];
  if (live?.kind === 'contact') return takeContact(desk, id, order, live.attempt, null);
  if (live?.kind === 'spot') return takeSpot(desk, id, order, live.attempt, null);
  const state = caseOf(desk, id);
  const open = workOf(desk, id)?.check ?? null;
  if (state === undefined || open?.order !== order) return;
  delete desk.state.orders[order];
  askAgain(desk, state, open);
}
