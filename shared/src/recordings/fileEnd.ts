// The end of a recording file, behind its parts: the index, its length and hash. A copy with other notes differs in this only.
import { utf8 } from '../log/index.ts';
import { sumOf } from './bytes.ts';
import type { RecordingIndex } from './format.ts';
import { END_MAGIC, FILE_VERSION } from './format.ts';
import { readPrelude } from './readIndex.ts';
import type { ByteSource, ByteTools } from './source.ts';

const HEX_BYTE = /../g;

/** What a file ends with, in the order in which it is written. */
export function endOfFile(index: RecordingIndex, tools: Pick<ByteTools, 'sha256Hex'>): Uint8Array[] {
  const { headerDigest, digest, totals, segments, tracks, notes } = index;
  const bytes = utf8(JSON.stringify({ headerDigest, digest, totals, segments, tracks, notes }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length, true);
  const hash = tools.sha256Hex(bytes).match(HEX_BYTE)!;
  return [bytes, length, Uint8Array.from(hash, (byte) => Number.parseInt(byte, 16)), END_MAGIC];
}

/** Where the parts of a file end: what stands before is the same in every copy. */
export const endOfParts = ({ segments, tracks }: Pick<RecordingIndex, 'segments' | 'tracks'>): number =>
  Math.max(
    ...segments.map(({ offset, storedBytes }) => offset + storedBytes),
    ...tracks.map(({ offset, lengths }) => offset + sumOf(lengths)),
  );

/** Files of the first version have no place for notes. Throws RecordingError for what is no recording. */
export const hasRoomForNotes = async (source: ByteSource): Promise<boolean> =>
  (await readPrelude(source)).version === FILE_VERSION;
