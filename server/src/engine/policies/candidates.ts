// Who could be sent to a case, and how good each would be: the part that all policies share.
import type { UnitKindId } from '@onescreen/shared/catalogue';
import { districtOf } from '@onescreen/shared/geography';
import type { UnitId } from '@onescreen/shared/ids';
import type { RosterUnit, RunnerUp } from '@onescreen/shared/log';
import { MINUTE } from '@onescreen/shared/time';
import type { DispatchRequest, Fleet, Trip } from '../dispatchPolicy.ts';

/** A unit that can do more than its kind, where the case asks for that, is worth this much driving (estimate). */
const SKILL_WORTH_SECONDS = 5 * MINUTE;
/** Another kind than the first choice of the type is worth waiting this long for (estimate). */
const KIND_WORTH_SECONDS = 30 * MINUTE;
/** Cases of priority 4 and 5 leave this share of a kind's units free for what is urgent (estimate). */
const RESERVED_SHARE = 0.25;
export const FIRST_LOW_PRIORITY = 4;
const RUNNERS_UP = 3;
const NOBODY: ReadonlySet<UnitId> = new Set();

/** A unit that can be sent, with what speaks against it in seconds. */
export interface Candidate extends Trip {
  unit: RosterUnit;
  /** Travel time, longer for what the policy would rather not do. */
  costSeconds: number;
}

/** Where to look, in this order: its own district for kinds that stay there, the city where that is allowed. */
export function poolsOf(request: DispatchRequest, kind: UnitKindId, fleet: Fleet): (readonly RosterUnit[])[] {
  if (!fleet.isLocal(kind)) return [fleet.units(kind, null)];
  const own = fleet.units(kind, districtOf(request.area));
  return request.wide ? [own, fleet.units(kind, null)] : [own];
}

/** The largest of the pools: all who may come at all. */
export const widestPool = (request: DispatchRequest, kind: UnitKindId, fleet: Fleet): readonly RosterUnit[] =>
  poolsOf(request, kind, fleet).at(-1)!;

/** Those of a pool who are on call: the running shift; for emergencies anybody, where nobody of the pool is on shift. */
export function onCall(pool: readonly RosterUnit[], request: DispatchRequest, fleet: Fleet): readonly RosterUnit[] {
  const onShift = pool.filter((unit) => fleet.isOnShift(unit));
  const rostered = onShift.length === 0 && request.type.clock === 'emergency' ? pool : onShift;
  return rostered.filter((unit) => fleet.isOnDuty(unit, request.type));
}

const mayHave = (request: DispatchRequest, unit: UnitId): boolean =>
  request.only === null ? !request.excluded.includes(unit) : request.only === unit;

/** Whether one more of the pool may leave for a case of low priority: some are kept for what is urgent. */
export function keepsReserve(
  pool: readonly RosterUnit[],
  request: DispatchRequest,
  fleet: Fleet,
  taken: ReadonlySet<UnitId>,
): boolean {
  if (request.type.priority < FIRST_LOW_PRIORITY) return true;
  const called = onCall(pool, request, fleet);
  const free = called.filter((unit) => !taken.has(unit.id) && fleet.isIdle(unit));
  return free.length > RESERVED_SHARE * called.length;
}

/** Those of a pool who could set off now and may have the case; none when the pool has to be kept for what is urgent. */
function freeIn(
  pool: readonly RosterUnit[],
  request: DispatchRequest,
  fleet: Fleet,
  taken: ReadonlySet<UnitId>,
): RosterUnit[] {
  if (!keepsReserve(pool, request, fleet, taken)) return [];
  return onCall(pool, request, fleet).filter(
    (unit) => !taken.has(unit.id) && fleet.isIdle(unit) && mayHave(request, unit.id),
  );
}

const lacksSkill = (unit: RosterUnit, request: DispatchRequest): boolean =>
  request.type.skill !== null && !unit.skills.includes(request.type.skill);

export function candidateOf(unit: RosterUnit, request: DispatchRequest, fleet: Fleet): Candidate {
  const trip = fleet.trip(unit, request);
  const kindRank = Math.max(0, request.type.unitKinds.indexOf(unit.kind));
  const besides = KIND_WORTH_SECONDS * kindRank + (lacksSkill(unit, request) ? SKILL_WORTH_SECONDS : 0);
  return { unit, ...trip, costSeconds: trip.travelSeconds + besides };
}

/** Best first; equal ones by id, so that every machine chooses alike. */
export const byCost = (a: Candidate, b: Candidate): number =>
  a.costSeconds - b.costSeconds || (a.unit.id < b.unit.id ? -1 : 1);

/** Those of a pool who could set off for the case now, best first. */
export const candidatesOf = (
  pool: readonly RosterUnit[],
  request: DispatchRequest,
  fleet: Fleet,
  taken: ReadonlySet<UnitId> = NOBODY,
): Candidate[] =>
  freeIn(pool, request, fleet, taken)
    .map((unit) => candidateOf(unit, request, fleet))
    .sort(byCost);

/** Everybody who could set off for the case now, of all kinds that can do it, best first. */
export const candidatesFor = (
  request: DispatchRequest,
  fleet: Fleet,
  taken: ReadonlySet<UnitId> = NOBODY,
): Candidate[] =>
  request.type.unitKinds
    .flatMap((kind) => candidatesOf(widestPool(request, kind, fleet), request, fleet, taken))
    .sort(byCost);

/** The next best after the one that was chosen, as the log has them. `candidates`: best first. */
export const runnersUp = (candidates: readonly Candidate[], isOut: (candidate: Candidate) => boolean): RunnerUp[] =>
  candidates
    .filter((one) => !isOut(one))
    .slice(0, RUNNERS_UP)
    .map(({ unit, distanceMetres, travelSeconds }) => ({ unit: unit.id, distanceMetres, travelSeconds }));
