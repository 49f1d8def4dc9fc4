// Takes finished segments and blocks to a recording file. One segment is compressed and written beside the simulation; a second one waits.
import type { FinishedBlock } from '../../server/src/recordings/blockRecorder.ts';
import { packBlock, packSegment } from '../../server/src/recordings/pack.ts';
import type { FinishedSegment } from '../../server/src/recordings/recorder.ts';
import type { RecordingWriter } from '../../server/src/recordings/write.ts';

export interface SegmentSink {
  /** Resolves when the segment before is written. */
  add(segment: FinishedSegment): Promise<void>;
  /** Comes after the segments that were added before it. */
  addBlock(block: FinishedBlock): void;
  /** Resolves when all are written. Throws what went wrong with any of them. */
  drain(): Promise<void>;
}

export function createFileSink(writer: RecordingWriter): SegmentSink {
  let writing: Promise<unknown> = Promise.resolve(null);
  let failure: { error: unknown } | null = null;
  const drain = async () => {
    await writing;
    if (failure !== null) throw failure.error;
  };
  return {
    async add(segment) {
      await drain();
      writing = packSegment(segment)
        .then((stored) => writer.add(stored))
        .catch((error: unknown) => {
          failure = { error };
        });
    },
    addBlock(block) {
      writing = writing
        .then(() => writer.addBlock(packBlock(block)))
        .catch((error: unknown) => {
          failure ??= { error };
        });
    },
    drain,
  };
}
