// The bytes of a file that somebody chose, or of one that was fetched whole.
import type { ByteSource } from '@onescreen/shared/recordings';
import { SourceError } from './errors.ts';

/** Reads nothing before it is asked to. A file that was changed or taken away meanwhile rejects with SourceError `changed`. */
export const blobSource = (blob: Blob): ByteSource => ({
  size: blob.size,
  async read(offset, length) {
    try {
      return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
    } catch (error) {
      throw new SourceError('changed', `the file cannot be read any more: ${String(error)}`);
    }
  },
  close: async () => undefined,
});
