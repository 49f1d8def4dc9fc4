// What is recorded: runs, their log, their segments, the history of their vital signs.

import { indicators } from '@onescreen/shared/catalogue';
import { NO_DATA, seriesOf } from '@onescreen/shared/city';
import { areaByCode, hasArea } from '@onescreen/shared/geography';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Stage } from '../../stage.ts';
import type { RunRecord, Store } from '../../store/index.ts';
import { malformed, notFound, ProblemError } from '../problems.ts';
import { read, wholeNumber } from '../query.ts';
import { ofRun, recordOf } from '../runRecord.ts';

const MOST_ENTRIES = 1000;
const DEFAULT_ENTRIES = 200;
const FOR_EVER = 'public, max-age=31536000, immutable';

const ofSegment = ofRun.extend({ index: wholeNumber(0, 10_000_000) });
const page = z.object({
  after: wholeNumber(0, Number.MAX_SAFE_INTEGER).default(0),
  limit: wholeNumber(1, MOST_ENTRIES).default(DEFAULT_ENTRIES),
});
const ofHistory = z.object({
  area: z.string().refine(hasArea, 'is not an area code'),
  from: wholeNumber(0, 1_000_000_000).default(0),
  to: wholeNumber(0, 1_000_000_000).default(1_000_000_000),
});

export function runRoutes(app: FastifyInstance, store: Store, stage: Stage): void {
  app.get('/api/runs', async () => ({
    current: stage.platform?.info.run ?? null,
    runs: (await store.runs()).map(summaryOf),
  }));
  app.get('/api/runs/:run', async ({ params }) => {
    const record = await recordOf(store, params);
    return { ...summaryOf(record), info: record.info };
  });
  app.get('/api/runs/:run/entries', async ({ params, query }) => {
    const { run, lastSeq } = await recordOf(store, params);
    const { after, limit } = read(page, query);
    const entries = await store.entriesAfter(run, after, limit);
    return { run, lastSeq, next: entries.at(-1)?.seq ?? after, entries };
  });
  app.get('/api/runs/:run/segments', async ({ params }) => {
    const { run } = await recordOf(store, params);
    return { run, segments: await store.segments(run) };
  });
  app.get('/api/runs/:run/segments/:index', async ({ params }, reply) => {
    const { run } = await recordOf(store, params);
    const { index } = read(ofSegment, params);
    const segment = await store.segment(run, index);
    if (segment === null) throw notFound(`Segment ${index} of ${run}`);
    return sendSegment(reply, segment);
  });
  app.get('/api/runs/:run/history', async ({ params, query }) => {
    const { run } = await recordOf(store, params);
    const { area, from, to } = read(ofHistory, query);
    if (from > to) throw new ProblemError(malformed('from: is after to'));
    return { run, area, ...(await historyOf(store, run, area, from, to)) };
  });
}

const summaryOf = ({ info, ...record }: RunRecord) => ({
  ...record,
  scenario: info.scenario,
  zh: info.zh,
  en: info.en,
  seed: info.seed,
  density: info.density,
  policy: info.policy,
  epochMs: info.epochMs,
  durationTicks: info.durationTicks,
});

/** A segment never changes and is named by its content, so any cache may keep it for ever. */
function sendSegment(reply: FastifyReply, segment: NonNullable<Awaited<ReturnType<Store['segment']>>>): FastifyReply {
  const { stored } = segment;
  return reply
    .type('application/octet-stream')
    .header('cache-control', FOR_EVER)
    .header('etag', `"${segment.storedDigest}"`)
    .header('onescreen-digest', segment.digest)
    .send(Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength));
}

/** Every series of an area at the ends of segments, as whole quanta; `null` where there was no value yet. */
async function historyOf(store: Store, run: string, areaCode: string, fromTick: number, toTick: number) {
  const area = areaByCode(areaCode).index;
  const measured = indicators
    .map(({ id, index }) => ({ id, series: seriesOf(index, area) }))
    .filter(({ series }) => series >= 0);
  const { ticks, quanta } = await store.history(
    run,
    measured.map(({ series }) => series),
    fromTick,
    toTick,
  );
  const columns = measured.map(({ id }, i) => [
    id,
    [...quanta[i]!].map((quantum) => (quantum === NO_DATA ? null : quantum)),
  ]);
  return { ticks, series: Object.fromEntries(columns) as Record<string, (number | null)[]> };
}
