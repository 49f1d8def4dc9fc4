// What a case asks of the units: the request that policies and people's choices are weighed by.
import type { CaseState, CaseStep } from '@onescreen/shared/cases';
import { lastStep } from '@onescreen/shared/cases';
import { districtOf } from '@onescreen/shared/geography';
import type { RosterUnit } from '@onescreen/shared/log';
import { MINUTE } from '@onescreen/shared/time';
import type { Desk } from './desk.ts';
import { typeOf, workOf } from './desk.ts';
import type { DispatchRequest, Fleet } from './dispatchPolicy.ts';
import { onCall } from './policies/candidates.ts';
import type { Candidate } from './types.ts';

/** After this wait for a unit a case on the emergency clock goes one level up, which may send units of other districts. */
export const WAIT_BEFORE_ESCALATION_TICKS: number = 15 * MINUTE;
/** A unit that a ruling names is waited for this long; then another one goes. */
const WAIT_FOR_RULED_TICKS = 30 * MINUTE;

/** The street's word is not enough for a unit of another district. */
const goesToDistrict = (step: CaseStep): boolean =>
  step.kind === 'case.escalated' && (step.to === 'district' || step.to === 'city');

export function requestFor(desk: Desk, state: CaseState): DispatchRequest {
  const work = workOf(desk, state.id);
  const waited = desk.tick - (work?.waitingSince ?? desk.tick);
  const reworked = lastStep(state, 'case.reworked', 'case.dispatched');
  const before = reworked?.kind === 'case.reworked' ? (lastStep(state, 'case.dispatched')?.unit ?? null) : null;
  const isForced = state.forced && state.status === 'filed' && waited < WAIT_FOR_RULED_TICKS;
  return {
    case: state.id,
    type: typeOf(state),
    at: state.at,
    area: state.area,
    wide: state.urged >= 80 || state.steps.some(goesToDistrict),
    // Who returned it is not asked again, unless there has been nobody else for a while.
    excluded: waited < WAIT_BEFORE_ESCALATION_TICKS ? (work?.excluded ?? []) : [],
    before,
    only: isForced ? (lastStep(state, 'case.returned')?.unit ?? null) : null,
    waitedSeconds: waited,
  };
}

/** Why the rules would not send a unit just now, or null. */
export function unavailableFor(request: DispatchRequest, unit: RosterUnit, fleet: Fleet): Candidate['unavailable'] {
  if (fleet.isAway(unit)) return 'away';
  if (!fleet.isIdle(unit)) return 'busy';
  const colleagues = fleet.units(unit.kind, districtOf(unit.area));
  if (!onCall(colleagues, request, fleet).includes(unit)) return 'off-duty';
  const isElsewhere = districtOf(unit.area) !== districtOf(request.area);
  if (fleet.isLocal(unit.kind) && isElsewhere && !request.wide) return 'other-district';
  return request.excluded.includes(unit.id) ? 'returned-it' : null;
}
