// Sending units by rule: filed cases whose turn has come go to the policy, and orders that are not carried out go to another unit.
import type { AssignedCase, CaseState } from '@onescreen/shared/cases';
import { isFiled, lastStep } from '@onescreen/shared/cases';
import type { CaseId } from '@onescreen/shared/ids';
import { MINUTE } from '@onescreen/shared/time';
import type { Desk } from './desk.ts';
import { act, caseOf, note, remind, typeOf, workOf } from './desk.ts';
import type { Assignment, DispatchRequest } from './dispatchPolicy.ts';
import { isShiftChange } from './fleet.ts';
import { handOver } from './handingOver.ts';
import { preempt } from './preempting.ts';
import { requestFor, WAIT_BEFORE_ESCALATION_TICKS } from './requests.ts';
import { LEAST_ARRIVAL_TICKS, PATIENCE, recallUnit, sendLead, sendSupport } from './sending.ts';

/** A case for which no unit is free asks again. */
const RETRY_TICKS = 30;
/** Low priorities with nobody free ask less often: the answer seldom changes within half a minute. */
const RETRY_LOW_TICKS = 120;
const FIRST_LOW_PRIORITY = 4;
/** Cases of priority 1 and 2 are never held back to be solved together with others. */
const FIRST_GATHERED_PRIORITY = 3;
const LEAST_HANDLING_TICKS = 60 * MINUTE;
/** A unit that has nothing more to do with a case and does not say so is taken as free after this. */
const RELEASE_TICKS = 30 * MINUTE;

/** In a person's hands, or before a judge: no rule sends it out. Whoever ends that sets it going again. */
const isLeftAlone = (state: CaseState): boolean => state.held !== null || state.ruling !== null;

/** The first tick from `tick` on at which the policy looks at cases of this priority. */
function gatheredTick(desk: Desk, tick: number, priority: number): number {
  const every = priority >= FIRST_GATHERED_PRIORITY ? desk.policy.gatherTicks : 1;
  return Math.ceil(tick / every) * every;
}

/** Serves all cases whose time has come in this tick, most urgent first. Those left over ask again. Called once a tick. */
export function dispatchDue(desk: Desk): void {
  if (isShiftChange(desk.tick, desk.info.epochMs)) handOver(desk);
  if (desk.toDispatch.length === 0) return;
  const due = [...new Set(desk.toDispatch)].map((id) => caseOf(desk, id)).filter((state) => state?.status === 'filed');
  desk.toDispatch = [];
  const requests: DispatchRequest[] = [];
  for (const state of due) {
    if (isLeftAlone(state!)) continue;
    const at = gatheredTick(desk, desk.tick, typeOf(state!).priority);
    if (at > desk.tick) remind(desk, at, 'dispatch', state!.id);
    else requests.push(requestFor(desk, state!));
  }
  requests.sort((a, b) => a.type.priority - b.type.priority || (a.case < b.case ? -1 : 1));
  const assignments = new Map(desk.policy.assign(requests, desk.fleet).map((one) => [one.case, one]));
  for (const request of requests) serve(desk, request, assignments.get(request.case));
  // When all first units have left: a crew takes none that was meant for another case.
  for (const request of requests) sendCrew(desk, request.case);
}

function serve(desk: Desk, request: DispatchRequest, assignment: Assignment | undefined): void {
  const chosen = preempt(desk, request, assignment) ?? assignment;
  if (chosen === undefined) return wait(desk, request);
  sendLead(desk, request.case, chosen, `rule:${desk.policy.name}`, reasonFor(desk, request, chosen));
}

/** The policy's reason, unless a ruling has said who goes. */
function reasonFor(desk: Desk, { case: id, only }: DispatchRequest, assignment: Assignment): string {
  const ruled = lastStep(caseOf(desk, id)!, 'case.ruled', 'case.dispatched');
  if (ruled?.kind !== 'case.ruled') return assignment.reason;
  return only === assignment.unit ? 'ruled-force' : 'ruled-another';
}

function wait(desk: Desk, request: DispatchRequest): void {
  const { type } = request;
  if (type.clock === 'emergency' && !request.wide && request.waitedSeconds >= WAIT_BEFORE_ESCALATION_TICKS) {
    act(desk, request.case, { kind: 'escalate', by: 'rule:no-unit', to: 'district', reason: 'no-unit-free' });
  }
  const retry = type.priority >= FIRST_LOW_PRIORITY ? RETRY_LOW_TICKS : RETRY_TICKS;
  remind(desk, gatheredTick(desk, desk.tick + retry, type.priority), 'dispatch', request.case);
}

/** Sends out beside the first unit whoever the plan for this type asks for and who is not there yet. Rework is for the first unit alone. */
function sendCrew(desk: Desk, id: CaseId): void {
  const state = caseOf(desk, id);
  if (state?.status !== 'dispatched' || state.reworks > 0) return;
  const type = typeOf(state);
  const kindOf = (unit: string) => desk.fleet.unit(unit)?.kind;
  const there = state.support.map(({ unit }) => kindOf(unit));
  for (const kind of type.crew) {
    // A crew kind that has to lead, because nobody else is free, is there already.
    const leads = kindOf(state.unit) === kind && kind !== type.unitKinds[0];
    if (!leads && !there.includes(kind)) sendSupport(desk, id, { kind }, 'rule:crew', 'second-unit');
  }
}

/** The unit is on site: it has three times the type's long handling time (p90) to finish. */
export function expectFinish(desk: Desk, state: CaseState, order: string): void {
  const patience = PATIENCE * typeOf(state).handlingMinutes.p90 * MINUTE;
  remind(desk, desk.tick + Math.max(LEAST_HANDLING_TICKS, Math.ceil(patience)), 'finish', state.id, order);
}

type ReassignReason = 'no-arrival' | 'not-finished' | 'unit-left';

/** Takes a case from the unit that has it and gives it to another; the unit is called back unless it has left already. */
export function reassign(desk: Desk, id: CaseId, reason: ReassignReason): void {
  const state = caseOf(desk, id);
  if (state === undefined || (state.status !== 'dispatched' && state.status !== 'handling')) return;
  if (isLeftAlone(state)) return keepAsking(desk, state, reason);
  const { unit } = state;
  const request = { ...requestFor(desk, state), before: null };
  const excluded = [...(workOf(desk, id)?.excluded ?? []), unit];
  const [another] = desk.policy.assign([{ ...request, excluded }], desk.fleet);
  const [assignment] = another ? [another] : desk.policy.assign([{ ...request, excluded: [unit] }], desk.fleet);
  if (assignment === undefined) return keepAsking(desk, state, reason);
  note(desk, id, { excluded });
  sendLead(desk, id, assignment, `rule:${desk.policy.name}`, reason);
}

/** Nobody else may go now: the unit that should be there is told once more, and the question comes back. */
function keepAsking(desk: Desk, state: AssignedCase, reason: ReassignReason): void {
  const { id, unit, order, type, at } = state;
  const hasIt = desk.state.cases.units[unit]?.case === id;
  if (reason === 'no-arrival' && hasIt)
    desk.orders.push({ kind: 'go', id: order, unit, case: id, type, to: at, role: 'lead' });
  const purpose = state.status === 'handling' ? 'finish' : 'arrival';
  const isSlow = hasIt || isLeftAlone(state);
  remind(desk, desk.tick + (isSlow ? LEAST_ARRIVAL_TICKS : RETRY_TICKS), purpose, id, order);
}

/** The case needs its unit no more: when the unit does not say that it is free, it is taken as free after a while. */
export const expectRelease = (desk: Desk, id: CaseId, unit: string): void =>
  remind(desk, desk.tick + RELEASE_TICKS, 'release', id, unit);

/** The unit has had its time to say that it is free: unless it is on the case again, it is called back. */
export function release(desk: Desk, id: CaseId, unit: string): void {
  if (desk.state.cases.units[unit]?.case !== id) return;
  const state = caseOf(desk, id);
  const isOn =
    state !== undefined &&
    isFiled(state) &&
    (state.status === 'dispatched' || state.status === 'handling') &&
    (state.unit === unit || state.support.some((one) => one.unit === unit));
  if (!isOn) recallUnit(desk, id, unit);
}
