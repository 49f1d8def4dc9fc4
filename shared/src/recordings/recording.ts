// A recording that is open: its parts one at a time, each checked against its name, wherever the bytes come from.
import { LOG_PART, MAX_LOG_BYTES } from './blockLog.ts';
import { sumOf } from './bytes.ts';
import { RecordingError } from './errors.ts';
import type { IndexedSegment, IndexedTracks, RecordingHeader, RecordingIndex } from './format.ts';
import { MAX_PART_BYTES } from './format.ts';
import { blockName, damagedBlock, segmentName } from './partErrors.ts';
import type { ByteTools } from './source.ts';
import { MAX_TRACK_BYTES } from './tracks.ts';
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
  /**
   * Tracks of a block that stand beside each other, inflated; the block's log is part `LOG_PART`. One read; each is guarded by its own checksum.
   * Throws RecordingError `block-damaged`, `block-too-large`, `truncated`; RangeError for a block or track that is not there.
   */
  span(block: number, first: number, count: number): Promise<Uint8Array[]>;
  /** The stored bytes of a whole block, checked. Throws as `span`. */
  tracks(block: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Where the parts of a recording are. Each of these throws RecordingError `truncated` for bytes that are not there. */
export interface PartSource {
  readonly bytes: number;
  /** All of a segment's stored bytes; throws `segment-damaged` where the source itself can tell. */
  segment(segment: IndexedSegment): Promise<Uint8Array>;
  /** All of a block's stored bytes; throws `block-damaged` where the source itself can tell. */
  block(block: IndexedTracks, position: number): Promise<Uint8Array>;
  /** Some of a block's stored bytes. */
  blockPart(block: IndexedTracks, offset: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface RecordingParts {
  header: RecordingHeader;
  index: RecordingIndex;
  trouble: RecordingError | null;
  source: PartSource;
  tools: ByteTools;
}

export function recordingOf({ header, index, trouble, source, tools }: RecordingParts): Recording {
  const segmentAt = (position: number): IndexedSegment => {
    const segment = index.segments[position];
    if (segment === undefined) throw new RangeError(`no segment ${position}`);
    if (segment.storedBytes <= MAX_PART_BYTES) return segment;
    const bytes = `${segment.storedBytes} bytes, more than any segment can`;
    throw new RecordingError('segment-too-large', `${segmentName(segment)} says that it takes ${bytes}`, position);
  };
  const blockAt = (position: number): IndexedTracks => {
    const block = index.tracks[position];
    if (block === undefined) throw new RangeError(`no block ${position} of tracks`);
    if (block.lengths.length !== LOG_PART + 1) throw damagedBlock(position, block);
    const bytes = sumOf(block.lengths);
    if (bytes <= MAX_PART_BYTES) return block;
    throw new RecordingError(
      'block-too-large',
      `${blockName(position, block)} says that it takes ${bytes} bytes, more than any block can`,
      position,
    );
  };
  const stored = async (position: number): Promise<Uint8Array> => source.segment(segmentAt(position));

  return {
    header,
    index,
    bytes: source.bytes,
    trouble,
    stored,
    payload: async (position) => unpackSegment({ ...segmentAt(position), stored: await stored(position) }, tools),
    async span(position, first, count) {
      const block = blockAt(position);
      const lengths = block.lengths.slice(first, first + count);
      if (first < 0 || lengths.length < count)
        throw new RangeError(`no tracks ${first} to ${first + count - 1} in block ${position}`);
      const bytes = await source.blockPart(block, sumOf(block.lengths.slice(0, first)), sumOf(lengths));
      let end = 0;
      const ends = lengths.map((length) => (end += length));
      return Promise.all(
        lengths.map(async (length, i) => {
          const own = bytes.subarray(ends[i]! - length, ends[i]);
          const inflated = await tools.inflate(own, first + i === LOG_PART ? MAX_LOG_BYTES : MAX_TRACK_BYTES);
          if (inflated === null) throw damagedBlock(position, block);
          return inflated;
        }),
      );
    },
    async tracks(position) {
      const block = blockAt(position);
      const bytes = await source.block(block, position);
      if (tools.sha256Hex(bytes) !== block.storedDigest) throw damagedBlock(position, block);
      return bytes;
    },
    close: () => source.close(),
  };
}
