// The `.onescreen` file: magic, version, header, parts, index, trailer. docs/format.md says it for other programs.

import type { RunId } from '../ids.ts';
import type { RunInfo } from '../log/entries.ts';
import { utf8 } from '../log/index.ts';
import { runInfoSchema } from '../protocol/index.ts';
import { z } from '../zod.ts';
import type { RunNote } from './notes.ts';
import { runNoteSchema } from './notes.ts';

export const MAGIC: Uint8Array = utf8('ONESCREEN\r\n\x1a');
export const END_MAGIC: Uint8Array = utf8('ENDSCREEN\r\n\x1a');
/** 1: segments one after the other; 2: each part begins with what it is, so that a file that was cut off can still be read up to there. */
export const FILE_VERSION = 2;
/** Inflated: units and cameras of the whole city take about half a megabyte. Stored, a tenth of it. */
export const MAX_HEADER_BYTES: number = 16 * 1024 * 1024;
/** About 300 bytes a segment and 2 kB a block: the longest run, sixty days, takes about 3 MB. */
export const MAX_INDEX_BYTES: number = 16 * 1024 * 1024;
/** What stands before a part says where it belongs, in some hundred bytes; the lengths of a block's tracks take two kilobytes. */
export const MAX_PART_META_BYTES: number = 64 * 1024;
/** A segment of five minutes takes about 1 MB; nothing honest comes near this. */
export const MAX_PAYLOAD_BYTES: number = 64 * 1024 * 1024;
/** Stored bytes of one part. Deflating what cannot be deflated adds a few bytes for each 16 kB. */
export const MAX_PART_BYTES: number = MAX_PAYLOAD_BYTES + 64 * 1024;

/** Magic, u32 version, u32 bytes of the header. */
export const PRELUDE_BYTES: number = MAGIC.length + 8;
/** u8 kind, u32 bytes of the meta, u32 bytes of the content. */
export const PART_PRELUDE_BYTES = 9;
export const PART_KIND = { segment: 1, tracks: 2 } as const;
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
  /** The run that it branched from, and the last tick that they share. */
  parent: RunParent | null;
}

export interface RunParent {
  run: RunId;
  forkTick: number;
  /** The dispatch policy after the fork, where it is another than that of the run's beginning. */
  policy?: string;
}

export interface RecordingTotals {
  ticks: number;
  entries: number;
  cases: number;
  closed: number;
}

const hexDigest = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.int().nonnegative();
export const segmentMetaSchema = z.object({
  index: whole,
  fromTick: whole,
  toTick: whole,
  /** Hash of the payload: the segment's name. */
  digest: hexDigest,
  /** Hash of the stored bytes. */
  storedDigest: hexDigest,
  payloadBytes: whole,
  storedBytes: whole,
});
/** What is said of a segment beside its bytes. */
export type SegmentMeta = z.infer<typeof segmentMetaSchema>;

export const tracksMetaSchema = z.object({
  /** First and last tick of the block. */
  fromTick: whole,
  toTick: whole,
  storedDigest: hexDigest,
  /** Bytes of each track, in the order of `trackIndex`, and of the log behind them; together they are the block. */
  lengths: z.array(whole).max(1000),
});
export type TracksMeta = z.infer<typeof tracksMetaSchema>;

const metaBytes = (value: object): Uint8Array => utf8(JSON.stringify(value));
/** What stands before a part, as bytes: its meta in the order of the schema's fields, and no more. */
export const segmentPartOf = (segment: SegmentMeta): Uint8Array => metaBytes(segmentMetaSchema.parse(segment));
export const tracksPartOf = (block: TracksMeta): Uint8Array => metaBytes(tracksMetaSchema.parse(block));

/** With the place of its bytes in the file. */
export type Placed<T> = T & { offset: number };
export type IndexedSegment = Placed<SegmentMeta>;
export type IndexedTracks = Placed<TracksMeta>;

/** What stands at the end of a file: all that can be known only then. */
export interface RecordingIndex {
  headerDigest: string;
  /** The run digest: the chain over the segments. */
  digest: string;
  totals: RecordingTotals;
  segments: IndexedSegment[];
  tracks: IndexedTracks[];
  notes: RunNote[];
}

export const runParentSchema: z.ZodType<RunParent> = z.object({
  run: z.string().min(1).max(200),
  forkTick: whole,
  policy: z.string().max(100).exactOptional(),
});
export const headerSchema: z.ZodType<RecordingHeader> = z.object({
  simulated: z.literal(true),
  notice: z.string(),
  program: z.string(),
  info: runInfoSchema,
  scenarioText: z.string().nullable(),
  // Version 1 knew no branches.
  parent: runParentSchema.nullable().default(null),
});
const totalsSchema = z.object({ ticks: whole, entries: whole, cases: whole, closed: whole });
const placed = { offset: whole };
export const indexSchema: z.ZodType<RecordingIndex> = z.object({
  headerDigest: hexDigest,
  digest: hexDigest,
  totals: totalsSchema,
  segments: z.array(segmentMetaSchema.extend(placed)),
  tracks: z.array(tracksMetaSchema.extend(placed)),
  notes: z.array(runNoteSchema),
});
/** Version 1 had neither parts nor tracks nor notes; its segments follow each other from the header on. */
export const indexSchema1 = z.object({
  headerDigest: hexDigest,
  digest: hexDigest,
  totals: totalsSchema,
  segments: z.array(segmentMetaSchema),
});

export const NOTICE = '模拟数据 SIMULATED: a simulated city, not a record of the real one.';
