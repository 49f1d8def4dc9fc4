// The live edge: what the live line brings is shown while the playhead follows; while it does not, it only says how far the run has come.
import type { RunId } from '@onescreen/shared/ids';
import type { FeedListener, ScreenFrame } from '../feed/types.ts';
import { tellEntries } from '../store/entries.ts';
import { useRun } from '../store/index.ts';
import { addMoments } from '../store/moments.ts';
import { isFollowing } from '../store/time.ts';

export interface Edge extends FeedListener {
  /** The run on the stage, as the live line last said; null without one. */
  run(): RunId | null;
}

/** `shown` gets the frames that the playhead follows, and how the line is. */
export function createEdge(shown: FeedListener): Edge {
  let run: RunId | null = null;

  function pass(tick: number): void {
    const { info, newestTick } = useRun.getState();
    if (info?.run === run && tick > newestTick) useRun.setState({ newestTick: tick });
  }
  return {
    run: () => run,
    onConnection: shown.onConnection,
    onFrame(frame: ScreenFrame) {
      if (frame.kind === 'reset') run = frame.info.run;
      const isShown = frame.kind === 'status' || isFollowing();
      if (isShown) shown.onFrame(frame);
      else pass(frame.tick);
      if (frame.kind !== 'advance') return;
      addMoments(frame.run, frame.entries);
      tellEntries(frame.run, frame.entries);
    },
  };
}
