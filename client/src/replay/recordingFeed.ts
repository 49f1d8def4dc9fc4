// Frames out of a recording, at the playhead's pace. The wall clock decides how far it has come, not how often somebody looks; one move is
// under way at a time, and of those that wait only the newest counts.
import type { CommandAnswer } from '@onescreen/shared/protocol';
import type { Feed, FeedListener } from '../feed/types.ts';
import type { TickRange } from '../store/time.ts';
import { IN_THE_PAST } from '../store/time.ts';
import type { Desk, Extent, Opened, Shown } from './desk.ts';
import type { ReplayPlace } from './place.ts';
import type { Gap } from './segments.ts';

/** Told of what the frames themselves do not say. */
export interface ReplayWatch {
  onExtent(extent: Extent): void;
  /** What could not be shown of what was asked for; null when what is shown is what was asked for. */
  onGap(gap: Gap | null): void;
  /** A move takes long: where to. Null when it is done. */
  onWaiting(tick: number | null): void;
  /** Playing came to the last tick that there is. */
  onEnd(): void;
  /** A move failed; what was shown stays. */
  onTrouble(error: unknown): void;
}

export interface RecordingFeedOptions {
  desk: Desk<ReplayPlace>;
  /** Code of the area shown first. */
  area: string;
  watch: ReplayWatch;
  /** Wall clock, milliseconds. */
  now: () => number;
  /** Runs `task` after a wait; returns what cancels it. */
  later: (task: () => void, milliseconds: number) => () => void;
}

export interface RecordingFeed extends Feed {
  open(where: ReplayPlace): Promise<Opened>;
  /** The screen shows something else from now on: the next move tells it everything. */
  leave(): void;
  /** Shows another tick, back or forth. */
  seek(tick: number): void;
  /** Through so many ticks, as playing does; backwards it is a jump. */
  nudge(ticks: number): void;
  play(): void;
  pause(): void;
  /** Simulated seconds per second. */
  setSpeed(speed: number): void;
  /** Playing goes from its end to its beginning, again and again. */
  setLoop(range: TickRange | null): void;
  refresh(): Promise<void>;
}

/** As often as a live screen gets frames. */
const BEAT_MS = 100;
/** A beat that comes later than this, because the page slept or a segment was awaited, does not make the playhead leap. */
const LONGEST_BEAT_MS = 400;
/** A move that takes longer than this says what it waits for. */
const WAIT_MS = 180;
/** Wall seconds of playing that are read ahead, and the segments that this may come to. */
const AHEAD_SECONDS = 4;
const MOST_AHEAD = 6;
const SEGMENT_TICKS = 300;

const REPLAYING: CommandAnswer = { ok: false, refusal: 'not-allowed', message: IN_THE_PAST };

/** What is to be done next. Newer wishes take the place of older ones of the same kind. */
type Move = { kind: 'seek' | 'advance'; tick: number };

export function createRecordingFeed({ desk, area, watch, now, later }: RecordingFeedOptions): RecordingFeed {
  let listener: FeedListener | null = null;
  let shown = 0;
  /** Where the playhead is by the clock, with its fraction. */
  let due = 0;
  let speed = 1;
  let loop: TickRange | null = null;
  let isOpen = false;
  let isBusy = false;
  let hasLeft = false;
  let wanted: Move | null = null;
  let areaWanted: string | null = null;
  let lookedAt = area;
  let beatMs: number | null = null;
  let cancelBeat = (): void => undefined;

  const ahead = (): number =>
    beatMs === null ? 1 : Math.min(MOST_AHEAD, 1 + Math.ceil((speed * AHEAD_SECONDS) / SEGMENT_TICKS));

  function take(result: Shown, move: Move | null): void {
    if (hasLeft) return;
    for (const frame of result.frames) listener?.onFrame(frame);
    const before = shown;
    shown = result.tick;
    watch.onExtent(result);
    if (move === null) return;
    watch.onGap(result.gap);
    const hasEnded = move.kind === 'advance' && shown < move.tick;
    if (wanted !== null) return;
    // A jump says where the clock goes on from, and so does a gap that was stepped over.
    if (beatMs === null || move.kind === 'seek' || hasEnded || result.gap !== null) due = shown;
    if (beatMs !== null && hasEnded && (shown === before || shown >= result.newestTick)) watch.onEnd();
  }

  /** The next thing to do; null when there is none. */
  function next(): { work: () => Promise<Shown>; move: Move | null } | null {
    if (wanted !== null) {
      const move = wanted;
      wanted = null;
      if (move.kind === 'advance' && !hasLeft)
        return { move, work: () => desk.advance({ tick: move.tick, ahead: ahead() }) };
      const anew = hasLeft;
      hasLeft = false;
      return { move: { ...move, kind: 'seek' }, work: () => desk.seek({ tick: move.tick, ahead: ahead(), anew }) };
    }
    if (areaWanted !== null) {
      const code = areaWanted;
      areaWanted = null;
      return { move: null, work: () => desk.look(code) };
    }
    const tick = Math.floor(due);
    if (beatMs === null || tick <= shown) return null;
    const move: Move = { kind: 'advance', tick };
    return { move, work: () => desk.advance({ tick, ahead: ahead() }) };
  }

  function pump(): void {
    if (isBusy || !isOpen) return;
    const doing = next();
    if (doing === null) return;
    isBusy = true;
    const target = doing.move?.tick ?? shown;
    const stopWaiting = later(() => watch.onWaiting(target), WAIT_MS);
    const done = (): void => {
      stopWaiting();
      watch.onWaiting(null);
      isBusy = false;
    };
    doing.work().then(
      (result) => {
        done();
        take(result, doing.move);
        pump();
      },
      (error: unknown) => {
        done();
        due = shown;
        watch.onTrouble(error);
      },
    );
  }

  function beat(): void {
    if (beatMs === null) return;
    const nowMs = now();
    due += (Math.min(LONGEST_BEAT_MS, nowMs - beatMs) / 1000) * speed;
    beatMs = nowMs;
    if (loop !== null && due > loop.toTick) {
      due = loop.fromTick;
      wanted = { kind: 'seek', tick: loop.fromTick };
    }
    pump();
    cancelBeat = later(beat, BEAT_MS);
  }
  function pause(): void {
    cancelBeat();
    beatMs = null;
    due = shown;
  }

  return {
    start(by) {
      listener = by;
    },
    async open(where) {
      isOpen = false;
      pause();
      wanted = null;
      const opened = await desk.open({ where, area: areaWanted ?? lookedAt });
      areaWanted = null;
      isOpen = true;
      watch.onExtent(opened);
      pump();
      return opened;
    },
    setArea(code) {
      lookedAt = code;
      areaWanted = code;
      pump();
    },
    command: async () => REPLAYING,
    leave() {
      pause();
      wanted = null;
      hasLeft = true;
    },
    seek(tick) {
      wanted = { kind: 'seek', tick };
      due = tick;
      pump();
    },
    nudge(ticks) {
      const tick = Math.max(0, Math.floor(due) + ticks);
      wanted = { kind: ticks > 0 && wanted?.kind !== 'seek' ? 'advance' : 'seek', tick };
      due = tick;
      pump();
    },
    play() {
      if (beatMs !== null) return;
      beatMs = now();
      due = Math.max(due, shown);
      cancelBeat = later(beat, BEAT_MS);
    },
    pause,
    setSpeed(next) {
      speed = next;
    },
    setLoop(range) {
      loop = range;
    },
    async refresh() {
      watch.onExtent(await desk.refresh(null));
    },
    stop() {
      pause();
      listener = null;
    },
  };
}
