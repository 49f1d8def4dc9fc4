// Opens a recording and gives its segments one at a time. Trusts no length and no hash before it is checked.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { z } from 'zod';
import { RecordingError } from './errors.ts';
import type { IndexedSegment, RecordingHeader, RecordingIndex } from './format.ts';
import {
  END_MAGIC,
  FILE_VERSION,
  headerSchema,
  indexSchema,
  MAGIC,
  MAX_HEADER_BYTES,
  MAX_INDEX_BYTES,
  PRELUDE_BYTES,
  TRAILER_BYTES,
} from './format.ts';
import { sha256Hex, unpackSegment } from './pack.ts';

export interface Recording {
  readonly header: RecordingHeader;
  readonly index: RecordingIndex;
  readonly bytes: number;
  /** The payload of a segment, checked. Throws RecordingError `segment-damaged`, `segment-too-large`; RangeError. */
  payload(index: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Reads and checks all but the segments. Throws RecordingError, or what the file system says. */
export async function readRecording(file: string): Promise<Recording> {
  const handle = await open(file, 'r');
  try {
    return await readParts(handle);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readParts(handle: FileHandle): Promise<Recording> {
  const bytes = (await handle.stat()).size;
  const headerLength = await readPrelude(handle, bytes);
  const { indexBytes, indexOffset } = await readIndexBytes(handle, bytes, PRELUDE_BYTES + headerLength);
  const index = parse(indexBytes, indexSchema, 'its index');
  const headerBytes = await readAt(handle, PRELUDE_BYTES, headerLength);
  if (sha256Hex(headerBytes) !== index.headerDigest)
    throw new RecordingError('damaged', 'the recording is damaged: its header does not match its hash');
  const header = parse(headerBytes, headerSchema, 'its header');
  const offsets = offsetsOf(index.segments, PRELUDE_BYTES + headerLength, indexOffset);
  return {
    header,
    index,
    bytes,
    async payload(position) {
      const segment = index.segments[position];
      const offset = offsets[position];
      if (segment === undefined || offset === undefined) throw new RangeError(`no segment ${position}`);
      return unpackSegment({ ...segment, stored: await readAt(handle, offset, segment.storedBytes) });
    },
    close: () => handle.close(),
  };
}

/** Length of the header. */
async function readPrelude(handle: FileHandle, bytes: number): Promise<number> {
  const start = await readAt(handle, 0, Math.min(bytes, PRELUDE_BYTES));
  if (!startsWith(start, MAGIC)) throw new RecordingError('not-a-recording', 'this is not a One Screen recording');
  if (bytes < PRELUDE_BYTES + TRAILER_BYTES) throw truncated();
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
  return headerLength;
}

async function readIndexBytes(
  handle: FileHandle,
  bytes: number,
  afterHeader: number,
): Promise<{ indexBytes: Uint8Array; indexOffset: number }> {
  const trailer = await readAt(handle, bytes - TRAILER_BYTES, TRAILER_BYTES);
  if (!startsWith(trailer.subarray(36), END_MAGIC)) throw truncated();
  const length = new DataView(trailer.buffer, trailer.byteOffset).getUint32(0, true);
  const indexOffset = bytes - TRAILER_BYTES - length;
  if (length > MAX_INDEX_BYTES || indexOffset < afterHeader)
    throw new RecordingError('damaged', 'the recording is damaged: its index has no possible length');
  const indexBytes = await readAt(handle, indexOffset, length);
  const digest = createHash('sha256').update(indexBytes).digest();
  if (!digest.equals(trailer.subarray(4, 36)))
    throw new RecordingError('damaged', 'the recording is damaged: its index does not match its hash');
  return { indexBytes, indexOffset };
}

/** Where each segment begins. They stand one after the other, without a gap in bytes, numbers or ticks. */
function offsetsOf(segments: readonly IndexedSegment[], from: number, to: number): number[] {
  let offset = from;
  let tick = 0;
  const offsets = segments.map((segment, position) => {
    if (segment.index !== position || segment.fromTick !== tick || segment.toTick < segment.fromTick) {
      throw new RecordingError(
        'damaged',
        `the recording is damaged: segment ${position} does not follow the one before`,
      );
    }
    const start = offset;
    offset += segment.storedBytes;
    tick = segment.toTick + 1;
    return start;
  });
  if (offset !== to) throw truncated();
  return offsets;
}

function parse<T>(bytes: Uint8Array, schema: z.ZodType<T>, part: string): T {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
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

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(bytes, read, length - read, offset + read);
    if (bytesRead === 0) throw truncated();
    read += bytesRead;
  }
  return bytes;
}

const startsWith = (bytes: Uint8Array, prefix: Uint8Array): boolean =>
  bytes.length >= prefix.length && prefix.every((byte, i) => bytes[i] === byte);
const truncated = () => new RecordingError('truncated', 'the recording is cut off: its end is missing');
