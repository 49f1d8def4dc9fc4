// A file without its end: what its parts say of themselves, from the first to the one that is cut off.

import { chainDigest, fromUtf8, GENESIS_DIGEST } from '../log/index.ts';
import { sumOf } from './bytes.ts';
import type { IndexedSegment, IndexedTracks, RecordingIndex } from './format.ts';
import { MAX_PART_META_BYTES, PART_KIND, PART_PRELUDE_BYTES, segmentMetaSchema, tracksMetaSchema } from './format.ts';
import type { ByteSource } from './source.ts';

/** More than the parts of the longest run; a file of nothing but tiny parts ends here. */
const MOST_PARTS = 50_000;

/** The index as far as it can be told from the parts; empty where the first one is gone. Totals are those of ticks only. */
export async function salvage(source: ByteSource, from: number, headerDigest: string): Promise<RecordingIndex> {
  const segments: IndexedSegment[] = [];
  const tracks: IndexedTracks[] = [];
  let offset = from;
  while (segments.length + tracks.length < MOST_PARTS) {
    const part = await partAt(source, offset);
    if (part === null || !take(part, segments, tracks)) break;
    offset = part.end;
  }
  const ticks = (segments.at(-1)?.toTick ?? -1) + 1;
  const digest = segments.reduce((chain, segment) => chainDigest(chain, segment.digest), GENESIS_DIGEST);
  return { headerDigest, digest, totals: { ticks, entries: 0, cases: 0, closed: 0 }, segments, tracks, notes: [] };
}

interface Part {
  kind: number;
  meta: unknown;
  /** Where its content begins, and where it ends. */
  content: number;
  end: number;
}

/** Puts the part behind those of its kind; whether it follows them. */
function take({ kind, meta, content, end }: Part, segments: IndexedSegment[], tracks: IndexedTracks[]): boolean {
  const length = end - content;
  if (kind === PART_KIND.segment) {
    const segment = segmentMetaSchema.safeParse(meta).data;
    const next = { index: segments.length, fromTick: (segments.at(-1)?.toTick ?? -1) + 1 };
    if (segment?.index !== next.index || segment.fromTick !== next.fromTick) return false;
    if (segment.toTick < segment.fromTick || segment.storedBytes !== length) return false;
    segments.push({ ...segment, offset: content });
    return true;
  }
  const block = tracksMetaSchema.safeParse(meta).data;
  if (block?.fromTick !== (tracks.at(-1)?.toTick ?? -1) + 1 || block.toTick < block.fromTick) return false;
  if (sumOf(block.lengths) !== length) return false;
  tracks.push({ ...block, offset: content });
  return true;
}

/** The part that begins at `offset`; null when there is none that is whole. */
async function partAt(source: ByteSource, offset: number): Promise<Part | null> {
  const prelude = await source.read(offset, PART_PRELUDE_BYTES);
  if (prelude.length < PART_PRELUDE_BYTES) return null;
  const view = new DataView(prelude.buffer, prelude.byteOffset, prelude.byteLength);
  const kind = view.getUint8(0);
  const metaBytes = view.getUint32(1, true);
  const contentBytes = view.getUint32(5, true);
  const content = offset + PART_PRELUDE_BYTES + metaBytes;
  const end = content + contentBytes;
  const isKnown = kind === PART_KIND.segment || kind === PART_KIND.tracks;
  if (!isKnown || metaBytes > MAX_PART_META_BYTES || end > source.size) return null;
  const bytes = await source.read(offset + PART_PRELUDE_BYTES, metaBytes);
  try {
    return { kind, meta: JSON.parse(fromUtf8(bytes)), content, end };
  } catch {
    return null;
  }
}
