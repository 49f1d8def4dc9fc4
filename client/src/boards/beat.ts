// The boards' one timer: what is asked of the server is asked again every few seconds, not with every frame; and soon after the playhead has been
// moved by hand.
import { useEffect, useState } from 'react';
import { everyWhileSeen, useRun } from '../store/index.ts';
import { useTime } from '../store/time.ts';

/** Often enough to watch a figure move, seldom enough for a server with many screens. */
const BEAT_MS = 4000;
/** So long the hand has to rest before the boards follow it. */
const REST_MS = 250;

export interface Beat {
  /** Counts up; goes on while the run stands still, so that a server that was away is asked again. */
  count: number;
  /** The tick that was shown at the beat. */
  tick: number;
}

const nextBeat = ({ count }: Beat): Beat => ({ count: count + 1, tick: useRun.getState().tick });

/** Renewed every few seconds of the wall clock, for as long as the component is there and the page is seen. */
export function useBeat(): Beat {
  const [beat, setBeat] = useState(() => nextBeat({ count: 0, tick: 0 }));
  useEffect(() => {
    const rest = everyWhileSeen(BEAT_MS, () => setBeat(nextBeat));
    let resting = 0;
    const forget = useRun.subscribe((now, before) => {
      if (now.tick === before.tick || useTime.getState().place !== 'paused') return;
      window.clearTimeout(resting);
      resting = window.setTimeout(() => setBeat(nextBeat), REST_MS);
    });
    return () => {
      rest();
      window.clearTimeout(resting);
      forget();
    };
  }, []);
  return beat;
}
