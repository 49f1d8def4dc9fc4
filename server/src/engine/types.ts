// The engine's contract: a deterministic function of state, batch and commands. No clock, no randomness, no I/O.
import type { CasesState } from '@onescreen/shared/cases';
import type { Changes, CityState } from '@onescreen/shared/city';
import type { Entry, RunInfo } from '@onescreen/shared/log';
import type { Actor } from '@onescreen/shared/ids';
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

export interface Engine {
  readonly info: RunInfo;
  readonly city: CityState;
  readonly cases: CasesState;
  step(batch: Batch, commands: readonly PendingCommand[]): EngineStep;
  /** All state as structured-cloneable data. `createEngine(info, snapshot)` goes on from there. */
  snapshot(): unknown;
}
