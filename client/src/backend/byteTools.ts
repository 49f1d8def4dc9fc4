// What a reader of recordings needs from a browser: hashing, and inflating no more than it allows.
import { segmentDigest } from '@onescreen/shared/log';
import type { ByteTools } from '@onescreen/shared/recordings';

export const browserTools: ByteTools = {
  sha256Hex: segmentDigest,
  inflate,
};

/** Reads piece by piece, so that a stream that would grow without end is left before it fills the memory. */
async function inflate(stored: Uint8Array, mostBytes: number): Promise<Uint8Array | null> {
  const stream = new Blob([stored as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joined(pieces, length);
      length += value.length;
      if (length > mostBytes) {
        await reader.cancel();
        return null;
      }
      pieces.push(value);
    }
  } catch {
    return null;
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
