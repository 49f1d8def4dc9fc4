// The policy `nearest`: each case, most urgent first, gets the able unit that is on duty, free and there soonest. Kinds strictly in the order of
// the case type: another kind goes only when nobody of the first is free, however far away that one is.
import type { UnitId } from '@onescreen/shared/ids';
import type { Assignment, DispatchPolicy, DispatchRequest, Fleet } from '../dispatchPolicy.ts';
import type { Candidate } from './candidates.ts';
import { candidatesOf, poolsOf, runnersUp } from './candidates.ts';

/** Those of the case's own street alone, where there are any and the kind is local: they know the place and it is their duty. */
function ownStreetFirst(
  candidates: readonly Candidate[],
  request: DispatchRequest,
  fleet: Fleet,
): readonly Candidate[] {
  const own = candidates.filter(({ unit }) => fleet.isLocal(unit.kind) && unit.area === request.area);
  return own.length > 0 ? own : candidates;
}

function choose(request: DispatchRequest, fleet: Fleet, taken: ReadonlySet<UnitId>): Assignment | null {
  for (const kind of request.type.unitKinds) {
    for (const pool of poolsOf(request, kind, fleet)) {
      const candidates = candidatesOf(pool, request, fleet, taken);
      const same = candidates.find(({ unit }) => unit.id === request.before);
      const best = same ?? ownStreetFirst(candidates, request, fleet)[0];
      if (best === undefined) continue;
      return {
        case: request.case,
        unit: best.unit.id,
        reason: same === undefined ? 'nearest-unit' : 'same-unit',
        distanceMetres: best.distanceMetres,
        travelSeconds: best.travelSeconds,
        runnersUp: runnersUp(candidates, (one) => one === best),
      };
    }
  }
  return null;
}

export const nearest: DispatchPolicy = {
  name: 'nearest',
  gatherTicks: 1,
  assign(requests, fleet) {
    const taken = new Set<UnitId>();
    const assignments: Assignment[] = [];
    for (const request of requests) {
      const assignment = choose(request, fleet, taken);
      if (assignment === null) continue;
      taken.add(assignment.unit);
      assignments.push(assignment);
    }
    return assignments;
  },
};
