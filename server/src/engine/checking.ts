// Looking again: at a doubtful detection before it is accepted, and at the place before a case is closed. Orders go to the world, answers
// come back as `checked` signals; a question without an answer is asked again.

import type { CaseState } from '@onescreen/shared/cases';
import { lastStep } from '@onescreen/shared/cases';
import type { CaseType, CheckMeans } from '@onescreen/shared/catalogue';
import type { Actor, CaseId, OrderId } from '@onescreen/shared/ids';
import type { Evidence } from '@onescreen/shared/log';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import { unreachable } from '@onescreen/shared/unreachable';
import type { Desk } from './desk.ts';
import { act, caseOf, newOrderId, note, remind, typeOf, workOf } from './desk.ts';
import { doneByPerson, whenPeopleWork } from './people.ts';
import type { OpenCheck } from './state.ts';

/** The second re-shot or reading comes ten minutes after the first (brief §4), sooner where the type's own limit for checking is less. */
const SECOND_LOOK_MINUTES = 10;
const secondLookTicks = (type: CaseType): number => Math.min(SECOND_LOOK_MINUTES, type.limitMinutes.verify) * MINUTE;
/** After so many questions without an answer: a doubtful detection is taken as real, a closure is proven by a visit. */
const MOST_ATTEMPTS = 3;
/** The shift leader closes within this, or within the type's limit for checking where that is less. Minutes. */
const CLOSE_MINUTES = 30;

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

const byMachine = (means: CheckMeans): boolean => means === 'reshoot' || means === 'sensor';

/** A re-shot needs the camera that saw it; where there is none, photos are compared. */
const meansFor = (type: CaseType, device: string | null): CheckMeans =>
  type.check === 'reshoot' && device === null ? 'photo' : type.check;

function ask(desk: Desk, state: CaseState, open: Omit<OpenCheck, 'order'>, afterTicks: number): void {
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
  if (state?.status !== 'discovered') return;
  ask(desk, state, { purpose: 'review', means: 'reshoot', round: 0, attempts: 1, seen: [] }, 0);
}

/** Has the shop put it right by itself within its window? */
export function askSelfCorrection(desk: Desk, id: CaseId): void {
  const state = caseOf(desk, id);
  if (state?.status !== 'filed') return;
  const means = meansFor(typeOf(state), workOf(desk, id)?.device ?? null);
  ask(desk, state, { purpose: 'self-correct', means, round: 0, attempts: 1, seen: [] }, 0);
}

/** The unit says that it is done: is it? */
export function askClosure(desk: Desk, id: CaseId): void {
  const state = caseOf(desk, id);
  if (state?.status !== 'checking') return;
  const type = typeOf(state);
  const means = meansFor(type, workOf(desk, id)?.device ?? null);
  const wait = byMachine(means) ? 0 : whenPeopleWork(type, desk.tick, desk.info.epochMs) - desk.tick;
  ask(desk, state, { purpose: 'closure', means, round: 0, attempts: 1, seen: [] }, wait);
}

/** An answer came. `evidence.clear`: gone, still there, or (undefined) nobody could say. */
export function takeAnswer(desk: Desk, order: OrderId, evidence: Evidence): void {
  const live = desk.state.orders[order];
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
  else if (evidence.clear && byMachine(open.means) && open.round === 0 && open.purpose === 'closure') {
    ask(desk, state, { ...answered, round: 1, attempts: 1 }, secondLookTicks(typeOf(state)));
  } else concludeCheck(desk, state, answered, evidence.clear);
}

function concludeReview(desk: Desk, state: CaseState, evidence: Evidence): void {
  note(desk, state.id, { check: null });
  const by = 'user:intake';
  if (evidence.clear) act(desk, state.id, { kind: 'reject', by, reason: 'false-alarm', evidence: [evidence] });
  else act(desk, state.id, { kind: 'accept', by, reason: 'seen-on-review', evidence: [evidence] });
}

function concludeCheck(desk: Desk, state: CaseState, open: OpenCheck, pass: boolean): void {
  note(desk, state.id, { check: null });
  const { means } = open;
  const photo = means === 'photo' ? (lastStep(state, 'case.handled')?.evidence ?? []) : [];
  act(desk, state.id, { kind: 'check', by: checkedBy(means), means, pass, evidence: [...photo, ...open.seen] });
}

/** No answer: once more, and after some tries another way. */
function askAgain(desk: Desk, state: CaseState, open: OpenCheck): void {
  const attempts = open.attempts + 1;
  if (attempts <= MOST_ATTEMPTS) return ask(desk, state, { ...open, attempts }, 0);
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

/** The timer of a question rang: has it been answered? */
export function answerOverdue(desk: Desk, id: CaseId, order: OrderId): void {
  const state = caseOf(desk, id);
  const open = workOf(desk, id)?.check ?? null;
  if (state === undefined || open?.order !== order) return;
  delete desk.state.orders[order];
  askAgain(desk, state, open);
}

/** The check has passed: types that close by themselves do so at once, the others when the shift leader gets round to it. */
export function closeOrWait(desk: Desk, state: CaseState): void {
  const type = typeOf(state);
  if (type.autoClose) {
    act(desk, state.id, { kind: 'close', by: 'rule:auto-close' });
    return;
  }
  const minutes = Math.min(CLOSE_MINUTES, type.limitMinutes.verify);
  remind(
    desk,
    doneByPerson(type, state.id, `close/${state.reworks}`, minutes, desk.tick, desk.info.epochMs),
    'close',
    state.id,
  );
}
