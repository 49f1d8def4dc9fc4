// What one frame costs the server per screen: the platform's own /console door against bare ws, texts of the same size, as many peers.
// All doors stay open and take turns, a few frames each: what else the machine does, and what collecting garbage costs, falls on
// both alike, and the median of the rounds counts. The peers live in other processes, so that their work is not in the figure.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RunInfo } from '@onescreen/shared/log';
import { WebSocketServer } from 'ws';
import { createDoors } from '../../server/src/auth/origins.ts';
import { createPeople } from '../../server/src/auth/people.ts';
import { createSessions } from '../../server/src/auth/session.ts';
import { randomToken } from '../../server/src/auth/tokens.ts';
import type { Branches } from '../../server/src/branches/branches.ts';
import { DEFAULT_LIMITS } from '../../server/src/broadcast/broadcaster.ts';
import { openConsole } from '../../server/src/broadcast/console.ts';
import { systemClock } from '../../server/src/clock.ts';
import type { Store } from '../../server/src/store/index.ts';
import type { BenchRow } from './row.ts';
import { benchRow, figure, median } from './row.ts';
import { createShow } from './show.ts';

const VIEWERS = 60;
const ROUNDS = 15;
/** The first rounds warm up. */
const WARM_UP_ROUNDS = 2;
const FRAMES_PER_TURN = 40;
/** Peers are never behind: what is measured is the cost of sending, not of waiting. */
const GAP_MS = 4;
const viewersFile = fileURLToPath(new URL('./viewers.ts', import.meta.url));

/** A door with its peers connected. */
interface Door {
  /** Sends every peer one frame. */
  step(): void;
  close(): Promise<void>;
}

interface ConsoleDoor extends Door {
  /** Frames handed over for a whole group of screens, and characters of the newest of them. */
  sent: { frames: number; bytes: number };
}

export async function fanoutRows(info: RunInfo): Promise<BenchRow[]> {
  const [crowd, alone] = await Promise.all([openConsoleDoor(info, VIEWERS), openConsoleDoor(info, 1)]);
  crowd.step();
  const { bytes } = crowd.sent;
  const [bareCrowd, bareAlone] = await Promise.all([openBareDoor(bytes, VIEWERS), openBareDoor(bytes, 1)]);
  const before = crowd.sent.frames;
  const rounds = await takeTurns({ crowd, alone }, { crowd: bareCrowd, alone: bareAlone });
  const framesEach = (crowd.sent.frames - before) / ((ROUNDS + WARM_UP_ROUNDS) * FRAMES_PER_TURN);
  for (const door of [crowd, alone, bareCrowd, bareAlone]) await door.close();
  return [
    benchRow({
      name: `server CPU per delivered frame of ${figure(bytes / 1000)} kB`,
      measured: `${figure(median(rounds.map(({ ours }) => ours)))} µs`,
      baseline: `${figure(median(rounds.map(({ bare }) => bare)))} µs, bare ws`,
      ratio: median(rounds.map(({ ours, bare }) => ours / bare)),
      budget: { atMost: 1.2 },
    }),
    benchRow({
      name: `frames encoded for ${VIEWERS} screens, per step`,
      measured: `${figure(framesEach)} encodings`,
      baseline: '1',
      ratio: framesEach,
      budget: { atMost: 1 },
    }),
  ];
}

/** The door with many peers, and the same with one: what making a frame costs is in both and falls out. */
interface Pair {
  crowd: Door;
  alone: Door;
}

/** Microseconds of CPU per delivered frame, round by round; who is first changes. */
async function takeTurns(ourDoors: Pair, bareDoors: Pair): Promise<{ ours: number; bare: number }[]> {
  const rounds: { ours: number; bare: number }[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP_ROUNDS; round++) {
    if (round % 2 === 0) {
      const ours = await microsecondsEach(ourDoors);
      rounds.push({ ours, bare: await microsecondsEach(bareDoors) });
    } else {
      const bare = await microsecondsEach(bareDoors);
      rounds.push({ ours: await microsecondsEach(ourDoors), bare });
    }
  }
  return rounds.slice(WARM_UP_ROUNDS);
}

const microsecondsEach = async ({ crowd, alone }: Pair): Promise<number> =>
  ((await turnMicroseconds(crowd)) - (await turnMicroseconds(alone))) / (FRAMES_PER_TURN * (VIEWERS - 1));

/** CPU of this process while a door sends its frames. */
async function turnMicroseconds(door: Door): Promise<number> {
  const from = process.cpuUsage();
  for (let frame = 0; frame < FRAMES_PER_TURN; frame++) {
    door.step();
    await pause(GAP_MS);
  }
  const { user, system } = process.cpuUsage(from);
  return user + system;
}

async function openConsoleDoor(info: RunInfo, viewers: number): Promise<ConsoleDoor> {
  const http = createServer();
  const port = await listen(http);
  const show = createShow(info);
  const sent = { frames: 0, bytes: 0 };
  const door = openConsole({
    http,
    clock: systemClock,
    stage: show.stage,
    // Nobody falls behind, so nothing is read from the log.
    store: {} as Store,
    branches: {} as Branches,
    doors: createDoors('127.0.0.1', []),
    // Nobody signs in: the folder of people is never read.
    sessions: createSessions({ secret: randomToken(), overHttps: false, people: createPeople(os.tmpdir()) }),
    limits: { ...DEFAULT_LIMITS, frameMs: 0 },
    watch: {
      sent: (kind, bytes) => {
        if (kind !== 'room') return;
        sent.frames++;
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
  return {
    step: show.step,
    sent,
    async close() {
      await endViewers(crowd);
      await door.close();
      http.close();
    },
  };
}

async function openBareDoor(bytes: number, viewers: number): Promise<Door> {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  const port = await listen(http);
  const crowd = await startViewers('bare', port, viewers);
  const text = 'x'.repeat(bytes);
  return {
    step() {
      for (const socket of sockets.clients) socket.send(text);
    },
    async close() {
      await endViewers(crowd);
      sockets.close();
      http.close();
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
