// Takes a point of every series each minute and hands them on as a block every two hours: the tracks that a day's line is read from.

import type { CityState } from '@onescreen/shared/city';
import { isTrackPoint, TRACK_BLOCK_TICKS } from '@onescreen/shared/recordings';

export interface FinishedTracks {
  /** First and last tick of the block, both included. */
  fromTick: number;
  toTick: number;
  /** The whole city's quanta after each minute of it. */
  points: readonly Int32Array[];
}

export interface TrackRecorder {
  /** Call after each step with its last tick; `city` stands there. Gives the block that the step completes, if any. */
  record(lastTick: number): FinishedTracks | null;
  /** The block that is open, if it has a point. */
  finish(): FinishedTracks | null;
}

/**
 * From tick 0 of a run on. Steps end on whole minutes, since 60 is a multiple of their length; a point of a step that does not is the state at its end.
 */
export function createTrackRecorder(city: CityState): TrackRecorder {
  let next = 0;
  let taken: Int32Array[] = [];
  let fromTick = 0;

  function finish(toTick: number): FinishedTracks {
    const block = { fromTick, toTick, points: taken };
    taken = [];
    fromTick = toTick + 1;
    return block;
  }

  return {
    record(lastTick) {
      let isPoint = false;
      for (; next <= lastTick; next++) isPoint ||= isTrackPoint(next);
      if (isPoint) taken.push(city.quanta.slice());
      return next - fromTick >= TRACK_BLOCK_TICKS ? finish(lastTick) : null;
    },
    finish: () => (taken.length === 0 ? null : finish(next - 1)),
  };
}
