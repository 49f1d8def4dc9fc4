// How a component hears of numbers: only of its own, and only when what it draws has changed.

import type { AreaScore, SeriesState } from '@onescreen/shared/city';
import { NO_DATA, valueOfSeries } from '@onescreen/shared/city';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { RunState } from './run.ts';
import { numbers, scores, useRun } from './run.ts';
import { whileSeen } from './sight.ts';

/** One series as a tile draws it. */
export interface Reading {
  series: number;
  /** Base unit; null when there is no data or the sign is not measured here. */
  value: number | null;
  state: SeriesState;
  /** Tick of the newest sample that changed it; −1 before the first. */
  changedTick: number;
}

const nothing = (): void => undefined;

/**
 * What a component draws of the run, flat: it repaints when a part of that is another one, not whenever the run goes on. `select` is asked with
 * every frame: what takes reckoning is remembered.
 */
export function useDrawn<T>(select: (run: RunState) => T): T {
  const drawn = useRef<T>(undefined);
  return useRun((run) => {
    const next = select(run);
    if (!isSame(drawn.current, next)) drawn.current = next;
    return drawn.current as T;
  });
}

/**
 * Whether two flat things have the same parts. Asked a hundred times with every frame, so it makes nothing; the store's library has a
 * comparison of its own, which makes two maps each time: two fifths of all that a frame left to be cleared away.
 */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return false;
  const before = a as Record<string, unknown>;
  const now = b as Record<string, unknown>;
  for (const key in now) if (!Object.is(before[key], now[key])) return false;
  for (const key in before) if (!(key in now)) return false;
  return true;
}

/** The series' reading now (−1: not measured here). The component repaints only when this series changes. */
export function useReading(series: number): Reading {
  const subscribe = useCallback(
    (listener: () => void) => (series < 0 ? nothing : whileSeen((draw) => numbers.onSeries(series, draw))(listener)),
    [series],
  );
  useSyncExternalStore(subscribe, () => numbers.versionOf(series));
  return readingOf(series);
}

/** The series' reading now, without hearing of later ones. */
export function readingOf(series: number): Reading {
  const { city } = numbers;
  const known = series >= 0 && city.quanta[series] !== NO_DATA;
  return {
    series,
    value: known ? valueOfSeries(city, series) : null,
    state: (city.states[series] ?? 0) as SeriesState,
    changedTick: city.changedTick[series] ?? -1,
  };
}

/** A whole number out of an area's scores; the component repaints only when that number changes. */
export function useScore(area: number, pick: (score: AreaScore) => number | null): number | null {
  const subscribe = useCallback(
    (listener: () => void) => whileSeen((draw) => scores.onArea(area, draw))(listener),
    [area],
  );
  return useSyncExternalStore(subscribe, () => {
    const score = pick(scores.of(area));
    return score === null ? null : Math.round(score);
  });
}
