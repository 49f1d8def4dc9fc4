// The policy `nearest`: each case, most urgent first, gets the nearest able unit that is on duty and free.

import type { UnitKindId } from '@onescreen/shared/catalogue';
import { distanceMetres, districtOf } from '@onescreen/shared/geography';
import type { UnitId } from '@onescreen/shared/ids';
import type { RosterUnit } from '@onescreen/shared/log';
import type { Assignment, DispatchPolicy, DispatchRequest, Fleet } from './dispatchPolicy.ts';

/** Road distance over straight distance (brief §4). */
export const ROAD_FACTOR = 1.35;
/** Cases of priority 4 and 5 leave this share of a kind's units free for what is urgent (estimate). */
const RESERVED_SHARE = 0.25;
const FIRST_LOW_PRIORITY = 4;
const RUNNERS_UP = 3;

interface Candidate {
  unit: RosterUnit;
  distanceMetres: number;
}

/** Where to look, in this order: its own district for kinds that stay there, the city where that is allowed. */
function pools(request: DispatchRequest, kind: UnitKindId, fleet: Fleet): (readonly RosterUnit[])[] {
  if (!fleet.isLocal(kind)) return [fleet.units(kind, null)];
  const own = fleet.units(kind, districtOf(request.area));
  return request.wide ? [own, fleet.units(kind, null)] : [own];
}

function freeIn(
  pool: readonly RosterUnit[],
  request: DispatchRequest,
  fleet: Fleet,
  taken: ReadonlySet<UnitId>,
): RosterUnit[] {
  const free = pool.filter((unit) => !taken.has(unit.id) && fleet.isFree(unit, request.type));
  if (request.type.priority >= FIRST_LOW_PRIORITY && free.length <= RESERVED_SHARE * pool.length) return [];
  return free.filter((unit) => !request.excluded.includes(unit.id));
}

/** Those of the case's own street alone, where there are any and the kind is local: they know the place and it is their duty. */
function ownStreetFirst(
  free: readonly RosterUnit[],
  request: DispatchRequest,
  isLocal: boolean,
): readonly RosterUnit[] {
  const own = isLocal ? free.filter((unit) => unit.area === request.area) : [];
  return own.length > 0 ? own : free;
}

function byDistance(units: readonly RosterUnit[], request: DispatchRequest, fleet: Fleet): Candidate[] {
  return units
    .map((unit) => ({
      unit,
      distanceMetres: Math.round(distanceMetres(fleet.positionOf(unit), request.at) * ROAD_FACTOR),
    }))
    .sort((a, b) => a.distanceMetres - b.distanceMetres || (a.unit.id < b.unit.id ? -1 : 1));
}

function choose(request: DispatchRequest, fleet: Fleet, taken: ReadonlySet<UnitId>): Assignment | null {
  for (const kind of request.type.unitKinds) {
    for (const pool of pools(request, kind, fleet)) {
      const free = freeIn(pool, request, fleet, taken);
      if (free.length === 0) continue;
      const candidates = byDistance(free, request, fleet);
      const preferred = new Set(ownStreetFirst(free, request, fleet.isLocal(kind)));
      const best =
        candidates.find(({ unit }) => unit.id === request.before) ??
        candidates.find(({ unit }) => preferred.has(unit))!;
      const runnersUp = candidates.filter((one) => one !== best).slice(0, RUNNERS_UP);
      return {
        case: request.case,
        unit: best.unit.id,
        reason: best.unit.id === request.before ? 'same-unit' : 'nearest-unit',
        distanceMetres: best.distanceMetres,
        runnersUp: runnersUp.map((one) => ({ unit: one.unit.id, distanceMetres: one.distanceMetres })),
      };
    }
  }
  return null;
}

export const nearest: DispatchPolicy = {
  name: 'nearest',
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
