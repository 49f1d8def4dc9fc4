import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { areaByCode } from '@onescreen/shared/geography';
import type { Entry } from '@onescreen/shared/log';
import type { RoleId } from '@onescreen/shared/people';
import { encodeBatch } from '@onescreen/shared/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatPeople } from '../../../server/src/auth/peopleFile.ts';
import { hashOf } from '../../../server/src/auth/tokens.ts';
import { createHttp } from '../../../server/src/http/app.ts';
import type { SignIn } from '../../../server/src/store/index.ts';
import { MRS_CHEN } from '../../contract/steps.ts';
import { batchOf, infoOf } from '../../system/consoleKit.ts';
import { type HttpKit, HOST as host, openHttpKit, OPERATOR_TOKEN as token } from './httpKit.ts';

let kit: HttpKit;
beforeAll(async () => {
  kit = await openHttpKit();
});
afterAll(() => kit.close());

const get: HttpKit['get'] = (...asked) => kit.get(...asked);
const cookieOf = async (secret: string): Promise<{ cookie: string }> => {
  const answer = await kit.signIn({ token: secret });
  return { cookie: String(answer.headers['set-cookie']).split(';')[0]! };
};
const keep = (text: string): Promise<void> => writeFile(path.join(kit.folder, 'people.json'), text);
const person = (name: string, role: RoleId, area: string) => ({
  name,
  role,
  area,
  tokenHash: hashOf(`token of ${name}`),
});

describe('somebody who signs in', () => {
  const operator = { name: 'operator', role: 'operator', area: '310000' };

  test('exchanges the token for a cookie, is known by it, and gives it back for good', async () => {
    const answer = await kit.signIn({ token });
    expect(answer.json()).toEqual({ person: operator });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain(token);
    const mine = { cookie: cookie.split(';')[0]! };
    const signIn = { token: true, oidc: null };
    expect((await get('/api/session', mine)).json()).toEqual({ person: operator, signIn });
    expect((await get('/api/session')).json()).toEqual({ person: null, signIn });
    const gone = await kit.http.inject({ method: 'DELETE', url: '/api/session', headers: { host, ...mine } });
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
    const answer = await kit.signIn({ token: 'token of wang' });
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({
      type: 'urn:onescreen:people',
      zh: expect.stringContaining('人员名单'),
      detail: expect.stringContaining('people.json, line 2'),
    });
    expect((await kit.signIn({ token })).statusCode).toBe(200);
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
    await kit.store.createRun(infoOf('PEOPLE'));
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
    await kit.store.commitStep({
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
    await kit.signIn({ token: 'nobody has this' });
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
    const bare = await createHttp(kit.options);
    const guess = () =>
      bare.inject({ method: 'POST', url: '/api/session', headers: { host }, payload: { token: 'wrong' } });
    const statuses: number[] = [];
    for (let i = 0; i < 25; i++) statuses.push((await guess()).statusCode);
    expect(statuses[0]).toBe(401);
    expect(statuses.at(-1)).toBe(429);
    await bare.close();
  });
});
