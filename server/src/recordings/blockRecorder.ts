// Takes a point of every series each minute, and every entry, and hands them on as a block every two hours: what lines, figures and density
// are read from. It knows nothing but what the segments hold, so that a block can be made again from them.

import { createCity } from '@onescreen/shared/city';
import type { Entry, SegmentRecord } from '@onescreen/shared/log';
import { isTrackPoint, TRACK_BLOCK_TICKS } from '@onescreen/shared/recordings';

/** A block ends early, with a segment, when its log grows beyond this: about 30 MB, half of what a reader takes. */
export const MOST_BLOCK_ENTRIES = 100_000;

export interface FinishedBlock {
  /** First and last tick of the block, both included. */
  fromTick: number;
  toTick: number;
  /** The whole city's quanta after each minute of it. */
  points: readonly Int32Array[];
  entries: readonly Entry[];
}

export interface BlockRecorder {
  /** Takes what happened up to and with `toTick`; a tick without a record did nothing. */
  record(records: readonly SegmentRecord[], toTick: number): void;
  /** Call at the end of each segment. Gives the block that ends with it: once it is long enough, or when the run ends. */
  endSegment(runEnds: boolean): FinishedBlock | null;
  /** The block that is open, as if it ended here; null when it holds no tick. */
  open(): FinishedBlock | null;
}

/** Where a block begins in the middle of a run. */
export interface BlockStart {
  fromTick: number;
  /** The whole city's quanta before that tick. */
  quanta: Int32Array;
}

const runStart = (): BlockStart => ({ fromTick: 0, quanta: createCity().quanta });

export function createBlockRecorder(start: BlockStart = runStart()): BlockRecorder {
  const quanta = start.quanta.slice();
  let fromTick = start.fromTick;
  let next = fromTick;
  let points: Int32Array[] = [];
  let entries: Entry[] = [];

  function pass(tick: number): void {
    if (isTrackPoint(tick)) points.push(quanta.slice());
    next = tick + 1;
  }

  return {
    record(records, toTick) {
      for (const { tick, changes, entries: own } of records) {
        while (next < tick) pass(next);
        for (let i = 0; i < changes.series.length; i++) quanta[changes.series[i]!] = changes.quanta[i]!;
        for (const entry of own) entries.push(entry);
        pass(tick);
      }
      while (next <= toTick) pass(next);
    },
    endSegment(runEnds) {
      const ticks = next - fromTick;
      const isFull = ticks >= TRACK_BLOCK_TICKS || entries.length >= MOST_BLOCK_ENTRIES;
      if (ticks === 0 || !(isFull || runEnds)) return null;
      const block = { fromTick, toTick: next - 1, points, entries };
      points = [];
      entries = [];
      fromTick = next;
      return block;
    },
    open: () =>
      next === fromTick ? null : { fromTick, toTick: next - 1, points: points.slice(), entries: entries.slice() },
  };
}
