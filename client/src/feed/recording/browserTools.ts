// Hashing and inflating in a browser, for the worker that reads recordings.
import { segmentDigest } from '@onescreen/shared/log';
import type { ByteTools } from '@onescreen/shared/recordings';

/** Stops as soon as more comes out than may: a small file must not fill the memory. */
async function inflate(stored: Uint8Array, mostBytes: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(mostBytes);
  let length = 0;
  const reader = new Blob([stored as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'))
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return bytes.subarray(0, length);
      if (length + value.length > mostBytes) {
        await reader.cancel();
        return null;
      }
      bytes.set(value, length);
      length += value.length;
    }
  } catch {
    return null;
  }
}

export const browserTools: ByteTools = { sha256Hex: segmentDigest, inflate };
