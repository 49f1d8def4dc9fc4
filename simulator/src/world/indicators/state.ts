// The indicator world's memory: typed arrays by series, all of it in a snapshot.
import { SERIES_COUNT } from '@onescreen/shared/city';
import type { IndicatorWorldState } from './types.ts';

/** Working state; `couplings` is kept by the couplings themselves. */
export interface WorldArrays {
  /** AR(1) noise, deviation 1. */
  noise: Float64Array;
  /** Newest value ÷ precision, whole. */
  quanta: Int32Array;
  /** Counters: what the day has expected so far, in quanta. */
  progress: Float64Array;
  /** Counters by events: the progress at which the next unit comes. */
  thresholds: Float64Array;
  /** Counters: units since local midnight without a scenario's extra, and that extra. */
  counts: Float64Array;
  extras: Float64Array;
}

export const emptyArrays = (): WorldArrays => ({
  noise: new Float64Array(SERIES_COUNT),
  quanta: new Int32Array(SERIES_COUNT),
  progress: new Float64Array(SERIES_COUNT),
  thresholds: new Float64Array(SERIES_COUNT),
  counts: new Float64Array(SERIES_COUNT),
  extras: new Float64Array(SERIES_COUNT),
});

/** An independent copy: what comes later does not change a snapshot. */
export const copyArrays = (from: WorldArrays | IndicatorWorldState): WorldArrays => ({
  noise: from.noise.slice(),
  quanta: from.quanta.slice(),
  progress: from.progress.slice(),
  thresholds: from.thresholds.slice(),
  counts: from.counts.slice(),
  extras: from.extras.slice(),
});
