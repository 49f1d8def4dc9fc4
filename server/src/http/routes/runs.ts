// The runs: what each is, its log, its segments; and what people do with them as records: name, keep, delete.

import { entriesAnswer, readEntriesQuery } from '@onescreen/shared/reports';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Stage } from '../../stage.ts';
import { type RunRecord, type Store, StoreError } from '../../store/index.ts';
import { ProblemError, problemOf } from '../problems.ts';
import { read } from '../query.ts';
import { recordOf } from '../runRecord.ts';
import type { Doorkeeper } from '../who.ts';

const change = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'is empty; null takes the name away')
    .max(80, 'is longer than 80 characters')
    .regex(/^[^\p{Cc}]*$/u, 'is more than one line')
    .nullable()
    .exactOptional(),
  kept: z.boolean().exactOptional(),
});

export function runRoutes(app: FastifyInstance, store: Store, stage: Stage, door: Doorkeeper): void {
  app.get('/api/runs', async () => ({
    current: stage.platform?.info.run ?? null,
    runs: (await store.runs()).map(summaryOf),
  }));
  app.get('/api/runs/:run', async ({ params }) => {
    const record = await recordOf(store, params);
    return { ...summaryOf(record), info: record.info };
  });
  app.patch('/api/runs/:run', async (request) => {
    door.require(request, 'curate');
    const { run } = await recordOf(store, request.params);
    return summaryOf(await store.changeRun(run, read(change, request.body)));
  });
  app.delete('/api/runs/:run', async (request, reply) => {
    door.require(request, 'discard');
    const { run } = await recordOf(store, request.params);
    // Between steps, so that the run that is refused is the one on stage now.
    await stage.between(() => deleteRun(store, stage, run));
    return reply.code(204).send();
  });
  app.get('/api/runs/:run/entries', async ({ params, query }) => {
    const { run, lastSeq } = await recordOf(store, params);
    const { after, limit } = readEntriesQuery(query);
    return entriesAnswer(run, lastSeq, after, await store.entriesAfter(run, after, limit));
  });
  app.get('/api/runs/:run/segments', async ({ params }) => {
    const { run } = await recordOf(store, params);
    return { run, segments: await store.segments(run) };
  });
}

/** A run as lists show it. */
export const summaryOf = ({ info, scenarioText: _, ...record }: RunRecord) => ({
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

const IN_USE = {
  zh: '该场次仍在录制或正在台上，不能删除。',
  en: 'This run is still being recorded or is on stage: it cannot be deleted.',
};

async function deleteRun(store: Store, stage: Stage, run: string): Promise<void> {
  const inUse = () => new ProblemError(problemOf(409, 'run-in-use', IN_USE));
  if (stage.platform?.info.run === run) throw inUse();
  try {
    await store.deleteRun(run);
  } catch (error) {
    throw error instanceof StoreError && error.code === 'run-open' ? inUse() : error;
  }
}
