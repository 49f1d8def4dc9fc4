import { rm } from 'node:fs/promises';
import type { Ack, Refusal } from '@onescreen/shared/protocol';
import { encodeBatch, INGEST_PATH, PROTOCOL_VERSION } from '@onescreen/shared/protocol';
import { io } from 'socket.io-client';
import { expect, test } from 'vitest';
import { batchOf, createScreen, entriesOf, INGEST_TOKEN, infoOf, newFolder, STEP_TICKS, until } from './consoleKit.ts';
import { prepareServer } from './serverChild.ts';

const KILLS = 50;
/** A restart takes under a second on a quiet machine of two cores; a busy one is given its time. */
const MOST_MS = 600_000;
const run = 'R1';

/** A source that goes on after every break, as the simulator does: hello, then the batch after the newest committed one. */
function createLoop(url: string) {
  const socket = io(`${url}/ingest`, {
    path: INGEST_PATH,
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 50,
    auth: { token: INGEST_TOKEN },
  });
  const loop = {
    acknowledged: 0,
    refusals: [] as Refusal[],
    stopAt: Number.POSITIVE_INFINITY,
    end: () => void socket.disconnect(),
  };

  function next(seq: number): void {
    if (seq > loop.stopAt) return;
    socket.emit('batch', encodeBatch(batchOf(run, seq)), (ack: Ack & { refusal?: Refusal }) => {
      if (ack.refusal !== undefined) loop.refusals.push(ack.refusal);
      else {
        loop.acknowledged = Math.max(loop.acknowledged, ack.seq);
        next(ack.seq + 1);
      }
    });
  }
  socket.on('connect', () => {
    const hello = { protocol: PROTOCOL_VERSION, source: 'loop', info: infoOf(run), scenarioText: null };
    socket.emit('hello', hello, (welcome: { lastSeq: number; refusal?: Refusal }) => {
      if (welcome.refusal !== undefined) return loop.refusals.push(welcome.refusal);
      // Nothing that was acknowledged may be gone.
      if (welcome.lastSeq < loop.acknowledged) loop.refusals.push('sequence-gap');
      return next(welcome.lastSeq + 1);
    });
  });
  return loop;
}

test(
  `${KILLS} kills without warning lose no acknowledged entry and double none, and an open screen is complete`,
  async () => {
    const folder = await newFolder();
    const waiting = [prepareServer(), prepareServer()];
    let server = await prepareServer().start(folder);
    const { url } = server;
    const port = Number(new URL(url).port);
    const loop = createLoop(url);
    using screen = createScreen(url, { reconnection: true });
    for (let kill = 0; kill < KILLS; kill++) {
      const before = loop.acknowledged;
      await until('a few steps', () => loop.acknowledged >= before + 1 + (kill % 4));
      await server.kill();
      server = await waiting.shift()!.start(folder, port);
      if (kill + waiting.length < KILLS - 1) waiting.push(prepareServer());
    }
    loop.stopAt = loop.acknowledged + 5;
    await until('the last step', () => loop.acknowledged >= loop.stopAt);
    await until('the screen', () => screen.cursor?.tick === loop.acknowledged * STEP_TICKS - 1);

    const entries = await entriesOf(url, run);
    expect(loop.refusals).toEqual([]);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1));
    const stepTicks = entries.filter(({ kind }) => kind === 'plan.step').map(({ tick }) => tick);
    expect(stepTicks).toEqual(Array.from({ length: loop.acknowledged * STEP_TICKS }, (_, tick) => tick));
    // One reset at most when it opened before the first step; after that only what was missed, each entry once.
    expect(screen.frames.filter(({ kind }) => kind === 'reset').length).toBeLessThanOrEqual(1);
    expect(screen.seqs).toEqual(entries.map(({ seq }) => seq).slice(-screen.seqs.length));
    expect(screen.cases.seq).toBe(entries.length);
    loop.end();
    screen.socket.disconnect();
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  },
  MOST_MS,
);
