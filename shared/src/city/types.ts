// City state: the newest value and state of each series. A series is one indicator in one area.

/** State of a series. The numbers are on the wire. */
export const SERIES_STATE = { nodata: 0, normal: 1, warning: 2, critical: 3, stale: 4 } as const;
export type SeriesState = (typeof SERIES_STATE)[keyof typeof SERIES_STATE];

/** A series that never had a sample. */
export const NO_DATA = -0x8000_0000;

/** Fold of samples. Typed arrays indexed by series (see `seriesOf`); about 23 000 long. Plain data. */
export interface CityState {
  tick: number;
  /** Value ÷ precision, whole; NO_DATA where there was none. */
  quanta: Int32Array;
  states: Uint8Array;
  /** Tick of the newest sample whose value or state differed; −1 before the first. */
  changedTick: Int32Array;
}

/** What one or more ticks changed, columnar. `series` ascends within each pair; the pairs are equally long. */
export interface Changes {
  series: Uint16Array;
  quanta: Int32Array;
  stateSeries: Uint16Array;
  states: Uint8Array;
}
