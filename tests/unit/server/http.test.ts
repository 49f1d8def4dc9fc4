import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { createCasesState, evolveCases } from '@onescreen/shared/cases';
import type { Entry } from '@onescreen/shared/log';
import { encodeBatch } from '@onescreen/shared/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRoutes, createHttp } from '../../../server/src/http/app.ts';
import { asyncapi } from '../../../server/src/http/asyncapi.ts';
import { openapi } from '../../../server/src/http/openapi.ts';
import { batchOf, infoOf, STEP_TICKS } from '../../system/consoleKit.ts';
import { bareFastify, type HttpKit, HOST as host, openHttpKit, OPERATOR_TOKEN as token } from './httpKit.ts';

/** Past the first segment of 300 ticks. */
const STEPS = 65;

let kit: HttpKit;
beforeAll(async () => {
  kit = await openHttpKit();
  const { stage } = kit.options;
  await stage.announce(infoOf('OLD'));
  await stage.take(batchOf('OLD', 1), encodeBatch(batchOf('OLD', 1)));
  await stage.announce(infoOf('R1'));
  for (let seq = 1; seq <= STEPS; seq++) await stage.take(batchOf('R1', seq), encodeBatch(batchOf('R1', seq)));
});
afterAll(() => kit.close());

const get: HttpKit['get'] = (...asked) => kit.get(...asked);
const json = <T>(url: string): Promise<T> => kit.json<T>(url);

describe('the documents', () => {
  test('OpenAPI names every route and only routes', () => {
    const app = bareFastify();
    const routes = new Set<string>();
    app.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') routes.add(`${one} ${url.replace(/:(\w+)/g, '{$1}')}`);
    });
    addRoutes(app, kit.options);
    const documented = Object.entries(openapi.paths).flatMap(([url, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${url}`),
    );
    expect([...routes].sort()).toEqual(documented.sort());
  });

  test('AsyncAPI has an operation for every message of both sockets, and every reference leads somewhere', () => {
    const messages = Object.entries(asyncapi.channels).flatMap(([channel, { messages: own }]) =>
      Object.keys(own).map((name) => `#/channels/${channel}/messages/${name}`),
    );
    const used = Object.values(asyncapi.operations).flatMap((operation) => operation.messages.map(({ $ref }) => $ref));
    expect(used.sort()).toEqual(messages.sort());
    expect(messages).toContain('#/channels/console/messages/frame');
    expect(messages).toContain('#/channels/ingest/messages/batch');
  });

  test('are served, with the catalogue and the areas', async () => {
    expect(await json('/api/openapi.json')).toEqual(openapi);
    expect(await json('/api/asyncapi.json')).toEqual(asyncapi);
    const catalogue = await json<Record<string, unknown[]>>('/api/catalogue');
    expect(Object.fromEntries(Object.entries(catalogue).map(([name, rows]) => [name, rows.length]))).toEqual({
      dimensions: 6,
      primaries: 73,
      indicators: 183,
      agencies: 22,
      apps: 33,
      caseTypes: 52,
    });
    expect((await json<{ areas: unknown[] }>('/api/areas')).areas).toHaveLength(251);
  });
});

describe('runs', () => {
  test('are listed newest first, with the one on stage named', async () => {
    const { current, runs } = await json<{ current: string; runs: { run: string; state: string }[] }>('/api/runs');
    expect(current).toBe('R1');
    expect(runs.map(({ run, state }) => [run, state])).toEqual([
      ['R1', 'open'],
      ['OLD', 'stopped'],
    ]);
    expect(await json('/api/runs/R1')).toMatchObject({
      run: 'R1',
      lastTick: STEPS * STEP_TICKS - 1,
      info: infoOf('R1'),
    });
  });

  test('give their log page by page', async () => {
    const first = await json<{ next: number; lastSeq: number; entries: Entry[] }>('/api/runs/R1/entries?limit=10');
    expect(first.entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const second = await json<{ entries: Entry[] }>(`/api/runs/R1/entries?after=${first.next}&limit=3`);
    expect(second.entries.map(({ seq }) => seq)).toEqual([11, 12, 13]);
    const end = await json<{ next: number; entries: Entry[] }>(`/api/runs/R1/entries?after=${first.lastSeq}`);
    expect(end).toMatchObject({ entries: [], next: first.lastSeq });
  });

  test.each(['R1', 'OLD'])('%s: cases and counts are the fold of the log', async (run) => {
    const { entries } = await json<{ entries: Entry[] }>(`/api/runs/${run}/entries?limit=1000`);
    const folded = entries.reduce(evolveCases, createCasesState());
    const { tick, seq, loop, cases } = folded;
    expect(await json(`/api/runs/${run}/kpis`)).toMatchObject({ run, tick, seq, loop });
    expect(await json(`/api/runs/${run}/cases`)).toEqual({ run, tick, seq, cases: Object.values(cases) });
  });

  test('give their segments as immutable bytes under their content’s name', async () => {
    const { segments } = await json<{ segments: { index: number; storedDigest: string; payloadBytes: number }[] }>(
      '/api/runs/R1/segments',
    );
    expect(segments).toHaveLength(1);
    const name = segments[0]!.storedDigest;
    const answer = await get(`/api/pieces/${name}`);
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.headers.etag).toBe(`"${name}"`);
    expect(inflateSync(answer.rawPayload)).toHaveLength(segments[0]!.payloadBytes);
    expect((await get(`/api/pieces/${name}`, { 'if-none-match': `"${name}"` })).statusCode).toBe(304);
  });

  test('give the history of an area, a point a minute, null where there was no value', async () => {
    const { ticks, series } = await json<{ ticks: number[]; series: Record<string, (number | null)[]> }>(
      '/api/runs/R1/history?area=310000',
    );
    expect(ticks).toEqual([59, 119, 179, 239, 299]);
    expect(Object.keys(series)).toHaveLength(183);
    const values = Object.values(series).flat();
    expect(values.filter((value) => value !== null)).toHaveLength(3 * 5);
    expect((await get('/api/runs/R1/history?area=310000&from=5&to=4')).statusCode).toBe(400);
  });

  test.each([
    ['/api/runs/none', 404, 'not-found'],
    ['/api/runs/OLD/segments/open', 404, 'not-found'],
    [`/api/pieces/${'0'.repeat(64)}`, 404, 'not-found'],
    ['/api/pieces/x', 400, 'malformed'],
    ['/api/runs/R1/entries?limit=1001', 400, 'malformed'],
    ['/api/runs/R1/entries?after=1e3', 400, 'malformed'],
    ['/api/runs/R1/history?area=1', 400, 'malformed'],
    ['/api/nothing', 404, 'not-found'],
  ])('%s is a problem document of status %i', async (url, status, name) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ type: `urn:onescreen:${name}`, status, title: expect.stringMatching(/\S/) });
  });
});

describe('every answer', () => {
  test('tells the browser to load nothing from elsewhere and to show it in no frame', async () => {
    const { headers } = await get('/');
    const policy = String(headers['content-security-policy']);
    for (const rule of [
      "default-src 'self'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      `connect-src 'self' ws://${host}`,
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    });
  });

  test('is refused to a foreign host, and changes are refused to a foreign page', async () => {
    for (const url of ['/', '/healthz', '/api/runs', '/nothing']) {
      expect((await kit.http.inject({ url, headers: { host: 'evil.example' } })).statusCode).toBe(403);
    }
    const foreign = {
      method: 'POST' as const,
      url: '/api/session',
      headers: { host, origin: 'https://evil.example' },
      payload: { token },
    };
    expect((await kit.http.inject(foreign)).json()).toMatchObject({ status: 403, type: 'urn:onescreen:origin' });
  });
});

describe('the screen', () => {
  test('is served as built: hashed files for ever, the page anew each time, for any address within it', async () => {
    const asset = await get('/assets/main-abc123.js');
    expect(asset.headers['cache-control']).toContain('immutable');
    for (const url of ['/', '/some/view']) {
      const page = await get(url, { accept: 'text/html' });
      expect(page.body).toContain('<title>built</title>');
      expect(page.headers['cache-control']).toBe('no-cache');
    }
    expect((await get('/assets/gone.js', { accept: 'text/html' })).statusCode).toBe(404);
  });

  test('that was not built is a page that says so', async () => {
    const bare = await createHttp({ ...kit.options, clientDir: path.join(kit.folder, 'nowhere') });
    const page = await bare.inject({ url: '/', headers: { host } });
    expect(page.statusCode).toBe(503);
    expect(page.body).toContain('npm run build');
    await bare.close();
  });
});

test('the figures for Prometheus name ticks, entries, viewers, frames, refusals', async () => {
  const { body } = await get('/metrics');
  for (const name of [
    'ticks_total',
    'entries_total',
    'viewers',
    'frames_total',
    'frame_bytes_total',
    'slow_viewers_cut_total',
    'refusals_total',
    'sign_ins_total',
  ]) {
    expect(body).toContain(`onescreen_${name}`);
  }
  expect(body).toMatch(/onescreen_refusals_total\{door="http",refusal="host"\} [1-9]/);
});
