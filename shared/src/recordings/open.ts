// Opens a recording that is one file. Trusts no length and no hash before it is checked.

import { readAt, startsWith, sumOf } from './bytes.ts';
import { RecordingError } from './errors.ts';
import { FILE_VERSION, PART_KIND, PART_PRELUDE_BYTES, PRELUDE_BYTES, segmentPartOf, tracksPartOf } from './format.ts';
import { damagedBlock, damagedSegment } from './partErrors.ts';
import { readHeader, recoverHeader } from './readHeader.ts';
import { readIndex, readPrelude } from './readIndex.ts';
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
  const stored = await readAt(source, PRELUDE_BYTES, headerLength);
  const afterHeader = PRELUDE_BYTES + headerLength;
  if (wanted === 'whole' || version < FILE_VERSION) {
    const index = await readIndex(source, tools, version, afterHeader);
    if (tools.sha256Hex(stored) !== index.headerDigest) throw otherHeader();
    const header = await readHeader(stored, version, tools);
    return recordingOf({ header, index, trouble: null, source: partsOf(source, version), tools });
  }
  return openWhatIsThere(source, tools, stored, afterHeader);
}

/** A file of this version that may lack its end, its index or its header. Throws what is wrong with it when nothing of it can be read. */
async function openWhatIsThere(
  source: ByteSource,
  tools: ByteTools,
  stored: Uint8Array,
  afterHeader: number,
): Promise<Recording> {
  const headerDigest = tools.sha256Hex(stored);
  const found = await orTrouble(readIndex(source, tools, FILE_VERSION, afterHeader));
  const index = found instanceof RecordingError ? await salvage(source, afterHeader, headerDigest) : found;
  const trouble = found instanceof RecordingError ? found : found.headerDigest === headerDigest ? null : otherHeader();
  const parts = { index, trouble, source: partsOf(source, FILE_VERSION), tools };
  if (index.segments.length === 0 && trouble !== null) throw trouble;
  const header = await orTrouble(readHeader(stored, FILE_VERSION, tools));
  if (!(header instanceof RecordingError)) return recordingOf({ ...parts, header });
  const first = index.segments[0];
  const recovered = first === undefined ? null : await recoverHeader(parts.source, first, tools);
  if (recovered === null) throw trouble ?? header;
  return recordingOf({ ...parts, header: recovered, trouble: trouble ?? header });
}

/** What is wrong as a value. */
const orTrouble = <T>(reading: Promise<T>): Promise<T | RecordingError> =>
  reading.catch((error: unknown) => {
    if (error instanceof RecordingError) return error;
    throw error;
  });

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
