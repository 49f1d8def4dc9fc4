// The newest value of every series, in typed arrays beside React: a tile hears only of its own series.

import type { Changes, CityState, DatedChanges } from '@onescreen/shared/city';
import { applyDated, createCity, NO_DATA, noChanges, SERIES_COUNT } from '@onescreen/shared/city';
import { MINUTE } from '@onescreen/shared/time';
import type { SeriesColumns } from '../feed/types.ts';

/** After a jump as long as this everything is drawn anew: where a value stands in its band depends on the hour too. */
const LONG_JUMP_TICKS = 10 * MINUTE;

type Listener = () => void;

export interface Numbers {
  readonly city: CityState;
  /** Forgets everything, then takes the state of a reset frame. */
  reset(tick: number, changes: DatedChanges): void;
  advance(tick: number, changes: DatedChanges): void;
  /** Puts these series where they stood at another tick; the others stand there as they are. */
  jump(tick: number, columns: SeriesColumns): void;
  /** Counts the changes of a series: a cheap snapshot for a component. */
  versionOf(series: number): number;
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

  return {
    city,
    reset(tick, changes) {
      city.quanta.fill(NO_DATA);
      city.states.fill(0);
      city.changedTick.fill(-1);
      applyDated(city, tick, changes);
      for (const series of bySeries.keys()) tell(series);
      tellAll(changes);
    },
    advance(tick, changes) {
      applyDated(city, tick, changes);
      tellAll(changes);
    },
    jump(tick, { series, quanta, states, changedTicks }) {
      const isLong = Math.abs(tick - city.tick) >= LONG_JUMP_TICKS;
      city.tick = tick;
      series.forEach((one, i) => {
        city.quanta[one] = quanta[i]!;
        city.states[one] = states[i]!;
        city.changedTick[one] = changedTicks[i]!;
      });
      if (isLong) for (const one of bySeries.keys()) tell(one);
      tellAll({ ...noChanges(), series, quanta });
    },
    versionOf: (series) => versions[series] ?? 0,
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
