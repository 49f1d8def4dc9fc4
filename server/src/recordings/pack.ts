// Segments and blocks in their stored form. Compressed once; stored, served and put into files as the same bytes.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate, deflateSync, inflate } from 'node:zlib';
import type { ByteTools, RecordingHeader } from '@onescreen/shared/recordings';
import { encodeBlockLog, encodeTrack, TRACK_COUNT } from '@onescreen/shared/recordings';
import type { StoredBlock, StoredSegment } from '../store/types.ts';
import type { FinishedBlock } from './blockRecorder.ts';
import type { FinishedSegment } from './recorder.ts';

/** zlib's deflate format: what HTTP calls `deflate` and browsers inflate themselves. Unlike gzip it names no operating system. */
const LEVEL = { level: 3 };

const deflateAsync = promisify<Uint8Array, typeof LEVEL, Uint8Array>(deflate);
const inflateAsync = promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(inflate);

/** The same as shared's, by the machine's own code: about ten times faster. */
export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Hashing and inflating by Node. */
export const nodeTools: ByteTools = {
  sha256Hex,
  inflate: (stored, mostBytes) => inflateAsync(stored, { maxOutputLength: mostBytes }).catch(() => null),
};

/** A header as it stands in a file. */
export const packHeader = (header: RecordingHeader): Uint8Array =>
  deflateSync(new TextEncoder().encode(JSON.stringify(header)), LEVEL);

/** Compresses beside this thread. */
export const packSegment = async (segment: FinishedSegment): Promise<StoredSegment> =>
  storedOf(segment, await deflateAsync(segment.payload, LEVEL));
/** Compresses now: for a segment that is committed together with the step that completed it. */
export const packSegmentSync = (segment: FinishedSegment): StoredSegment =>
  storedOf(segment, deflateSync(segment.payload, LEVEL));

const storedOf = (segment: FinishedSegment, stored: Uint8Array): StoredSegment => ({
  index: segment.index,
  fromTick: segment.fromTick,
  toTick: segment.toTick,
  digest: segment.digest,
  storedDigest: sha256Hex(stored),
  payloadBytes: segment.payload.length,
  storedBytes: stored.length,
  stored,
});

/** Compresses each track by itself, and the log, now: some tens of milliseconds for two simulated hours. */
export function packBlock({ fromTick, toTick, points, entries }: FinishedBlock): StoredBlock {
  const tracks = Array.from({ length: TRACK_COUNT }, (_, track) => deflateSync(encodeTrack(track, points), LEVEL));
  const parts = [...tracks, deflateSync(encodeBlockLog(entries), LEVEL)];
  const stored = Buffer.concat(parts);
  return { fromTick, toTick, storedDigest: sha256Hex(stored), lengths: parts.map(({ length }) => length), stored };
}
