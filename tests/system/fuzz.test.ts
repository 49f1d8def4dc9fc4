import { rm } from 'node:fs/promises';
import { CONSOLE_PATH, encodeBatch, INGEST_PATH, isRefusal } from '@onescreen/shared/protocol';
import { createRandom, type Random } from '@onescreen/shared/random';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import {
  batchOf,
  connected,
  createScreen,
  createSource,
  entriesOf,
  INGEST_TOKEN,
  newFolder,
  type TestSource,
  until,
} from './consoleKit.ts';
import { prepareServer, type ServerChild } from './serverChild.ts';

const SEEDS = [1, 2, 3];
const run = 'FUZZ';
let folder: string;
let server: ServerChild;
let source: TestSource;

beforeAll(async () => {
  folder = await newFolder();
  server = await prepareServer().start(folder);
  source = createSource(server.url, run);
  await source.hello();
  await source.steps(2);
});
afterAll(async () => {
  source.socket.disconnect();
  await server.kill();
  await rm(folder, { recursive: true, force: true });
});

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
const strange = (): unknown[] => [
  null,
  true,
  7,
  Number.NaN,
  '',
  'x'.repeat(5000),
  [],
  {},
  deep(40),
  deep(1000),
  { kind: 'pace' },
  { kind: 'constructor' },
  { kind: 'pace', speed: Number.POSITIVE_INFINITY, paused: false },
  { kind: 'pace', speed: -1, paused: 'no' },
  { kind: 'start', scenario: { toString: 1 }, seed: 1e300, density: 0, speed: 0 },
  JSON.parse('{"__proto__":{"kind":"step"}}'),
  Buffer.from([1, 2, 3]),
  [Buffer.from([0])],
  { protocol: 1, source: 'x', info: { run: 'x', units: deep(50) } },
  '310000\u0000',
  '__proto__',
];

/** The process is there, answers, takes the next step, and its log has no gap. */
async function expectUnharmed(): Promise<void> {
  await source.steps(1);
  expect(server.exitCode()).toBeNull();
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  const entries = await entriesOf(server.url, run);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1));
  expect(entries.at(-1)?.tick).toBe(source.acknowledged * 5 - 1);
}

/** Whatever is sent is answered by a refusal that has a name and words; `failed` would mean that it came through to the engine. */
async function expectRefused(payload: unknown): Promise<void> {
  const answer = await source.send(payload);
  if (answer.seq === source.acknowledged + 1) source.acknowledged = answer.seq;
  else if (answer.seq === undefined) {
    expect(answer.refusal).toSatisfy(isRefusal);
    expect(answer.refusal).not.toBe('failed');
    expect(answer.message?.en).toMatch(/\S/);
    expect(answer.message?.zh).toMatch(/\S/);
  }
}

function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Uint8Array.from(bytes);
  switch (random.whole(4)) {
    case 0:
      return copy.slice(0, random.whole(copy.length));
    case 1:
      return Uint8Array.from({ length: random.whole(200) }, () => random.whole(256));
    case 2:
      return Uint8Array.from([...copy, ...Array.from({ length: 1 + random.whole(9) }, () => random.whole(256))]);
    default:
      for (let i = 0; i <= random.whole(4); i++) copy[random.whole(copy.length)]! ^= 1 << random.whole(8);
      return copy;
  }
}

describe('/ingest', () => {
  test.each(SEEDS)('batches mutilated with seed %i are answered', async (seed) => {
    const random = createRandom(seed, 'batches');
    for (let i = 0; i < 150; i++)
      await expectRefused(mutated(encodeBatch(batchOf(run, source.acknowledged + 1)), random));
    await expectUnharmed();
  });

  test('batches that are no bytes, repeated, or with wrong particulars are answered', async () => {
    for (const payload of strange()) await expectRefused(payload);
    const next = source.acknowledged + 1;
    const signal = batchOf(run, next).signals[0]!;
    const wrong: Record<string, unknown>[] = [
      { signals: [{ ...signal, tick: Number.NaN }] },
      { signals: [{ ...signal, tick: 1e9 }] },
      { signals: [{ ...signal, kind: 'no-such' }] },
      { signals: [{ ...signal, zh: deep(100) }] },
      {
        signals: [
          { kind: 'unit.moved', id: 'm', tick: (next - 1) * 5, unit: '__proto__', path: [[200, 0, 0]], order: null },
        ],
      },
      { signals: Array.from({ length: 20_000 }, () => signal) },
      { truth: [{ tick: 0, kind: 'truth.ended' }] },
      { seq: -1 },
      { seq: 1.5 },
      { seq: Number.NaN },
      { seq: 2 ** 60 },
      { fromTick: -5 },
      { toTick: 0 },
      { run: '' },
      { last: 'yes' },
    ];
    for (const changes of wrong) await expectRefused(encodeBatch(batchOf(run, next, changes as never)));
    await expectUnharmed();
  });

  test('signals of units, orders and cameras that do not exist harm nothing', async () => {
    const seq = source.acknowledged + 1;
    const tick = (seq - 1) * 5;
    const common = { tick, unit: 'nobody', order: 'nothing' };
    const evidence = { kind: 'photo' as const, id: 'e', tick };
    const at = [121.4, 31.2] as const;
    const batch = batchOf(run, seq, {
      signals: [
        { kind: 'unit.moved', id: 'a', ...common, path: [] },
        {
          kind: 'unit.moved',
          id: 'b',
          ...common,
          path: [
            [121, 31, tick],
            [121, 31, tick - 9],
          ],
        },
        { kind: 'unit.arrived', id: 'c', ...common, at },
        { kind: 'unit.handled', id: 'd', ...common, evidence },
        { kind: 'unit.returned', id: 'e', ...common, reason: 'not-our-duty' },
        { kind: 'unit.help', id: 'f', ...common, needs: { zh: '', en: '' } },
        {
          kind: 'unit.asks',
          id: 'k',
          ...common,
          what: 'suspend',
          minutes: 1,
          reason: 'weather',
          plan: '',
        },
        { kind: 'unit.freed', id: 'g', tick, unit: 'constructor' },
        { kind: 'checked', id: 'h', tick, order: '__proto__', evidence },
        { kind: 'hit', id: 'i', tick, camera: 'none', type: 'XJ01', at, area: 250, confidence: 1, count: 1 },
        { kind: 'response.level', id: 'j', tick, level: 4, colour: 'red', lead: '' },
      ],
    });
    await expectRefused(encodeBatch(batch));
    await expectUnharmed();
  });

  test('a message above the limit costs its sender the connection and no one else anything', async () => {
    const closed = new Promise<void>((resolve) => source.socket.once('disconnect', () => resolve()));
    source.socket.emit('batch', new Uint8Array(5 * 1024 * 1024));
    await closed;
    const acknowledged = source.acknowledged;
    source = createSource(server.url, run);
    await expect.poll(() => source.hello()).toMatchObject({ lastSeq: acknowledged });
    source.acknowledged = acknowledged;
    await expectUnharmed();
  });
});

describe('/console', () => {
  test('strange interests and commands are answered by a refusal', async () => {
    for (const payload of strange()) {
      using screen = createScreen(server.url);
      await connected(screen.socket);
      for (const event of ['interest', 'command'] as const) {
        expect(await screen.tell(event, payload)).toMatchObject({ ok: false, refusal: expect.toSatisfy(isRefusal) });
      }
      screen.socket.emit('interest');
      screen.socket.emit('command', payload);
      screen.socket.emit('error', payload);
    }
    await expectUnharmed();
  });

  test('a message above 64 KiB costs its sender the connection', async () => {
    using screen = createScreen(server.url);
    await connected(screen.socket);
    const closed = new Promise<void>((resolve) => screen.socket.once('disconnect', () => resolve()));
    screen.socket.emit('interest', 'x'.repeat(70_000));
    await closed;
    await expectUnharmed();
  });
});

/** What a client of socket.io would never write. */
const packets = (random: Random): (string | Uint8Array)[] => {
  const token = JSON.stringify({ token: INGEST_TOKEN });
  const hello = JSON.stringify({ protocol: 1, area: '310000', cursor: null });
  const opening = random.pick([
    `40/ingest,${token}`,
    `40/console,${hello}`,
    '40',
    '40/nowhere,',
    '40/console,null',
    '40/ingest,"text"',
    '40/ingest,[[[',
  ]);
  const rest = [
    '42',
    '42[]',
    '42[null]',
    '42["batch"',
    '42/ingest,["batch"]',
    '42/ingest,["hello",null]',
    '421/ingest,["hello"]',
    '42/console,["command",null]',
    '42/console,["disconnect"]',
    '42/console,["error"]',
    '42/console,["newListener","x"]',
    '42/console,[{"a":1}]',
    '42/console,[1,2]',
    `42/console,${'['.repeat(30_000)}`,
    `42/console,["interest",${'['.repeat(20_000)}${']'.repeat(20_000)}]`,
    '451-/ingest,["batch",{"_placeholder":true,"num":9}]',
    '459-/ingest,["batch",{"_placeholder":true,"num":-1}]',
    '45999999-["batch"]',
    '43/ingest,1[1]',
    '43/ingest,99999999999999999999[]',
    '44/ingest,{}',
    '41/ingest,',
    '41',
    '2',
    '3',
    '1',
    '6',
    '5',
    '',
    'x',
    '4',
    '42/ingest,["pace",{"speed":1e999}]',
    Uint8Array.from([4, 0, 255]),
    new Uint8Array(0),
  ];
  return [opening, ...Array.from({ length: 12 }, () => random.pick(rest))];
};

test.each(SEEDS)('bare websockets that speak nonsense with seed %i are borne', async (seed) => {
  const random = createRandom(seed, 'packets');
  for (let i = 0; i < 30; i++) {
    const address = random.pick([CONSOLE_PATH, INGEST_PATH]);
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}${address}/?EIO=4&transport=websocket`);
    let ended = false;
    socket.on('error', () => undefined);
    socket.on('close', () => {
      ended = true;
    });
    await new Promise((resolve) => socket.once('open', resolve));
    for (const packet of packets(random)) if (!ended) socket.send(packet);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (random.whole(2) === 0) socket.terminate();
    else socket.close();
  }
  await until('the source to be served', () => source.socket.connected);
  await expectUnharmed();
});

test('addresses, bodies and methods that make no sense are answered by a problem', async () => {
  const addresses = [
    '/api/runs/%00',
    '/api/runs/x/entries?after=-1',
    `/api/runs/${run}/entries?after=1e9`,
    `/api/runs/${run}/entries?limit=0`,
    '/%ff',
    '/api/runs/..%2f..',
    `/api/runs/${run}/history`,
    `/api/runs/${run}/history?area=1`,
    `/api/runs/${run}/segments/9999`,
    `/api/runs/${run}/segments/-1`,
    '/api/session/x',
    '/../package.json',
    '/.env',
  ];
  for (const address of addresses) {
    const answer = await fetch(`${server.url}${address}`);
    expect([400, 404]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }
  const bodies = [
    '',
    '{',
    '[]',
    '{"token":5}',
    '{"token":"x","more":1}',
    `{"token":"${'x'.repeat(20_000)}"}`,
    '['.repeat(15_000),
    '{"__proto__":{}}',
  ];
  for (const body of bodies) {
    const answer = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([400, 413]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }
  await expectUnharmed();
});
