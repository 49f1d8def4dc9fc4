// What a run's recording is read from: its index, its pieces, the segment that is open, lines of the past, moments.

import { addCameraTruth, createCameraTruth } from '@onescreen/shared/cameras';
import { areaByCode } from '@onescreen/shared/geography';
import type { MomentColumns } from '@onescreen/shared/log';
import { addMoment, createMoments } from '@onescreen/shared/log';
import { pointTicksOf, readHistory } from '@onescreen/shared/recordings';
import { readHistoryQuery } from '@onescreen/shared/reports';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { packSegment } from '../../recordings/pack.ts';
import type { LiveRuns } from '../../recordings/runReader.ts';
import { readServed, servedRun } from '../../recordings/runReader.ts';
import type { Stage } from '../../stage.ts';
import type { Store } from '../../store/index.ts';
import { createLogFolds } from '../logFolds.ts';
import { notFound, ProblemError, problemOf } from '../problems.ts';
import { read } from '../query.ts';
import { readRange } from '../ranges.ts';
import { recordOf } from '../runRecord.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

const ofPiece = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/, 'is not the name of a piece') });

export function recordingRoutes(app: FastifyInstance, store: Store, stage: Stage, live: LiveRuns): void {
  app.get('/api/runs/:run/recording', async ({ params }, reply) => {
    const record = await recordOf(store, params);
    reply.header('cache-control', 'no-store');
    return servedRun(store, live, record, (served) => served);
  });
  app.get('/api/runs/:run/segments/open', async ({ params }, reply) => {
    const { run } = await recordOf(store, params);
    const segment = await live.between(() => live.platformOf(run)?.openSegment() ?? null);
    if (segment === null) throw notFound(`An open segment of ${run}`);
    const { stored, storedDigest, fromTick, toTick, digest } = await packSegment(segment);
    reply
      .header('cache-control', 'no-store')
      .header('etag', `"${storedDigest}"`)
      .header('onescreen-from', fromTick)
      .header('onescreen-to', toTick)
      .header('onescreen-digest', digest);
    return sendBytes(reply, stored);
  });
  app.get('/api/pieces/:digest', async (request, reply) => sendPiece(store, request, reply));
  app.get('/api/runs/:run/history', async ({ params, query }) => {
    const record = await recordOf(store, params);
    const { run } = record;
    const { area, only, span } = readHistoryQuery(query);
    const { served, open } = await servedRun(store, live, record, (finished) => ({
      served: finished,
      open: live.platformOf(run)?.openBlock() ?? null,
    }));
    const points = open === null ? undefined : { ticks: pointTicksOf(open), points: open.points };
    const wanted = { area: areaByCode(area).index, only };
    return { run, area, ...(await readHistory(readServed(store, served), wanted, span, points)) };
  });
  momentRoute(app, store, stage);
  cameraRoute(app, store);
}

/** What was really there before the ten cameras: for demonstration and scoring. Folded only when somebody looks at the wall. */
function cameraRoute(app: FastifyInstance, store: Store): void {
  const truths = createLogFolds(store, createCameraTruth, addCameraTruth);
  app.get('/api/runs/:run/cameras', async ({ params }) => {
    const { run } = await recordOf(store, params);
    return truths.read(run, (truth) => ({ run, truth: structuredClone(truth) }));
  });
}

function momentRoute(app: FastifyInstance, store: Store, stage: Stage): void {
  const moments = createLogFolds(store, createMoments, addMoment);
  stage.listen({
    onRun: () => undefined,
    onStep: ({ info }, ticks) =>
      moments.offer(
        info.run,
        ticks.flatMap(({ entries }) => entries),
      ),
    onStatus: () => undefined,
  });
  app.get('/api/runs/:run/moments', async ({ params }) => {
    const { run } = await recordOf(store, params);
    return moments.read(run, ({ tick, seq, columns }) => ({ run, tick, seq, moments: copyOf(columns) }));
  });
}

/** The fold goes on while the answer is written. */
const copyOf = ({ ticks, kinds, severities, subjects }: MomentColumns): MomentColumns => ({
  ticks: ticks.slice(),
  kinds: kinds.slice(),
  severities: severities.slice(),
  subjects: subjects.slice(),
});

const NOT_THERE = { zh: '没有所请求的字节范围。', en: 'There are no such bytes.' };

/** A piece never changes and is named by its content, so any cache may keep it for ever. */
async function sendPiece(
  store: Store,
  { params, headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { digest } = read(ofPiece, params);
  const size = (await store.piece(digest, { offset: 0, length: 0 }))?.size;
  if (size === undefined) throw notFound(`The piece ${digest}`);
  const etag = `"${digest}"`;
  reply.header('etag', etag).header('accept-ranges', 'bytes');
  if (headers['if-none-match'] === etag) return reply.header('cache-control', FOR_EVER).code(304).send();
  const isSame = headers['if-range'] === undefined || headers['if-range'] === etag;
  const range = readRange(isSame ? headers.range : undefined, size);
  if (range.kind === 'outside') {
    reply.header('content-range', `bytes */${size}`);
    throw new ProblemError(problemOf(416, 'range', NOT_THERE, `The piece has ${size} bytes.`));
  }
  const piece = await store.piece(digest, range.kind === 'part' ? range : undefined);
  if (piece === null) throw notFound(`The piece ${digest}`);
  reply.header('cache-control', FOR_EVER);
  if (range.kind === 'part') {
    const { offset, length } = range;
    reply.code(206).header('content-range', `bytes ${offset}-${offset + length - 1}/${size}`);
  }
  return sendBytes(reply, piece.bytes);
}

const sendBytes = (reply: FastifyReply, bytes: Uint8Array): FastifyReply =>
  reply.type('application/octet-stream').send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
