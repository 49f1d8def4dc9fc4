// A run of the store as one file, piece by piece, so that memory does not grow with its length. One that is being recorded: up to now.
import type { Recording, RecordingTotals, ServedRecording } from '@onescreen/shared/recordings';
import type { RunRecord, Store } from '../store/types.ts';
import type { FinishedBlock } from './blockRecorder.ts';
import { createLayout } from './layout.ts';
import { packBlock, packSegment } from './pack.ts';
import type { FinishedSegment } from './recorder.ts';
import type { LiveRuns } from './runReader.ts';
import { readServed, servedRun } from './runReader.ts';

interface Moment {
  served: ServedRecording;
  /** What is open, as if it ended now. */
  segment: FinishedSegment | null;
  block: FinishedBlock | null;
  digest: string;
  totals: RecordingTotals;
}

async function momentOf(store: Store, live: LiveRuns, record: RunRecord): Promise<Moment> {
  return servedRun(store, live, record, (served) => {
    const { digest, totals } = served.index;
    const platform = live.platformOf(record.run);
    if (platform === null) return { served, segment: null, block: null, digest, totals };
    const segment = platform.openSegment();
    return {
      served,
      segment,
      block: platform.openBlock(),
      digest: segment?.chain ?? digest,
      totals: { ...platform.totals },
    };
  });
}

/** The bytes of the file. Throws StoreError, or RecordingError where a stored part is damaged: then the file stays without its end. */
export async function* exportRun(store: Store, live: LiveRuns, record: RunRecord): AsyncGenerator<Uint8Array> {
  const { served, segment, block, digest, totals } = await momentOf(store, live, record);
  const layout = createLayout(served.header);
  const recording = readServed(store, served);
  yield* layout.begin();
  let nextBlock = 0;
  for (const { offset: _, ...meta } of served.index.segments) {
    yield* layout.segment({ ...meta, stored: await recording.stored(meta.index) });
    for (; blockEnds(recording, nextBlock, meta.toTick); nextBlock++) {
      const { offset: __, ...own } = served.index.tracks[nextBlock]!;
      yield* layout.block({ ...own, stored: await recording.tracks(nextBlock) });
    }
  }
  if (segment !== null) yield* layout.segment(await packSegment(segment));
  if (block !== null) yield* layout.block(packBlock(block));
  yield* layout.end({ digest, totals, notes: served.index.notes });
}

/** Whether the block ends with the segment that ends at `toTick`. */
const blockEnds = ({ index }: Recording, position: number, toTick: number): boolean =>
  (index.tracks[position]?.toTick ?? Number.POSITIVE_INFINITY) <= toTick;
