// Case state: a union on status. Folded from case, unit, alarm and plan entries; the same fold on server and screen.
import type { Priority } from '../catalogue/types.ts';
import type { Position } from '../geography/types.ts';
import type { Actor, CaseId, OrderId, UnitId } from '../ids.ts';
import type { CaseEntry, Path } from '../log/entries.ts';

export type CaseStatus =
  | 'discovered'
  | 'accepted'
  | 'filed'
  | 'dispatched'
  | 'handling'
  | 'suspended'
  | 'checking'
  | 'closed'
  | 'evaluated'
  | 'rejected'
  | 'joined'
  | 'voided';

/** One step as the case's line shows it. */
export type CaseStep = { tick: number; seq: number } & CaseEntry;

/** Who has the case in hand: 居村, 网格, 街镇, 区, 市. */
export type HandlingLevel = 'village' | 'grid' | 'street' | 'district' | 'city';

/** A unit that was sent beside the first one. */
export interface Support {
  unit: UnitId;
  order: OrderId;
}

interface CaseCommon {
  id: CaseId;
  type: string;
  at: Position;
  area: number;
  source: string;
  camera: string | null;
  confidence: number;
  discoveredTick: number;
  /** Further detections that were merged into it. */
  merged: number;
  reworks: number;
  returns: number;
  urged: 0 | 80 | 100 | 150;
  /** Moves up when it is escalated. */
  level: HandlingLevel;
  /** A person has taken it in hand: until it is released no rule moves it on. */
  held: Actor | null;
  /** 先行联系: when the citizen was called first. */
  contactedTick: number | null;
  /** 裁定: who has to rule on a second or third return before it is sent out again. */
  ruling: 'district' | 'city' | null;
  /** Ruled by the district or the city: the order may not be returned any more. */
  forced: boolean;
  /** Units on it beside the first one. */
  support: readonly Support[];
  /** Levels that have agreed to closing, lowest first; all up to `level` have to. */
  confirmed: readonly HandlingLevel[];
  /** The incident that it is part of. */
  incident: string | null;
  /** False from the first step that a person took. */
  automatic: boolean;
  steps: readonly CaseStep[];
}
interface Filed {
  number: string;
  priority: Priority;
  filedTick: number;
  dueTick: number;
}
interface Assigned extends Filed {
  unit: UnitId;
  order: OrderId;
}
export type CaseState = CaseCommon &
  (
    | { status: 'discovered' }
    | { status: 'accepted' }
    | ({ status: 'filed' } & Filed)
    | ({ status: 'dispatched' } & Assigned)
    | ({ status: 'handling'; arrivedTick: number } & Assigned)
    | ({ status: 'suspended'; untilTick: number; plan: string } & Filed)
    | ({ status: 'checking'; handledTick: number } & Assigned)
    | ({ status: 'closed'; closedTick: number } & Filed)
    | ({ status: 'evaluated'; closedTick: number } & Filed)
    | { status: 'joined'; endedTick: number; into: CaseId; reason: string }
    | { status: 'rejected'; endedTick: number; reason: string }
    | { status: 'voided'; endedTick: number; reason: string }
  );

/** A unit that is away from its station or has an order. */
export interface UnitState {
  id: UnitId;
  /** `away`: out of service where it stands. */
  status: 'idle' | 'driving' | 'working' | 'returning' | 'away';
  case: CaseId | null;
  /** Newest path; the position at any tick follows from it. `null`: at its station. */
  path: Path | null;
}

/** Put aside by a person, for a reason and until a moment: it still stands, but calls nobody. */
export interface Shelf {
  by: Actor;
  reason: string;
  sinceTick: number;
  untilTick: number;
}

export interface AlarmState {
  alarm: string;
  indicator: string;
  area: number;
  severity: 'warning' | 'critical';
  value: number;
  limit: number;
  active: boolean;
  acknowledged: boolean;
  firstOut: boolean;
  raisedTick: number;
  clearedTick: number | null;
  /** Not there while it is on no shelf. An alarm on its shelf stays in the state, whatever its bits. */
  shelved?: Shelf;
}

/** Several cases of one kind that one commander handles together. */
export interface IncidentState {
  id: string;
  type: string;
  /** The area it spreads over: a district, or the city. */
  area: number;
  level: 'district' | 'city';
  commander: Actor;
  cases: readonly CaseId[];
  openedTick: number;
  /** `null` while it is open. */
  closedTick: number | null;
}

/** Counts since the run began, for the loop's four numbers. Durations in seconds. */
export interface LoopCounts {
  found: number;
  foundByMachine: number;
  filed: number;
  dispatched: number;
  dispatchedByRule: number;
  verified: number;
  verifiedByMachine: number;
  closed: number;
  closedAutomatically: number;
  closedInTime: number;
  rejected: number;
  reworked: number;
  returned: number;
  overdue: number;
  /** Newest 256 of each, for medians: found→dispatched, dispatched→handled, handled→verified, found→closed. */
  secondsToDispatch: readonly number[];
  secondsToHandle: readonly number[];
  secondsToVerify: readonly number[];
  secondsToClose: readonly number[];
}

/**
 * The fold of all entries of a run that a screen shows. Plain data. Ended cases stay for `KEEP_ENDED_TICKS`, then leave the state (they
 * stay in the log), so that a long run stays small. `units` holds those that are away or have an order: a unit of the roster that is not
 * in it stands idle at its station (`unitOf` says so).
 */
export interface CasesState {
  /** Of the newest entry folded in; 0 and 0 before the first. */
  seq: number;
  tick: number;
  cases: Readonly<Record<CaseId, CaseState>>;
  units: Readonly<Record<UnitId, UnitState>>;
  alarms: Readonly<Record<string, AlarmState>>;
  /** Open ones, and those that were closed within `KEEP_ENDED_TICKS`. */
  incidents: Readonly<Record<string, IncidentState>>;
  response: { level: 0 | 1 | 2 | 3 | 4; colour: string; lead: string; sinceTick: number };
  plan: readonly { tick: number; agency: string; zh: string; en: string }[];
  loop: LoopCounts;
  finished: boolean;
}
