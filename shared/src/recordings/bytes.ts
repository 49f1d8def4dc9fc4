// Reading from a source without trusting it: what is not there is said by name.
import { RecordingError } from './errors.ts';
import type { ByteSource } from './source.ts';

export const truncated = (): RecordingError =>
  new RecordingError('truncated', 'the recording is cut off: its end is missing');

/** Exactly these bytes. Throws RecordingError `truncated`. */
export async function readAt(source: ByteSource, offset: number, length: number): Promise<Uint8Array> {
  const bytes = await source.read(offset, length);
  if (bytes.length < length) throw truncated();
  return bytes;
}

export const startsWith = (bytes: Uint8Array, prefix: Uint8Array): boolean =>
  bytes.length >= prefix.length && prefix.every((byte, i) => bytes[i] === byte);

export const sumOf = (lengths: readonly number[]): number => lengths.reduce((sum, one) => sum + one, 0);
