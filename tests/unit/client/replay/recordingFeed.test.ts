// A playing recording keeps the pace of the wall clock, goes through every tick, and does one thing at a time.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { ScreenFrame } from '../../../../client/src/feed/types.ts';
import { createDesk } from '../../../../client/src/replay/desk.ts';
import type { RecordingFeed } from '../../../../client/src/replay/recordingFeed.ts';
import { createRecordingFeed } from '../../../../client/src/replay/recordingFeed.ts';
import { PLAY_SPEEDS } from '../../../../client/src/time/speeds.ts';
import { type HeldSource, type RecordedRun, recordStorm, sourceOf } from './replayKit.ts';

const TICKS = 1200;
let run: RecordedRun;
beforeAll(async () => {
  run = await recordStorm(TICKS);
}, 120_000);

let source: HeldSource;
let feed: RecordingFeed;
let frames: ScreenFrame[];
let said: string[];
let nowMs: number;
let tasks: { dueMs: number; task: () => void }[];

beforeEach(async () => {
  source = sourceOf(run);
  frames = [];
  said = [];
  nowMs = 0;
  tasks = [];
  feed = createRecordingFeed({
    desk: createDesk(async () => source),
    area: '310000',
    now: () => nowMs,
    later(task, milliseconds) {
      const entry = { dueMs: nowMs + milliseconds, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((one) => one !== entry);
      };
    },
    watch: {
      onExtent: () => undefined,
      onGap: (gap) => gap !== null && said.push(`gap ${gap.fromTick}`),
      onWaiting: (tick) => tick !== null && said.push(`waiting for ${tick}`),
      onEnd: () => said.push('end'),
      onTrouble: (error) => said.push(`trouble ${String(error)}`),
    },
  });
  feed.start({ onFrame: (frame) => frames.push(frame), onConnection: () => undefined });
  await feed.open({ kind: 'run', base: 'http://nowhere/', run: 'storm' });
});

/** Lets everything that was answered be taken in. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

/** So much time passes on the wall, in pieces as a page would see it. */
async function pass(milliseconds: number, piece = 20): Promise<void> {
  for (const endMs = nowMs + milliseconds; nowMs < endMs; ) {
    nowMs += piece;
    const due = tasks.filter(({ dueMs }) => dueMs <= nowMs);
    tasks = tasks.filter(({ dueMs }) => dueMs > nowMs);
    for (const { task } of due) task();
    await settle();
  }
}
const tickShown = (): number => {
  const frame = frames.at(-1);
  return frame === undefined || frame.kind === 'status' ? -1 : frame.tick;
};

test.each(PLAY_SPEEDS.filter((speed) => speed <= 60))(
  'at %d× ten seconds are as many simulated ones',
  async (speed) => {
    feed.seek(100);
    await settle();
    feed.setSpeed(speed);
    feed.play();
    await pass(10_000);
    expect(Math.abs(tickShown() - 100 - speed * 10)).toBeLessThanOrEqual(Math.max(1, speed * 0.2));
  },
);

test('the pace does not depend on how often anybody looks', async () => {
  feed.seek(0);
  await settle();
  feed.setSpeed(20);
  feed.play();
  await pass(10_000, 250);
  expect(Math.abs(tickShown() - 200)).toBeLessThanOrEqual(10);
});

test('playing leaves out no tick: each frame begins where the one before ended', async () => {
  feed.seek(0);
  await settle();
  feed.setSpeed(300);
  feed.play();
  await pass(2500);
  const advances = frames.slice(1);
  expect(advances.length).toBeGreaterThan(10);
  let tick = 0;
  for (const frame of advances) {
    if (frame.kind !== 'advance') throw new Error(`there is a ${frame.kind}`);
    expect(frame.fromTick).toBe(tick);
    tick = frame.tick;
  }
});

test('a page that slept goes on where it was, without a leap', async () => {
  feed.seek(0);
  await settle();
  feed.setSpeed(60);
  feed.play();
  await pass(1000);
  const before = tickShown();
  nowMs += 3_600_000;
  await pass(200);
  expect(tickShown() - before).toBeLessThan(60);
});

test('a loop plays its stretch again and again', async () => {
  feed.setLoop({ fromTick: 100, toTick: 160 });
  feed.seek(100);
  await settle();
  feed.setSpeed(60);
  feed.play();
  await pass(5000);
  const ticks = frames.flatMap((frame) => (frame.kind === 'status' ? [] : [frame.tick]));
  expect(Math.min(...ticks)).toBe(100);
  expect(Math.max(...ticks)).toBeLessThanOrEqual(160);
  expect(frames.filter(({ kind }) => kind === 'jump').length).toBeGreaterThanOrEqual(3);
});

test('at the end it says so, once, and stands', async () => {
  feed.seek(TICKS - 30);
  await settle();
  feed.setSpeed(60);
  feed.play();
  await pass(1500);
  expect(tickShown()).toBe(TICKS - 1);
  expect(said).toContain('end');
});

test('a second on goes through what happened in it, a second back is a jump, and quick steps add up', async () => {
  feed.seek(500);
  await settle();
  feed.nudge(1);
  await settle();
  expect(frames.at(-1)).toMatchObject({ kind: 'advance', fromTick: 500, tick: 501 });
  for (let i = 0; i < 5; i++) feed.nudge(-1);
  await settle();
  await settle();
  expect(tickShown()).toBe(496);
});

test('of many places asked for while one is fetched only the newest is shown', async () => {
  for (let tick = 0; tick < 1000; tick += 10) feed.seek(tick);
  await settle();
  await settle();
  expect(frames.length).toBeLessThanOrEqual(2);
  expect(tickShown()).toBe(990);
});

test('what takes long says what it waits for; what fails says so and leaves the picture', async () => {
  feed.seek(100);
  await settle();
  let answer = (): void => undefined;
  const { payload } = source;
  source.payload = async (span) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return payload(span);
  };
  feed.seek(1000);
  await pass(400);
  expect(said).toContain('waiting for 1000');
  answer();
  await settle();
  await settle();
  expect(tickShown()).toBe(1000);
  source.payload = () => Promise.reject(new TypeError('failed to fetch'));
  feed.seek(700);
  await settle();
  await settle();
  expect(said.at(-1)).toMatch(/trouble .*failed to fetch/);
  expect(tickShown()).toBe(1000);
});

test('after the screen has shown something else it is told everything', async () => {
  feed.seek(100);
  await settle();
  feed.leave();
  feed.seek(110);
  await settle();
  expect(frames.map(({ kind }) => kind)).toEqual(['reset', 'reset']);
});
