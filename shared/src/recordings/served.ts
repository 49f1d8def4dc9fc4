// A run as a server gives it: index and state as JSON, the parts by their content, the unfinished segment by itself.
import { z } from '../zod.ts';
import { sumOf, truncated } from './bytes.ts';
import type { RecordingHeader, RecordingIndex, RunParent } from './format.ts';
import { headerSchema, indexSchema, runParentSchema } from './format.ts';
import { parseJson, requireOrder } from './readIndex.ts';
import type { Recording } from './recording.ts';
import { recordingOf } from './recording.ts';
import type { ByteTools } from './source.ts';

/** The segment that is being recorded: from its first tick to the newest. */
export interface OpenSegmentMeta {
  index: number;
  fromTick: number;
  toTick: number;
}

/** What `GET /api/runs/:run/recording` answers. The parts have no place in a file: every `offset` is 0. */
export interface ServedRecording {
  header: RecordingHeader;
  index: RecordingIndex;
  open: OpenSegmentMeta | null;
  state: 'open' | 'finished' | 'stopped';
  parent: RunParent | null;
}

const whole = z.int().nonnegative();
const servedSchema: z.ZodType<ServedRecording> = z.object({
  header: headerSchema,
  index: indexSchema,
  open: z.object({ index: whole, fromTick: whole, toTick: whole }).nullable(),
  state: z.enum(['open', 'finished', 'stopped']),
  parent: runParentSchema.nullable(),
});

/** The JSON text of the answer. Throws RecordingError `damaged`. */
export function parseServed(text: Uint8Array): ServedRecording {
  const served = parseJson(text, servedSchema, 'what the server says of it');
  requireOrder(served.index);
  return served;
}

/** Stored bytes by their name: `GET /api/pieces/:storedDigest`, with `Range` where only some are wanted. */
export interface PieceSource {
  /** Rejects when there is no answer; null when there is no such piece. */
  read(storedDigest: string, offset: number, length: number): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

/** The finished parts of a served run as a recording. */
export function recordingOfRun({ header, index }: ServedRecording, pieces: PieceSource, tools: ByteTools): Recording {
  const read = async (digest: string, offset: number, length: number): Promise<Uint8Array> => {
    const bytes = await pieces.read(digest, offset, length);
    if (bytes === null || bytes.length < length) throw truncated();
    return bytes;
  };
  const { segments, tracks } = index;
  return recordingOf({
    header,
    index,
    trouble: null,
    tools,
    source: {
      bytes: sumOf(segments.map(({ storedBytes }) => storedBytes)) + sumOf(tracks.flatMap(({ lengths }) => lengths)),
      segment: ({ storedDigest, storedBytes }) => read(storedDigest, 0, storedBytes),
      block: ({ storedDigest, lengths }) => read(storedDigest, 0, sumOf(lengths)),
      blockPart: ({ storedDigest }, offset, length) => read(storedDigest, offset, length),
      close: () => pieces.close(),
    },
  });
}
