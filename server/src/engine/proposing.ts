// Whom the policy would send to a case now, and who else there is: what a dispatcher chooses from.
import type { CaseId } from '@onescreen/shared/ids';
import type { Desk } from './desk.ts';
import { caseOf } from './desk.ts';
import type { DispatchRequest, Fleet } from './dispatchPolicy.ts';
import { byCost, candidateOf } from './policies/candidates.ts';
import { requestFor, unavailableFor } from './requests.ts';
import type { Candidate, Proposal } from './types.ts';

const MOST_CANDIDATES = 12;
/** At most so many of them are free ones, so that the near ones that are not free are seen too. */
const MOST_AVAILABLE = 8;

/** Every unit of the kinds that can do it, free ones first, each group best first. */
function rankAll(request: DispatchRequest, fleet: Fleet, besides: string | null): Candidate[] {
  const ranked = request.type.unitKinds
    .flatMap((kind) => fleet.units(kind, null))
    .filter((unit) => unit.id !== besides)
    .map((unit) => candidateOf(unit, request, fleet))
    .sort(byCost)
    .map(({ unit, distanceMetres, travelSeconds }) => ({
      unit: unit.id,
      distanceMetres,
      travelSeconds,
      unavailable: unavailableFor(request, unit, fleet),
    }));
  const free = ranked.filter(({ unavailable }) => unavailable === null);
  const others = ranked.filter(({ unavailable }) => unavailable !== null);
  const room = Math.max(MOST_AVAILABLE, MOST_CANDIDATES - others.length);
  return [...free.slice(0, room), ...others].slice(0, MOST_CANDIDATES);
}

/** What the policy would do for a case that waits for a unit, or in place of the unit that it has; null for any other. Changes nothing. */
export function proposeFor(desk: Desk, id: CaseId): Proposal | null {
  const state = caseOf(desk, id);
  if (state?.status !== 'filed' && state?.status !== 'dispatched' && state?.status !== 'handling') return null;
  const request = requestFor(desk, state);
  const [assignment] = desk.policy.assign([request], desk.fleet);
  const ranked = rankAll(request, desk.fleet, state.status === 'filed' ? null : state.unit);
  const chosen = ranked.filter(({ unit }) => unit === assignment?.unit);
  return {
    case: id,
    policy: desk.policy.name,
    unit: assignment?.unit ?? null,
    reason: assignment?.reason ?? null,
    candidates: [...chosen, ...ranked.filter((one) => !chosen.includes(one))],
  };
}
