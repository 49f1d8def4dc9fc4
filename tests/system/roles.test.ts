// Who may do what, tried at the real door: a street's operator, its cadre, and roles with less, on a case in 真如镇街道 that came with a
// personal record.
import { inflateSync } from 'node:zlib';
import { areaByCode } from '@onescreen/shared/geography';
import type { Entry } from '@onescreen/shared/log';
import type { Person } from '@onescreen/shared/people';
import type { CommandAnswer, ResidentRecord, Signal } from '@onescreen/shared/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createScreen,
  createSource,
  entriesOf,
  keepPeople,
  STEP_TICKS,
  screenOf,
  signIn,
  startTestServer,
  type TestScreen,
  type TestServer,
  type TestSource,
  until,
} from './consoleKit.ts';

const ZHENRU = '310107022';
const PEOPLE = [
  { name: 'ouyang', role: 'operator', area: ZHENRU },
  { name: 'wang', role: 'village', area: ZHENRU },
  { name: 'feng', role: 'village', area: '310107005' },
  { name: 'gu', role: 'viewer', area: '310000' },
  { name: 'han', role: 'intake', area: '310107' },
  { name: 'jiang', role: 'dispatcher', area: '310101' },
  { name: 'kong', role: 'supervisor', area: '310107' },
  { name: 'lao', role: 'operator', area: '310000' },
] as const satisfies readonly Person[];
type Name = (typeof PEOPLE)[number]['name'];

const RESIDENT: ResidentRecord = {
  name: '林阿妹',
  age: 86,
  phone: '000-0000-0286',
  address: { zh: '模拟新村 3 号 402 室', en: 'Room 402, No. 3, Moni Estate' },
};
/** More than a segment of 300 ticks, so that a recording is there too. */
const STEPS = 65;

let server: TestServer;
let source: TestSource;
let viewer: TestScreen;
/** The case of the resident. */
let found: string;
const screens = new Map<Name, TestScreen>();

/** One elder's alarm in the street, at the first tick. */
function alarmOf(seq: number): Signal[] {
  const { index, centre } = areaByCode(ZHENRU);
  const tick = (seq - 1) * STEP_TICKS;
  const alarm = { sensor: 'door-402', type: 'ZR01', at: centre, area: index, value: 13, unit: 'h' };
  return seq === 1 ? [{ kind: 'trip', id: 'trip-1', tick, ...alarm, resident: RESIDENT }] : [];
}

/** Asks, lets a step pass, and gives the answer. */
async function ask(name: Name, command: object): Promise<CommandAnswer> {
  const answer = screens.get(name)!.tell('command', command);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await source.steps(1, alarmOf);
  return answer;
}
const codeOf = async (name: Name, command: object): Promise<string> => {
  const answer = await ask(name, command);
  return answer.ok ? 'ok' : answer.refusal;
};
const auditOf = async (name: Name): Promise<Entry[]> => {
  const cookie = await signIn(server.url, `token of ${name}`);
  const answer = await fetch(`${server.url}/api/runs/R1/audit`, { headers: { cookie } });
  return ((await answer.json()) as { entries: Entry[] }).entries;
};

beforeAll(async () => {
  server = await startTestServer();
  await keepPeople(server, PEOPLE);
  source = createSource(server.url, 'R1');
  await source.hello();
  viewer = createScreen(server.url);
  for (const { name } of PEOPLE) screens.set(name, await screenOf(server, name));
  await source.steps(1, alarmOf);
  await until('the case', () => Object.keys(viewer.cases.cases).length === 1);
  found = Object.keys(viewer.cases.cases)[0]!;
});
afterAll(async () => {
  for (const screen of [viewer, ...screens.values()]) screen.socket.disconnect();
  source.socket.disconnect();
  await server[Symbol.asyncDispose]();
});

describe('a case of 真如镇街道', () => {
  test('is handled by the operator of the street', async () => {
    expect(await codeOf('ouyang', { kind: 'take', case: found })).toBe('ok');
    await until('the case in hand', () => viewer.cases.cases[found]?.held === 'user:ouyang');
    expect(await codeOf('ouyang', { kind: 'release', case: found })).toBe('ok');
  });

  test.each<[Name, object, string]>([
    ['gu', { kind: 'take' }, 'role-may-not'],
    ['han', { kind: 'assign', unit: 'no-unit' }, 'role-may-not'],
    ['wang', { kind: 'close' }, 'role-may-not'],
    ['kong', { kind: 'accept' }, 'role-may-not'],
    ['jiang', { kind: 'assign', unit: 'no-unit' }, 'outside-your-area'],
    ['jiang', { kind: 'take' }, 'outside-your-area'],
    ['ouyang', { kind: 'suspend', untilTick: 9999, plan: 'wait', reason: 'weather' }, 'level-above-needed'],
    ['ouyang', { kind: 'pace', speed: 600, paused: false }, 'level-above-needed'],
    ['kong', { kind: 'start', scenario: 'x', seed: 1, density: 1, speed: 1 }, 'role-may-not'],
  ])('%s may not: %j', async (name, command, code) => {
    const answer = await ask(name, { case: found, ...command });
    expect(answer).toMatchObject({ ok: false, refusal: code, message: { zh: expect.stringMatching(/请/) } });
    expect(source.controls).toEqual([]);
  });
});

describe('a personal record', () => {
  test.each<[Name, string]>([
    ['ouyang', 'role-may-not'],
    ['lao', 'role-may-not'],
    ['kong', 'role-may-not'],
    ['gu', 'role-may-not'],
    ['feng', 'outside-your-area'],
  ])('is not opened to %s', async (name, code) => {
    const answer = await ask(name, { kind: 'look', case: found });
    expect(answer).toMatchObject({ ok: false, refusal: code });
    expect(JSON.stringify(answer)).not.toContain(RESIDENT.name);
  });

  test('is opened to the cadre of the street, and each look is in the audit', async () => {
    expect(await ask('wang', { kind: 'look', case: found })).toEqual({ ok: true, record: RESIDENT });
    expect(await ask('wang', { kind: 'look', case: found })).toEqual({ ok: true, record: RESIDENT });
    const looks = (await auditOf('kong')).filter(({ kind }) => kind === 'record.looked');
    expect(looks).toMatchObject([
      { case: found, by: 'user:wang', role: 'village' },
      { case: found, by: 'user:wang', role: 'village' },
    ]);
    const refused = (await auditOf('lao')).filter(
      (entry) => entry.kind === 'command.refused' && entry.command === 'look',
    );
    expect(refused.map((entry) => 'by' in entry && entry.by).sort()).toEqual([
      'user:feng',
      'user:gu',
      'user:kong',
      'user:lao',
      'user:ouyang',
    ]);
  });

  test('of a case that has none, or that is not there, is refused in words', async () => {
    expect(await ask('wang', { kind: 'look', case: 'C09999' })).toMatchObject({ ok: false, refusal: 'no-record' });
  });

  test('is in no frame, no entry, no segment and no open address', async () => {
    await source.steps(STEPS, alarmOf);
    await until('the newest tick', () => viewer.cursor?.tick === source.acknowledged * STEP_TICKS - 1);
    const frames = [viewer, ...screens.values()].flatMap((screen) => screen.frames);
    const { segments } = (await (await fetch(`${server.url}/api/runs/R1/segments`)).json()) as {
      segments: { storedDigest: string }[];
    };
    expect(segments.length).toBeGreaterThan(0);
    const recorded = [...segments.map(({ storedDigest }) => `pieces/${storedDigest}`), 'runs/R1/segments/open'];
    const payloads = await Promise.all(
      recorded.map(async (what) =>
        inflateSync(new Uint8Array(await (await fetch(`${server.url}/api/${what}`)).arrayBuffer())).toString(),
      ),
    );
    const addresses =
      'cases kpis segments recording moments cameras ledger scores overrides notes entries?limit=1000 history?area=310107022';
    const open = await Promise.all(
      addresses.split(' ').map(async (what) => (await fetch(`${server.url}/api/runs/R1/${what}`)).text()),
    );
    const told = [
      JSON.stringify(frames),
      JSON.stringify(await entriesOf(server.url, 'R1')),
      ...payloads,
      JSON.stringify(await auditOf('lao')),
      ...open,
    ].join('\n');
    const { name, phone, address } = RESIDENT;
    expect(['ZR01', name, phone, address.zh, address.en].filter((text) => told.includes(text))).toEqual(['ZR01']);
  });
});
