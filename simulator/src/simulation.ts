// What a world offers: one step at a time, pure with its own state. Sockets and timers are elsewhere (connect.ts, main.ts).

import type { RunInfo } from '@onescreen/shared/log';
import type { Batch, Order } from '@onescreen/shared/protocol';
import type { Scenario } from './scenarios/schema.ts';

export interface SimulationOptions {
  run: string;
  scenario: Scenario;
  seed: number;
  /** 1 to 20: how many twentieths of the city's cases happen. */
  density: number;
  /** Dispatch policy that the platform is asked to use. */
  policy: string;
  /** The scenario as YAML when it is not one of the library. */
  scenarioText?: string | null;
  /** Overrides the scenario's length. */
  durationTicks?: number;
}

export interface Simulation {
  readonly info: RunInfo;
  /** The scenario as YAML when it is not one of the library. */
  readonly scenarioText: string | null;
  /** Ticks simulated so far: the next step begins here. */
  readonly tick: number;
  /** Steps made so far: the number of the newest batch. */
  readonly steps: number;
  readonly finished: boolean;
  /** Applies the orders of the last ack, advances one step and says what the city sent. Deterministic. */
  step(orders: readonly Order[]): Batch;
  /** All state as structured-cloneable data. `createSimulation(options, snapshot)` goes on from there. */
  snapshot(): unknown;
}
