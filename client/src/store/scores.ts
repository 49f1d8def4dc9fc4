// Health scores of the areas on screen. Recomputed when read after something of that area changed, never for areas nobody shows.

import type { AreaScore } from '@onescreen/shared/city';
import { areaOfSeries, scoreArea } from '@onescreen/shared/city';
import { MINUTE } from '@onescreen/shared/time';
import type { Numbers } from './numbers.ts';

export interface Scores {
  /** The area's scores of this minute, whose hour decides what is usual. Same object until the minute or a series of the area changes. */
  of(area: number): AreaScore;
  /** Calls back after each frame that changed the area. Returns what ends it. */
  onArea(area: number, listener: () => void): () => void;
  /** Before another run's numbers come: nothing that was computed holds any more. */
  forget(): void;
}

/** Scores over `numbers`; `epochMs` says when tick 0 was, for the indicators that depend on the hour. */
export function createScores(numbers: Numbers, epochMs: () => number): Scores {
  const known = new Map<number, { minute: number; score: AreaScore }>();
  const listeners = new Map<number, Set<() => void>>();

  numbers.onFrame((changes) => {
    const changed = new Set<number>();
    for (const series of changes.series) changed.add(areaOfSeries[series]!);
    for (const series of changes.stateSeries) changed.add(areaOfSeries[series]!);
    for (const area of changed) {
      known.delete(area);
      const listening = listeners.get(area);
      if (listening) for (const listener of listening) listener();
    }
  });

  return {
    of(area) {
      const minute = Math.floor(numbers.city.tick / MINUTE);
      const before = known.get(area);
      if (before?.minute === minute) return before.score;
      const score = scoreArea({ ...numbers.city, tick: minute * MINUTE }, area, epochMs());
      known.set(area, { minute, score });
      return score;
    },
    onArea(area, listener) {
      const listening = listeners.get(area) ?? new Set<() => void>();
      listeners.set(area, listening.add(listener));
      return () => {
        listening.delete(listener);
        if (listening.size === 0) listeners.delete(area);
      };
    },
    forget: () => known.clear(),
  };
}
