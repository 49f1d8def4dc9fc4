// The engine's contract: a deterministic function of state, batch and commands. No clock, no randomness, no I/O.
import type { CasesState } from '@onescreen/shared/cases';
import type { Changes, CityState } from '@onescreen/shared/city';
import type { Actor } from '@onescreen/shared/ids';
import type { Entry, RunInfo } from '@onescreen/shared/log';
import type { Batch, ConsoleCommand, Order } from '@onescreen/shared/protocol';

/** A command that arrived since the last step; it is applied, and logged, at the first tick of the next. */
export interface PendingCommand {
  by: Actor;
  command: Extract<ConsoleCommand, { kind: 'acknowledge' }>;
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
}
