// The words of the field world: hazards, jobs, and everything that can be on the agenda. Plain data throughout.
import type { Position } from '@onescreen/shared/geography';
import type { CaseId, OrderId } from '@onescreen/shared/ids';
import type { Path, RosterUnit } from '@onescreen/shared/log';
import type { Order, Signal } from '@onescreen/shared/protocol';
import type { Agenda } from './agenda.ts';

/** Something that is really wrong. Nobody outside the world sees it; only its signals leave. */
export interface Hazard {
  id: string;
  type: string;
  at: Position;
  /** Area index of its street. */
  area: number;
  /** `ordinary`, or `scenario:ID` for one that a scenario brought, `inject:ID` for a person's. */
  cause: string;
  startTick: number;
  /** When it goes away unhandled; null: it stays until it is dealt with. */
  endTick: number | null;
  /** The camera or sensor that can see it, if any. */
  device: string | null;
  /** How often a unit has reported it as dealt with. */
  handlings: number;
  /** A unit has asked for more time or a suspension because of it: nobody asks twice. */
  asked: boolean;
}

/** What the first unit of a case has before it on the spot. */
export interface Work {
  /** When it is through; a helper brings this forward, and what was noted for a later tick falls away. */
  doneTick: number;
  /** `report`: the job is done then. `leave`: only the visit is, the rest of a long job is done elsewhere. */
  then: 'report' | 'leave';
  /** Part of the time until then that is needed only as long as nobody comes to help. */
  aloneSeconds: number;
  /** Units that have come to help. */
  helpers: number;
}

/** What a unit was told to do. */
export interface Job {
  order: OrderId;
  case: CaseId;
  type: string;
  to: Position;
  role: 'lead' | 'support';
  calledTick: number;
  /** Hazards found on arrival. */
  hazards: readonly string[];
  /** Which try at the hazard this is, from 0. */
  attempt: number;
  /** Null on the way, and for a unit that supports another. */
  work: Work | null;
}

export interface UnitNow {
  /** Raised when plans change, so that what was noted for the earlier plan falls away. */
  turn: number;
  /** `away`: out of service. */
  status: 'idle' | 'called' | 'driving' | 'working' | 'returning' | 'away';
  /** Newest path; null at its station. */
  path: Path | null;
  job: Job | null;
  /** Orders and drives so far; they name the random streams of the next. */
  calls: number;
  drives: number;
}

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
/** A signal before it gets its id. */
export type Draft = Without<Signal, 'id'>;
export type Detection = Extract<Draft, { kind: 'hit' | 'trip' | 'call' | 'report' }>;
export type CheckOrder = Extract<Order, { kind: 'check' }>;

export type Happening =
  /** A local hour begins: its hazards and false detections are drawn. `hour` counts from 1970 by Shanghai's clock. */
  | { what: 'hour'; hour: number }
  | { what: 'birth'; hazard: Hazard }
  | { what: 'end'; hazard: string }
  /** A detection, if its hazard still lasts (null: a false one) and its device works. */
  | { what: 'detection'; hazard: string | null; device: string | null; draft: Detection }
  /** A signal that is delivered late, or once more. */
  | { what: 'delivery'; signal: Signal }
  | { what: 'announcement'; draft: Extract<Draft, { kind: 'plan.step' | 'response.level' }> }
  | {
      what: 'unit';
      unit: number;
      turn: number;
      does: 'depart' | 'refuse' | 'arrive' | 'help' | 'finish' | 'stand-down' | 'leave' | 'home' | 'back';
    }
  /** A unit at work asks for more time, or for a suspension. */
  | { what: 'request'; unit: number; turn: number; draft: Extract<Draft, { kind: 'unit.asks' }> }
  /** The rest of a long job is done without the unit on the spot: at a desk, or by a contractor. */
  | { what: 'report'; unit: number; job: Job }
  | { what: 'answer'; order: CheckOrder }
  /** The centre calls a citizen back before anything else. */
  | { what: 'contact'; order: CheckOrder };

/** Everything that changes, structured-cloneable. */
export interface FieldState {
  agenda: Agenda<Happening>;
  /** Active ones by id, in order of birth. */
  hazards: Map<string, Hazard>;
  /** Index as in the roster. */
  units: UnitNow[];
  /** Long jobs that go on without their unit, by case: the order under which they will be reported. */
  contracts: Map<CaseId, { order: OrderId; unit: number }>;
  /** Cases whose citizen did not pick up when called back. */
  missed: Set<CaseId>;
  nextSignal: number;
}

/** What does not change during a run. */
export interface FieldSetting {
  seed: number;
  epochMs: number;
  units: readonly RosterUnit[];
  unitIndex: ReadonlyMap<string, number>;
  /** Surface congestion index of an area, 1 = free flow, at the present tick. */
  congestion: (area: number) => number;
  /** What the sky does over an area, at the present tick. */
  weather: (area: number) => Weather;
}

export interface Weather {
  rainMmPerHour: number;
  gustMetresPerSecond: number;
}
