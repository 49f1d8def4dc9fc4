// How units are chosen for cases: one small interface, so that policies can be compared on the same day.
import type { CaseType, UnitKindId } from '@onescreen/shared/catalogue';
import type { Position } from '@onescreen/shared/geography';
import type { CaseId, UnitId } from '@onescreen/shared/ids';
import type { RosterUnit } from '@onescreen/shared/log';

export interface DispatchRequest {
  case: CaseId;
  type: CaseType;
  at: Position;
  /** Area index where it lies. */
  area: number;
  /** May units of other districts be sent? Needs the level above. */
  wide: boolean;
  excluded: readonly UnitId[];
  /** The unit that had it before its rework: it knows the case. */
  before: UnitId | null;
}

/** What a policy sees of the units. */
export interface Fleet {
  /** Units of a kind in a district (area index), or in the whole city for `null`. */
  units(kind: UnitKindId, district: number | null): readonly RosterUnit[];
  /** Whether units of the kind have to stay in their own district. */
  isLocal(kind: UnitKindId): boolean;
  /** On duty for this type of case, with no order. */
  isFree(unit: RosterUnit, type: CaseType): boolean;
  positionOf(unit: RosterUnit): Position;
}

export interface Assignment {
  case: CaseId;
  unit: UnitId;
  reason: 'nearest-unit' | 'same-unit';
  /** By road, estimated. */
  distanceMetres: number;
  /** The next best, nearest first. */
  runnersUp: readonly { unit: UnitId; distanceMetres: number }[];
}

export interface DispatchPolicy {
  readonly name: string;
  /** Units for as many of the requests as can be served now, each unit at most once. `requests`: most urgent first. */
  assign(requests: readonly DispatchRequest[], fleet: Fleet): readonly Assignment[];
}
