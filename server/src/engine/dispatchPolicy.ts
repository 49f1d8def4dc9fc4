// How units are chosen for cases: one small interface, so that policies can be compared on the same day.
import type { CaseType, UnitKindId } from '@onescreen/shared/catalogue';
import type { Position } from '@onescreen/shared/geography';
import type { CaseId, UnitId } from '@onescreen/shared/ids';
import type { RosterUnit, RunnerUp } from '@onescreen/shared/log';

/** A place to go to; `area`: index of the area where it lies. */
export interface Destination {
  at: Position;
  area: number;
}

export interface DispatchRequest extends Destination {
  case: CaseId;
  type: CaseType;
  /** May units of other districts be sent? Needs the level above. */
  wide: boolean;
  excluded: readonly UnitId[];
  /** The unit that had it before its rework: it knows the case. */
  before: UnitId | null;
  /** Ruled: this unit has to do it. */
  only: UnitId | null;
  /** How long it has waited for a unit. */
  waitedSeconds: number;
}

/** What it takes to get there, estimated from what the city's own sensors say. */
export interface Trip {
  /** By road. */
  distanceMetres: number;
  travelSeconds: number;
}

/** What a policy sees of the units. */
export interface Fleet {
  unit(id: UnitId): RosterUnit | undefined;
  /** Units of a kind in a district (area index), or in the whole city for `null`. */
  units(kind: UnitKindId, district: number | null): readonly RosterUnit[];
  /** Whether units of the kind have to stay in their own district. */
  isLocal(kind: UnitKindId): boolean;
  /** It has no order, is in service and has not just been called back. */
  isIdle(unit: RosterUnit): boolean;
  /** Out of service. */
  isAway(unit: RosterUnit): boolean;
  /** Whether its kind is on duty for the type of case at this hour; emergencies reach every kind at any hour. */
  isOnDuty(unit: RosterUnit, type: CaseType): boolean;
  isOnShift(unit: RosterUnit): boolean;
  positionOf(unit: RosterUnit): Position;
  trip(unit: RosterUnit, to: Destination): Trip;
  /** Orders that it carried out in the last eight hours. */
  carriedOut(unit: RosterUnit): number;
  /** Filed cases of a district (area index) that have not ended or been handled. */
  openWork(district: number): number;
}

export interface Assignment extends Trip {
  case: CaseId;
  unit: UnitId;
  reason: 'nearest-unit' | 'least-total-distance' | 'balanced-load' | 'same-unit';
  /** The next best, best first. */
  runnersUp: readonly RunnerUp[];
}

export interface DispatchPolicy {
  readonly name: string;
  /**
   * Cases of priority 3 to 5 wait for the next multiple of this many ticks, so that those of the same half minute are solved together.
   * 1: nobody waits.
   */
  readonly gatherTicks: number;
  /** Units for as many of the requests as can be served now, each unit at most once. `requests`: most urgent first. Changes nothing. */
  assign(requests: readonly DispatchRequest[], fleet: Fleet): readonly Assignment[];
}
