// The policy `balanced`: as `batch`, but rested units first, and no district is left bare of a kind.
import type { UnitKindId } from '@onescreen/shared/catalogue';
import { districtOf } from '@onescreen/shared/geography';
import type { UnitId } from '@onescreen/shared/ids';
import type { RosterUnit } from '@onescreen/shared/log';
import { MINUTE } from '@onescreen/shared/time';
import type { DispatchPolicy, DispatchRequest, Fleet } from '../dispatchPolicy.ts';
import type { Candidate } from './candidates.ts';
import { createJointPolicy } from './joint.ts';

/** Each order of the last eight hours counts like this much driving, up to a limit; for urgent cases a third of that (estimates). */
const FATIGUE_SECONDS = 90;
const MOST_FATIGUE_SECONDS = 12 * MINUTE;
const URGENT_FATIGUE_SHARE = 1 / 3;
/** A district whose last free unit of a kind leaves for an urgent case is bare for a while: worth this much driving (estimate). */
const BARE_SECONDS = 5 * MINUTE;
/** From this priority on some have to stay behind in each district: a share, and one at least. */
const FIRST_ROUTINE_PRIORITY = 3;
const KEPT_SHARE = 0.25;
/** Who has waited this long for a unit may have all but the last. */
const PATIENT_SECONDS = 30 * MINUTE;
/** Taking the only spare unit of a district counts like this much driving, taking one of many next to nothing (estimate). */
const THIN_SECONDS = 4 * MINUTE;
/** Each open case that the unit's own district has more than the case's counts like this much driving (estimates). */
const WORKLOAD_SECONDS = 10;
const MOST_WORKLOAD_SECONDS = 4 * MINUTE;

interface Cover {
  /** On shift, at work or not. */
  total: number;
  idle: readonly UnitId[];
}

/** Who is there of each kind in each district. Counted once for each call of the policy. */
function createCovers(fleet: Fleet): (kind: UnitKindId, district: number) => Cover {
  const covers = new Map<string, Cover>();
  return (kind, district) => {
    const key = `${kind}/${district}`;
    const known = covers.get(key);
    if (known !== undefined) return known;
    const onShift = fleet.units(kind, district).filter((unit) => fleet.isOnShift(unit));
    const cover = { total: onShift.length, idle: onShift.filter((unit) => fleet.isIdle(unit)).map(({ id }) => id) };
    covers.set(key, cover);
    return cover;
  };
}

export const balanced: DispatchPolicy = createJointPolicy('balanced', 'balanced-load', (fleet) => {
  const coverOf = createCovers(fleet);

  /** How many are left of a unit's kind in its district when it leaves, and how many there are. */
  function left(unit: RosterUnit, taken: ReadonlySet<UnitId>): { staying: number; total: number } {
    const { total, idle } = coverOf(unit.kind, districtOf(unit.area));
    return { staying: idle.filter((id) => id !== unit.id && !taken.has(id)).length, total };
  }

  function mayLeave(unit: RosterUnit, request: DispatchRequest, taken: ReadonlySet<UnitId>): boolean {
    if (request.type.priority < FIRST_ROUTINE_PRIORITY || request.only !== null) return true;
    const { staying, total } = left(unit, taken);
    const kept = request.waitedSeconds >= PATIENT_SECONDS ? 1 : Math.max(1, Math.ceil(KEPT_SHARE * total));
    // Where there is only one, nobody can stay behind.
    return staying >= Math.min(kept, total - 1);
  }

  function against({ unit }: Candidate, request: DispatchRequest, taken: ReadonlySet<UnitId>): number {
    const { staying, total } = left(unit, taken);
    const fatigue = Math.min(MOST_FATIGUE_SECONDS, FATIGUE_SECONDS * fleet.carriedOut(unit));
    if (request.type.priority < FIRST_ROUTINE_PRIORITY) {
      return URGENT_FATIGUE_SHARE * fatigue + (staying === 0 && total > 1 ? BARE_SECONDS : 0);
    }
    const home = districtOf(unit.area);
    const here = districtOf(request.area);
    const busier = home === here ? 0 : Math.max(0, fleet.openWork(home) - fleet.openWork(here));
    const workload = Math.min(MOST_WORKLOAD_SECONDS, WORKLOAD_SECONDS * busier);
    return fatigue + workload + THIN_SECONDS / (1 + staying);
  }

  return { against, mayLeave };
});
