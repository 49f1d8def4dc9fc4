// An emergency for which nobody is free near by takes a unit that is still on its way to something that can wait.
import { lastStep } from '@onescreen/shared/cases';
import { MINUTE } from '@onescreen/shared/time';
import type { Desk } from './desk.ts';
import { act, caseOf } from './desk.ts';
import type { Assignment, DispatchRequest } from './dispatchPolicy.ts';
import type { Candidate } from './policies/candidates.ts';
import { byCost, candidateOf, FIRST_LOW_PRIORITY, onCall, runnersUp, widestPool } from './policies/candidates.ts';
import { dropOrders } from './sending.ts';

/** A free unit is preferred as long as it takes at most so many times as long. */
const WORTH_TIMES = 2;
/** A case that lost its unit keeps the next one at least this long. */
const SPARED_TICKS = 30 * MINUTE;

/** The case that the unit could be called away from: one of low priority that it still drives to. */
function canBeTakenFrom(desk: Desk, unitId: string): string | null {
  const unit = desk.state.cases.units[unitId];
  if (unit?.status !== 'driving' || unit.case === null) return null;
  const state = caseOf(desk, unit.case);
  if (state?.status !== 'dispatched' || state.unit !== unitId) return null;
  if (state.priority < FIRST_LOW_PRIORITY || state.held !== null || state.forced) return null;
  const last = lastStep(state, 'case.withdrawn');
  return last?.reason === 'pre-empted' && desk.tick - last.tick < SPARED_TICKS ? null : state.id;
}

function drivingPast(desk: Desk, request: DispatchRequest): Candidate[] {
  return request.type.unitKinds
    .flatMap((kind) => onCall(widestPool(request, kind, desk.fleet), request, desk.fleet))
    .filter((unit) => canBeTakenFrom(desk, unit.id) !== null && !request.excluded.includes(unit.id))
    .map((unit) => candidateOf(unit, request, desk.fleet))
    .sort(byCost);
}

/**
 * For a case of priority 1 with no free unit, or with one that would take more than twice as long: takes the order back from the best unit
 * that drives to a case of priority 4 or 5, which will be sent out anew. Returns the assignment of that unit, or null where none is taken.
 * `free`: what the policy could do.
 */
export function preempt(desk: Desk, request: DispatchRequest, free: Assignment | undefined): Assignment | null {
  if (request.type.priority !== 1 || request.only !== null) return null;
  const candidates = drivingPast(desk, request);
  const [best] = candidates;
  if (best === undefined) return null;
  if (free !== undefined && free.travelSeconds <= WORTH_TIMES * best.travelSeconds) return null;
  const from = canBeTakenFrom(desk, best.unit.id)!;
  if (!act(desk, from, { kind: 'withdraw', by: 'rule:pre-emption', reason: 'pre-empted' })) return null;
  dropOrders(desk, from, best.unit.id);
  const { distanceMetres, travelSeconds } = best;
  const instead = free === undefined ? [] : [{ unit: free.unit, ...tripOf(free) }];
  return {
    case: request.case,
    unit: best.unit.id,
    reason: 'nearest-unit',
    distanceMetres,
    travelSeconds,
    runnersUp: [...instead, ...(free?.runnersUp ?? runnersUp(candidates, (one) => one === best))].slice(0, 3),
  };
}

const tripOf = ({ distanceMetres, travelSeconds }: Assignment) => ({ distanceMetres, travelSeconds });
