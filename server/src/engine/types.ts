// The engine's contract: a deterministic function of state, batch and commands. No clock, no randomness, no I/O.
import type { CasesState } from '@onescreen/shared/cases';
import type { Changes, CityState } from '@onescreen/shared/city';
import type { CaseId, UnitId } from '@onescreen/shared/ids';
import type { Entry, RunInfo } from '@onescreen/shared/log';
import type { Batch, Order, Refused, ResidentRecord } from '@onescreen/shared/protocol';
import type { GivenCommand } from '@onescreen/shared/script';

/** A command that arrived since the last step; it is applied or refused, and logged, at the first tick of the next. */
export type PendingCommand = GivenCommand;

/** What became of a command: carried out, or why not. */
export type CommandOutcome = { ok: true } | Refused;

/** A unit that could be sent to a case, as the policy sees it now. */
export interface Candidate {
  unit: UnitId;
  distanceMetres: number;
  travelSeconds: number;
  /** Why it cannot be sent just now; null when it can. */
  unavailable: 'away' | 'busy' | 'off-duty' | 'other-district' | 'returned-it' | null;
}
/** Whom the policy would send and why, and who else there is, best first. */
export interface Proposal {
  case: CaseId;
  policy: string;
  unit: UnitId | null;
  reason: string | null;
  candidates: readonly Candidate[];
}

/** What one tick did. Entries have their final seq. */
export interface TickOutcome {
  tick: number;
  changes: Changes;
  entries: readonly Entry[];
}

export interface EngineStep {
  /** One per tick of the batch, in order. */
  ticks: readonly TickOutcome[];
  orders: readonly Order[];
  /** One for each command that was handed in, in order. */
  outcomes: readonly CommandOutcome[];
  /** Personal records that came with detections: kept beside the log, by case. */
  residents: readonly { case: CaseId; record: ResidentRecord }[];
}

/** What was left out, since the run began. For the metrics; not in the log. */
export interface EngineCounters {
  /** Samples older than the newest of their series. */
  lateSamples: number;
  /** Samples of a tick that the series has already. */
  repeatedSamples: number;
  repeatedSignals: number;
  /** Signals that name a unit, type or area that does not exist. */
  unknownSignals: number;
  /** Answers and reports for an order that is no longer open. */
  staleAnswers: number;
  /** Detections of something already known, which wrote no entry. */
  absorbedDetections: number;
}

export interface Engine {
  readonly info: RunInfo;
  readonly city: CityState;
  readonly cases: CasesState;
  readonly counters: Readonly<EngineCounters>;
  /** Throws RangeError, with nothing changed, when the batch does not begin at the next tick. */
  step(batch: Batch, commands: readonly PendingCommand[]): EngineStep;
  /**
   * All state as structured-cloneable data: the state itself, for speed, so serialise or clone it before the next step.
   * `createEngine(info, snapshot)` copies it and goes on from there.
   */
  snapshot(): unknown;
  /** What the policy would do for a case now; `null` when there is no such open case. Changes nothing. */
  propose(id: CaseId): Proposal | null;
}
