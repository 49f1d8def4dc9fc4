// Hashing and inflating as a browser can: the hash by plain code, because the browser's own asks for a secure address, which a wall of
// screens in a local network does not have.
import { segmentDigest } from '@onescreen/shared/log';
import type { ByteTools } from '@onescreen/shared/recordings';

/** Stops reading as soon as there is more than may be, so that a bomb fills nothing. */
async function inflate(stored: Uint8Array, mostBytes: number): Promise<Uint8Array | null> {
  const source = new Blob([stored as Uint8Array<ArrayBuffer>]).stream();
  const reader = source.pipeThrough(new DecompressionStream('deflate')).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > mostBytes) {
        await reader.cancel();
        return null;
      }
      parts.push(value);
    }
  } catch {
    return null;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const browserTools: ByteTools = { sha256Hex: segmentDigest, inflate };
