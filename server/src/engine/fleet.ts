// The roster as a policy sees it: who is where, who is free, who is on duty.
import { isRunning, unitPosition } from '@onescreen/shared/cases';
import type { CaseType, UnitKindId } from '@onescreen/shared/catalogue';
import { unitKinds } from '@onescreen/shared/catalogue';
import { districtOf } from '@onescreen/shared/geography';
import type { RosterUnit, RunInfo } from '@onescreen/shared/log';
import { HOUR, secondOfDay } from '@onescreen/shared/time';
import { unreachable } from '@onescreen/shared/unreachable';
import type { Fleet } from './dispatchPolicy.ts';
import type { EngineState } from './state.ts';

const DAY_DUTY_FROM_SECOND = 7 * HOUR;
const DAY_DUTY_TO_SECOND = 22 * HOUR;

const kindById = new Map(unitKinds.map((kind) => [kind.id, kind]));
/** Kinds that belong to streets alone serve their own street first and stay in its district. */
const localKinds = new Set(
  unitKinds.filter((kind) => kind.perStreet > 0 && kind.perDistrict === 0).map((kind) => kind.id),
);

/** Whether units of the kind are on duty for cases of the type. Emergency clocks reach the shift on call at any hour. */
export function isOnDuty(kind: UnitKindId, type: CaseType, tick: number, epochMs: number): boolean {
  if (type.clock === 'emergency') return true;
  const duty = kindById.get(kind)?.duty ?? 'always';
  switch (duty) {
    case 'always':
      return true;
    case 'day': {
      const second = secondOfDay(epochMs, tick);
      return second >= DAY_DUTY_FROM_SECOND && second < DAY_DUTY_TO_SECOND;
    }
    case 'office':
      return isRunning('workingHours', tick, epochMs);
    default:
      return unreachable(duty);
  }
}

/** `now`: tells the current tick, which positions and duty depend on. */
export function createFleet(info: RunInfo, state: EngineState, now: () => number): Fleet {
  const pools = new Map<string, RosterUnit[]>();
  const put = (key: string, unit: RosterUnit) => {
    const pool = pools.get(key);
    if (pool === undefined) pools.set(key, [unit]);
    else pool.push(unit);
  };
  for (const unit of info.units) {
    put(`${unit.kind}/`, unit);
    put(`${unit.kind}/${districtOf(unit.area)}`, unit);
  }
  return {
    units: (kind, district) => pools.get(`${kind}/${district ?? ''}`) ?? [],
    isLocal: (kind) => localKinds.has(kind),
    isFree(unit, type) {
      const known = state.cases.units[unit.id];
      if (known !== undefined && (known.case !== null || known.status === 'working')) return false;
      if ((state.recalled[unit.id] ?? -1) > now()) return false;
      return isOnDuty(unit.kind, type, now(), info.epochMs);
    },
    positionOf: (unit) => unitPosition(state.cases, unit, now()),
  };
}
