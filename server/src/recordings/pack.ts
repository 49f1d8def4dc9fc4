// A segment's payload and its stored form. Compressed once; stored, served and put into files as the same bytes.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate, deflateSync, inflate } from 'node:zlib';
import type { StoredSegment } from '../store/types.ts';
import { RecordingError } from './errors.ts';
import type { FinishedSegment } from './recorder.ts';

/** zlib's deflate format: what HTTP calls `deflate` and browsers inflate themselves. Unlike gzip it names no operating system. */
const LEVEL = { level: 3 };
/** A segment of five minutes takes about 1 MB; nothing honest comes near this. */
export const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

const deflateAsync = promisify<Uint8Array, typeof LEVEL, Uint8Array>(deflate);
const inflateAsync = promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(inflate);

/** The same as shared's `sha256Hex`, by the machine's own code: about ten times faster. */
export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

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

/**
 * The payload, checked against both hashes. Inflates no more than the segment says and `MAX_PAYLOAD_BYTES` allows.
 * Throws RecordingError `segment-damaged`, `segment-too-large`.
 */
export async function unpackSegment(segment: StoredSegment): Promise<Uint8Array> {
  const name = `segment ${segment.index} (ticks ${segment.fromTick} to ${segment.toTick})`;
  const damaged = () =>
    new RecordingError('segment-damaged', `${name} is damaged: its bytes do not match its name`, segment.index);
  if (segment.payloadBytes > MAX_PAYLOAD_BYTES) {
    throw new RecordingError(
      'segment-too-large',
      `${name} says that it holds ${segment.payloadBytes} bytes, more than any segment can`,
      segment.index,
    );
  }
  if (sha256Hex(segment.stored) !== segment.storedDigest) throw damaged();
  const payload = await inflateAsync(segment.stored, { maxOutputLength: Math.max(1, segment.payloadBytes) }).catch(
    () => null,
  );
  if (payload === null || payload.length !== segment.payloadBytes || sha256Hex(payload) !== segment.digest)
    throw damaged();
  return payload;
}
