// The world's numbers as the rest of the simulator sees them.
import type { SampleColumns } from '@onescreen/shared/protocol';
import type { Scenario } from '../../scenarios/schema.ts';
import type { InjectedEffect } from '../effects.ts';

/** Takes what the city's devices send. */
export interface SampleSink {
  /** `quantum`: value ÷ the indicator's precision, whole. */
  add(tick: number, series: number, quantum: number): void;
}

/** A sink that hands out what it holds as the columns of a batch. */
export interface SampleBuffer extends SampleSink {
  readonly length: number;
  /** The samples since the last call, in the order they were added. */
  take(): SampleColumns;
}

export interface IndicatorWorldOptions {
  scenario: Scenario;
  seed: number;
  /** UTC milliseconds of tick 0. */
  epochMs: number;
}

export interface IndicatorWorld {
  /** Advances to `tick` and sends what is due. Call it once for every tick, from 0 upwards; throws RangeError otherwise. */
  sampleTick(tick: number, out: SampleSink): void;
  /** A person's effect, from the tick that comes next on. */
  inject(id: string, what: InjectedEffect['what']): void;
  /**
   * The newest value of an indicator in an area, in base units, whether or not a device reported it. Where the indicator has no
   * meaning at that level, the value of the area above. Throws RangeError for an unknown indicator.
   */
  field(indicatorId: string, areaIndex: number): number;
  /** All state as structured-cloneable data. `createIndicatorWorld(options, snapshot)` goes on from there, exactly. */
  snapshot(): IndicatorWorldState;
}

/** Opaque to all but the indicator world (state.ts says what each array holds). */
export interface IndicatorWorldState {
  nextTick: number;
  noise: Float64Array;
  quanta: Int32Array;
  progress: Float64Array;
  thresholds: Float64Array;
  counts: Float64Array;
  extras: Float64Array;
  couplings: Float64Array;
  /** In the order in which they came. */
  injected: readonly InjectedEffect[];
}
