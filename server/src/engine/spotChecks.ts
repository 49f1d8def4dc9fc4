// 抽查 (brief §3.1): of what machines closed by themselves one in twenty is looked at by a person on site.
import type { CaseState } from '@onescreen/shared/cases';
import type { CaseId, OrderId } from '@onescreen/shared/ids';
import type { Evidence } from '@onescreen/shared/log';
import { spread } from '@onescreen/shared/random';
import { MINUTE } from '@onescreen/shared/time';
import type { Desk } from './desk.ts';
import { act, caseOf, newOrderId, remind } from './desk.ts';

const SPOT_SHARE = 0.05;
/** The checker on duty sets out soon after the closing, while the place still shows what was done (estimates). */
const EARLIEST_TICKS = 5 * MINUTE;
const LATEST_TICKS = 30 * MINUTE;
/** A visit that nobody has told of by then is made once more. */
const PATIENCE_TICKS = 40 * MINUTE;
const MOST_VISITS = 2;

/** A closed case is drawn by its own name: the same ones in every replay. */
export function drawSpotCheck(desk: Desk, state: CaseState): void {
  if (spread(`${desk.info.seed}/${state.id}/spot`) >= SPOT_SHARE) return;
  const share = spread(`${state.id}/spot-delay`);
  remind(desk, desk.tick + Math.round(EARLIEST_TICKS + share * (LATEST_TICKS - EARLIEST_TICKS)), 'spot', state.id, '1');
}

const isOver = (state: CaseState | undefined): state is CaseState =>
  state?.status === 'closed' || state?.status === 'evaluated';

export function visitSpot(desk: Desk, id: CaseId, attempt: number): void {
  const state = caseOf(desk, id);
  if (!isOver(state)) return;
  const order = newOrderId(desk);
  desk.state.orders[order] = { kind: 'spot', case: id, attempt };
  const { type, at, area } = state;
  const asked = { purpose: 'closure', means: 'visit', device: null, afterTicks: 0 } as const;
  desk.orders.push({ kind: 'check', id: order, case: id, type, at, area, ...asked });
  remind(desk, desk.tick + PATIENCE_TICKS, 'answer', id, order);
}

/** The visit was made; `null`: nobody says so. What is still there opens the case again. */
export function takeSpot(desk: Desk, id: CaseId, order: OrderId, attempt: number, evidence: Evidence | null): void {
  delete desk.state.orders[order];
  if (!isOver(caseOf(desk, id))) return;
  if (evidence?.clear !== undefined)
    act(desk, id, { kind: 'spot-check', by: 'user:checker', pass: evidence.clear, evidence: [evidence] });
  else if (attempt < MOST_VISITS) visitSpot(desk, id, attempt + 1);
}
