// The roster as a policy sees it: who is where, who is free, who is on duty, and how long the way is in this traffic.
import { isFiled, isRunning, unitPosition } from '@onescreen/shared/cases';
import type { CaseType, UnitKindId } from '@onescreen/shared/catalogue';
import { indicatorById, unitKinds } from '@onescreen/shared/catalogue';
import type { CityState } from '@onescreen/shared/city';
import { seriesOf, valueOfSeries } from '@onescreen/shared/city';
import type { Zone } from '@onescreen/shared/geography';
import { areas, CITY_AREA, distanceMetres, districtOf } from '@onescreen/shared/geography';
import type { RosterUnit, RunInfo } from '@onescreen/shared/log';
import { HOUR, secondOfDay } from '@onescreen/shared/time';
import { unreachable } from '@onescreen/shared/unreachable';
import type { Destination, Fleet, Trip } from './dispatchPolicy.ts';
import type { EngineState } from './state.ts';

const DAY_DUTY_FROM_SECOND = 7 * HOUR;
const DAY_DUTY_TO_SECOND = 22 * HOUR;
/** The day shift; the night shift has the rest. */
const DAY_SHIFT_FROM_SECOND = 7 * HOUR;
const DAY_SHIFT_TO_SECOND = 19 * HOUR;
/** How far back a unit's fatigue looks. */
const FATIGUE_TICKS = 8 * HOUR;

/** Road distance over straight distance (brief §4). */
const ROAD_FACTOR = 1.35;
/** Speed on a clear road by zone, km/h (brief §4: 28 in the core, 38 in the suburbs; Pudong has both). */
const SPEED_KMH: Readonly<Record<Zone, number>> = { core: 28, suburb: 38, pudong: 33 };
/** How much faster than the traffic those with blue lights are (estimate). */
const BLUE_LIGHT = 1.4;
const BLUE_LIGHT_KINDS: ReadonlySet<UnitKindId> = new Set(['fire', 'ambulance', 'police', 'traffic-police']);

const CONGESTION = indicatorById('tti-surface').index;

const kindById = new Map(unitKinds.map((kind) => [kind.id, kind]));
/** Kinds that belong to streets alone serve their own street first and stay in its district. */
const localKinds = new Set(
  unitKinds.filter((kind) => kind.perStreet > 0 && kind.perDistrict === 0).map((kind) => kind.id),
);

/** Whether units of the kind are on duty for cases of the type. Emergency clocks reach every kind at any hour. */
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

/** Whether the unit's shift is the one that runs: day from 07:00, night from 19:00. */
export function isOnShift({ shift }: RosterUnit, tick: number, epochMs: number): boolean {
  if (shift === 'all') return true;
  const second = secondOfDay(epochMs, tick);
  const isDay = second >= DAY_SHIFT_FROM_SECOND && second < DAY_SHIFT_TO_SECOND;
  return isDay === (shift === 'day');
}

/** Whether one shift hands over to the other at this tick. */
export function isShiftChange(tick: number, epochMs: number): boolean {
  const second = secondOfDay(epochMs, tick);
  return second === DAY_SHIFT_FROM_SECOND || second === DAY_SHIFT_TO_SECOND;
}

/** Remembers that a unit has reached a case now. */
export function noteReached(state: EngineState, unit: string, tick: number): void {
  const lately = (state.reached[unit] ?? []).filter((at) => at > tick - FATIGUE_TICKS);
  state.reached[unit] = [...lately, tick];
}

/** Travel-time index of the surface roads where known: street, else district, else city; 1 (a clear road) where nothing is. */
function congestionIn(city: CityState, area: number): number {
  for (const where of [area, districtOf(area), CITY_AREA]) {
    const series = seriesOf(CONGESTION, where);
    const value = series < 0 ? null : valueOfSeries(city, series);
    if (value !== null) return Math.max(1, value);
  }
  return 1;
}

/** Seconds for a road metre at the destination: 1 ÷ (speed × 1 ÷ index), brief §4. */
function secondsPerMetre(city: CityState, kind: UnitKindId, area: number): number {
  const kmh = SPEED_KMH[areas[area]!.zone] * (BLUE_LIGHT_KINDS.has(kind) ? BLUE_LIGHT : 1);
  return (3.6 * congestionIn(city, area)) / kmh;
}

/** Cases per district that still need hands. Counted once a tick, when asked. */
function createWorkload(state: EngineState, now: () => number): (district: number) => number {
  let countedTick = -1;
  let counts = new Map<number, number>();
  return (district) => {
    if (countedTick !== now()) {
      countedTick = now();
      counts = new Map();
      for (const one of Object.values(state.cases.cases)) {
        if (!isFiled(one) || (one.status !== 'filed' && one.status !== 'dispatched' && one.status !== 'handling'))
          continue;
        const where = districtOf(one.area);
        counts.set(where, (counts.get(where) ?? 0) + 1);
      }
    }
    return counts.get(district) ?? 0;
  };
}

function createPools(units: readonly RosterUnit[]): ReadonlyMap<string, readonly RosterUnit[]> {
  const pools = new Map<string, RosterUnit[]>();
  for (const unit of units) {
    for (const key of [`${unit.kind}/`, `${unit.kind}/${districtOf(unit.area)}`]) {
      const pool = pools.get(key);
      if (pool === undefined) pools.set(key, [unit]);
      else pool.push(unit);
    }
  }
  return pools;
}

/** `now`: tells the current tick, which positions and duty depend on. */
export function createFleet(info: RunInfo, state: EngineState, now: () => number): Fleet {
  const pools = createPools(info.units);
  const byId = new Map(info.units.map((unit) => [unit.id, unit]));
  const positionOf = (unit: RosterUnit) => unitPosition(state.cases, unit, now());
  return {
    unit: (id) => byId.get(id),
    units: (kind, district) => pools.get(`${kind}/${district ?? ''}`) ?? [],
    isLocal: (kind) => localKinds.has(kind),
    isIdle(unit) {
      const known = state.cases.units[unit.id];
      if (known !== undefined && (known.case !== null || known.status === 'working' || known.status === 'away'))
        return false;
      return (state.recalled[unit.id] ?? -1) <= now();
    },
    isAway: (unit) => state.cases.units[unit.id]?.status === 'away',
    isOnDuty: (unit, type) => isOnDuty(unit.kind, type, now(), info.epochMs),
    isOnShift: (unit) => isOnShift(unit, now(), info.epochMs),
    positionOf,
    trip(unit, to: Destination): Trip {
      const metres = distanceMetres(positionOf(unit), to.at) * ROAD_FACTOR;
      return {
        distanceMetres: Math.round(metres),
        travelSeconds: Math.round(metres * secondsPerMetre(state.city, unit.kind, to.area)),
      };
    },
    carriedOut: (unit) => (state.reached[unit.id] ?? []).filter((at) => at > now() - FATIGUE_TICKS).length,
    openWork: createWorkload(state, now),
  };
}
