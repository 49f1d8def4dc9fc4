// Opens a recording and gives its segments and tracks one at a time. Trusts no length and no hash before it is checked.

import type { z } from 'zod';
import { fromUtf8 } from '../log/index.ts';
import { RecordingError } from './errors.ts';
import type { IndexedSegment, IndexedTracks, RecordingHeader, RecordingIndex } from './format.ts';
import {
  END_MAGIC,
  FILE_VERSION,
  headerSchema,
  indexSchema,
  indexSchema1,
  MAGIC,
  MAX_HEADER_BYTES,
  MAX_INDEX_BYTES,
  PART_KIND,
  PART_PRELUDE_BYTES,
  PRELUDE_BYTES,
  segmentPartOf,
  TRAILER_BYTES,
  tracksPartOf,
} from './format.ts';
import { salvage } from './salvage.ts';
import type { ByteSource, ByteTools } from './source.ts';
import { unpackSegment } from './unpack.ts';

export interface Recording {
  readonly header: RecordingHeader;
  readonly index: RecordingIndex;
  readonly bytes: number;
  /** Why the recording is not whole, in one sentence; null when it is. What `index` names can be read all the same. */
  readonly trouble: RecordingError | null;
  /** The payload of a segment, checked. Throws RecordingError `segment-damaged`, `segment-too-large`, `truncated`; RangeError. */
  payload(index: number): Promise<Uint8Array>;
  /** The stored bytes of a segment, as they are. */
  stored(index: number): Promise<Uint8Array>;
  /** One deflated track of a block; its own checksum guards it. Throws RangeError for a block or track that is not there. */
  track(block: number, track: number): Promise<Uint8Array>;
  /** A whole block of tracks, checked. Throws RecordingError, RangeError. */
  tracks(block: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** How the reader is told to take a file that is not whole: `whole` refuses it, `any` reads what there is. */
export type Wanted = 'whole' | 'any';

/** Reads and checks all but the parts' contents. Throws RecordingError, or what the source says; then the source is closed. */
export async function openRecording(
  source: ByteSource,
  tools: ByteTools,
  wanted: Wanted = 'whole',
): Promise<Recording> {
  try {
    return await openParts(source, tools, wanted);
  } catch (error) {
    await source.close();
    throw error;
  }
}

async function openParts(source: ByteSource, tools: ByteTools, wanted: Wanted): Promise<Recording> {
  const { version, headerLength } = await readPrelude(source);
  const headerBytes = await readAt(source, PRELUDE_BYTES, headerLength);
  const afterHeader = PRELUDE_BYTES + headerLength;
  const header = (): RecordingHeader => parse(headerBytes, headerSchema, 'its header');
  try {
    const index = await readIndex(source, tools, version, afterHeader);
    if (tools.sha256Hex(headerBytes) !== index.headerDigest)
      throw new RecordingError('damaged', 'the recording is damaged: its header does not match its hash');
    return recordingOf(source, tools, version, header(), index, null);
  } catch (error) {
    if (wanted === 'whole' || !(error instanceof RecordingError) || version < FILE_VERSION) throw error;
    const index = await salvage(source, afterHeader, tools.sha256Hex(headerBytes));
    if (index.segments.length === 0) throw error;
    return recordingOf(source, tools, version, header(), index, error);
  }
}

function recordingOf(
  source: ByteSource,
  tools: ByteTools,
  version: number,
  header: RecordingHeader,
  index: RecordingIndex,
  trouble: RecordingError | null,
): Recording {
  const segmentAt = (position: number): IndexedSegment => {
    const segment = index.segments[position];
    if (segment === undefined) throw new RangeError(`no segment ${position}`);
    return segment;
  };
  const blockAt = (position: number): IndexedTracks => {
    const block = index.tracks[position];
    if (block === undefined) throw new RangeError(`no block ${position} of tracks`);
    return block;
  };
  const stored = (position: number): Promise<Uint8Array> => {
    const segment = segmentAt(position);
    return version === 1
      ? readAt(source, segment.offset, segment.storedBytes)
      : readPart(source, PART_KIND.segment, segmentPartOf(segment), segment.offset, segment.storedBytes);
  };
  return {
    header,
    index,
    bytes: source.size,
    trouble,
    stored,
    payload: async (position) => unpackSegment({ ...segmentAt(position), stored: await stored(position) }, tools),
    async track(block, track) {
      const { offset, lengths } = blockAt(block);
      const length = lengths[track];
      if (length === undefined) throw new RangeError(`no track ${track} in block ${block}`);
      return readAt(source, offset + sumOf(lengths.slice(0, track)), length);
    },
    async tracks(position) {
      const block = blockAt(position);
      const bytes = await readPart(source, PART_KIND.tracks, tracksPartOf(block), block.offset, sumOf(block.lengths));
      if (tools.sha256Hex(bytes) === block.storedDigest) return bytes;
      throw new RecordingError(
        'damaged',
        `the recording is damaged: its block ${position} of tracks does not match its hash`,
      );
    },
    close: () => source.close(),
  };
}

async function readPrelude(source: ByteSource): Promise<{ version: number; headerLength: number }> {
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

async function readIndex(
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
  const index = version === 1 ? upgradeIndex(bytes, afterHeader) : parse(bytes, indexSchema, 'its index');
  requirePlaces(index, version, afterHeader, indexOffset);
  return index;
}

/** Version 1: the segments fill all bytes between header and index. */
function upgradeIndex(bytes: Uint8Array, afterHeader: number): RecordingIndex {
  const { segments, ...rest } = parse(bytes, indexSchema1, 'its index');
  let offset = afterHeader;
  const placed = segments.map((segment) => {
    const at = { ...segment, offset };
    offset += segment.storedBytes;
    return at;
  });
  return { ...rest, segments: placed, tracks: [], notes: [] };
}

/** Segments follow each other without a gap in numbers or ticks, and the parts fill all bytes between header and index. */
function requirePlaces({ segments, tracks }: RecordingIndex, version: number, from: number, to: number): void {
  let tick = 0;
  segments.forEach((segment, position) => {
    if (segment.index !== position || segment.fromTick !== tick || segment.toTick < segment.fromTick)
      throw new RecordingError(
        'damaged',
        `the recording is damaged: segment ${position} does not follow the one before`,
      );
    tick = segment.toTick + 1;
  });
  const before = (meta: Uint8Array): number => (version === 1 ? 0 : PART_PRELUDE_BYTES + meta.length);
  const places = [
    ...segments.map((one) => ({ at: one.offset, before: before(segmentPartOf(one)), length: one.storedBytes })),
    ...tracks.map((one) => ({ at: one.offset, before: before(tracksPartOf(one)), length: sumOf(one.lengths) })),
  ].sort((a, b) => a.at - b.at);
  let end = from;
  for (const { at, before: own, length } of places) {
    if (at !== end + own) throw misplaced();
    end = at + length;
  }
  if (end !== to) throw truncated();
}

/** What stands before a part must be what the index says, so that no byte of a file goes unchecked. */
async function readPart(
  source: ByteSource,
  kind: number,
  meta: Uint8Array,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  const own = PART_PRELUDE_BYTES + meta.length;
  const bytes = await readAt(source, offset - own, own + length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isSame =
    view.getUint8(0) === kind &&
    view.getUint32(1, true) === meta.length &&
    view.getUint32(5, true) === length &&
    startsWith(bytes.subarray(PART_PRELUDE_BYTES), meta);
  if (!isSame) throw new RecordingError('damaged', 'the recording is damaged: a part does not begin as its index says');
  return bytes.subarray(own);
}

const sumOf = (lengths: readonly number[]): number => lengths.reduce((sum, one) => sum + one, 0);

function parse<T>(bytes: Uint8Array, schema: z.ZodType<T>, part: string): T {
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

async function readAt(source: ByteSource, offset: number, length: number): Promise<Uint8Array> {
  const bytes = await source.read(offset, length);
  if (bytes.length < length) throw truncated();
  return bytes;
}

const startsWith = (bytes: Uint8Array, prefix: Uint8Array): boolean =>
  bytes.length >= prefix.length && prefix.every((byte, i) => bytes[i] === byte);
const truncated = () => new RecordingError('truncated', 'the recording is cut off: its end is missing');
const misplaced = () =>
  new RecordingError('damaged', 'the recording is damaged: its index names places that cannot be');
