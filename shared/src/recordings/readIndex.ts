// What a file says of itself: version, header, and the index at its end. Nothing of it is believed before it is checked.

import { fromUtf8 } from '../log/index.ts';
import type { z } from '../zod.ts';
import { readAt, startsWith, sumOf, truncated } from './bytes.ts';
import { RecordingError } from './errors.ts';
import type { RecordingIndex } from './format.ts';
import {
  END_MAGIC,
  FILE_VERSION,
  indexSchema,
  indexSchema1,
  MAGIC,
  MAX_HEADER_BYTES,
  MAX_INDEX_BYTES,
  PART_PRELUDE_BYTES,
  PRELUDE_BYTES,
  segmentPartOf,
  TRAILER_BYTES,
  tracksPartOf,
} from './format.ts';
import type { ByteSource, ByteTools } from './source.ts';

/** Throws RecordingError `not-a-recording`, `truncated`, `newer-version`, `header-too-large`, `damaged`. */
export async function readPrelude(source: ByteSource): Promise<{ version: number; headerLength: number }> {
  const start = await source.read(0, Math.min(source.size, PRELUDE_BYTES));
  if (!startsWith(start, MAGIC)) throw new RecordingError('not-a-recording', 'this is not a One Screen recording');
  if (source.size < PRELUDE_BYTES + TRAILER_BYTES) throw truncated();
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const version = view.getUint32(MAGIC.length, true);
  if (version > FILE_VERSION) {
    throw new RecordingError(
      'newer-version',
      `the recording has format version ${version}; this program reads up to ${FILE_VERSION}`,
    );
  }
  if (version === 0) throw new RecordingError('damaged', 'the recording is damaged: there is no format version 0');
  const headerLength = view.getUint32(MAGIC.length + 4, true);
  if (headerLength > MAX_HEADER_BYTES) {
    throw new RecordingError(
      'header-too-large',
      `the recording says that its header has ${headerLength} bytes; at most ${MAX_HEADER_BYTES} are taken`,
    );
  }
  return { version, headerLength };
}

/** The index, checked against its hash, with places that can be. Throws RecordingError `truncated`, `damaged`, `…-too-large`. */
export async function readIndex(
  source: ByteSource,
  tools: ByteTools,
  version: number,
  afterHeader: number,
): Promise<RecordingIndex> {
  const trailer = await readAt(source, source.size - TRAILER_BYTES, TRAILER_BYTES);
  if (!startsWith(trailer.subarray(36), END_MAGIC)) throw truncated();
  const length = new DataView(trailer.buffer, trailer.byteOffset).getUint32(0, true);
  const indexOffset = source.size - TRAILER_BYTES - length;
  if (length > MAX_INDEX_BYTES || indexOffset < afterHeader)
    throw new RecordingError('damaged', 'the recording is damaged: its index has no possible length');
  const bytes = await readAt(source, indexOffset, length);
  const hash = Array.from(trailer.subarray(4, 36), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (tools.sha256Hex(bytes) !== hash)
    throw new RecordingError('damaged', 'the recording is damaged: its index does not match its hash');
  const index = version === 1 ? upgradeIndex(bytes, afterHeader) : parseJson(bytes, indexSchema, 'its index');
  requireOrder(index);
  requirePlaces(index, version, afterHeader, indexOffset);
  return index;
}

/** Version 1: the segments fill all bytes between header and index. */
function upgradeIndex(bytes: Uint8Array, afterHeader: number): RecordingIndex {
  const { segments, ...rest } = parseJson(bytes, indexSchema1, 'its index');
  let offset = afterHeader;
  const placed = segments.map((segment) => {
    const at = { ...segment, offset };
    offset += segment.storedBytes;
    return at;
  });
  return { ...rest, segments: placed, tracks: [], notes: [] };
}

/** Segments and blocks follow each other without a gap in numbers or ticks. Throws RecordingError `damaged`. */
export function requireOrder({ segments, tracks }: Pick<RecordingIndex, 'segments' | 'tracks'>): void {
  const broken = (what: string) =>
    new RecordingError('damaged', `the recording is damaged: ${what} does not follow the one before`);
  let tick = 0;
  segments.forEach((segment, position) => {
    if (segment.index !== position || segment.fromTick !== tick || segment.toTick < segment.fromTick)
      throw broken(`segment ${position}`);
    tick = segment.toTick + 1;
  });
  tick = 0;
  tracks.forEach((block, position) => {
    if (block.fromTick !== tick || block.toTick < block.fromTick) throw broken(`block ${position} of tracks`);
    tick = block.toTick + 1;
  });
}

/** The parts fill all bytes between header and index. */
function requirePlaces({ segments, tracks }: RecordingIndex, version: number, from: number, to: number): void {
  const before = (meta: Uint8Array): number => (version === 1 ? 0 : PART_PRELUDE_BYTES + meta.length);
  const places = [
    ...segments.map((one) => ({ at: one.offset, before: before(segmentPartOf(one)), length: one.storedBytes })),
    ...tracks.map((one) => ({ at: one.offset, before: before(tracksPartOf(one)), length: sumOf(one.lengths) })),
  ].sort((a, b) => a.at - b.at);
  let end = from;
  for (const { at, before: own, length } of places) {
    if (at !== end + own)
      throw new RecordingError('damaged', 'the recording is damaged: its index names places that cannot be');
    end = at + length;
  }
  if (end !== to) throw truncated();
}

/** Throws RecordingError `damaged`, naming the first field that is missing. */
export function parseJson<T>(bytes: Uint8Array, schema: z.ZodType<T>, part: string): T {
  let value: unknown;
  try {
    value = JSON.parse(fromUtf8(bytes));
  } catch {
    throw new RecordingError('damaged', `the recording is damaged: ${part} is no JSON`);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new RecordingError(
      'damaged',
      `the recording is damaged: ${part} lacks ${parsed.error.issues[0]?.path.join('.') ?? 'a field'}`,
    );
  return parsed.data;
}
