// 先行联系 (brief §3.1): who calls the hotline is called back within a working day, before or while the case is handled.
import type { CaseState } from '@onescreen/shared/cases';
import { isEnded } from '@onescreen/shared/cases';
import type { CaseId, OrderId } from '@onescreen/shared/ids';
import type { Evidence } from '@onescreen/shared/log';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import type { Desk } from './desk.ts';
import { act, caseOf, newOrderId, remind, typeOf } from './desk.ts';
import { doneByPerson, whenPeopleWork } from './people.ts';

/** The rule gives a working day; the hotline's desk means to have called within two hours, so that it comes before the unit (estimate). */
const CONTACT_MINUTES = 120;
/** Who does not pick up is called again after this, so many times in all. */
const AGAIN_AFTER_TICKS = HOUR;
const MOST_CALLS = 4;
/** No word of the call at all: whoever calls may have waited for the morning. */
const PATIENCE_TICKS = 12 * HOUR;
const HELD_AGAIN_TICKS = 30 * MINUTE;

const isToBeCalled = (state: CaseState | undefined): state is CaseState =>
  state !== undefined && state.source === 'hotline' && state.contactedTick === null && !isEnded(state);

export function planContact(desk: Desk, state: CaseState): void {
  if (!isToBeCalled(state)) return;
  const at = doneByPerson(typeOf(state), state.id, 'contact', CONTACT_MINUTES, desk.tick, desk.info.epochMs);
  remind(desk, at, 'contact', state.id, '1');
}

/** The call's turn has come. While a person holds the case the citizen is theirs to call. */
export function callCitizen(desk: Desk, id: CaseId, attempt: number): void {
  const state = caseOf(desk, id);
  if (!isToBeCalled(state)) return;
  if (state.held !== null) return remind(desk, desk.tick + HELD_AGAIN_TICKS, 'contact', id, String(attempt));
  const order = newOrderId(desk);
  desk.state.orders[order] = { kind: 'contact', case: id, attempt };
  const { type, at, area } = state;
  const asked = { purpose: 'contact', means: 'callback', device: null, afterTicks: 0 } as const;
  desk.orders.push({ kind: 'check', id: order, case: id, type, at, area, ...asked });
  remind(desk, desk.tick + PATIENCE_TICKS, 'answer', id, order);
}

/** Call-back evidence with `value` 0 says that nobody picked up. */
const wasReached = (evidence: Evidence): boolean => !(evidence.unit === 'satisfaction' && evidence.value === 0);

/** The call was made; `null`: nobody says whether it was. */
export function takeContact(desk: Desk, id: CaseId, order: OrderId, attempt: number, evidence: Evidence | null): void {
  delete desk.state.orders[order];
  const state = caseOf(desk, id);
  if (!isToBeCalled(state)) return;
  if (evidence !== null && wasReached(evidence)) {
    act(desk, id, { kind: 'contact', by: 'user:hotline', evidence: [evidence] });
  } else if (attempt < MOST_CALLS) {
    const at = whenPeopleWork(typeOf(state), desk.tick + AGAIN_AFTER_TICKS, desk.info.epochMs);
    remind(desk, at, 'contact', id, String(attempt + 1));
  }
}
