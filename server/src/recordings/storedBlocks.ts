// Blocks made from the segments that are stored: to go on with one that was open, and for runs that were recorded before there were blocks.
import type { Segment } from '@onescreen/shared/log';
import { decodeSegment } from '@onescreen/shared/log';
import { unpackSegment } from '@onescreen/shared/recordings';
import { StoreError } from '../store/errors.ts';
import type { RunRecord, SegmentRecord, Store } from '../store/types.ts';
import type { BlockRecorder } from './blockRecorder.ts';
import { createBlockRecorder } from './blockRecorder.ts';
import { nodeTools, packBlock } from './pack.ts';

async function segmentOf(store: Store, record: SegmentRecord): Promise<Segment> {
  const piece = await store.piece(record.storedDigest);
  if (piece === null)
    throw new StoreError('damaged', `segment ${record.index} of run ${record.run} is not in the data folder`);
  return decodeSegment(await unpackSegment({ ...record, stored: piece.bytes }, nodeTools));
}

/** The segments up to `toTick` that are in no block yet, and where that block begins. */
async function unblocked(store: Store, run: string, toTick: number) {
  const blocks = (await store.blocks(run)).filter((block) => block.toTick <= toTick);
  const fromTick = (blocks.at(-1)?.toTick ?? -1) + 1;
  const segments = await store.segments(run);
  return { fromTick, segments: segments.filter((one) => one.fromTick >= fromTick && one.toTick <= toTick) };
}

/**
 * The block recorder of a run as it stood after `toTick`, the end of a segment or −1. `quanta`: the whole city's there.
 * Blocks that end by then and are not there are stored.
 */
export async function openBlockAt(
  store: Store,
  run: string,
  toTick: number,
  quanta: Int32Array,
): Promise<BlockRecorder> {
  const { fromTick, segments } = await unblocked(store, run, toTick);
  let recorder: BlockRecorder | null = null;
  for (const record of segments) {
    const segment = await segmentOf(store, record);
    recorder ??= createBlockRecorder({ fromTick, quanta: segment.city.quanta });
    recorder.record(segment.records, record.toTick);
    const block = recorder.endSegment(false);
    if (block !== null) await store.addBlock(run, packBlock(block));
  }
  return recorder ?? createBlockRecorder({ fromTick, quanta });
}

/** Makes what blocks a run that has ended lacks: one that an older version recorded, or that could not go on after a restart. */
export async function completeBlocks(store: Store, { run, state, lastTick }: RunRecord): Promise<void> {
  if (state === 'open') return;
  const { segments } = await unblocked(store, run, lastTick);
  const last = segments.at(-1);
  if (last === undefined) return;
  const recorder = await openBlockAt(store, run, last.toTick, new Int32Array());
  const block = recorder.endSegment(true);
  if (block !== null) await store.addBlock(run, packBlock(block));
}
