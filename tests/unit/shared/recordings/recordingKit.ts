// A small recording in memory, and sources and tools that count what a reader asks of them.
import { createCasesState } from '@onescreen/shared/cases';
import { createCity, NO_DATA, noChanges, SERIES_COUNT } from '@onescreen/shared/city';
import type { Entry } from '@onescreen/shared/log';
import { chainDigest, encodeSegment, FORMAT_VERSION, GENESIS_DIGEST } from '@onescreen/shared/log';
import type {
  ByteSource,
  ByteTools,
  Recording,
  RecordingErrorCode,
  RecordingHeader,
  Wanted,
} from '@onescreen/shared/recordings';
import { NOTICE, openRecording, RecordingError, recordingWords } from '@onescreen/shared/recordings';
import { expect } from 'vitest';
import { createLayout } from '../../../../server/src/recordings/layout.ts';
import { nodeTools, packBlock, packSegmentSync, sha256Hex } from '../../../../server/src/recordings/pack.ts';
import type { StoredBlock, StoredSegment } from '../../../../server/src/store/index.ts';
import { entriesOf, infoOf } from '../../../contract/steps.ts';

export const header: RecordingHeader = {
  simulated: true,
  notice: NOTICE,
  program: 'test 1',
  info: infoOf('r'),
  scenarioText: null,
  parent: null,
};
export const SEGMENT_TICKS = 60;
export const notes = [{ id: 'n1', tick: 7, author: 'wang', text: '第一处积水' }];

/** Whatever stands in it: a reader of files does not look inside. */
export const payloadOf = (index: number): Uint8Array =>
  Uint8Array.from({ length: 300 }, (_, i) => (i * (index + 3)) % 251);

export function segmentOf(index: number, payload = payloadOf(index)): StoredSegment {
  const digest = sha256Hex(payload);
  const fromTick = index * SEGMENT_TICKS;
  return packSegmentSync({ index, fromTick, toTick: fromTick + SEGMENT_TICKS - 1, payload, digest, chain: '' });
}

/** One that holds the beginning of a run. */
export function firstSegment(): StoredSegment {
  const started: Entry = {
    run: '',
    seq: 1,
    tick: 0,
    kind: 'run.started',
    info: { ...header.info, run: '' },
    engine: 1,
  };
  const ticks = { index: 0, fromTick: 0, toTick: SEGMENT_TICKS - 1 };
  const payload = encodeSegment({
    header: { run: '', ...ticks, version: FORMAT_VERSION },
    city: createCity(),
    cases: createCasesState(),
    records: [{ tick: 0, changes: noChanges(), entries: [started] }],
  });
  return segmentOf(0, payload);
}

export const blockEntries = (block: number) => entriesOf('r', 1 + block * 5, 5, block * 120 + 7);

/** A block of two segments. */
export function blockOf(block: number): StoredBlock {
  const fromTick = block * 2 * SEGMENT_TICKS;
  const points = [0, 1].map((minute) =>
    Int32Array.from({ length: SERIES_COUNT }, (_, series) => (series % 7 === 0 ? NO_DATA : (series % 50) + minute)),
  );
  const toTick = fromTick + 2 * SEGMENT_TICKS - 1;
  return packBlock({ fromTick, toTick, points, entries: blockEntries(block) });
}

export interface Sample {
  segments: readonly StoredSegment[];
  blocks: readonly StoredBlock[];
}

/** A recording as a file. */
export function fileOf({ segments, blocks }: Sample): Uint8Array {
  const layout = createLayout(header);
  const parts = [...layout.begin()];
  for (const segment of segments) {
    parts.push(...layout.segment(segment));
    for (const block of blocks.filter(({ toTick }) => toTick === segment.toTick)) parts.push(...layout.block(block));
  }
  const digest = segments.reduce((chain, segment) => chainDigest(chain, segment.digest), GENESIS_DIGEST);
  const totals = { ticks: segments.length * SEGMENT_TICKS, entries: 10, cases: 2, closed: 1 };
  return new Uint8Array(Buffer.concat([...parts, ...layout.end({ digest, totals, notes })]));
}

export const sample: Sample = {
  segments: [0, 1, 2, 3].map((index) => segmentOf(index)),
  blocks: [blockOf(0), blockOf(1)],
};

export interface CountedSource extends ByteSource {
  /** Bytes asked for since it was made, and in the largest read. */
  asked: number;
  largest: number;
}

/** `size`: what the source says of itself; beyond its bytes there are zeros. */
export function countedSource(bytes: Uint8Array, size = bytes.length): CountedSource {
  const source: CountedSource = {
    size,
    asked: 0,
    largest: 0,
    async read(offset, length) {
      source.asked += length;
      source.largest = Math.max(source.largest, length);
      const own = bytes.subarray(Math.min(offset, bytes.length), Math.min(offset + length, bytes.length));
      const there = Math.max(0, Math.min(length, size - offset));
      if (own.length >= there) return own;
      const read = new Uint8Array(there);
      read.set(own);
      return read;
    },
    close: async () => undefined,
  };
  return source;
}

/** Tools that count what was inflated at most. */
export function countedTools(): ByteTools & { inflated: number; allowed: number } {
  const tools = {
    inflated: 0,
    allowed: 0,
    sha256Hex,
    async inflate(stored: Uint8Array, mostBytes: number) {
      tools.allowed = Math.max(tools.allowed, mostBytes);
      const bytes = await nodeTools.inflate(stored, mostBytes);
      tools.inflated += bytes?.length ?? 0;
      return bytes;
    },
  };
  return tools;
}

/** Which segments and blocks can be read, and what is said of the others. */
export async function readAll(recording: Recording): Promise<{ segments: unknown[]; blocks: unknown[] }> {
  const attempt = (work: Promise<unknown>) => work.then(() => true).catch((error: unknown) => error);
  const segments: unknown[] = [];
  const blocks: unknown[] = [];
  for (const { index } of recording.index.segments) segments.push(await attempt(recording.payload(index)));
  for (const block of recording.index.tracks.keys()) {
    const whole = await attempt(recording.tracks(block));
    blocks.push(whole === true ? await attempt(recording.span(block, 0, 3)) : whole);
  }
  return { segments, blocks };
}

export const file: Uint8Array = fileOf(sample);

export const withByte = (bytes: Uint8Array, at: number, flip: number): Uint8Array => {
  const changed = bytes.slice();
  changed[at]! ^= flip;
  return changed;
};

export const open = (bytes: Uint8Array, wanted: Wanted = 'whole'): Promise<Recording> =>
  openRecording(countedSource(bytes), countedTools(), wanted);

const codes: readonly RecordingErrorCode[] = [
  'not-a-recording',
  'newer-version',
  'truncated',
  'header-too-large',
  'damaged',
  'segment-damaged',
  'segment-too-large',
  'block-damaged',
  'block-too-large',
];

/** One sentence in each language, and one in detail. Throws what is anything else. */
export function expectClear(error: unknown): asserts error is RecordingError {
  if (!(error instanceof RecordingError)) throw error;
  expect(codes).toContain(error.code);
  expect(error.message).toMatch(/^\S.*\S$/);
  const { zh, en } = recordingWords(error);
  expect(zh).toMatch(/录制.*。$/);
  expect(en).toMatch(/recording|Segment|Block/);
}

/** The clear error in which something ends. */
export async function errorOf(work: Promise<unknown>): Promise<RecordingError> {
  const error = await work.then(
    () => new Error('it was taken'),
    (reason: unknown) => reason,
  );
  expectClear(error);
  return error;
}
