// A server on a free port with its data in a folder of its own, a tiny source that sends made-up steps, and a screen that folds frames.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RunningServer, type ServerConfig, type ServerParts, startServer } from '@onescreen/server';
import type { CasesState } from '@onescreen/shared/cases';
import { createCasesState, evolveCases } from '@onescreen/shared/cases';
import { indicators } from '@onescreen/shared/catalogue';
import type { CityState } from '@onescreen/shared/city';
import { applyDated, createCity, seriesOf } from '@onescreen/shared/city';
import { areas } from '@onescreen/shared/geography';
import type { Entry, RunInfo } from '@onescreen/shared/log';
import type { Person } from '@onescreen/shared/people';
import type {
  Ack,
  Batch,
  CommandAnswer,
  Control,
  Cursor,
  Frame,
  Refusal,
  Signal,
  StatusFrame,
  Welcome,
} from '@onescreen/shared/protocol';
import {
  CONSOLE_PATH,
  decodeFrame,
  encodeBatch,
  fromBase64,
  INGEST_PATH,
  PROTOCOL_VERSION,
} from '@onescreen/shared/protocol';
import { io, type Socket } from 'socket.io-client';
import WebSocket from 'ws';
import { formatPeople, PEOPLE_FILE } from '../../server/src/auth/peopleFile.ts';
import { hashOf } from '../../server/src/auth/tokens.ts';

export const INGEST_TOKEN = 'ingest-token-of-the-tests-0123456789abcdef';
export const OPERATOR_TOKEN = 'operator-token-of-the-tests-0123456789ab';
export const STEP_TICKS = 5;

export interface Refused {
  refusal: Refusal;
  message: { zh: string; en: string };
}

export const newFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'onescreen-'));

export const configOf = (dataDir: string): ServerConfig => ({
  basemap: null,
  host: '127.0.0.1',
  port: 0,
  dataDir,
  ingestToken: INGEST_TOKEN,
  operatorToken: OPERATOR_TOKEN,
  sessionSecret: 'session-secret-of-the-tests-0123456789abc',
  allowedOrigins: [],
  clientDir: null,
  oidc: null,
  logLevel: 'silent',
  keepDays: 30,
  keepBytes: 20e9,
  mostImportBytes: 2e9,
});

export interface TestServer extends RunningServer, AsyncDisposable {
  /** Its data folder. */
  folder: string;
}

/** A server that ends, and whose folder goes, at the end of the `await using` block. */
export async function startTestServer(
  parts: ServerParts = {},
  changes: Partial<ServerConfig> = {},
): Promise<TestServer> {
  const folder = await newFolder();
  const server = await startServer({ ...configOf(folder), ...changes }, parts);
  return {
    ...server,
    folder,
    async [Symbol.asyncDispose]() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const infoOf = (run: string): RunInfo => ({
  run,
  scenario: 'normal-day',
  zh: '平常日',
  en: 'Normal day',
  seed: 7,
  density: 1,
  policy: 'nearest',
  epochMs: 1_715_643_000_000,
  durationTicks: 86_400,
  stepTicks: STEP_TICKS,
  units: [],
  cameras: [],
  phases: [],
});

const atAllLevels = indicators
  .filter(({ levels }) => levels.includes('street') && levels.includes('district'))
  .slice(0, 3);

/**
 * The batch of a number, always the same: at each tick a few series of every level take values of their own and one step
 * of a plan is taken, which is one entry.
 */
export function batchOf(run: string, seq: number, changes: Partial<Batch> = {}): Batch {
  const fromTick = (seq - 1) * STEP_TICKS;
  const ticks = Array.from({ length: STEP_TICKS }, (_, i) => fromTick + i);
  const samples = ticks.flatMap((tick) =>
    areas
      .filter(({ index }) => index % STEP_TICKS === tick % STEP_TICKS)
      .flatMap(({ index }) =>
        atAllLevels.map((indicator) => ({
          tick,
          series: seriesOf(indicator.index, index),
          quantum: ((tick * 31 + index) % 500) + 1,
        })),
      ),
  );
  return {
    run,
    seq,
    fromTick,
    toTick: fromTick + STEP_TICKS - 1,
    samples: {
      ticks: Uint32Array.from(samples, ({ tick }) => tick),
      series: Uint16Array.from(samples, ({ series }) => series),
      quanta: Int32Array.from(samples, ({ quantum }) => quantum),
    },
    signals: ticks.map(
      (tick): Signal => ({
        kind: 'plan.step',
        id: `p${tick}`,
        tick,
        agency: 'city',
        zh: `第 ${tick} 步`,
        en: `step ${tick}`,
      }),
    ),
    truth: [],
    last: false,
    ...changes,
  };
}

/** Signals of a batch that make about a quarter of a megabyte of entries. */
export function heavySignals(seq: number): Signal[] {
  const tick = (seq - 1) * STEP_TICKS;
  const text = 'x'.repeat(450);
  return Array.from({ length: 250 }, (_, i) => ({
    kind: 'plan.step',
    id: `h${seq}-${i}`,
    tick,
    agency: 'city',
    zh: text,
    en: text,
  }));
}

/** Resolves once `holds`, looking every few milliseconds. Rejects with `what` after two minutes. */
export async function until(what: string, holds: () => boolean, limitMs = 120_000): Promise<void> {
  const endMs = Date.now() + limitMs;
  while (!holds()) {
    if (Date.now() > endMs) throw new Error(`waited ${limitMs} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const connected = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });

export interface TestSource extends Disposable {
  socket: Socket;
  controls: Control[];
  hello(run?: string): Promise<Welcome & Partial<Refused>>;
  /** Sends a batch as it is and gives whatever comes back. */
  send(batch: unknown): Promise<Ack & Partial<Refused>>;
  /** Sends the next batches one after the other. */
  steps(count: number, signals?: (seq: number) => Signal[]): Promise<void>;
  /** Newest batch that was acknowledged. */
  acknowledged: number;
}

export function createSource(url: string, run: string, token: unknown = INGEST_TOKEN, name = 'test'): TestSource {
  const socket = io(`${url}/ingest`, {
    path: INGEST_PATH,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token },
  });
  const ask = <T>(event: string, body: unknown): Promise<T> =>
    socket.timeout(60_000).emitWithAck(event, body) as Promise<T>;
  const source: TestSource = {
    socket,
    controls: [],
    acknowledged: 0,
    hello: (of = run) =>
      ask('hello', { protocol: PROTOCOL_VERSION, source: name, info: infoOf(of), scenarioText: null }),
    send: (batch) => ask('batch', batch),
    async steps(count, signals) {
      for (let i = 0; i < count; i++) {
        const seq = source.acknowledged + 1;
        const changes = signals === undefined ? {} : { signals: signals(seq) };
        const ack = await source.send(encodeBatch(batchOf(run, seq, changes)));
        if (ack.refusal !== undefined) throw new Error(`${ack.refusal}: ${ack.message?.en}`);
        source.acknowledged = ack.seq;
      }
    },
    [Symbol.dispose]: () => void socket.disconnect(),
  };
  socket.on('control', (control: Control) => source.controls.push(control));
  return source;
}

export interface TestScreen extends Disposable {
  socket: Socket;
  city: CityState;
  cases: CasesState;
  frames: Frame[];
  /** seq of every entry that came in an advance, in order. */
  seqs: number[];
  cursor: Cursor | null;
  status: StatusFrame | null;
  tell(event: 'interest' | 'command', body: unknown): Promise<CommandAnswer>;
}

export interface ScreenOptions {
  area?: string;
  cursor?: Cursor | null;
  /** Goes on with what this other screen had when it was closed. */
  from?: TestScreen;
  protocol?: number;
  headers?: Record<string, string>;
  reconnection?: boolean;
}

/** A screen that folds what it gets as the real one does, and reconnects by its cursor when `reconnection` is set. */
export function createScreen(url: string, options: ScreenOptions = {}): TestScreen {
  const {
    area = '310000',
    from,
    cursor = from?.cursor ?? null,
    protocol = PROTOCOL_VERSION,
    headers = {},
    reconnection = false,
  } = options;
  const socket = io(`${url}/console`, {
    path: CONSOLE_PATH,
    transports: ['websocket'],
    forceNew: true,
    reconnection,
    reconnectionDelay: 20,
    reconnectionDelayMax: 50,
    extraHeaders: headers,
    auth: (give) => give({ protocol, area, cursor: screen.cursor }),
  });
  const screen: TestScreen = {
    socket,
    city: from?.city ?? createCity(),
    cases: from?.cases ?? createCasesState(),
    frames: [],
    seqs: [],
    cursor,
    status: null,
    tell: (event, body) => socket.timeout(60_000).emitWithAck(event, body) as Promise<CommandAnswer>,
    [Symbol.dispose]: () => void socket.disconnect(),
  };
  socket.on('frame', (text: string) => fold(screen, decodeFrame(fromBase64(text))));
  return screen;
}

function fold(screen: TestScreen, frame: Frame): void {
  screen.frames.push(frame);
  if (frame.kind === 'status') {
    screen.status = frame;
    return;
  }
  if (frame.kind === 'reset') {
    screen.city = createCity();
    screen.cases = frame.cases;
    screen.cursor = { run: frame.info.run, seq: frame.seq, tick: frame.tick };
  } else {
    if (frame.fromTick !== screen.cursor?.tick)
      throw new Error(`a frame from ${frame.fromTick} came at ${screen.cursor?.tick}`);
    for (const entry of frame.entries) screen.cases = evolveCases(screen.cases, entry);
    screen.seqs.push(...frame.entries.map(({ seq }) => seq));
    screen.cursor = { run: frame.run, seq: frame.seq, tick: frame.tick };
  }
  applyDated(screen.city, frame.tick, frame.changes);
}

/** All entries of a run over HTTP, page by page. */
export async function entriesOf(url: string, run: string): Promise<Entry[]> {
  const all: Entry[] = [];
  for (;;) {
    const after = all.at(-1)?.seq ?? 0;
    const answer = await fetch(`${url}/api/runs/${run}/entries?after=${after}&limit=1000`);
    const { entries } = (await answer.json()) as { entries: Entry[] };
    all.push(...entries);
    if (entries.length < 1000) return all;
  }
}

/** The session cookie that a token is exchanged for; without one, the operator's. */
export async function signIn(url: string, token = OPERATOR_TOKEN): Promise<string> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const cookie = answer.headers.get('set-cookie');
  if (answer.status !== 200 || cookie === null) throw new Error(`no session: ${answer.status}`);
  return cookie.split(';')[0] ?? '';
}

/** Makes these the people of a server; the token of each is `token of NAME`. */
export const keepPeople = (server: TestServer, people: readonly Person[]): Promise<void> =>
  writeFile(
    path.join(server.folder, PEOPLE_FILE),
    formatPeople(people.map((one) => ({ ...one, tokenHash: hashOf(`token of ${one.name}`) }))),
  );

/** A screen at which one of these people is signed in. */
export async function screenOf({ url }: TestServer, name: string): Promise<TestScreen> {
  const screen = createScreen(url, { headers: { Cookie: await signIn(url, `token of ${name}`) } });
  await until(`${name} at a screen`, () => screen.status !== null);
  return screen;
}

/** A figure of /metrics, summed over its labels. */
export async function metricOf(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const values = text.split('\n').filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  return values.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

/** The network below a screen's websocket: while it is paused the screen reads nothing. */
export function networkOf(screen: TestScreen): { pause(): void; resume(): void } {
  const { transport } = screen.socket.io.engine as unknown as {
    transport: { ws: { _socket: { pause(): void; resume(): void } } };
  };
  return transport.ws._socket;
}

/** Status and body of a bare websocket handshake; 101 when it is accepted. */
export function handshake(
  url: string,
  address: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${address}?EIO=4&transport=websocket`, { headers });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => {
      socket.terminate();
      resolve({ status: 101, body: '' });
    });
    socket.on('unexpected-response', (_request, answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
  });
}
