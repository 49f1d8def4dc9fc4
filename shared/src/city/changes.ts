// Building, joining and narrowing `Changes`: the columnar form in which samples and states travel and are stored.
import { SERIES_COUNT } from './series.ts';
import type { Changes, CityState, SeriesState } from './types.ts';
import { NO_DATA, SERIES_STATE } from './types.ts';

export const noChanges = (): Changes => ({
  series: new Uint16Array(0),
  quanta: new Int32Array(0),
  stateSeries: new Uint16Array(0),
  states: new Uint8Array(0),
});

/** Takes values and states in any order, newest wins, and gives them sorted. Reusable: `take` empties it. */
export interface ChangesCollector {
  value(series: number, quantum: number): void;
  state(series: number, state: SeriesState): void;
  take(): Changes;
}

/** One column pair under construction: which series were touched, and the newest number of each. */
function createColumn<T extends Int32Array | Uint8Array>(newest: T) {
  const touched = new Uint8Array(SERIES_COUNT);
  let list: number[] = [];
  return {
    put(series: number, value: number) {
      newest[series] = value;
      if (touched[series] === 0) {
        touched[series] = 1;
        list.push(series);
      }
    },
    take(): Uint16Array<ArrayBuffer> {
      const series = Uint16Array.from(list).sort();
      for (const one of series) touched[one] = 0;
      list = [];
      return series;
    },
  };
}

export function collectChanges(): ChangesCollector {
  const quanta = new Int32Array(SERIES_COUNT);
  const states = new Uint8Array(SERIES_COUNT);
  const values = createColumn(quanta);
  const conditions = createColumn(states);
  return {
    value: values.put,
    state: conditions.put,
    take() {
      const series = values.take();
      const stateSeries = conditions.take();
      return {
        series,
        quanta: Int32Array.from(series, (one) => quanta[one]!),
        stateSeries,
        states: Uint8Array.from(stateSeries, (one) => states[one]!),
      };
    },
  };
}

/** Several ticks as one: the newest of each series wins. `parts` in order of time. */
export function mergeChanges(parts: readonly Changes[]): Changes {
  const only = parts[0];
  if (parts.length === 1 && only !== undefined) return only;
  const collector = collectChanges();
  for (const part of parts) {
    for (let i = 0; i < part.series.length; i++) collector.value(part.series[i]!, part.quanta[i]!);
    for (let i = 0; i < part.stateSeries.length; i++)
      collector.state(part.stateSeries[i]!, part.states[i]! as SeriesState);
  }
  return collector.take();
}

/** Only the series whose place in `wanted` (length SERIES_COUNT) is not 0: what a screen is interested in. */
export function filterChanges(changes: Changes, wanted: Uint8Array): Changes {
  const keptValues = keptIndices(changes.series, wanted);
  const keptStates = keptIndices(changes.stateSeries, wanted);
  return {
    series: Uint16Array.from(keptValues, (i) => changes.series[i]!),
    quanta: Int32Array.from(keptValues, (i) => changes.quanta[i]!),
    stateSeries: Uint16Array.from(keptStates, (i) => changes.stateSeries[i]!),
    states: Uint8Array.from(keptStates, (i) => changes.states[i]!),
  };
}

function keptIndices(series: Uint16Array, wanted: Uint8Array): number[] {
  const kept: number[] = [];
  for (let i = 0; i < series.length; i++) if (wanted[series[i]!] !== 0) kept.push(i);
  return kept;
}

/** The whole city as changes: folded into an empty city they give the same values and states. `wanted` as in `filterChanges`. */
export function changesOfCity(city: CityState, wanted?: Uint8Array): Changes {
  const series: number[] = [];
  const stateSeries: number[] = [];
  for (let one = 0; one < SERIES_COUNT; one++) {
    if (wanted !== undefined && wanted[one] === 0) continue;
    if (city.quanta[one] !== NO_DATA) series.push(one);
    if (city.states[one] !== SERIES_STATE.nodata) stateSeries.push(one);
  }
  return {
    series: Uint16Array.from(series),
    quanta: Int32Array.from(series, (one) => city.quanta[one]!),
    stateSeries: Uint16Array.from(stateSeries),
    states: Uint8Array.from(stateSeries, (one) => city.states[one]!),
  };
}
