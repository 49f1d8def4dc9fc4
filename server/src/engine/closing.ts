// After a passed check: each level that a case has climbed agrees, the lowest first, then it is closed, by a rule where the type allows that
// and nothing asked for a person.
import type { CaseState, HandlingLevel } from '@onescreen/shared/cases';
import { checkOutcome, confirmationsMissing, lastStep } from '@onescreen/shared/cases';
import type { CaseId } from '@onescreen/shared/ids';
import type { HotlineAnswer } from '@onescreen/shared/log';
import type { Desk } from './desk.ts';
import { act, caseOf, remind, typeOf } from './desk.ts';
import { needsPerson, wasRepeat } from './fallBacks.ts';
import { doneByPerson } from './people.ts';

/** The shift leader closes within this, or within the type's limit for checking where that is less. Minutes. */
const CLOSE_MINUTES = 30;
/** A centre agrees within this, or within half of that limit (an estimate: it reads the file and says yes). Minutes. */
const CONFIRM_MINUTES = 20;
/** Call-back evidence says how content the citizen was: `value` 3 to 0, unit `satisfaction`. */
const ANSWERS: readonly HotlineAnswer[] = ['no-answer', 'dissatisfied', 'satisfied', 'very-satisfied'];

/** The next step towards closing. Does nothing while a person holds the case. */
export function closeOrWait(desk: Desk, state: CaseState): void {
  if (state.held !== null) return;
  const type = typeOf(state);
  const [level] = confirmationsMissing(state);
  const soon = (what: string, minutes: number): number =>
    doneByPerson(type, state.id, `${what}/${state.reworks}`, minutes, desk.tick, desk.info.epochMs);
  if (level !== undefined) {
    const minutes = Math.min(CONFIRM_MINUTES, type.limitMinutes.verify / 2);
    remind(desk, soon(`confirm/${level}`, minutes), 'confirm', state.id, level);
  } else if (type.autoClose && !needsPerson(state)) act(desk, state.id, { kind: 'close', by: 'rule:auto-close' });
  else remind(desk, soon('close', Math.min(CLOSE_MINUTES, type.limitMinutes.verify)), 'close', state.id);
}

/** A centre's turn has come to agree. A confirmation that was given, or is not asked for any more, moves on to what is. */
export function confirmLevel(desk: Desk, id: CaseId, level: HandlingLevel): void {
  const state = caseOf(desk, id);
  if (state === undefined || checkOutcome(state) !== 'passed') return;
  act(desk, id, { kind: 'confirm', by: `user:${level}-centre`, level });
}

/** The shift leader's turn has come. A case that has climbed since has to be agreed to first. */
export function closeByPerson(desk: Desk, id: CaseId): void {
  const state = caseOf(desk, id);
  if (state === undefined || checkOutcome(state) !== 'passed') return;
  const reason = wasRepeat(state) ? { reason: 'repeat-within-a-day' } : {};
  if (!act(desk, id, { kind: 'close', by: 'user:shift-leader', ...reason })) closeOrWait(desk, state);
}

/** Call-backs tell how content the citizen was; the others are rated by the rule. */
export function rate(desk: Desk, state: CaseState): void {
  const seen = lastStep(state, 'case.checked')?.evidence?.at(-1);
  const answer = seen?.kind === 'callback' && seen.unit === 'satisfaction' ? ANSWERS[seen.value ?? 0] : undefined;
  if (answer === undefined) act(desk, state.id, { kind: 'evaluate', by: 'rule:evaluation', answer: 'by-rule' });
  else act(desk, state.id, { kind: 'evaluate', by: 'user:citizen', answer, evidence: [seen!] });
}
