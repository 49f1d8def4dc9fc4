// A run of a server as an archive: its segments and tracks by their addresses. They never change, so the browser's cache keeps them.

import { runInfoSchema } from '@onescreen/shared/protocol';
import type { ByteTools } from '@onescreen/shared/recordings';
import { runNoteSchema, segmentMetaSchema, tracksMetaSchema, unpackSegment } from '@onescreen/shared/recordings';
import { z } from 'zod';
import type { Contents, Parts } from './archive.ts';
import { SourceError } from './sources.ts';

const runAnswer = z.object({
  info: runInfoSchema,
  digest: z.string(),
  bytes: z.number(),
  lastTick: z.int(),
  lastSeq: z.int(),
});
const partsAnswer = z.object({
  segments: z.array(segmentMetaSchema),
  tracks: z.array(tracksMetaSchema),
});
const notesAnswer = z.object({ notes: z.array(runNoteSchema) });

async function fetchJson<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const answer = await fetch(path, { headers: { accept: 'application/json' }, cache: 'no-store' });
  if (!answer.ok) throw new SourceError(`${path} cannot be read (${answer.status})`);
  const parsed = schema.safeParse(await answer.json());
  if (!parsed.success) throw new SourceError(`${path} does not answer as it should`);
  return parsed.data;
}

async function fetchBytes(path: string, headers: Record<string, string> = {}): Promise<Uint8Array> {
  const answer = await fetch(path, { headers });
  if (!answer.ok) throw new SourceError(`${path} cannot be read (${answer.status})`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** `base`: for example `api/runs/normal-day-s7`. */
export async function openRun(base: string, tools: ByteTools): Promise<{ contents: Contents; parts: Parts }> {
  const [run, { segments, tracks }, { notes }] = await Promise.all([
    fetchJson(base, runAnswer),
    fetchJson(`${base}/segments`, partsAnswer),
    fetchJson(`${base}/notes`, notesAnswer),
  ]);
  const contents: Contents = {
    info: run.info,
    digest: run.digest,
    totals: { ticks: run.lastTick + 1, entries: run.lastSeq, cases: 0, closed: 0 },
    segments,
    tracks,
    notes,
    trouble: null,
    bytes: run.bytes,
  };
  const parts: Parts = {
    async payload(index) {
      const segment = segments[index];
      if (segment === undefined) throw new RangeError(`no segment ${index}`);
      return unpackSegment({ ...segment, stored: await fetchBytes(`${base}/segments/${index}`) }, tools);
    },
    async track(block, track) {
      const lengths = tracks[block]?.lengths;
      if (lengths === undefined) throw new RangeError(`no block ${block} of tracks`);
      const from = lengths.slice(0, track).reduce((sum, one) => sum + one, 0);
      const range = `bytes=${from}-${from + lengths[track]! - 1}`;
      return fetchBytes(`${base}/tracks/${block}`, { range });
    },
  };
  return { contents, parts };
}
