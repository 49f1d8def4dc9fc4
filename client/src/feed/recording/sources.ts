// Where a recording's bytes come from in a browser: a file that was dropped, or an address that answers to ranges.
import type { ByteSource } from '@onescreen/shared/recordings';

/** What is to be opened. `run`: a run of a server, by the address of its API, e.g. `api/runs/normal-day-s7`. */
export type RecordingAddress =
  | { kind: 'file'; file: Blob }
  | { kind: 'url'; url: string }
  | { kind: 'run'; base: string };

/** A sentence for the person in front of the screen. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}

export const blobSource = (blob: Blob): ByteSource => ({
  size: blob.size,
  read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
  close: async () => undefined,
});

/** Asks for ranges; a server that sends the whole file instead is taken at its word once, and the file kept. */
export async function urlSource(url: string): Promise<ByteSource> {
  const first = await fetchRange(url, 0, 1);
  if (first.status === 200) return blobSource(await first.blob());
  const total = Number(/\/(\d+)$/.exec(first.headers.get('content-range') ?? '')?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(total)) throw new SourceError(`${url} does not say how long it is`);
  return {
    size: total,
    async read(offset, length) {
      const end = Math.min(offset + length, total);
      if (end <= offset) return new Uint8Array(0);
      const answer = await fetchRange(url, offset, end);
      if (answer.status !== 206) throw new SourceError(`${url} stopped answering to ranges`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    close: async () => undefined,
  };
}

/** `to` is not included. */
async function fetchRange(url: string, from: number, to: number): Promise<Response> {
  const answer = await fetch(url, { headers: { range: `bytes=${from}-${to - 1}` } });
  if (!answer.ok) throw new SourceError(`${url} cannot be read (${answer.status})`);
  return answer;
}
