// Changes with the tick of each: what a screen folds in, so that it knows the age of a number as exactly as the platform does.
import { applyChanges } from './evolve.ts';
import type { Changes, CityState } from './types.ts';

export interface DatedChanges extends Changes {
  /** When each series of `touchedSeries` last changed, in that order; −1 for one that never did. */
  changedTicks: Int32Array;
}

/** The series of both columns, each once, ascending. */
export function touchedSeries({ series, stateSeries }: Changes): Uint16Array {
  const touched = new Uint16Array(series.length + stateSeries.length);
  let length = 0;
  for (let v = 0, s = 0; v < series.length || s < stateSeries.length; ) {
    const value = series[v] ?? Number.POSITIVE_INFINITY;
    const state = stateSeries[s] ?? Number.POSITIVE_INFINITY;
    touched[length++] = Math.min(value, state);
    if (value <= state) v++;
    if (state <= value) s++;
  }
  return touched.subarray(0, length);
}

/** The changes with the ticks that `city` knows of their series. */
export const dateChanges = (changes: Changes, city: CityState): DatedChanges => ({
  ...changes,
  changedTicks: Int32Array.from(touchedSeries(changes), (series) => city.changedTick[series]!),
});

/** As `applyChanges`; afterwards each series is as old as the changes say, also where its value went and came back. */
export function applyDated(city: CityState, tick: number, changes: DatedChanges): void {
  applyChanges(city, tick, changes);
  touchedSeries(changes).forEach((series, i) => {
    city.changedTick[series] = changes.changedTicks[i]!;
  });
}
