import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { createCasesState, evolveCases } from '@onescreen/shared/cases';
import { areaByCode } from '@onescreen/shared/geography';
import type { Entry } from '@onescreen/shared/log';
import type { RoleId } from '@onescreen/shared/people';
import { encodeBatch } from '@onescreen/shared/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDoors } from '../../../server/src/auth/origins.ts';
import { createPeople, type People } from '../../../server/src/auth/people.ts';
import { formatPeople } from '../../../server/src/auth/peopleFile.ts';
import { createSessions } from '../../../server/src/auth/session.ts';
import { createSignInBook } from '../../../server/src/auth/signInBook.ts';
import { hashOf } from '../../../server/src/auth/tokens.ts';
import { addRoutes, createHttp, type HttpOptions } from '../../../server/src/http/app.ts';
import { asyncapi } from '../../../server/src/http/asyncapi.ts';
import { openapi } from '../../../server/src/http/openapi.ts';
import { createMetrics } from '../../../server/src/metrics.ts';
import { createStage } from '../../../server/src/stage.ts';
import { openEmbeddedStore, type SignIn, type Store } from '../../../server/src/store/index.ts';
import { MRS_CHEN } from '../../contract/steps.ts';
import { batchOf, infoOf, STEP_TICKS } from '../../system/consoleKit.ts';
import { createHandClock } from './broadcastKit.ts';

type Http = Awaited<ReturnType<typeof createHttp>>;
const requireOfServer = createRequire(new URL('../../../server/package.json', import.meta.url));
const { pino } = requireOfServer('pino') as { pino: (options: object) => HttpOptions['logger'] };
const token = 'operator-token-of-the-tests-0123456789ab';
const host = 'localhost:7318';
/** Past the first segment of 300 ticks. */
const STEPS = 65;

let folder: string;
let store: Store;
let people: People;
let options: HttpOptions;
let http: Http;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'onescreen-'));
  const clientDir = path.join(folder, 'client');
  await mkdir(path.join(clientDir, 'assets'), { recursive: true });
  await writeFile(path.join(clientDir, 'index.html'), '<!doctype html><title>built</title>');
  await writeFile(path.join(clientDir, 'assets', 'main-abc123.js'), 'export {};');
  store = await openEmbeddedStore({ folder: path.join(folder, 'data') });
  const stage = createStage(store);
  const { clock } = createHandClock();
  const metrics = createMetrics();
  people = createPeople(folder);
  options = {
    store,
    stage,
    doors: createDoors('127.0.0.1', []),
    sessions: createSessions({ secret: 'session-secret-of-the-tests-0123456789abc', overHttps: false, people }),
    people,
    operatorToken: token,
    book: createSignInBook(store, clock, (outcome) => metrics.signIns.inc({ outcome })),
    oidc: null,
    oidcButton: null,
    allowedOrigins: [],
    failed: () => undefined,
    clock,
    metrics,
    clientDir,
    overHttps: false,
    logger: pino({ level: 'silent' }),
  };
  await stage.announce(infoOf('OLD'));
  await stage.take(batchOf('OLD', 1), encodeBatch(batchOf('OLD', 1)));
  await stage.announce(infoOf('R1'));
  for (let seq = 1; seq <= STEPS; seq++) await stage.take(batchOf('R1', seq), encodeBatch(batchOf('R1', seq)));
  http = await createHttp(options);
});
afterAll(async () => {
  await http.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) => http.inject({ url, headers: { host, ...headers } });
const json = async <T>(url: string): Promise<T> => {
  const answer = await get(url);
  expect(answer.statusCode).toBe(200);
  return answer.json() as T;
};

describe('the documents', () => {
  test('OpenAPI names every route and only routes', () => {
    const app = (requireOfServer('fastify') as () => Http)();
    const routes = new Set<string>();
    app.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') routes.add(`${one} ${url.replace(/:(\w+)/g, '{$1}')}`);
    });
    addRoutes(app, options);
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
    const answer = await get('/api/runs/R1/segments/0');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.headers.etag).toBe(`"${segments[0]!.storedDigest}"`);
    expect(inflateSync(answer.rawPayload)).toHaveLength(segments[0]!.payloadBytes);
  });

  test('give the history of an area at the ends of segments, null where there was no value', async () => {
    const { ticks, series } = await json<{ ticks: number[]; series: Record<string, (number | null)[]> }>(
      '/api/runs/R1/history?area=310000',
    );
    expect(ticks).toEqual([299]);
    expect(Object.keys(series)).toHaveLength(183);
    const values = Object.values(series).flat();
    expect(values.filter((value) => value !== null)).toHaveLength(3);
    expect((await get('/api/runs/R1/history?area=310000&from=5&to=4')).statusCode).toBe(400);
  });

  test.each([
    ['/api/runs/none', 404, 'not-found'],
    ['/api/runs/R1/segments/7', 404, 'not-found'],
    ['/api/runs/R1/segments/x', 400, 'malformed'],
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

const post = (body: unknown) =>
  http.inject({ method: 'POST', url: '/api/session', headers: { host }, payload: body as object });
const cookieOf = async (secret: string): Promise<{ cookie: string }> => {
  const answer = await post({ token: secret });
  return { cookie: String(answer.headers['set-cookie']).split(';')[0]! };
};
const keep = (text: string): Promise<void> => writeFile(path.join(folder, 'people.json'), text);
const person = (name: string, role: RoleId, area: string) => ({
  name,
  role,
  area,
  tokenHash: hashOf(`token of ${name}`),
});

describe('somebody who signs in', () => {
  const operator = { name: 'operator', role: 'operator', area: '310000' };

  test('exchanges the token for a cookie, is known by it, and gives it back for good', async () => {
    const answer = await post({ token });
    expect(answer.json()).toEqual({ person: operator });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain(token);
    const mine = { cookie: cookie.split(';')[0]! };
    const signIn = { token: true, oidc: null };
    expect((await get('/api/session', mine)).json()).toEqual({ person: operator, signIn });
    expect((await get('/api/session')).json()).toEqual({ person: null, signIn });
    const gone = await http.inject({ method: 'DELETE', url: '/api/session', headers: { host, ...mine } });
    expect(String(gone.headers['set-cookie'])).toMatch(/^onescreen_session=;/);
    expect((await get('/api/session', mine)).json()).toMatchObject({ person: null });
  });

  test('by a token of their own is who the list says, and nobody once they are taken out of it', async () => {
    await keep(formatPeople([person('wang', 'village', '310107022')]));
    const mine = await cookieOf('token of wang');
    expect((await get('/api/session', mine)).json()).toMatchObject({
      person: { name: 'wang', role: 'village', area: '310107022' },
    });
    await keep(formatPeople([]));
    expect((await get('/api/session', mine)).json()).toMatchObject({ person: null });
  });

  test('finds a list with a mistake is told its line, and the operator link still works', async () => {
    await keep('[\n  {"name": "wang"}\n]');
    const answer = await post({ token: 'token of wang' });
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({
      type: 'urn:onescreen:people',
      zh: expect.stringContaining('人员名单'),
      detail: expect.stringContaining('people.json, line 2'),
    });
    expect((await post({ token })).statusCode).toBe(200);
    await keep(formatPeople([]));
  });

  test('cannot by an organisation where none is set up', async () => {
    for (const url of ['/auth/oidc/start', '/auth/oidc/callback?code=1&state=2'])
      expect((await get(url)).json()).toMatchObject({ status: 404, zh: expect.stringContaining('未配置') });
  });
});

describe('the audit', () => {
  const TEAM = [
    person('wang', 'operator', '310107022'),
    person('sun', 'supervisor', '310107'),
    person('lu', 'director', '310101'),
    person('zhao', 'viewer', '310000'),
    person('qian', 'intake', '310000'),
  ];
  /** What wang of 310107022 and lu of 310101 asked for. */
  const ASKED: [name: string, scope: string][] = [
    ['wang', '310107022'],
    ['lu', '310101'],
    ['wang', '310107022'],
  ];
  beforeAll(async () => {
    await keep(formatPeople(TEAM));
    await options.store.createRun(infoOf('PEOPLE'));
    const batch = batchOf('PEOPLE', 1);
    const asked = ASKED.map(([name, scope], i): Entry => {
      const body = { kind: 'take', case: 'C1' };
      const seq = i + 2;
      return {
        run: 'PEOPLE',
        seq,
        tick: 0,
        kind: 'command.received',
        command: 'take',
        by: `user:${name}`,
        role: 'operator',
        scope,
        body,
      };
    });
    const found: Entry = {
      run: 'PEOPLE',
      seq: 1,
      tick: 0,
      kind: 'case.discovered',
      case: 'C1',
      type: 'ZR01',
      at: [121.4, 31.2],
      area: areaByCode('310107022').index,
      source: 's',
      confidence: 1,
      by: 'rule:sensor-trip',
    };
    const looked: Entry = {
      run: 'PEOPLE',
      seq: 5,
      tick: 0,
      kind: 'record.looked',
      case: 'C1',
      by: 'user:wang',
      role: 'village',
    };
    await store.commitStep({
      run: 'PEOPLE',
      batchSeq: 1,
      batch: encodeBatch(batch),
      commands: [],
      residents: [{ case: 'C1', record: MRS_CHEN }],
      ack: { run: 'PEOPLE', seq: 1, orders: [] },
      toTick: 4,
      entries: [found, ...asked, looked],
      segmentEnd: null,
      state: 'finished',
    });
  });
  const auditBy = async (name: string, query = '') => {
    const answer = await get(`/api/runs/PEOPLE/audit${query}`, await cookieOf(`token of ${name}`));
    return {
      status: answer.statusCode,
      ...(answer.json() as { entries?: Entry[]; next?: number | null; type?: string }),
    };
  };
  const seqs = ({ entries }: { entries?: Entry[] }) => entries?.map(({ seq }) => seq);

  test('is for those whose duty it is, and says so in words to others', async () => {
    expect((await get('/api/runs/PEOPLE/audit')).json()).toMatchObject({
      status: 401,
      type: 'urn:onescreen:sign-in-needed',
      zh: expect.stringContaining('登录'),
    });
    for (const name of ['zhao', 'qian']) {
      expect(await auditBy(name)).toMatchObject({ status: 403, type: 'urn:onescreen:role-may-not' });
      expect((await get('/api/audit/sign-ins', await cookieOf(`token of ${name}`))).statusCode).toBe(403);
    }
  });

  test('is of the own area and below, newest first, by pages', async () => {
    expect(seqs(await auditBy('sun'))).toEqual([5, 4, 2]);
    expect(seqs(await auditBy('wang'))).toEqual([5, 4, 2]);
    expect(seqs(await auditBy('lu'))).toEqual([3]);
    const mine = await cookieOf(token);
    const page = async (query: string) =>
      (await get(`/api/runs/PEOPLE/audit${query}`, mine)).json() as { entries: Entry[]; next: number | null };
    expect(seqs(await page(''))).toEqual([5, 4, 3, 2]);
    const first = await page('?limit=3');
    expect([seqs(first), first.next]).toEqual([[5, 4, 3], 3]);
    const second = await page(`?limit=3&before=${first.next}`);
    expect([seqs(second), second.next]).toEqual([[2], null]);
    expect(seqs(await page('?by=user:lu'))).toEqual([3]);
  });

  test.each(['?by=lu', '?limit=0', '?before=0', '?limit=x'])('%s is malformed', async (query) => {
    expect(await auditBy('sun', query)).toMatchObject({ status: 400 });
  });

  test('of sign-ins tells who came, who was refused, who went', async () => {
    await post({ token: 'nobody has this' });
    const ofCity = (await get('/api/audit/sign-ins', await cookieOf(token))).json() as { signIns: SignIn[] };
    expect(ofCity.signIns.map(({ what }) => what).slice(0, 2)).toEqual(['signed-in', 'refused']);
    expect(ofCity.signIns[0]).toMatchObject({ name: 'operator', role: 'operator', area: '310000' });
    const ofDistrict = (await get('/api/audit/sign-ins', await cookieOf('token of sun'))).json() as {
      signIns: SignIn[];
    };
    expect(new Set(ofDistrict.signIns.map(({ name }) => name))).toEqual(new Set(['wang', 'sun']));
  });

  test('and every other open address keep personal records to themselves', async () => {
    const everything = [
      '/api/runs/PEOPLE',
      '/api/runs/PEOPLE/entries?limit=1000',
      '/api/runs/PEOPLE/audit?limit=1000',
      '/api/runs/PEOPLE/cases',
      '/api/runs/PEOPLE/kpis',
      '/api/runs/PEOPLE/segments',
      '/api/runs',
      '/api/audit/sign-ins',
      '/metrics',
    ];
    const mine = await cookieOf(token);
    const answers = await Promise.all(everything.map((url) => get(url, mine)));
    const all = answers.map(({ body }) => body).join('\n');
    const { name, phone, address } = MRS_CHEN;
    expect(['ZR01', name, phone, address.zh, address.en].filter((text) => all.includes(text))).toEqual(['ZR01']);
  });
});

describe('guessing', () => {
  test('is refused, and after many attempts told to wait', async () => {
    const bare = await createHttp(options);
    const guess = () =>
      bare.inject({ method: 'POST', url: '/api/session', headers: { host }, payload: { token: 'wrong' } });
    const statuses: number[] = [];
    for (let i = 0; i < 25; i++) statuses.push((await guess()).statusCode);
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    await bare.close();
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
      expect((await http.inject({ url, headers: { host: 'evil.example' } })).statusCode).toBe(403);
    }
    const foreign = {
      method: 'POST' as const,
      url: '/api/session',
      headers: { host, origin: 'https://evil.example' },
      payload: { token },
    };
    expect((await http.inject(foreign)).json()).toMatchObject({ status: 403, type: 'urn:onescreen:origin' });
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
    const bare = await createHttp({ ...options, clientDir: path.join(folder, 'nowhere') });
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
