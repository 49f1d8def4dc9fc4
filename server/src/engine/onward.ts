// What comes next in the life of a case, stage by stage: the reminders of the people and rules whose turn it is.

import type { CaseState } from '@onescreen/shared/cases';
import { advance, checkOutcome, hasStep, isFiled, remaining, runningLimit } from '@onescreen/shared/cases';
import type { CaseType } from '@onescreen/shared/catalogue';
import { MINUTE } from '@onescreen/shared/time';
import { isRepeat } from './archive.ts';
import { askClosure, askReview } from './checking.ts';
import { closeOrWait } from './closing.ts';
import type { Desk } from './desk.ts';
import { act, note, remind, typeOf, workOf } from './desk.ts';
import { isDoubtful } from './fallBacks.ts';
import { doneByPerson, whenPeopleWork } from './people.ts';
import { awaitRuling } from './rulings.ts';

/** T + 1 min: filed; T + 2 min: dispatched (brief §4). Limits of one minute leave no room for that. */
const AUTO_FILE_TICKS = MINUTE;
const AUTO_DISPATCH_TICKS = MINUTE;
const URGENT_FILE_TICKS = 15;
const URGENT_DISPATCH_TICKS = 10;
/** The type whose shop is told first, and how long it has to put things right itself (brief §4). */
const SELF_CORRECTING = 'XJ03';
const SELF_CORRECT_TICKS = 10 * MINUTE;
export const selfCorrects = (type: CaseType): boolean => type.code === SELF_CORRECTING;

/** A detection is new: machines pass the gate, what people report goes to intake, and so does what was closed here a day ago. */
export function toIntake(desk: Desk, state: CaseState): void {
  const type = typeOf(state);
  const repeat = type.autoClose && isRepeat(desk, state, workOf(desk, state.id)?.device ?? null);
  if (repeat) note(desk, state.id, { repeat });
  if (state.camera !== null) {
    if (isDoubtful(state) || repeat) askReview(desk, state.id);
    else act(desk, state.id, { kind: 'accept', by: 'rule:confidence-gate', reason: 'confidence-above-gate' });
  } else if (state.automatic && type.autoClose && !repeat) {
    act(desk, state.id, { kind: 'accept', by: 'rule:sensor-alarm', reason: 'sensor-in-alarm' });
  } else {
    const at = doneByPerson(type, state.id, 'accept', type.limitMinutes.accept, desk.tick, desk.info.epochMs);
    remind(desk, at, 'accept', state.id);
  }
}

export function toFiling(desk: Desk, state: CaseState): void {
  const type = typeOf(state);
  const automatic = desk.tick + (type.priority === 1 ? URGENT_FILE_TICKS : AUTO_FILE_TICKS);
  const byPerson = () =>
    doneByPerson(type, state.id, 'file', type.limitMinutes.dispatch / 2, desk.tick, desk.info.epochMs);
  remind(desk, type.autoClose ? automatic : byPerson(), 'file', state.id);
}

/** A filed case is sent out, or its shop gets the chance to put things right first. */
export function afterFiling(desk: Desk, state: CaseState): void {
  const type = typeOf(state);
  if (selfCorrects(type)) {
    remind(desk, desk.tick + SELF_CORRECT_TICKS, 'self-correct', state.id);
    return;
  }
  sendOut(desk, state, desk.tick + (type.priority === 1 ? URGENT_DISPATCH_TICKS : AUTO_DISPATCH_TICKS));
}

/** A unit is looked for at `at`, a minute from now unless told otherwise; sooner than that only the policy's own retries are. */
export function sendOut(desk: Desk, state: CaseState, at: number = desk.tick + AUTO_DISPATCH_TICKS): void {
  note(desk, state.id, { waitingSince: at });
  remind(desk, whenPeopleWork(typeOf(state), at, desk.info.epochMs), 'dispatch', state.id);
}

/** A limit runs: the urges at 80, 100 and 150 % of it. */
export function watchLimit(desk: Desk, state: CaseState): void {
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

/** A person gives a case back, or its suspension is over: what would be next is set going again. Units at work and dates have their timers still. */
export function goOn(desk: Desk, state: CaseState): void {
  switch (state.status) {
    case 'discovered':
      return toIntake(desk, state);
    case 'accepted':
      return toFiling(desk, state);
    case 'filed':
      if (checkOutcome(state) === 'passed') return closeOrWait(desk, state);
      if (state.ruling !== null) return awaitRuling(desk, state);
      // The shop's ten minutes start again, unless a check or a unit has been there.
      if (hasStep(state, 'case.checked') || hasStep(state, 'case.dispatched')) return sendOut(desk, state);
      return afterFiling(desk, state);
    case 'checking':
      return goOnChecking(desk, state);
    default:
      return;
  }
}

function goOnChecking(desk: Desk, state: CaseState): void {
  const outcome = checkOutcome(state);
  if (outcome === 'passed') closeOrWait(desk, state);
  else if (outcome === 'failed')
    act(desk, state.id, { kind: 'rework', by: 'rule:check-failed', reason: 'still-there' });
  else if (!workOf(desk, state.id)?.check) askClosure(desk, state.id);
}
