// The bytes of a recording on a web host. A host that serves parts is asked for parts; one that cannot gives the whole once.
import type { ByteSource } from '@onescreen/shared/recordings';
import { blobSource } from './blobSource.ts';
import { SourceError } from './errors.ts';

/** A host that serves no parts must be downloaded from; a browser keeps no more than this for one page. */
const MOST_WHOLE_BYTES = 1024 * 1024 * 1024;

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

const rangeOf = (offset: number, length: number): RequestInit => ({
  headers: { range: `bytes=${offset}-${offset + length - 1}` },
});

async function reached(answer: Promise<Response>, url: string): Promise<Response> {
  const got = await answer.catch(() => null);
  if (got === null) throw new SourceError('unreachable', `${url} does not answer`);
  return got;
}

/** `bytes 0-0/1234` says 1234; null where it says nothing. */
function totalOf(answer: Response): number | null {
  const total = /\/(\d{1,15})$/.exec(answer.headers.get('content-range') ?? '')?.[1];
  return total === undefined ? null : Number(total);
}

/** Throws SourceError when nothing is there, or when it is too large to be taken whole. */
export async function addressSource(
  url: string,
  fetchFrom: Fetch = (...asked) => fetch(...asked),
): Promise<ByteSource> {
  const answer = await reached(fetchFrom(url, rangeOf(0, 1)), url);
  const size = answer.status === 206 ? totalOf(answer) : null;
  if (size !== null) {
    await answer.body?.cancel();
    return rangedSource(url, size, fetchFrom);
  }
  // A host that takes the one byte for all there is does not say how much there is: it is asked again, without a part.
  return wholeSource(answer.status === 206 ? await reached(fetchFrom(url), url) : answer, url);
}

async function wholeSource(answer: Response, url: string): Promise<ByteSource> {
  if (!answer.ok) throw new SourceError('missing', `${url} answers ${answer.status}`);
  const length = Number(answer.headers.get('content-length') ?? 0);
  if (length > MOST_WHOLE_BYTES) {
    await answer.body?.cancel();
    throw new SourceError('too-large', `${url} has ${length} bytes and its host serves no parts of it`);
  }
  const whole = await answer.blob().catch(() => null);
  if (whole === null) throw new SourceError('unreachable', `${url} broke off`);
  return blobSource(whole);
}

function rangedSource(url: string, size: number, fetchFrom: Fetch): ByteSource {
  return {
    size,
    async read(offset, length) {
      const wanted = Math.min(length, size - offset);
      if (wanted <= 0) return new Uint8Array(0);
      const answer = await reached(fetchFrom(url, rangeOf(offset, wanted)), url);
      if (answer.status !== 206) {
        await answer.body?.cancel();
        throw new SourceError('missing', `${url} answers ${answer.status}`);
      }
      if (totalOf(answer) !== size) throw new SourceError('changed', `${url} is not what it was`);
      const bytes = await answer.arrayBuffer().catch(() => null);
      if (bytes === null) throw new SourceError('unreachable', `${url} broke off`);
      return new Uint8Array(bytes);
    },
    close: async () => undefined,
  };
}
