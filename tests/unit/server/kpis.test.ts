// What is asked about cases and numbers over HTTP: the story of a case, whom to send, KPIs of any span, scores, overrides.
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCasesState, evolveCases } from '@onescreen/shared/cases';
import type { KpiReport } from '@onescreen/shared/kpis';
import { addToLedger, createLedger, kpis, reportOf } from '@onescreen/shared/kpis';
import type { Entry } from '@onescreen/shared/log';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Proposal, TickOutcome } from '../../../server/src/engine/types.ts';
import { createCaseFolds } from '../../../server/src/http/caseFolds.ts';
import { useProblems } from '../../../server/src/http/problems.ts';
import { caseRoutes } from '../../../server/src/http/routes/cases.ts';
import { kpiRoutes } from '../../../server/src/http/routes/kpis.ts';
import type { Stage, StageListener } from '../../../server/src/stage.ts';
import { openEmbeddedStore, type Store } from '../../../server/src/store/index.ts';
import { infoOf, stepOf } from '../../contract/steps.ts';
import { wander } from '../shared/kpisKit.ts';

type App = Parameters<typeof kpiRoutes>[0];
const requireOfServer = createRequire(new URL('../../../server/package.json', import.meta.url));
const { fastify } = requireOfServer('fastify') as { fastify: () => App };
const DAY = 86_400;
const { epochMs } = infoOf('any');
/** More entries than one page of the log. */
const { entries: told } = wander(11, 400, 2 * DAY, '2024-05-14T07:30');
const newestTick = told.at(-1)!.tick;
const ofRun = (run: string): Entry[] => told.map((entry) => ({ ...entry, run }));

let folder: string;
let store: Store;
let app: App;
/** How often the log was read. */
let pagesRead = 0;
const listeners: StageListener[] = [];
const live = createCasesState();

/** The stage with the run LIVE on it; its platform has only what these routes ask for. */
const proposal: Proposal = { case: 'C00007', policy: 'nearest', unit: 'CG-1', reason: 'nearest-unit', candidates: [] };
const platform = {
  info: infoOf('LIVE'),
  lastTick: newestTick,
  cases: live,
  propose: (id: string) => (id === proposal.case ? proposal : null),
};
const stage = {
  platform,
  listen: (listener: StageListener) => void listeners.push(listener),
  between: async <T>(read: () => T | Promise<T>) => read(),
} as unknown as Stage;

/** Commits the entries in steps, as a stage would; the listeners hear of them unless it is somebody else's run. */
async function commit(run: string, entries: readonly Entry[], from = 0): Promise<void> {
  const perStep = 500;
  for (let at = 0; at < entries.length; at += perStep) {
    const part = entries.slice(at, at + perStep);
    const batchSeq = from + at / perStep + 1;
    await store.commitStep({ ...stepOf(run, batchSeq), commands: [], entries: part, toTick: part.at(-1)!.tick });
    if (run !== 'LIVE') continue;
    for (const entry of part) evolveCases(live, entry);
    const ticks = part.map((entry): Pick<TickOutcome, 'entries'> => ({ entries: [entry] })) as TickOutcome[];
    for (const listener of listeners) listener.onStep(stage.platform!, ticks);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'onescreen-'));
  store = await openEmbeddedStore({ folder });
  const counted: Store = Object.create(store, {
    entriesAfter: {
      value: (...asked: Parameters<Store['entriesAfter']>) => {
        pagesRead += 1;
        return store.entriesAfter(...asked);
      },
    },
  }) as Store;
  app = fastify();
  useProblems(app, (error) => {
    throw error;
  });
  const folds = createCaseFolds(stage, counted);
  caseRoutes(app, counted, stage, folds);
  kpiRoutes(app, counted, folds);
  await store.createRun(infoOf('ENDED'));
  await commit('ENDED', ofRun('ENDED'));
  await store.createRun(infoOf('LIVE'));
  await commit('LIVE', ofRun('LIVE').slice(0, 1000));
});
afterAll(async () => {
  await app.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (url: string) => app.inject({ url: `/api/runs/${url}` });
async function json<T>(url: string): Promise<T> {
  const answer = await get(url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json() as T;
}

/** The report that the entries themselves give. */
function expected(entries: readonly Entry[], query: Partial<Parameters<typeof reportOf>[1]> = {}): KpiReport {
  const ledger = createLedger();
  for (const entry of entries) addToLedger(ledger, entry);
  return reportOf(ledger, { fromTick: -1, toTick: ledger.tick, by: 'city', epochMs, ...query });
}

describe('the KPIs', () => {
  test('of a recording are the fold of its log: all of it by city, or any span by anything', async () => {
    const folded = told.reduce(evolveCases, createCasesState());
    const all = await json<object>('ENDED/kpis');
    expect(all).toMatchObject({ run: 'ENDED', tick: newestTick, seq: told.length, loop: folded.loop, area: '310000' });
    expect(all).toMatchObject({ ...expected(told) });
    for (const by of ['district', 'street', 'agency', 'type'] as const) {
      const answer = await json<KpiReport>(`ENDED/kpis?from=20000&to=90000&by=${by}`);
      expect(answer).toMatchObject({ ...expected(told, { fromTick: 20_000, toTick: 90_000, by }) });
      expect(answer.rows.length).toBeGreaterThan(3);
    }
  });

  test('of one area are of its cases', async () => {
    const { rows } = await json<KpiReport>('ENDED/kpis?by=district');
    const { key, counts } = rows[0]!;
    const one = await json<KpiReport & { area: string }>(`ENDED/kpis?by=street&area=${key}`);
    expect(one).toMatchObject({ area: key, total: { key, counts } });
    for (const row of one.rows) expect(row.key.startsWith(key)).toBe(true);
  });

  test('never reach past the newest tick', async () => {
    expect(await json<KpiReport>('ENDED/kpis?to=999999999')).toMatchObject({ fromTick: -1, toTick: newestTick });
  });

  test('of the run on stage grow with its steps and read nothing twice', async () => {
    const first = ofRun('LIVE').slice(0, 1000);
    expect(await json('LIVE/kpis?by=type')).toMatchObject({
      seq: 1000,
      loop: live.loop,
      ...expected(first, { by: 'type' }),
    });
    pagesRead = 0;
    await commit('LIVE', ofRun('LIVE').slice(1000), 2);
    expect(await json('LIVE/kpis?by=type')).toMatchObject({
      seq: told.length,
      loop: live.loop,
      ...expected(told, { by: 'type' }),
    });
    // Once before the stage is asked and once on it: each finds nothing new.
    expect(pagesRead).toBe(2);
  });

  test('asked for by many at once are one fold', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => json<KpiReport>(`ENDED/kpis?from=${i}`)));
    for (const { total } of answers) expect(total.counts.reported).toBeGreaterThan(300);
  });

  test('come as a table that a spreadsheet opens: marked as simulated, with both numbers of every share', async () => {
    const answer = await get('ENDED/kpis?by=district&format=csv');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="kpis-ENDED-district.csv"');
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [header, ...rows] = answer.body
      .slice(1)
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const { total, rows: own } = expected(told, { by: 'district' });
    expect(rows).toHaveLength(own.length + 1);
    for (const row of rows) expect(row).toHaveLength(header!.length);
    expect(new Set(rows.map(([simulated]) => simulated))).toEqual(new Set(['模拟数据 SIMULATED']));
    for (const { id, zh, en } of kpis) {
      const at = header!.indexOf(`${zh} ${en} %`);
      const { part, whole } = total.shares[id];
      expect(rows[0]!.slice(at + 1, at + 3)).toEqual([String(part), String(whole)]);
      expect(Number(rows[0]![at])).toBeCloseTo((100 * part) / whole, 2);
    }
    expect(rows[0]!.slice(2, 4)).toEqual(['2024-05-14T07:29:59+08:00', expect.stringMatching(/\+08:00$/)]);
  });

  test('in a table hold no formula', async () => {
    await store.createRun(infoOf('=1+1'));
    const { body } = await get(`${encodeURIComponent('=1+1')}/kpis?format=csv`);
    expect(body).toContain(",'=1+1,");
  });
});

describe('a case', () => {
  test('is told whole, with its evidence, also when the state has let it go', async () => {
    const closed = told.find(({ kind }) => kind === 'case.closed') as Extract<Entry, { kind: 'case.closed' }>;
    const steps = told
      .filter((entry) => 'case' in entry && entry.case === closed.case)
      .map(({ run: _, ...own }) => own);
    const { case: story } = await json<{ case: { id: string; steps: unknown[] } }>(`ENDED/cases/${closed.case}`);
    expect(story.id).toBe(closed.case);
    expect(story.steps).toEqual(steps);
    const { cases } = await json<{ cases: { id: string }[] }>('ENDED/cases');
    expect(cases.map(({ id }) => id)).not.toContain(closed.case);
  });

  test('of the run on stage comes with whom the policy would send', async () => {
    expect(await json('LIVE/cases/C00007/candidates')).toEqual({ run: 'LIVE', tick: newestTick, ...proposal });
  });
});

test('scores and overrides are folds of the same log', async () => {
  expect(await json('ENDED/scores')).toMatchObject({ run: 'ENDED', seq: told.length, falseClosures: 0, byRule: [] });
  const { overrides } = await json<{ overrides: { rule: string; decisions: number; overruled: number }[] }>(
    'ENDED/overrides',
  );
  expect(overrides.length).toBeGreaterThan(3);
  for (const { rule, decisions, overruled } of overrides) {
    expect(rule).toMatch(/^rule:/);
    expect(overruled).toBeLessThanOrEqual(decisions);
  }
});

test.each([
  ['NONE/kpis', 404, 'not-found', 'NONE'],
  ['NONE/scores', 404, 'not-found', 'NONE'],
  ['NONE/overrides', 404, 'not-found', 'NONE'],
  ['ENDED/kpis?by=planet', 400, 'malformed', 'by: is none of city, district'],
  ['ENDED/kpis?area=999', 400, 'malformed', 'area: is not an area code'],
  ['ENDED/kpis?from=1.5', 400, 'malformed', 'from: is not a whole number'],
  ['ENDED/kpis?from=9&to=8', 400, 'malformed', 'from: is after to'],
  ['ENDED/kpis?from=900000000', 400, 'malformed', 'from: is after the newest tick'],
  ['ENDED/kpis?format=xls', 400, 'malformed', 'format: is neither json nor csv'],
  ['ENDED/cases/C99999', 404, 'not-found', 'C99999'],
  ['ENDED/cases/7', 400, 'malformed', 'case: is not the id of a case'],
  ['ENDED/cases/C00001/candidates', 409, 'not-on-stage', 'ENDED'],
  ['LIVE/cases/C00008/candidates', 404, 'not-found', 'C00008'],
])('%s is a problem document of status %i', async (url, status, name, words) => {
  const answer = await get(url);
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({
    type: `urn:onescreen:${name}`,
    status,
    detail: expect.stringContaining(words),
  });
});
