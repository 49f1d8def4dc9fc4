// What the keeper lets go of, and when: by a clock that is moved by hand.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../../../server/src/clock.ts';
import type { Keeper } from '../../../server/src/keeper.ts';
import { createKeeper } from '../../../server/src/keeper.ts';
import { createStage, type Stage } from '../../../server/src/stage.ts';
import type { Store } from '../../../server/src/store/index.ts';
import { openEmbeddedStore } from '../../../server/src/store/index.ts';
import { infoOf, segmentEndOf, stepOf } from '../../contract/steps.ts';

const DAY_MS = 86_400_000;

let nowMs = 0;
let hourly: () => void = () => undefined;
const clock: Clock = {
  now: () => nowMs,
  after(_delayMs, run) {
    const soon = setImmediate(run);
    return () => clearImmediate(soon);
  },
  every(periodMs, run) {
    expect(periodMs).toBe(3_600_000);
    hourly = run;
    return () => undefined;
  },
};

let folder: string;
let store: Store;
let stage: Stage;
let said: string[];
beforeEach(async () => {
  nowMs = 1000 * DAY_MS;
  said = [];
  folder = await mkdtemp(path.join(os.tmpdir(), 'onescreen-keeper-'));
  store = await openEmbeddedStore({ folder, clock });
  stage = createStage(store);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** A run of so many bytes, begun so many days ago, that has ended. */
async function keepRun(run: string, daysAgo: number, bytes = 1000): Promise<void> {
  const now = nowMs;
  nowMs = now - daysAgo * DAY_MS;
  await store.createRun(infoOf(run));
  nowMs = now;
  const end = segmentEndOf(0, 1);
  const segment = { ...end.segment, storedDigest: `of ${run}`, stored: new Uint8Array(bytes) };
  await store.commitStep(stepOf(run, 1, 3, { ...end, segment }));
  await store.stopRun(run, null);
}

function keeperOf(limits: { keepDays?: number; keepBytes?: number } = {}): Keeper {
  const failed = (error: unknown) => {
    throw error;
  };
  return createKeeper({
    store,
    stage,
    clock,
    keepDays: 30,
    keepBytes: 1e9,
    said: (one) => void said.push(one),
    failed,
    ...limits,
  });
}
const names = async (): Promise<string[]> => (await store.runs()).map(({ run }) => run);

describe('runs', () => {
  test('that are too old go, with all that was theirs; what somebody wants kept and what is open stay', async () => {
    await keepRun('ancient', 90);
    await keepRun('dear', 90);
    await store.changeRun('dear', { kept: true });
    await keepRun('new', 3);
    nowMs -= 60 * DAY_MS;
    await store.createRun(infoOf('open'));
    nowMs += 60 * DAY_MS;
    await keeperOf().round();
    expect(await names()).toEqual(['open', 'new', 'dear']);
    expect(await store.piece('of ancient')).toBeNull();
    expect(said).toEqual(['run ancient was deleted: it is 90 days old, and runs are kept for 30']);
  });

  test('that together are too large go, the oldest first, until they are not', async () => {
    for (const [i, run] of ['first', 'second', 'third', 'fourth'].entries()) await keepRun(run, 20 - i, 1_000_000);
    await store.changeRun('second', { kept: true });
    await keeperOf({ keepBytes: (await store.usedBytes()) - 1_500_000 }).round();
    expect(await names()).toEqual(['fourth', 'second']);
    expect(said[0]).toContain('first was deleted: it is the oldest');
  });

  test('that are kept may be larger than allowed: nothing else can be done', async () => {
    await keepRun('dear', 1, 1_000_000);
    await store.changeRun('dear', { kept: true });
    await keeperOf({ keepBytes: 1000 }).round();
    expect(await names()).toEqual(['dear']);
  });
});

test('the keeper looks at its start, every hour, and after a run has ended', async () => {
  await keepRun('a', 29.5);
  const keeper = keeperOf();
  await keeper.close();
  expect(await names()).toEqual(['a']);
  const second = keeperOf();
  await second.round();
  nowMs += DAY_MS;
  hourly();
  await second.round();
  expect(await names()).toEqual([]);
  await keepRun('b', 29.9);
  await stage.announce(infoOf('on stage'));
  nowMs += DAY_MS;
  await stage.announce(infoOf('next'));
  await second.round();
  expect(await names()).toEqual(['next', 'on stage']);
});

test('a run on stage stays, though it has ended', async () => {
  await stage.announce(infoOf('r'));
  await stage.between(() => stage.platform!.stop());
  nowMs += 90 * DAY_MS;
  await keeperOf().round();
  expect(await names()).toEqual(['r']);
});
