// A run that a server keeps: its index, its segments by their content, and the unfinished one as it stands.
import { runInfoSchema } from '@onescreen/shared/protocol';
import type { SegmentMeta } from '@onescreen/shared/recordings';
import {
  MAX_PAYLOAD_BYTES,
  RecordingError,
  runNoteSchema,
  segmentMetaSchema,
  unpackSegment,
} from '@onescreen/shared/recordings';
import { z } from '@onescreen/shared/zod';
import { browserTools } from '../backend/byteTools.ts';
import { SourceError } from '../backend/sources/errors.ts';
import type { ReplaySource, Span } from './source.ts';

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

const openSchema = z.object({ index: z.int(), fromTick: z.int(), toTick: z.int() });
const recordingSchema = z.object({
  header: z.object({ info: runInfoSchema }),
  index: z.object({ segments: z.array(segmentMetaSchema), notes: z.array(runNoteSchema) }),
  open: openSchema.nullable(),
  state: z.string(),
});
type Listing = z.infer<typeof recordingSchema>;

/** How large an unfinished segment is cannot be known before it is had. */
const GUESSED_BYTES = 1024 * 1024;

/** `base`: address of the page, with which all addresses begin. Rejects with SourceError when there is no such run or no answer. */
export async function servedSource(
  base: string,
  run: string,
  fetchFrom: Fetch = (...asked) => fetch(...asked),
): Promise<ReplaySource> {
  const root = new URL('api/', base);
  const ofRun = (path: string): string => new URL(`runs/${encodeURIComponent(run)}/${path}`, root).href;

  async function get(url: string): Promise<Response> {
    const answer = await fetchFrom(url).catch(() => null);
    if (answer === null) throw new SourceError('unreachable', `${url} does not answer`);
    if (answer.ok) return answer;
    throw new SourceError(answer.status === 404 ? 'missing' : 'unreachable', `${url} answers ${answer.status}`);
  }
  const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());

  async function list(): Promise<Listing> {
    const url = ofRun('recording');
    const parsed = recordingSchema.safeParse(await (await get(url)).json().catch(() => null));
    if (!parsed.success) throw new SourceError('unreachable', `${url} gives no recording`);
    return parsed.data;
  }

  let listing = await list();
  const metaOf = (index: number): SegmentMeta | undefined => listing.index.segments[index];

  async function finished(meta: SegmentMeta): Promise<Uint8Array> {
    const stored = await bytesOf(await get(new URL(`pieces/${meta.storedDigest}`, root).href));
    return unpackSegment({ ...meta, stored }, browserTools);
  }

  async function unfinished({ index, fromTick }: Span): Promise<Uint8Array> {
    const answer = await fetchFrom(ofRun('segments/open')).catch(() => null);
    if (answer?.ok && Number(answer.headers.get('onescreen-from')) === fromTick) {
      const payload = await browserTools.inflate(await bytesOf(answer), MAX_PAYLOAD_BYTES);
      if (payload === null || browserTools.sha256Hex(payload) !== answer.headers.get('onescreen-digest'))
        throw new RecordingError('segment-damaged', `segment ${index} does not match its hash`, index);
      return payload;
    }
    // It was finished meanwhile, and has a name now.
    listing = await list();
    const meta = metaOf(index);
    if (meta === undefined) throw new SourceError('unreachable', `segment ${index} of ${run} cannot be had just now`);
    return finished(meta);
  }

  return {
    info: listing.header.info,
    spans: () =>
      listing.open === null
        ? listing.index.segments
        : [...listing.index.segments, { ...listing.open, payloadBytes: GUESSED_BYTES }],
    isOpen: () => listing.state === 'open',
    notes: () => listing.index.notes,
    payload(span) {
      const meta = metaOf(span.index);
      return meta === undefined ? unfinished(span) : finished(meta);
    },
    async refresh() {
      listing = await list();
    },
    close: async () => undefined,
  };
}
