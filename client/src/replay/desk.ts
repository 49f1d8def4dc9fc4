// What the worker does for the screen: opens a run, and answers each move of the playhead with the frames that show it.
import type { Interest } from '@onescreen/shared/city';
import { interestOf } from '@onescreen/shared/city';
import type { RunInfo } from '@onescreen/shared/log';
import type { RunNote } from '@onescreen/shared/recordings';
import type { ScreenFrame } from '../feed/types.ts';
import type { Mirror } from './mirror.ts';
import { createMirror } from './mirror.ts';
import type { Position } from './position.ts';
import type { Reader } from './reader.ts';
import { createReader } from './reader.ts';
import type { Gap } from './segments.ts';
import type { ReplaySource } from './source.ts';

/** How far a run goes. */
export interface Extent {
  newestTick: number;
  /** Whether it can still get longer. */
  isOpen: boolean;
  gaps: readonly Gap[];
}
export interface Opened extends Extent {
  info: RunInfo;
  notes: readonly RunNote[];
}
/** What a move of the playhead came to. */
export interface Shown extends Extent {
  frames: readonly ScreenFrame[];
  /** The tick that the screen shows after the frames. */
  tick: number;
  /** What could not be shown of that which was asked for, or was jumped over. */
  gap: Gap | null;
}

/** Everything that the screen may ask. Each rejects when nothing of the run can be read, or nobody answers just now. */
export type Desk<Where> = {
  open(wanted: { where: Where; area: string }): Promise<Opened>;
  /**
   * Back, forth, anywhere. `ahead`: segments to have at hand for what comes next. `anew`: the screen has shown something else meanwhile,
   * so it is told everything.
   */
  seek(wanted: { tick: number; ahead: number; anew?: boolean }): Promise<Shown>;
  /** Through every tick up to `tick`; over gaps. */
  advance(wanted: { tick: number; ahead: number }): Promise<Shown>;
  /** The streets of another district are shown. */
  look(area: string): Promise<Shown>;
  /** Asks how far the run has come. */
  refresh(nothing: null): Promise<Extent>;
};

interface Desked {
  source: ReplaySource;
  reader: Reader;
  mirror: Mirror;
  /** Where the screen is; null before the first frame. */
  position: Position | null;
}

/** A desk over whatever `find` opens. */
export function createDesk<Where>(find: (where: Where) => Promise<ReplaySource>): Desk<Where> {
  let run: Desked | null = null;
  /** Moves are made one after the other: each begins where the one before ended. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const opened = (): Desked => {
    if (run === null) throw new Error('no recording is open');
    return run;
  };
  const extentOf = ({ reader, source }: Desked): Extent => ({
    newestTick: reader.newestTick(),
    isOpen: source.isOpen(),
    gaps: reader.gaps(),
  });

  async function seek({ tick, ahead, anew = false }: Parameters<Desk<Where>['seek']>[0]): Promise<Shown> {
    const now = opened();
    if (tick > now.reader.newestTick() && now.source.isOpen()) await now.source.refresh();
    const landed = await now.reader.land(tick);
    if (landed === null) throw new Error('nothing of this recording can be read');
    const { position, gap } = landed;
    const frame = now.position === null || anew ? now.mirror.reset(position) : now.mirror.jump(position);
    now.position = position;
    now.reader.readAhead(position.tick, ahead);
    return { frames: [frame], tick: position.tick, gap, ...extentOf(now) };
  }

  async function advance({ tick, ahead }: { tick: number; ahead: number }): Promise<Shown> {
    const now = opened();
    if (now.position === null) return seek({ tick, ahead });
    if (tick > now.reader.newestTick() && now.source.isOpen()) await now.source.refresh();
    const frames: ScreenFrame[] = [];
    let gap: Gap | null = null;
    while (now.position.tick < tick) {
      const next = await now.reader.advance(now.position, tick);
      if (next === null) break;
      const { moved, position } = next;
      frames.push(
        moved.way === 'passed' ? now.mirror.advance(moved.fromTick, moved.passed, position) : now.mirror.jump(position),
      );
      gap = next.gap ?? gap;
      now.position = position;
    }
    now.reader.readAhead(now.position.tick, ahead);
    return { frames, tick: now.position.tick, gap, ...extentOf(now) };
  }

  async function open({ where, area }: { where: Where; area: string }): Promise<Opened> {
    await run?.source.close();
    run = null;
    const source = await find(where);
    const reader = createReader(source);
    run = { source, reader, mirror: createMirror(source.info, interestOf(area)), position: null };
    return { info: source.info, notes: source.notes(), ...extentOf(run) };
  }

  async function look(area: string): Promise<Shown> {
    const now = opened();
    const interest: Interest = interestOf(area);
    now.mirror.setInterest(interest);
    if (now.position === null) return { frames: [], tick: -1, gap: null, ...extentOf(now) };
    return { frames: [now.mirror.jump(now.position)], tick: now.position.tick, gap: null, ...extentOf(now) };
  }

  return {
    open: (wanted) => inTurn(() => open(wanted)),
    seek: (wanted) => inTurn(() => seek(wanted)),
    advance: (wanted) => inTurn(() => advance(wanted)),
    look: (area) => inTurn(() => look(area)),
    refresh: () =>
      inTurn(async () => {
        await opened().source.refresh();
        return extentOf(opened());
      }),
  };
}
