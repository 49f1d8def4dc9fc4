// City state as a fold of changes. The arrays are changed in place: 23 000 numbers, many times a second, on server and screen alike.
import { indicators } from '../catalogue/index.ts';
import { indicatorOfSeries, SERIES_COUNT } from './series.ts';
import type { Changes, CityState } from './types.ts';
import { NO_DATA, SERIES_STATE } from './types.ts';

/** A city of which nothing is known yet. */
export const createCity = (): CityState => ({
  tick: -1,
  quanta: new Int32Array(SERIES_COUNT).fill(NO_DATA),
  states: new Uint8Array(SERIES_COUNT).fill(SERIES_STATE.nodata),
  changedTick: new Int32Array(SERIES_COUNT).fill(-1),
});

/** An independent copy, for a keyframe or a branch. */
export const copyCity = (city: CityState): CityState => ({
  tick: city.tick,
  quanta: city.quanta.slice(),
  states: city.states.slice(),
  changedTick: city.changedTick.slice(),
});

/** Folds what happened up to and with `tick` into `city`. A value or state that is the same again does not count as a change. */
export function applyChanges(city: CityState, tick: number, changes: Changes): void {
  city.tick = tick;
  for (let i = 0; i < changes.series.length; i++) {
    const series = changes.series[i]!;
    const quantum = changes.quanta[i]!;
    if (city.quanta[series] === quantum) continue;
    city.quanta[series] = quantum;
    city.changedTick[series] = tick;
  }
  for (let i = 0; i < changes.stateSeries.length; i++) {
    const series = changes.stateSeries[i]!;
    const state = changes.states[i]!;
    if (city.states[series] === state) continue;
    city.states[series] = state;
    city.changedTick[series] = tick;
  }
}

/** Precision of each series: its value is `quantum × precision`. */
export const precisionOfSeries: Float64Array = Float64Array.from(
  indicatorOfSeries,
  (index) => indicators[index]!.precision,
);

/** Newest value of a series in base units, or `null` where there was none. */
export function valueOfSeries(city: CityState, series: number): number | null {
  const quantum = city.quanta[series];
  return quantum === undefined || quantum === NO_DATA ? null : valueOfQuantum(series, quantum);
}

// Quanta in a unit where the precision is a part of one, else 0. Dividing by 10 is exact where multiplying by 0.1 is not: 3 ÷ 10 is 0.3.
const quantaPerUnit: Float64Array = precisionOfSeries.map((precision) =>
  precision < 1 ? Math.round(1 / precision) : 0,
);

/** Base units of a quantum. */
export function valueOfQuantum(series: number, quantum: number): number {
  const perUnit = quantaPerUnit[series]!;
  return perUnit > 0 ? quantum / perUnit : quantum * precisionOfSeries[series]!;
}

/** Nearest quantum of a value in base units, kept within 32 bits and clear of NO_DATA. */
export function quantumOf(series: number, value: number): number {
  const quantum = Math.round(value / precisionOfSeries[series]!);
  return Math.max(NO_DATA + 1, Math.min(-NO_DATA - 1, quantum)) || 0;
}
