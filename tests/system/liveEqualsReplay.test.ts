// Live equals replay: a live hour with people acting in it, over real sockets; then every way to a second of it leads to the very same state.
import { createRandom } from '@onescreen/shared/random';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openConsoleSocket } from '../../client/src/feed/consoleSocket.ts';
import { createLiveFeed } from '../../client/src/feed/liveFeed.ts';
import type { Feed } from '../../client/src/feed/types.ts';
import type { Desk } from '../../client/src/replay/desk.ts';
import { createDesk } from '../../client/src/replay/desk.ts';
import { servedSource } from '../../client/src/replay/servedSource.ts';
import type { SimulatorLink } from '../../simulator/src/connect.ts';
import type { TestScreen as Screen, ScreenState } from '../unit/client/replay/replayKit.ts';
import { createTestScreen, differencesOf } from '../unit/client/replay/replayKit.ts';
import { ended, operatorScreen, startSimulator } from './branchKit.ts';
import type { TestScreen, TestServer } from './consoleKit.ts';
import { startTestServer, until } from './consoleKit.ts';

const RUN = 'live';
const HOUR_TICKS = 3600;
/** Xujing: its streets are shown beside the city and the districts. */
const AREA = '310118106';
const TICKS_COMPARED = 200;

let server: TestServer;
let link: SimulatorLink;
let operator: TestScreen;
const feeds: Feed[] = [];
const random = createRandom(4, 'live equals replay');

/** A live screen of the client's own parts, which keeps what it showed at some of its frames. */
function watchLive(keep: number): { screen: Screen; kept: Map<number, ScreenState>; tick: () => number } {
  const screen = createTestScreen();
  const kept = new Map<number, ScreenState>();
  const feed = createLiveFeed({
    connect: (handshake) => openConsoleSocket(server.url, handshake),
    area: AREA,
    now: () => performance.now(),
    later(task, milliseconds) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  feeds.push(feed);
  feed.start({
    onConnection: () => undefined,
    onFrame(frame) {
      screen.apply([frame]);
      if (frame.kind !== 'status' && screen.tick >= 0 && random.whole(100) < keep * 100)
        kept.set(screen.tick, screen.state());
    },
  });
  return { screen, kept, tick: () => screen.tick };
}

async function openDesk(): Promise<Desk<null>> {
  const desk = createDesk<null>(() => servedSource(`${server.url}/`, RUN));
  await desk.open({ where: null, area: AREA });
  return desk;
}

/** Stands still, gives commands for the next step, and goes on. */
async function ask(...bodies: object[]): Promise<void> {
  await operator.tell('command', { kind: 'pace', speed: 600, paused: true });
  for (const body of bodies) await operator.tell('command', body);
  await operator.tell('command', { kind: 'pace', speed: 600, paused: false });
}

let early: ReturnType<typeof watchLive>;
let late: ReturnType<typeof watchLive>;
/** What was shown live, and what a replay of the unfinished run showed of the same second. */
let atTheEdge: { live: ScreenState; replay: ScreenState };

beforeAll(async () => {
  server = await startTestServer({ limits: { frameMs: 0 } });
  link = startSimulator(server.url, { run: RUN, scenario: 'cloudburst', durationTicks: HOUR_TICKS, paused: true });
  operator = await operatorScreen(server.url);
  await until('a run', () => operator.status?.pace != null);
  early = watchLive(0.5);
  await ask();
  await until('cases', () => Object.keys(operator.cases.cases).length > 8);
  const [one, other, third] = Object.keys(operator.cases.cases);
  await ask({ kind: 'take', case: one }, { kind: 'close', case: other }, { kind: 'void', case: third, reason: 'test' });
  await until('half of the hour', () => early.tick() > 1700);
  await operator.tell('command', { kind: 'pace', speed: 600, paused: true });
  late = watchLive(0.5);
  await until('the newcomer', () => late.tick() > 0 && late.tick() === early.tick());
  atTheEdge = { live: late.screen.state(), replay: await showAt(await openDesk(), late.tick()) };
  const alarm = Object.keys(operator.cases.alarms)[0];
  await ask({ kind: 'release', case: one }, ...(alarm === undefined ? [] : [{ kind: 'acknowledge', alarm }]));
  await ended(server.url, RUN);
  await until('the last frame', () => early.tick() === HOUR_TICKS - 1 && late.tick() === HOUR_TICKS - 1);
});
afterAll(async () => {
  for (const feed of feeds) feed.stop();
  link.close();
  operator[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

async function showAt(desk: Desk<null>, tick: number): Promise<ScreenState> {
  const screen = createTestScreen();
  screen.apply((await desk.seek({ tick, ahead: 0, anew: true })).frames);
  return screen.state();
}

/** Of the seconds that were kept live, so many, in order of time. */
function someOf(kept: ReadonlyMap<number, ScreenState>, count: number): number[] {
  const ticks = [...kept.keys()];
  while (ticks.length > count) ticks.splice(random.whole(ticks.length), 1);
  return ticks.sort((a, b) => a - b);
}

describe('the state of a screen at a second', () => {
  test('is the same live, by a jump, by playing there, and by going back and playing on', async () => {
    const ticks = someOf(early.kept, TICKS_COMPARED);
    expect(ticks).toHaveLength(TICKS_COMPARED);
    const [jumping, playing, wandering] = [await openDesk(), await openDesk(), await openDesk()];
    const [played, wandered] = [createTestScreen(), createTestScreen()];
    played.apply((await playing.seek({ tick: 0, ahead: 2 })).frames);
    wandered.apply((await wandering.seek({ tick: 1800, ahead: 0 })).frames);
    for (const tick of ticks) {
      const live = early.kept.get(tick)!;
      expect(differencesOf(await showAt(jumping, tick), live), `a jump to ${tick}`).toEqual([]);
      played.apply((await playing.advance({ tick, ahead: 2 })).frames);
      expect(differencesOf(played.state(), live), `playing to ${tick}`).toEqual([]);
      const back = Math.max(0, tick - random.whole(400));
      wandered.apply(
        (await wandering.seek({ tick: Math.min(HOUR_TICKS - 1, tick + random.whole(400)), ahead: 0 })).frames,
      );
      wandered.apply((await wandering.seek({ tick: back, ahead: 0 })).frames);
      wandered.apply((await wandering.advance({ tick, ahead: 0 })).frames);
      expect(differencesOf(wandered.state(), live), `from ${back} on to ${tick}`).toEqual([]);
    }
  });

  test('is the same for a screen that came late', async () => {
    const ticks = someOf(late.kept, 50);
    expect(ticks.length).toBeGreaterThan(40);
    const desk = await openDesk();
    for (const tick of ticks)
      expect(differencesOf(await showAt(desk, tick), late.kept.get(tick)!), `${tick}`).toEqual([]);
  });

  test('is the same while the run goes on, at its newest second', () => {
    expect(differencesOf(atTheEdge.replay, atTheEdge.live)).toEqual([]);
  });

  test('has what people did in it', () => {
    const steps = Object.values(early.screen.state().cases.cases).flatMap((one) => one.steps);
    expect(steps.some((step) => step.by.startsWith('user:'))).toBe(true);
  });
});
