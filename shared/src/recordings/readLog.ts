// The log of a recording out of its blocks, two hours at a time, without its samples.
import type { Entry } from '../log/entries.ts';
import { CodecError } from '../log/index.ts';
import { decodeBlockLog, LOG_PART } from './blockLog.ts';
import { damagedBlock } from './partErrors.ts';
import type { Recording } from './recording.ts';

/** The entries of one block. Throws RecordingError as `Recording.span`. */
export async function readBlockLog(
  { header, index, span }: Pick<Recording, 'header' | 'index' | 'span'>,
  block: number,
): Promise<Entry[]> {
  const [bytes] = await span(block, LOG_PART, 1);
  try {
    return decodeBlockLog(bytes!, header.info.run);
  } catch (error) {
    throw error instanceof CodecError ? damagedBlock(block, index.tracks[block]!) : error;
  }
}
