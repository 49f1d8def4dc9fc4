// The bytes of a recording file in the order in which they are written. Knows no file, so that a file, a download and a test have the same.
import type {
  IndexedSegment,
  IndexedTracks,
  RecordingHeader,
  RecordingTotals,
  RunNote,
} from '@onescreen/shared/recordings';
import { endOfFile, FILE_VERSION, MAGIC, PART_KIND, segmentPartOf, tracksPartOf } from '@onescreen/shared/recordings';
import type { StoredBlock, StoredSegment } from '../store/types.ts';
import { nodeTools, packHeader, sha256Hex } from './pack.ts';

export interface RecordingEnd {
  /** The run digest, hex. */
  digest: string;
  totals: RecordingTotals;
  notes: readonly RunNote[];
}

/** Each function gives the next bytes. First `begin`, then segments in order of their index and each block after the segment that it ends with. */
export interface RecordingLayout {
  begin(): Uint8Array[];
  segment(segment: StoredSegment): Uint8Array[];
  block(block: StoredBlock): Uint8Array[];
  end(end: RecordingEnd): Uint8Array[];
}

const u32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
};
const sizeOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

export function createLayout(header: RecordingHeader): RecordingLayout {
  const headerBytes = packHeader(header);
  const segments: IndexedSegment[] = [];
  const tracks: IndexedTracks[] = [];
  let size = 0;
  const written = (parts: Uint8Array[]): Uint8Array[] => {
    size += sizeOf(parts);
    return parts;
  };
  const part = (kind: number, meta: Uint8Array, content: Uint8Array): Uint8Array[] =>
    written([Uint8Array.of(kind), u32(meta.length), u32(content.length), meta, content]);

  return {
    begin: () => written([MAGIC, u32(FILE_VERSION), u32(headerBytes.length), headerBytes]),
    segment({ stored, ...segment }) {
      const parts = part(PART_KIND.segment, segmentPartOf(segment), stored);
      segments.push({ ...segment, offset: size - stored.length });
      return parts;
    },
    block({ stored, ...block }) {
      const parts = part(PART_KIND.tracks, tracksPartOf(block), stored);
      tracks.push({ ...block, offset: size - stored.length });
      return parts;
    },
    end({ digest, totals, notes }) {
      const headerDigest = sha256Hex(headerBytes);
      return written(endOfFile({ headerDigest, digest, totals, segments, tracks, notes: [...notes] }, nodeTools));
    },
  };
}
