// Sending units: filed cases whose turn has come go to the policy, orders go out, and orders that are not carried out go to another unit.

import type { AssignedCase, CaseState } from '@onescreen/shared/cases';
import { isFiled, lastStep } from '@onescreen/shared/cases';
import type { CaseId } from '@onescreen/shared/ids';
import { MINUTE } from '@onescreen/shared/time';
import type { Desk } from './desk.ts';
import { act, caseOf, newOrderId, note, record, remind, typeOf, workOf } from './desk.ts';
import type { Assignment, DispatchRequest } from './dispatchPolicy.ts';

/** A case for which no unit is free asks again. */
const RETRY_TICKS = 30;
/** Low priorities with nobody free ask less often: the answer seldom changes within half a minute. */
const RETRY_LOW_TICKS = 120;
/** After this wait for a unit a case on the emergency clock goes one level up, which may send units of other districts. */
const WAIT_BEFORE_ESCALATION_TICKS = 15 * MINUTE;
/** Slowest expected speed: the brief's 28 km/h in the core. */
const SLOW_METRES_PER_SECOND = 28 / 3.6;
/** A unit sets off within two minutes. */
const DEPARTURE_SECONDS = 2 * MINUTE;
/** An order is given up after this many times the expected time, and not before a quarter of an hour. */
const PATIENCE = 3;
const LEAST_ARRIVAL_TICKS = 15 * MINUTE;
const LEAST_HANDLING_TICKS = 60 * MINUTE;
/** A unit that was called back is left alone until it says that it is free, or for this long. */
const RECALL_TICKS = MINUTE;
/** A unit that has nothing more to do with a case and does not say so is taken as free after this. */
const RELEASE_TICKS = 30 * MINUTE;

function requestOf(desk: Desk, state: CaseState): DispatchRequest {
  const work = workOf(desk, state.id);
  const reworked = lastStep(state, 'case.reworked', 'case.dispatched');
  const before = reworked?.kind === 'case.reworked' ? (lastStep(state, 'case.dispatched')?.unit ?? null) : null;
  return {
    case: state.id,
    type: typeOf(state),
    at: state.at,
    area: state.area,
    wide: state.urged >= 80 || lastStep(state, 'case.escalated') !== undefined,
    // Who returned it is not asked again, unless there has been nobody else for a while.
    excluded:
      desk.tick - (work?.waitingSince ?? desk.tick) < WAIT_BEFORE_ESCALATION_TICKS ? (work?.excluded ?? []) : [],
    before,
  };
}

/** Serves all cases whose time has come in this tick, most urgent first. Those left over ask again. */
export function dispatchDue(desk: Desk): void {
  if (desk.toDispatch.length === 0) return;
  const due = [...new Set(desk.toDispatch)].map((id) => caseOf(desk, id)).filter((state) => state?.status === 'filed');
  desk.toDispatch = [];
  const requests = due.map((state) => requestOf(desk, state!));
  requests.sort((a, b) => a.type.priority - b.type.priority || (a.case < b.case ? -1 : 1));
  const assignments = new Map(desk.policy.assign(requests, desk.fleet).map((one) => [one.case, one]));
  for (const request of requests) {
    const assignment = assignments.get(request.case);
    if (assignment === undefined) wait(desk, request);
    else send(desk, request, assignment, assignment.reason);
  }
}

function wait(desk: Desk, request: DispatchRequest): void {
  const since = workOf(desk, request.case)?.waitingSince ?? desk.tick;
  const waited = desk.tick - since;
  if (request.type.clock === 'emergency' && !request.wide && waited >= WAIT_BEFORE_ESCALATION_TICKS) {
    act(desk, request.case, { kind: 'escalate', by: 'rule:no-unit', to: 'district', reason: 'no-unit-free' });
  }
  remind(desk, desk.tick + (request.type.priority >= 4 ? RETRY_LOW_TICKS : RETRY_TICKS), 'dispatch', request.case);
}

function send(desk: Desk, request: DispatchRequest, assignment: Assignment, reason: string): void {
  const order = newOrderId(desk);
  const { unit, distanceMetres, runnersUp } = assignment;
  const by = `rule:${desk.policy.name}` as const;
  const done = act(desk, request.case, { kind: 'dispatch', by, reason, unit, order, distanceMetres, runnersUp });
  if (!done) return;
  desk.state.orders[order] = { kind: 'go', case: request.case, unit };
  delete desk.state.recalled[unit];
  record(desk, { kind: 'unit.ordered', unit, order, case: request.case, to: request.at });
  desk.orders.push({ kind: 'go', id: order, unit, case: request.case, type: request.type.code, to: request.at });
  const expected = DEPARTURE_SECONDS + distanceMetres / SLOW_METRES_PER_SECOND;
  remind(
    desk,
    desk.tick + Math.max(LEAST_ARRIVAL_TICKS, Math.ceil(PATIENCE * expected)),
    'arrival',
    request.case,
    order,
  );
}

/** The unit is on site: it has three times the type's long handling time (p90) to finish. */
export function expectFinish(desk: Desk, state: CaseState, order: string): void {
  const patience = PATIENCE * typeOf(state).handlingMinutes.p90 * MINUTE;
  remind(desk, desk.tick + Math.max(LEAST_HANDLING_TICKS, Math.ceil(patience)), 'finish', state.id, order);
}

/** Calls a unit back and keeps it off the list until it has heard. */
function recall(desk: Desk, unit: string): void {
  desk.orders.push({ kind: 'recall', id: newOrderId(desk), unit });
  desk.state.recalled[unit] = desk.tick + RECALL_TICKS;
}

type ReassignReason = 'no-arrival' | 'not-finished' | 'unit-left';

/** Takes a case from the unit that has it and gives it to another; the unit is called back unless it has left already. */
export function reassign(desk: Desk, id: CaseId, reason: ReassignReason): void {
  const state = caseOf(desk, id);
  if (state === undefined || (state.status !== 'dispatched' && state.status !== 'handling')) return;
  const { unit, order } = state;
  const request = { ...requestOf(desk, state), before: null };
  const excluded = [...(workOf(desk, id)?.excluded ?? []), unit];
  const [another] = desk.policy.assign([{ ...request, excluded }], desk.fleet);
  const [assignment] = another ? [another] : desk.policy.assign([{ ...request, excluded: [unit] }], desk.fleet);
  if (assignment === undefined) return keepAsking(desk, state, reason);
  note(desk, id, { excluded });
  delete desk.state.orders[order];
  if (desk.state.cases.units[unit]?.case === id) {
    recall(desk, unit);
    record(desk, { kind: 'unit.freed', unit });
  }
  send(desk, request, assignment, reason);
}

/** Nobody else is free: the unit that should be there is told once more, and the question comes back. */
function keepAsking(desk: Desk, state: AssignedCase, reason: ReassignReason): void {
  const { id, unit, order, type, at } = state;
  const hasIt = desk.state.cases.units[unit]?.case === id;
  if (reason === 'no-arrival' && hasIt) desk.orders.push({ kind: 'go', id: order, unit, case: id, type, to: at });
  const purpose = state.status === 'handling' ? 'finish' : 'arrival';
  remind(desk, desk.tick + (hasIt ? LEAST_ARRIVAL_TICKS : RETRY_TICKS), purpose, id, order);
}

/** The case needs its unit no more: when the unit does not say that it is free, it is taken as free after a while. */
export const expectRelease = (desk: Desk, id: CaseId, unit: string): void =>
  remind(desk, desk.tick + RELEASE_TICKS, 'release', id, unit);

export function release(desk: Desk, id: CaseId, unit: string): void {
  if (desk.state.cases.units[unit]?.case !== id) return;
  const state = caseOf(desk, id);
  const busy = state !== undefined && isFiled(state) && (state.status === 'dispatched' || state.status === 'handling');
  if (busy && state.unit === unit) return;
  recall(desk, unit);
  record(desk, { kind: 'unit.freed', unit });
}
