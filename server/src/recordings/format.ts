// The `.onescreen` file: magic, version, header, segments, index, trailer. docs/format.md says it for other programs.
import type { RunInfo } from '@onescreen/shared/log';
import { runInfoSchema } from '@onescreen/shared/protocol';
import { z } from 'zod';

export const MAGIC: Uint8Array = new TextEncoder().encode('ONESCREEN\r\n\x1a');
export const END_MAGIC: Uint8Array = new TextEncoder().encode('ENDSCREEN\r\n\x1a');
export const FILE_VERSION = 1;
/** Units and cameras of the whole city take about half a megabyte. */
export const MAX_HEADER_BYTES = 16 * 1024 * 1024;
/** About 200 bytes a segment; a year of simulated time stays below. */
export const MAX_INDEX_BYTES = 64 * 1024 * 1024;

/** Magic, u32 version, u32 bytes of the header. */
export const PRELUDE_BYTES: number = MAGIC.length + 8;
/** u32 bytes of the index, SHA-256 of the index, magic. */
export const TRAILER_BYTES: number = 4 + 32 + END_MAGIC.length;

export interface RecordingHeader {
  /** Always true: no recording of this program shows a real city. */
  simulated: true;
  notice: string;
  /** Program and version that wrote the file. */
  program: string;
  info: RunInfo;
  /** The scenario file's text when it is not one of the library, so that the run can be simulated again. */
  scenarioText: string | null;
}

export interface RecordingTotals {
  ticks: number;
  entries: number;
  cases: number;
  closed: number;
}

const hexDigest = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.int().nonnegative();
const indexedSegment = z.object({
  index: whole,
  fromTick: whole,
  toTick: whole,
  digest: hexDigest,
  storedDigest: hexDigest,
  payloadBytes: whole,
  storedBytes: whole,
});
export type IndexedSegment = z.infer<typeof indexedSegment>;

/** What stands at the end of a file: all that can be known only then. */
export interface RecordingIndex {
  headerDigest: string;
  /** The run digest: the chain over the segments. */
  digest: string;
  totals: RecordingTotals;
  segments: IndexedSegment[];
}

export const headerSchema = z.object({
  simulated: z.literal(true),
  notice: z.string(),
  program: z.string(),
  info: runInfoSchema,
  scenarioText: z.string().nullable(),
});
export const indexSchema = z.object({
  headerDigest: hexDigest,
  digest: hexDigest,
  totals: z.object({ ticks: whole, entries: whole, cases: whole, closed: whole }),
  segments: z.array(indexedSegment),
});

export const NOTICE = '模拟数据 SIMULATED: a simulated city, not a record of the real one.';
