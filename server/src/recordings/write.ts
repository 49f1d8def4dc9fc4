// Writes a recording segment by segment, so that memory does not grow with its length. The file takes its name when it is whole.
import { open, rename, rm } from 'node:fs/promises';
import type { RecordingHeader, RecordingTotals, RunNote } from '@onescreen/shared/recordings';
import type { StoredBlock, StoredSegment } from '../store/types.ts';
import { createLayout } from './layout.ts';

export interface RecordingWriter {
  /** In order of their index. */
  add(segment: StoredSegment): Promise<void>;
  /** In order of their ticks, each after the segment that it ends with. */
  addBlock(block: StoredBlock): Promise<void>;
  /** Completes the file; its size in bytes. `digest`: the run digest, hex. */
  finish(digest: string, totals: RecordingTotals, notes?: readonly RunNote[]): Promise<number>;
  /** Leaves nothing behind. */
  abort(): Promise<void>;
}

/** Begins `${file}.part`. Throws what the file system says, with its code. */
export async function writeRecording(file: string, header: RecordingHeader): Promise<RecordingWriter> {
  const partial = `${file}.part`;
  const handle = await open(partial, 'w');
  const layout = createLayout(header);
  let size = 0;
  const write = async (parts: readonly Uint8Array[]) => {
    for (const part of parts) {
      await handle.writeFile(part);
      size += part.length;
    }
  };
  await write(layout.begin());

  return {
    add: (segment) => write(layout.segment(segment)),
    addBlock: (block) => write(layout.block(block)),
    async finish(digest, totals, notes = []) {
      await write(layout.end({ digest, totals, notes }));
      await handle.sync();
      await handle.close();
      await rename(partial, file);
      return size;
    },
    async abort() {
      await handle.close();
      await rm(partial, { force: true });
    },
  };
}
