// What one frame costs the server per screen: the platform's own /console door against bare ws, same text, same number of peers.
// The peers live in another process; the cost of making frames is taken off by a round with one peer.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createCasesState } from '@onescreen/shared/cases';
import { createCity } from '@onescreen/shared/city';
import type { RunInfo } from '@onescreen/shared/log';
import { createRandom } from '@onescreen/shared/random';
import { WebSocketServer } from 'ws';
import { createDoors } from '../../server/src/auth/origins.ts';
import { createSessions } from '../../server/src/auth/session.ts';
import { DEFAULT_LIMITS } from '../../server/src/broadcast/broadcaster.ts';
import { openConsole } from '../../server/src/broadcast/console.ts';
import { upperSeries } from '../../server/src/broadcast/interest.ts';
import { systemClock } from '../../server/src/clock.ts';
import type { TickOutcome } from '../../server/src/engine/types.ts';
import type { Platform } from '../../server/src/platform.ts';
import type { Stage, StageListener } from '../../server/src/stage.ts';
import type { Store } from '../../server/src/store/index.ts';
import type { BenchRow } from './row.ts';
import { benchRow, figure, median } from './row.ts';

/** Rounds alternate, so that what else the machine does falls on both; the medians count. */
const ROUNDS = 3;
const VIEWERS = 60;
const FRAMES = 250;
const WARM_UP_FRAMES = 30;
/** Peers are never behind: what is measured is the cost of sending, not of waiting. */
const GAP_MS = 4;
const viewersFile = fileURLToPath(new URL('./viewers.ts', import.meta.url));

export async function fanoutRows(info: RunInfo): Promise<BenchRow[]> {
  const ours: number[] = [];
  const theirs: number[] = [];
  let crowd = await consoleCpuMs(info, VIEWERS);
  for (let round = 0; round < ROUNDS; round++) {
    const alone = await consoleCpuMs(info, 1);
    crowd = await consoleCpuMs(info, VIEWERS);
    ours.push(microsecondsEach(crowd.cpuMs, alone.cpuMs));
    theirs.push(microsecondsEach(await bareCpuMs(crowd.frameBytes, VIEWERS), await bareCpuMs(crowd.frameBytes, 1)));
  }
  return [
    benchRow({
      name: `server CPU per delivered frame of ${figure(crowd.frameBytes / 1000)} kB`,
      measured: `${figure(median(ours))} µs`,
      baseline: `${figure(median(theirs))} µs, bare ws`,
      ratio: median(ours) / median(theirs),
      budget: { atMost: 1.2 },
    }),
    benchRow({
      name: `frames encoded for ${VIEWERS} screens, per frame sent`,
      measured: `${figure(crowd.encoded)} encodings`,
      baseline: `${figure(FRAMES + WARM_UP_FRAMES)} frames`,
      ratio: crowd.encoded / (FRAMES + WARM_UP_FRAMES),
      budget: { atMost: 1 },
    }),
  ];
}

const microsecondsEach = (crowdMs: number, aloneMs: number): number =>
  ((crowdMs - aloneMs) * 1000) / (FRAMES * (VIEWERS - 1));

interface ConsoleRound {
  cpuMs: number;
  frameBytes: number;
  /** Texts handed to rooms: each was encoded once. */
  encoded: number;
}

async function consoleCpuMs(info: RunInfo, viewers: number): Promise<ConsoleRound> {
  const http = createServer();
  const port = await listen(http);
  const show = createShow(info);
  const sent = { encoded: 0, bytes: 0 };
  const door = openConsole({
    http,
    clock: systemClock,
    stage: show.stage,
    // Nobody falls behind, so nothing is read from the log.
    store: {} as Store,
    doors: createDoors('127.0.0.1', []),
    sessions: createSessions('bench-secret-bench-secret-bench-secret', false),
    limits: { ...DEFAULT_LIMITS, frameMs: 0 },
    watch: {
      sent: (kind, bytes) => {
        if (kind !== 'room') return;
        sent.encoded++;
        sent.bytes = bytes;
      },
      cut: () => undefined,
      refused: () => undefined,
      failed: (error) => {
        throw error;
      },
      viewers: () => undefined,
    },
  });
  show.begin();
  const crowd = await startViewers('console', port, viewers);
  const cpuMs = await cpuOf(show.step);
  await endViewers(crowd);
  await door.close();
  http.close();
  return { cpuMs, frameBytes: sent.bytes, encoded: sent.encoded };
}

async function bareCpuMs(bytes: number, viewers: number): Promise<number> {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  const port = await listen(http);
  const crowd = await startViewers('bare', port, viewers);
  const text = 'x'.repeat(bytes);
  const cpuMs = await cpuOf(() => {
    for (const socket of sockets.clients) socket.send(text);
  });
  await endViewers(crowd);
  sockets.close();
  http.close();
  return cpuMs;
}

/** CPU milliseconds of this process while `step` is called FRAMES times. */
async function cpuOf(step: () => void): Promise<number> {
  for (let frame = 0; frame < WARM_UP_FRAMES; frame++) {
    step();
    await pause(GAP_MS);
  }
  const from = process.cpuUsage();
  for (let frame = 0; frame < FRAMES; frame++) {
    step();
    await pause(GAP_MS);
  }
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** A stage whose platform changes every city and district value at each step: frames of about 10 kB, as budgeted. */
function createShow(info: RunInfo) {
  const random = createRandom(1, 'fan-out bench');
  const city = createCity();
  let tick = -1;
  const listeners: StageListener[] = [];
  const platform: Platform = {
    info,
    city,
    cases: createCasesState(),
    lastBatch: 0,
    get lastTick() {
      return tick;
    },
    lastSeq: 0,
    lastAck: null,
    state: 'open',
    totals: { ticks: 0, entries: 0, cases: 0, closed: 0 },
    process: () => Promise.reject(new Error('the bench sends no batches')),
    digest: () => '',
    stop: async () => undefined,
  };
  const stage: Stage = {
    platform,
    source: null,
    state: 'live',
    pace: null,
    stepping: false,
    listen: (listener) => void listeners.push(listener),
    restore: async () => undefined,
    announce: () => Promise.reject(new Error('the bench has no source')),
    take: () => Promise.reject(new Error('the bench has no source')),
    queueCommand: () => undefined,
    setSource: () => undefined,
    setPace: () => undefined,
    between: async (read) => read(),
  };
  function outcome(): TickOutcome {
    tick++;
    const quanta = Int32Array.from(upperSeries, () => random.whole(16_000));
    upperSeries.forEach((series, i) => {
      city.quanta[series] = quanta[i]!;
    });
    return {
      tick,
      changes: { series: upperSeries, quanta, stateSeries: new Uint16Array(0), states: new Uint8Array(0) },
      entries: [],
    };
  }
  return {
    stage,
    begin() {
      for (const listener of listeners) listener.onRun(platform);
    },
    step() {
      const ticks = [outcome()];
      for (const listener of listeners) listener.onStep(platform, ticks);
    },
  };
}

async function listen(http: HttpServer): Promise<number> {
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return (http.address() as AddressInfo).port;
}

/** Resolves when all are connected. */
async function startViewers(kind: 'console' | 'bare', port: number, count: number): Promise<ChildProcess> {
  const child = fork(viewersFile, [kind, String(port), String(count)]);
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the viewers of the bench ended early'))),
  ]);
  return child;
}

async function endViewers(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill();
  await gone;
}
