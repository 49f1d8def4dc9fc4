// Writes a recording segment by segment, so that memory does not grow with its length. The file takes its name when it is whole.
import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import type {
  IndexedSegment,
  IndexedTracks,
  RecordingHeader,
  RecordingTotals,
  RunNote,
} from '@onescreen/shared/recordings';
import { END_MAGIC, FILE_VERSION, MAGIC, PART_KIND, segmentPartOf, tracksPartOf } from '@onescreen/shared/recordings';
import type { StoredSegment } from '../store/types.ts';
import type { StoredTracks } from './pack.ts';
import { sha256Hex } from './pack.ts';

export interface RecordingWriter {
  /** In order of their index. */
  add(segment: StoredSegment): Promise<void>;
  /** In order of their ticks. */
  addTracks(block: StoredTracks): Promise<void>;
  /** Completes the file; its size in bytes. `digest`: the run digest, hex. */
  finish(digest: string, totals: RecordingTotals, notes?: readonly RunNote[]): Promise<number>;
  /** Leaves nothing behind. */
  abort(): Promise<void>;
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const u32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
};

/** Begins `${file}.part`. Throws what the file system says, with its code. */
export async function writeRecording(file: string, header: RecordingHeader): Promise<RecordingWriter> {
  const partial = `${file}.part`;
  const handle = await open(partial, 'w');
  const headerBytes = json(header);
  const segments: IndexedSegment[] = [];
  const tracks: IndexedTracks[] = [];
  let size = 0;
  const write = async (...parts: readonly Uint8Array[]) => {
    for (const part of parts) {
      await handle.writeFile(part);
      size += part.length;
    }
  };
  /** Where its content begins. */
  const part = async (kind: number, meta: Uint8Array, content: Uint8Array): Promise<number> => {
    await write(Uint8Array.of(kind), u32(meta.length), u32(content.length), meta, content);
    return size - content.length;
  };
  await write(MAGIC, u32(FILE_VERSION), u32(headerBytes.length), headerBytes);

  return {
    async add({ stored, ...segment }) {
      segments.push({ ...segment, offset: await part(PART_KIND.segment, segmentPartOf(segment), stored) });
    },
    async addTracks({ stored, ...block }) {
      tracks.push({ ...block, offset: await part(PART_KIND.tracks, tracksPartOf(block), stored) });
    },
    async finish(digest, totals, notes = []) {
      const index = json({ headerDigest: sha256Hex(headerBytes), digest, totals, segments, tracks, notes });
      await write(index, u32(index.length), createHash('sha256').update(index).digest(), END_MAGIC);
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
