// Segments and tracks in their stored form. Compressed once; stored, served and put into files as the same bytes.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate, deflateSync, inflate } from 'node:zlib';
import type { ByteTools, TracksMeta } from '@onescreen/shared/recordings';
import { encodeTrack, TRACK_COUNT } from '@onescreen/shared/recordings';
import type { StoredSegment } from '../store/types.ts';
import type { FinishedSegment } from './recorder.ts';
import type { FinishedTracks } from './trackRecorder.ts';

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

/** A block of tracks as it is stored and served. */
export interface StoredTracks extends TracksMeta {
  stored: Uint8Array;
}

/** Compresses each track by itself, now: some tens of milliseconds for two simulated hours. */
export function packTracks({ fromTick, toTick, points }: FinishedTracks): StoredTracks {
  const tracks = Array.from({ length: TRACK_COUNT }, (_, track) => deflateSync(encodeTrack(track, points), LEVEL));
  const stored = Buffer.concat(tracks);
  return { fromTick, toTick, storedDigest: sha256Hex(stored), lengths: tracks.map(({ length }) => length), stored };
}
