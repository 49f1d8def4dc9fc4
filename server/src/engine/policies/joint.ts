// All waiting cases and all free units solved together: what `batch` and `balanced` share. They differ in what speaks against a unit and in
// how many have to stay behind. Unlike `nearest` they weigh kinds: a second choice round the corner goes before a first choice an hour away. In a
// cloudburst nearly all of the way that they save comes from that (measured on one seed: 23 of 25 %).
import type { Priority } from '@onescreen/shared/catalogue';
import { districtOf } from '@onescreen/shared/geography';
import type { UnitId } from '@onescreen/shared/ids';
import type { RosterUnit } from '@onescreen/shared/log';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import type { Assignment, DispatchPolicy, DispatchRequest, Fleet } from '../dispatchPolicy.ts';
import type { Candidate } from './candidates.ts';
import { byCost, candidatesFor, keepsReserve, runnersUp, widestPool } from './candidates.ts';
import type { Row } from './widening.ts';
import { assignRows } from './widening.ts';

/** A second of an emergency counts as many of the least urgent (estimate): emergency first, and still the nearest of two. */
const WEIGHT: Readonly<Record<Priority, number>> = { 1: 16, 2: 8, 3: 4, 4: 2, 5: 1 };
/** A case without a unit counts like a drive of this length and the time that it has waited: more than any drive in the city. */
const UNSERVED_SECONDS = 4 * HOUR;
const MOST_WAITED_SECONDS = 4 * HOUR;
/** Street teams know their street, and it is their duty: others are worth it only when they are there so much sooner (estimates). */
const OTHER_STREET_SECONDS = 5 * MINUTE;
const OTHER_DISTRICT_SECONDS = 10 * MINUTE;
/** A rework goes back to the unit that had it, unless somebody else would be there so much sooner (estimate). */
const KNOWS_THE_CASE_SECONDS = 30 * MINUTE;
/** Cases of the same half minute are solved together. */
const GATHER_TICKS = 30;
/** After a unit had to stay behind the rest is solved anew, at most so many times; what is left then waits. */
const MOST_ROUNDS = 4;

/** What one policy asks for beyond the way. `taken`: units that were given a case in this step. */
export interface Rules {
  /** Seconds that speak against sending the unit. */
  against(candidate: Candidate, request: DispatchRequest, taken: ReadonlySet<UnitId>): number;
  /** Whether enough stay behind when this unit leaves too. */
  mayLeave(unit: RosterUnit, request: DispatchRequest, taken: ReadonlySet<UnitId>): boolean;
}

function awayFromHome({ unit }: Candidate, request: DispatchRequest, fleet: Fleet): number {
  if (!fleet.isLocal(unit.kind) || unit.area === request.area) return 0;
  return districtOf(unit.area) === districtOf(request.area) ? OTHER_STREET_SECONDS : OTHER_DISTRICT_SECONDS;
}

/** One request with its candidates, best first by this policy's costs. */
interface Asking {
  request: DispatchRequest;
  candidates: readonly Candidate[];
}

function rowOf({ request, candidates }: Asking, columnOf: ReadonlyMap<UnitId, number>): Row {
  const weight = WEIGHT[request.type.priority];
  return {
    column: Int32Array.from(candidates, ({ unit }) => columnOf.get(unit.id)!),
    cost: Float64Array.from(candidates, ({ costSeconds }) => weight * Math.round(costSeconds)),
    unservedCost: weight * (UNSERVED_SECONDS + Math.min(MOST_WAITED_SECONDS, request.waitedSeconds)),
  };
}

/** The best candidate for each request, or undefined, at the least total cost. */
function solve(asking: readonly Asking[]): (Candidate | undefined)[] {
  const columnOf = new Map<UnitId, number>();
  for (const { candidates } of asking) {
    for (const { unit } of candidates) if (!columnOf.has(unit.id)) columnOf.set(unit.id, columnOf.size);
  }
  const columns = assignRows(
    asking.map((one) => rowOf(one, columnOf)),
    columnOf.size,
  );
  return asking.map(({ candidates }, i) => candidates.find(({ unit }) => columnOf.get(unit.id) === columns[i]));
}

/** The request with everybody who may go, at this policy's costs. */
function ask(request: DispatchRequest, fleet: Fleet, rules: Rules, taken: ReadonlySet<UnitId>): Asking {
  const candidates = candidatesFor(request, fleet, taken)
    .filter(({ unit }) => rules.mayLeave(unit, request, taken))
    .map((one) => {
      const besides = awayFromHome(one, request, fleet) + rules.against(one, request, taken);
      const known = one.unit.id === request.before ? KNOWS_THE_CASE_SECONDS : 0;
      return { ...one, costSeconds: Math.max(0, one.costSeconds + besides - known) };
    })
    .sort(byCost);
  return { request, candidates };
}

/** Which request gets whom. `taken` is filled with the units. */
function chooseAll(requests: readonly DispatchRequest[], fleet: Fleet, rules: Rules, taken: Set<UnitId>) {
  const chosen = new Map<DispatchRequest, { asking: Asking; candidate: Candidate }>();
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const asking = requests.filter((request) => !chosen.has(request)).map((one) => ask(one, fleet, rules, taken));
    let refused = 0;
    solve(asking).forEach((candidate, i) => {
      if (candidate === undefined) return;
      const { request } = asking[i]!;
      const pool = widestPool(request, candidate.unit.kind, fleet);
      if (rules.mayLeave(candidate.unit, request, taken) && keepsReserve(pool, request, fleet, taken)) {
        taken.add(candidate.unit.id);
        chosen.set(request, { asking: asking[i]!, candidate });
      } else refused += 1;
    });
    if (refused === 0) break;
  }
  return chosen;
}

/** A policy that solves all requests together. `rules`: made anew for each call. */
export function createJointPolicy(
  name: string,
  reason: 'least-total-distance' | 'balanced-load',
  rules: (fleet: Fleet) => Rules,
): DispatchPolicy {
  function assign(requests: readonly DispatchRequest[], fleet: Fleet): Assignment[] {
    const taken = new Set<UnitId>();
    const chosen = chooseAll(requests, fleet, rules(fleet), taken);
    return requests.flatMap((request) => {
      const found = chosen.get(request);
      if (found === undefined) return [];
      const { unit, distanceMetres, travelSeconds } = found.candidate;
      const why = unit.id === request.before ? 'same-unit' : reason;
      const others = runnersUp(found.asking.candidates, (one) => taken.has(one.unit.id));
      return [{ case: request.case, unit: unit.id, reason: why, distanceMetres, travelSeconds, runnersUp: others }];
    });
  }
  return { name, gatherTicks: GATHER_TICKS, assign };
}
