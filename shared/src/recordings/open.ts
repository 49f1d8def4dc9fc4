// Opens a recording that is one file. Trusts no length and no hash before it is checked.

import { readAt, startsWith, sumOf } from './bytes.ts';
import { RecordingError } from './errors.ts';
import type { RecordingIndex } from './format.ts';
import {
  FILE_VERSION,
  headerSchema,
  PART_KIND,
  PART_PRELUDE_BYTES,
  PRELUDE_BYTES,
  segmentPartOf,
  tracksPartOf,
} from './format.ts';
import { damagedBlock, damagedSegment } from './partErrors.ts';
import { parseJson, readIndex, readPrelude } from './readIndex.ts';
import type { PartSource, Recording } from './recording.ts';
import { recordingOf } from './recording.ts';
import { salvage } from './salvage.ts';
import type { ByteSource, ByteTools } from './source.ts';

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
  const headerDigest = tools.sha256Hex(headerBytes);
  const afterHeader = PRELUDE_BYTES + headerLength;
  const opened = (index: RecordingIndex, trouble: RecordingError | null): Recording => {
    const header = parseJson(headerBytes, headerSchema, 'its header');
    return recordingOf({ header, index, trouble, source: partsOf(source, version), tools });
  };
  try {
    const index = await readIndex(source, tools, version, afterHeader);
    const trouble = headerDigest === index.headerDigest ? null : otherHeader();
    if (trouble !== null && wanted === 'whole') throw trouble;
    return opened(index, trouble);
  } catch (error) {
    if (wanted === 'whole' || !(error instanceof RecordingError) || version < FILE_VERSION) throw error;
    const index = await salvage(source, afterHeader, headerDigest);
    if (index.segments.length === 0) throw error;
    return opened(index, error);
  }
}

const otherHeader = () => new RecordingError('damaged', 'the recording is damaged: its header does not match its hash');

function partsOf(source: ByteSource, version: number): PartSource {
  return {
    bytes: source.size,
    async segment(segment) {
      const { offset, storedBytes } = segment;
      if (version === 1) return readAt(source, offset, storedBytes);
      const bytes = await readPart(source, PART_KIND.segment, segmentPartOf(segment), offset, storedBytes);
      if (bytes === null) throw damagedSegment(segment);
      return bytes;
    },
    async block(block, position) {
      const length = sumOf(block.lengths);
      const bytes = await readPart(source, PART_KIND.tracks, tracksPartOf(block), block.offset, length);
      if (bytes === null) throw damagedBlock(position, block);
      return bytes;
    },
    blockPart: (block, offset, length) => readAt(source, block.offset + offset, length),
    close: () => source.close(),
  };
}

/** What stands before a part must be what the index says, so that no byte of a file goes unchecked: null when it is not. */
async function readPart(
  source: ByteSource,
  kind: number,
  meta: Uint8Array,
  offset: number,
  length: number,
): Promise<Uint8Array | null> {
  const own = PART_PRELUDE_BYTES + meta.length;
  const bytes = await readAt(source, offset - own, own + length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isSame =
    view.getUint8(0) === kind &&
    view.getUint32(1, true) === meta.length &&
    view.getUint32(5, true) === length &&
    startsWith(bytes.subarray(PART_PRELUDE_BYTES), meta);
  return isSame ? bytes.subarray(own) : null;
}
