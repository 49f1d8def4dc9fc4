// Orders out and back: sending a unit to a case, first or beside the first, and taking an order back. Everything that moves a unit goes
// through here, so that the case, the unit and the world always hear of it together.

import type { CaseCommand, CaseState, Refusal } from '@onescreen/shared/cases';
import { caseRefusal, deskRefusal } from '@onescreen/shared/cases';
import type { UnitKindId } from '@onescreen/shared/catalogue';
import type { Actor, CaseId, OrderId, UnitId } from '@onescreen/shared/ids';
import type { RosterUnit } from '@onescreen/shared/log';
import { MINUTE } from '@onescreen/shared/time';
import type { Desk } from './desk.ts';
import { act, caseOf, judge, newOrderId, record, remind } from './desk.ts';
import type { Assignment, DispatchRequest, Fleet } from './dispatchPolicy.ts';
import { candidatesFor, candidatesOf, poolsOf, runnersUp } from './policies/candidates.ts';
import { requestFor, unavailableFor } from './requests.ts';

/** A unit sets off within two minutes. */
const DEPARTURE_SECONDS = 2 * MINUTE;
/** An order is given up after this many times the expected time, and not before a quarter of an hour. */
export const PATIENCE = 3;
export const LEAST_ARRIVAL_TICKS: number = 15 * MINUTE;
/** A unit that was called back is left alone until it says that it is free, or for this long. */
const RECALL_TICKS = MINUTE;

/** Gives a command to a case; the refusal, or null when it was carried out. */
function attempt(desk: Desk, id: CaseId, command: CaseCommand): Refusal | null {
  const { refusal } = judge(desk, id, command);
  if (refusal !== undefined) return refusal;
  act(desk, id, command);
  return null;
}

/** Tells unit and world. */
function giveOrder(desk: Desk, state: CaseState, unit: UnitId, order: OrderId, role: 'lead' | 'support'): void {
  desk.state.orders[order] = { kind: 'go', case: state.id, unit, role };
  delete desk.state.recalled[unit];
  record(desk, { kind: 'unit.ordered', unit, order, case: state.id, to: state.at });
  desk.orders.push({ kind: 'go', id: order, unit, case: state.id, type: state.type, to: state.at, role });
}

/** Sends the first unit. The one that had the case before is called back, unless it has left already. */
export function sendLead(
  desk: Desk,
  id: CaseId,
  assignment: Omit<Assignment, 'reason'>,
  by: Actor,
  reason: string,
): Refusal | null {
  const before = caseOf(desk, id);
  const had = before?.status === 'dispatched' || before?.status === 'handling' ? before.unit : null;
  const order = newOrderId(desk);
  const { unit, distanceMetres, travelSeconds, runnersUp: others } = assignment;
  const command = { by, reason, unit, order, distanceMetres, travelSeconds, runnersUp: others };
  const refusal = attempt(desk, id, { kind: 'dispatch', ...command });
  if (refusal !== null) return refusal;
  if (had !== null) recallUnit(desk, id, had);
  giveOrder(desk, before!, unit, order, 'lead');
  const patience = PATIENCE * (DEPARTURE_SECONDS + travelSeconds);
  remind(desk, desk.tick + Math.max(LEAST_ARRIVAL_TICKS, Math.ceil(patience)), 'arrival', id, order);
  return null;
}

/**
 * Sends the unit that a person or a ruling chose, in place of the one that has the case, which is called back. The case has to be filed,
 * dispatched or in handling. Returns why not, or null when it is on its way.
 */
export function sendUnit(desk: Desk, id: CaseId, unitId: UnitId, by: Actor, reason: string): Refusal | null {
  const state = caseOf(desk, id);
  if (state === undefined) return caseRefusal('no-such-case');
  const refusal = refuseUnit(desk, state, unitId);
  if (refusal !== null) return refusal;
  const unit = desk.fleet.unit(unitId)!;
  const request = requestFor(desk, state);
  const ranked = candidatesFor(request, desk.fleet);
  const assignment = {
    case: id,
    unit: unitId,
    ...desk.fleet.trip(unit, state),
    runnersUp: runnersUp(ranked, (one) => one.unit === unit),
  };
  return sendLead(desk, id, assignment, by, reason);
}

/** Why a unit cannot be chosen for a case, or null. The one that has it may be named: the rule book says that. */
export function refuseUnit(desk: Desk, state: CaseState, unitId: UnitId): Refusal | null {
  const unit = desk.fleet.unit(unitId);
  if (unit === undefined) return deskRefusal('no-such-unit');
  const hasIt = 'unit' in state && state.unit === unitId;
  return hasIt ? null : unfit(requestFor(desk, state), unit, desk.fleet);
}

/** Who may not be chosen by a person either. That it is far away, or has returned the case, is for the person to judge. */
function unfit(request: DispatchRequest, unit: RosterUnit, fleet: Fleet): Refusal | null {
  if (!request.type.unitKinds.includes(unit.kind)) return deskRefusal('unit-not-able');
  const why = unavailableFor(request, unit, fleet);
  if (why === 'away') return deskRefusal('unit-away');
  if (why === 'busy') return deskRefusal('unit-busy');
  return why === 'off-duty' ? deskRefusal('unit-off-duty') : null;
}

/** Sends one more unit: the one that is named, or the best free one of a kind. Returns why not, or null when it is on its way. */
export function sendSupport(
  desk: Desk,
  id: CaseId,
  which: { unit: UnitId } | { kind: UnitKindId },
  by: Actor,
  reason: string,
): Refusal | null {
  const state = caseOf(desk, id);
  if (state === undefined) return caseRefusal('no-such-case');
  const unfitNamed = 'unit' in which ? refuseSupport(desk, which.unit) : null;
  if (unfitNamed !== null) return unfitNamed;
  const unit = 'unit' in which ? desk.fleet.unit(which.unit) : bestOfKind(desk, state, which.kind);
  if (unit === undefined) return deskRefusal('no-unit-free');
  const order = newOrderId(desk);
  const { distanceMetres } = desk.fleet.trip(unit, state);
  const refusal = attempt(desk, id, { kind: 'support', by, unit: unit.id, order, distanceMetres, reason });
  if (refusal !== null) return refusal;
  giveOrder(desk, state, unit.id, order, 'support');
  return null;
}

/** Why a unit cannot be sent beside the first one, or null. Helpers may be of any kind. */
export function refuseSupport(desk: Desk, unitId: UnitId): Refusal | null {
  const unit = desk.fleet.unit(unitId);
  if (unit === undefined) return deskRefusal('no-such-unit');
  if (desk.fleet.isAway(unit)) return deskRefusal('unit-away');
  return desk.fleet.isIdle(unit) ? null : deskRefusal('unit-busy');
}

function bestOfKind(desk: Desk, state: CaseState, kind: UnitKindId): RosterUnit | undefined {
  const request = { ...requestFor(desk, state), only: null };
  for (const pool of poolsOf(request, kind, desk.fleet)) {
    const [best] = candidatesOf(pool, request, desk.fleet);
    if (best !== undefined) return best.unit;
  }
  return undefined;
}

/** Takes the orders of a unit for a case back and calls it home, if it still has them. Says nothing to the case. */
export function recallUnit(desk: Desk, id: CaseId, unit: UnitId): void {
  dropOrders(desk, id, unit);
  if (desk.state.cases.units[unit]?.case !== id) return;
  desk.orders.push({ kind: 'recall', id: newOrderId(desk), unit });
  desk.state.recalled[unit] = desk.tick + RECALL_TICKS;
  record(desk, { kind: 'unit.freed', unit });
}

/** Calls everybody back who is still on the case: it has ended, or stands still. `role`: only those. */
export function recallUnits(desk: Desk, id: CaseId, role?: 'lead' | 'support'): void {
  for (const order of Object.values(desk.state.orders)) {
    if (order.kind !== 'go' || order.case !== id) continue;
    if (role === undefined || order.role === role) recallUnit(desk, id, order.unit);
  }
}

/** Reports for the orders of a unit for a case change nothing from now on. */
export function dropOrders(desk: Desk, id: CaseId, unit: UnitId): void {
  const { orders } = desk.state;
  for (const order in orders) {
    const live = orders[order]!;
    if (live.kind === 'go' && live.case === id && live.unit === unit) delete orders[order];
  }
}
