// The newest value of every series, in typed arrays beside React: a tile hears only of its own series.

import type { Changes, CityState } from '@onescreen/shared/city';
import { applyChanges, createCity, NO_DATA, SERIES_COUNT } from '@onescreen/shared/city';

/** Two stored moments, swapped every so many ticks: a trend looks back 10 to 20 simulated minutes. */
const TREND_TICKS = 600;

type Listener = () => void;

export interface Numbers {
  readonly city: CityState;
  /** Forgets everything, then takes the state of a reset frame. */
  reset(tick: number, changes: Changes): void;
  advance(tick: number, changes: Changes): void;
  /** Counts the changes of a series: a cheap snapshot for a component. */
  versionOf(series: number): number;
  /** The quantum that the series had 10 to 20 minutes before; NO_DATA when unknown. */
  earlier(series: number): number;
  /** Calls back after each frame that changed this series. Returns what ends it. */
  onSeries(series: number, listener: Listener): () => void;
  /** Calls back after every frame, with the changes of that frame. Returns what ends it. */
  onFrame(listener: (changes: Changes) => void): () => void;
}

/** An empty city: every series without data. */
export function createNumbers(): Numbers {
  const city = createCity();
  const versions = new Uint32Array(SERIES_COUNT);
  const bySeries = new Map<number, Set<Listener>>();
  const byFrame = new Set<(changes: Changes) => void>();
  let newer = new Int32Array(SERIES_COUNT).fill(NO_DATA);
  let older = new Int32Array(SERIES_COUNT).fill(NO_DATA);
  let markedTick = 0;

  function tell(series: number): void {
    versions[series]! += 1;
    const listeners = bySeries.get(series);
    if (listeners) for (const listener of listeners) listener();
  }
  function tellAll(changes: Changes): void {
    for (const series of changes.series) tell(series);
    for (const series of changes.stateSeries) tell(series);
    for (const listener of byFrame) listener(changes);
  }
  function mark(tick: number): void {
    [older, newer] = [newer, older];
    newer.set(city.quanta);
    markedTick = tick;
  }

  return {
    city,
    reset(tick, changes) {
      city.quanta.fill(NO_DATA);
      city.states.fill(0);
      city.changedTick.fill(-1);
      applyChanges(city, tick, changes);
      newer.fill(NO_DATA);
      mark(tick);
      for (const series of bySeries.keys()) tell(series);
      tellAll(changes);
    },
    advance(tick, changes) {
      applyChanges(city, tick, changes);
      if (tick - markedTick >= TREND_TICKS) mark(tick);
      tellAll(changes);
    },
    versionOf: (series) => versions[series] ?? 0,
    earlier(series) {
      const quantum = older[series] ?? NO_DATA;
      return quantum === NO_DATA ? (newer[series] ?? NO_DATA) : quantum;
    },
    onSeries(series, listener) {
      const listeners = bySeries.get(series) ?? new Set<Listener>();
      bySeries.set(series, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) bySeries.delete(series);
      };
    },
    onFrame(listener) {
      byFrame.add(listener);
      return () => byFrame.delete(listener);
    },
  };
}
