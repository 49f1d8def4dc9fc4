// Without a server a recording answers as the server does: the same run, asked both ways.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { areas } from '@onescreen/shared/geography';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLocalDesk, type LocalDesk } from '../../../client/src/backend/local/localDesk.ts';
import { runToFile } from '../../../scripts/headless/runCommand.ts';
import { fileSource } from '../../../server/src/recordings/file.ts';
import { importRun } from '../../../server/src/recordings/importRun.ts';
import { nodeTools } from '../../../server/src/recordings/pack.ts';
import { openHttpKit } from '../server/httpKit.ts';

/** Longer than a block, so that the log is read from more than one. */
const HOURS = 2.2;
let folder: string;
let file: string;
let kit: Awaited<ReturnType<typeof openHttpKit>>;
let desk: LocalDesk;
let run: string;
let ticks: number;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'onescreen-local-'));
  file = path.join(folder, 'a.onescreen');
  const result = await runToFile({
    scenario: 'cloudburst',
    seed: 3,
    hours: HOURS,
    density: 1,
    policy: 'nearest',
    out: file,
  });
  ({ run, ticks } = result);
  kit = await openHttpKit();
  await importRun(kit.store, file, 'user:test');
  desk = createLocalDesk(() => fileSource(file), nodeTools);
  expect(await desk.open({ place: { kind: 'file', file: new Blob(), name: 'a' }, taken: [] })).toEqual({
    ok: true,
    run,
    trouble: null,
  });
}, 180_000);
afterAll(async () => {
  await kit?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  type: string | undefined;
  name: string | undefined;
  body: unknown;
}
const read = (type: string | undefined, body: string): unknown =>
  type?.includes('json') && body !== '' ? JSON.parse(body) : body;

async function fromServer(what: string): Promise<Answer> {
  const { statusCode: status, headers, body } = await kit.get(`/api/runs/${run}${what}`);
  const type = headers['content-type'] as string | undefined;
  return { status, type, name: headers['content-disposition'] as string | undefined, body: read(type, body) };
}
async function fromFile(what: string): Promise<Answer> {
  const { status, headers, body } = await desk.answer({ method: 'GET', path: `api/runs/${run}${what}`, body: null });
  const type = headers['content-type'];
  return { status, type, name: headers['content-disposition'], body: read(type, body as string) };
}
async function alike(what: string): Promise<Answer> {
  const [server, local] = await Promise.all([fromServer(what), fromFile(what)]);
  expect(local, what).toEqual(server);
  return local;
}

test.each([
  '/cases',
  '/ledger',
  '/scores',
  '/overrides',
  '/alarms',
  '/alarms?area=310115&from=600&to=4000',
  '/moments',
  '/cameras',
  '/notes',
  '/kpis',
  '/kpis?format=csv&by=district',
])('the answer to %s is the same', async (what) => {
  expect((await alike(what)).status).toBe(200);
});

test('the figures of any span, by anything, of any area are the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(ticks - 1),
      fc.nat(ticks + 500),
      fc.constantFrom('city', 'district', 'street', 'agency', 'type'),
      fc.option(fc.nat(areas.length - 1)),
      async (a, b, by, area) => {
        const query = new URLSearchParams({ from: String(Math.min(a, b)), to: String(Math.max(a, b)), by });
        if (area !== null) query.set('area', areas[area]!.code);
        await alike(`/kpis?${query}`);
      },
    ),
    { numRuns: 60 },
  );
});

test('what was known at any second is the same, however one comes there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(ticks + 500), async (to) => {
      await alike(`/scores?to=${to}`);
      await alike(`/overrides?to=${to}`);
      await alike(`/alarms?to=${to}`);
    }),
    { numRuns: 25 },
  );
  const early = (await alike('/scores?to=1200')).body as { closures: number; tick: number };
  const late = (await alike('/scores')).body as { closures: number; tick: number };
  expect(early.tick).toBeLessThanOrEqual(1200);
  expect(early.closures).toBeLessThan(late.closures);
});

test('the log is the same, page by page', async () => {
  for (let after = 0; ; ) {
    const { body } = await alike(`/entries?after=${after}&limit=777`);
    const { next, lastSeq } = body as { next: number; lastSeq: number };
    if (next === after) {
      expect(after).toBe(lastSeq);
      return;
    }
    after = next;
  }
});

test('the past of an area is the same, in any span', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(areas.length - 1),
      fc.nat(ticks - 1),
      fc.nat(ticks - 1),
      async (area, a, b) =>
        void (await alike(`/history?area=${areas[area]!.code}&from=${Math.min(a, b)}&to=${Math.max(a, b)}`)),
    ),
    { numRuns: 25 },
  );
});

test('the story of each case is the same', async () => {
  const { body } = await fromFile('/moments');
  const { kinds, subjects } = (body as { moments: { kinds: number[]; subjects: string[] } }).moments;
  const cases = [...new Set(subjects.filter((_, at) => kinds[at] === 0))];
  expect(cases.length).toBeGreaterThan(50);
  for (const id of cases.filter((_, at) => at % 7 === 0)) expect((await alike(`/cases/${id}`)).status).toBe(200);
});

test('what is asked wrongly is refused in the same words', async () => {
  for (const what of [
    '/kpis?by=colour',
    '/kpis?from=9&to=3',
    '/kpis?from=999999',
    '/history?area=1',
    '/history',
    '/entries?limit=0',
    '/cases/x',
    '/cases/C999999',
  ])
    expect((await alike(what)).status).toBeGreaterThanOrEqual(400);
});

test('what is said of the run is the same but for what only a server knows', async () => {
  const [server, local] = await Promise.all([fromServer(''), fromFile('')]);
  const { lastBatch: _, ...said } = server.body as Record<string, unknown>;
  expect(local.body).toMatchObject({ run: said.run, totals: said.totals, digest: said.digest, info: said.info });
  expect(new Set(Object.keys(local.body as object))).toEqual(new Set(Object.keys(said)));
});

test('notes made here are in the exported copy, and all else is as it was', async () => {
  const say = (method: string, what: string, body: unknown) =>
    desk.answer({ method, path: `api/runs/${run}${what}`, body });
  const note = JSON.parse((await say('POST', '/notes', { tick: 1800, text: ' 第一处积水 ' })).body as string);
  expect(note).toEqual({ id: 'n1', tick: 1800, author: '', text: '第一处积水' });
  expect((await say('POST', '/notes', { tick: 1, text: '' })).status).toBe(400);
  expect((await say('POST', '/notes', { tick: ticks, text: 'too late' })).status).toBe(400);
  expect((await say('PUT', '/notes/n1', { text: 'First flooded road' })).status).toBe(200);
  expect((await say('PUT', '/notes/n9', { text: 'x' })).status).toBe(404);
  const copy = (await say('GET', '/file', null)).body as Blob;
  const second = createLocalDesk(
    async () => ({
      size: copy.size,
      read: async (offset, length) => new Uint8Array(await copy.slice(offset, offset + length).arrayBuffer()),
      close: async () => undefined,
    }),
    nodeTools,
  );
  const opened = await second.open({ place: { kind: 'file', file: copy, name: 'b' }, taken: [run] });
  expect(opened).toEqual({ ok: true, run: `${run}-2`, trouble: null });
  const answer = await second.answer({ method: 'GET', path: `api/runs/${run}-2/notes`, body: null });
  expect(JSON.parse(answer.body as string).notes).toEqual([{ ...note, text: 'First flooded road' }]);
  expect((await say('DELETE', '/notes/n1', null)).status).toBe(204);
  expect(((await fromFile('/notes')).body as { notes: unknown[] }).notes).toEqual([]);
});
