// Carries out the moves of the playhead: leaves the live line when it leaves the edge, and comes back to it.
import type { RunId } from '@onescreen/shared/ids';
import { unreachable } from '@onescreen/shared/unreachable';
import type { FeedListener } from '../feed/types.ts';
import { useMoments } from '../store/moments.ts';
import { useNotes } from '../store/notes.ts';
import { playhead, useRun } from '../store/run.ts';
import type { StepKind, TimeCommand } from '../store/time.ts';
import { AT_THE_EDGE, setTime, useTime } from '../store/time.ts';
import type { Desk } from './desk.ts';
import type { ReplayPlace } from './place.ts';
import type { RecordingFeed, ReplayWatch } from './recordingFeed.ts';
import { createRecordingFeed } from './recordingFeed.ts';
import { RemoteError } from './rpc.ts';
import { stepFrom } from './stepping.ts';

export interface DirectorOptions {
  desk: Desk<ReplayPlace>;
  /** Where a run lies. */
  placeOf: (run: RunId) => ReplayPlace;
  listener: FeedListener;
  area: string;
  now: () => number;
  later: (task: () => void, milliseconds: number) => () => void;
  /** Asks the live line for everything anew. */
  refreshLive: () => void;
  /** Run on the stage, as the live line last said; null without one. */
  liveRun: () => RunId | null;
}

export interface Director {
  carry(command: TimeCommand): void;
  setArea(code: string): void;
}

/** How far a run is asked about while it is replayed and goes on, wall milliseconds. */
const REFRESH_MS = 5000;
/** Nobody answers just now. */
const AWAY = 'away';

const troubleOf = (error: unknown): string => (error instanceof RemoteError && error.code !== null ? error.code : AWAY);

export function createDirector(options: DirectorOptions): Director {
  const { now, later, listener, liveRun } = options;
  /** Whether the frames on the screen are a recording's. The playhead may stand before that: the live line is held at once. */
  let isIn = false;
  let openRun: RunId | null = null;
  let isOpen = false;
  let cancelRefresh = (): void => undefined;
  let isLonger = false;

  const watch: ReplayWatch = {
    onExtent({ newestTick, gaps, isOpen: goesOn }) {
      isLonger = goesOn;
      setTime({ gaps });
      if (newestTick > useRun.getState().newestTick) useRun.setState({ newestTick });
    },
    onGap: (gap) => setTime({ gap, trouble: null }),
    onWaiting: (waitingFor) => setTime({ waitingFor }),
    onEnd: () => (isLonger && liveRun() === openRun ? follow() : stand()),
    onTrouble: (error) => {
      stand();
      setTime({ trouble: troubleOf(error) });
    },
  };
  const feed: RecordingFeed = createRecordingFeed({
    desk: options.desk,
    area: options.area,
    watch,
    now,
    later,
  });
  feed.start(listener);

  /** The map moves on between two frames as fast as the playhead does. */
  const pace = (speed: number): void => playhead.paced(speed, now());

  /** Away from the edge, in a run: from now on the live line's frames are not shown. */
  function enter(run: RunId, tick: number): void {
    const { run: before } = useTime.getState();
    if (!isIn) {
      isIn = true;
      setTime({ place: 'paused', run, gap: null, trouble: null });
      pace(0);
    } else if (before !== run) {
      feed.pause();
      setTime({ place: 'paused', run, gap: null, gaps: [], loop: null });
      feed.setLoop(null);
    }
    if (openRun === run) return feed.seek(tick);
    openRun = run;
    isOpen = false;
    setTime({ trouble: 'opening', gaps: [] });
    const opening = feed.open(options.placeOf(run));
    feed.seek(tick);
    opening.then(
      () => {
        if (openRun !== run) return;
        isOpen = true;
        setTime({ trouble: null });
        keepAsking();
      },
      (error: unknown) => {
        if (openRun !== run) return;
        openRun = null;
        setTime({ trouble: troubleOf(error) });
      },
    );
  }
  function keepAsking(): void {
    cancelRefresh();
    cancelRefresh = later(() => {
      // A live line says itself how far its run has come.
      const asks = isOpen && isLonger && useTime.getState().place !== 'following' && liveRun() !== openRun;
      void (asks ? feed.refresh().catch(() => undefined) : Promise.resolve()).then(keepAsking);
    }, REFRESH_MS);
  }

  /** The run and the tick that are shown now. */
  function here(): { run: RunId; tick: number } | null {
    const { info, tick } = useRun.getState();
    const run = useTime.getState().run ?? info?.run ?? null;
    return run === null ? null : { run, tick };
  }
  function seek(tick: number): void {
    const from = here();
    if (from !== null) enter(from.run, Math.max(0, Math.floor(tick)));
  }
  function stand(): void {
    feed.pause();
    pace(0);
    if (useTime.getState().place === 'playing') setTime({ place: 'paused' });
  }
  function play(): void {
    if (!isIn) return;
    const { speed } = useTime.getState();
    feed.setSpeed(speed);
    feed.play();
    pace(speed);
    setTime({ place: 'playing' });
  }
  function pause(): void {
    if (isIn) return stand();
    const from = here();
    if (from !== null) enter(from.run, from.tick);
  }
  function follow(): void {
    if (useTime.getState().place === 'following') return;
    isIn = false;
    feed.leave();
    feed.setLoop(null);
    const { speed, stepKind } = useTime.getState();
    setTime({ ...AT_THE_EDGE, speed, stepKind });
    options.refreshLive();
  }
  function nudge(ticks: number): void {
    if (!isIn) {
      if (ticks < 0) seek(useRun.getState().tick + ticks);
      return;
    }
    feed.nudge(ticks);
  }
  function step(way: 'next' | 'previous', what: StepKind): void {
    const from = here();
    if (from === null) return;
    const { info } = useRun.getState();
    const tick = stepFrom(from.tick, way, what, {
      moments: useMoments.getState().columns,
      notes: useNotes.getState().notes,
      phases: info?.phases ?? [],
    });
    if (tick !== null) seek(tick);
  }
  function setSpeed(speed: number): void {
    setTime({ speed });
    feed.setSpeed(speed);
    if (useTime.getState().place === 'playing') pace(speed);
  }

  function carry(command: TimeCommand): void {
    const { place, stepKind } = useTime.getState();
    switch (command.kind) {
      case 'follow':
        return follow();
      case 'play':
        return play();
      case 'pause':
        return pause();
      case 'toggle':
        return isIn && place === 'paused' ? play() : pause();
      case 'seek':
        return seek(command.tick);
      case 'nudge':
        return nudge(command.ticks);
      case 'speed':
        return setSpeed(command.speed);
      case 'loop':
        setTime({ loop: command.range });
        feed.setLoop(command.range);
        if (command.range !== null) seek(command.range.fromTick);
        return;
      case 'next':
      case 'previous':
        return step(command.kind, command.what ?? stepKind);
      case 'start':
        return seek(0);
      case 'end':
        return seek(useRun.getState().newestTick);
      case 'open':
        return enter(command.run, command.tick ?? 0);
      case 'bookmark':
        return setTime({ isNoting: true });
      default:
        unreachable(command);
    }
  }
  return { carry, setArea: feed.setArea };
}
