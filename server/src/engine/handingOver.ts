// 交接班: at the change of shift a long job goes to a colleague of the next shift, where there is one; else it is finished in overtime.
import type { CaseState } from '@onescreen/shared/cases';
import { districtOf } from '@onescreen/shared/geography';
import type { RosterUnit } from '@onescreen/shared/log';
import { MINUTE } from '@onescreen/shared/time';
import type { Desk } from './desk.ts';
import { typeOf } from './desk.ts';
import { candidatesOf, runnersUp } from './policies/candidates.ts';
import { requestFor } from './requests.ts';
import { sendLead } from './sending.ts';

/** Who has been at it for less will soon be done or has hardly begun: no hand-over. */
const LEAST_AT_WORK_TICKS = 30 * MINUTE;
/** Emergencies stay with those who began them. */
const FIRST_HANDED_PRIORITY = 3;

function jobOffShift(desk: Desk, state: CaseState): RosterUnit | null {
  if (state.status !== 'handling' || state.held !== null) return null;
  if (typeOf(state).priority < FIRST_HANDED_PRIORITY || desk.tick - state.arrivedTick <= LEAST_AT_WORK_TICKS)
    return null;
  const unit = desk.fleet.unit(state.unit);
  // A job of days goes on without its unit: there is nobody to relieve.
  const isThere = desk.state.cases.units[state.unit]?.case === state.id;
  return unit !== undefined && isThere && !desk.fleet.isOnShift(unit) ? unit : null;
}

/** Colleagues of the same kind: of the same street for the kinds that belong to one, else of the same district. */
function colleagues(desk: Desk, unit: RosterUnit): RosterUnit[] {
  const isLocal = desk.fleet.isLocal(unit.kind);
  return desk.fleet
    .units(unit.kind, districtOf(unit.area))
    .filter((one) => desk.fleet.isOnShift(one) && (!isLocal || one.area === unit.area));
}

/** To be called in the tick at which one shift hands over to the other. */
export function handOver(desk: Desk): void {
  for (const state of Object.values(desk.state.cases.cases)) {
    const unit = jobOffShift(desk, state);
    if (unit === null) continue;
    const request = { ...requestFor(desk, state), before: null };
    const candidates = candidatesOf(colleagues(desk, unit), request, desk.fleet);
    const [best] = candidates;
    if (best === undefined) continue;
    const { distanceMetres, travelSeconds } = best;
    const others = runnersUp(candidates, (one) => one === best);
    const assignment = { case: state.id, unit: best.unit.id, distanceMetres, travelSeconds, runnersUp: others };
    sendLead(desk, state.id, assignment, 'rule:shift-change', 'shift-handover');
  }
}
