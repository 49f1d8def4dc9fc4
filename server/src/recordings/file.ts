// A recording in a file of this machine.
import { open } from 'node:fs/promises';
import type { ByteSource, Recording, Wanted } from '@onescreen/shared/recordings';
import { openRecording } from '@onescreen/shared/recordings';
import { nodeTools } from './pack.ts';

/** Throws what the file system says. */
export async function fileSource(file: string): Promise<ByteSource> {
  const handle = await open(file, 'r');
  const { size } = await handle.stat();
  return {
    size,
    async read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      let read = 0;
      while (read < bytes.length) {
        const { bytesRead } = await handle.read(bytes, read, bytes.length - read, offset + read);
        if (bytesRead === 0) break;
        read += bytesRead;
      }
      return bytes.subarray(0, read);
    },
    close: () => handle.close(),
  };
}

/** Reads and checks all but the segments. Throws RecordingError, or what the file system says. */
export const readRecording = async (file: string, wanted: Wanted = 'whole'): Promise<Recording> =>
  openRecording(await fileSource(file), nodeTools, wanted);
