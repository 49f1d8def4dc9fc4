// The platform on its own: one path for live and headless, exact after a restart, and clear about what it does not take.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { SERIES_COUNT } from '@onescreen/shared/city';
import type { Batch, Signal } from '@onescreen/shared/protocol';
import { decodeBatch, encodeBatch } from '@onescreen/shared/protocol';
import { createRandom } from '@onescreen/shared/random';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PendingCommand } from '../../../../server/src/engine/types.ts';
import type { Platform } from '../../../../server/src/platform.ts';
import { createPlatform, resumePlatform } from '../../../../server/src/platform.ts';
import { SEGMENT_TICKS } from '../../../../server/src/recordings/recorder.ts';
import type { Store } from '../../../../server/src/store/index.ts';
import { openEmbeddedStore } from '../../../../server/src/store/index.ts';
import { infoOf, STEP_TICKS } from '../../../contract/steps.ts';

const STEPS = (2 * SEGMENT_TICKS + 50) / STEP_TICKS;
const duty = { name: 'duty', role: 'operator', area: '310000' } as const;
const acknowledge: PendingCommand[] = [{ person: duty, command: { kind: 'acknowledge', alarm: 'rain-1h@310000' } }];

/** Numbers for some series each tick, and now and then a patrol that reports something. */
function batchesOf(run: string, steps = STEPS): Batch[] {
  const random = createRandom(5, 'platform test');
  return Array.from({ length: steps }, (_, i): Batch => {
    const fromTick = i * STEP_TICKS;
    const ticks = Uint32Array.from({ length: STEP_TICKS * 30 }, (_, k) => fromTick + Math.floor(k / 30));
    const report: Signal = {
      kind: 'report',
      id: `S${i}`,
      tick: fromTick,
      patrol: 'P1',
      type: 'EV02',
      at: [121.3 + random.next() / 100, 31.19],
      area: 40,
      text: { zh: '垃圾堆积', en: 'Rubbish' },
    };
    return {
      run,
      seq: i + 1,
      fromTick,
      toTick: fromTick + STEP_TICKS - 1,
      samples: {
        ticks,
        series: Uint16Array.from(ticks, () => random.whole(SERIES_COUNT)),
        quanta: Int32Array.from(ticks, () => random.whole(1000)),
      },
      signals: i % 20 === 3 ? [report] : [],
      truth: [],
      last: i + 1 === steps,
    };
  });
}

async function feed(platform: Platform, batches: readonly Batch[], from = 0, to = batches.length): Promise<void> {
  for (const batch of batches.slice(from, to)) {
    const bytes = encodeBatch(batch);
    await platform.process(decodeBatch(bytes), batch.seq === 40 ? acknowledge : [], bytes);
  }
}

async function digestWithoutStore(run = 'r'): Promise<string> {
  const platform = await createPlatform({ info: infoOf(run) });
  await feed(platform, batchesOf(run));
  return platform.digest();
}

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'onescreen-platform-'));
  store = await openEmbeddedStore({ folder });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a run', () => {
  test('has one digest with a store and without, under any name', async () => {
    const platform = await createPlatform({ info: infoOf('live'), store });
    await feed(platform, batchesOf('live'));
    expect(platform.digest()).toBe(await digestWithoutStore());
    expect(await store.run('live')).toMatchObject({
      state: 'finished',
      digest: platform.digest(),
      lastTick: STEPS * STEP_TICKS - 1,
    });
    expect((await store.segments('live')).map((segment) => segment.toTick)).toEqual([299, 599, 649]);
  });

  test('logs what it answered with: entries gapless, the newest as the store says', async () => {
    const platform = await createPlatform({ info: infoOf('r'), store });
    await feed(platform, batchesOf('r'));
    const entries = await store.entriesAfter('r', 0, 100_000);
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, i) => i + 1));
    expect(entries.at(-1)!.seq).toBe(platform.lastSeq);
    expect(platform.totals).toMatchObject({ ticks: STEPS * STEP_TICKS, entries: entries.length });
  });

  test.each([1, 3, 59, 60, 61, 100])('taken up again after %i steps comes out the same', async (steps) => {
    const batches = batchesOf('r');
    const before = await createPlatform({ info: infoOf('r'), store });
    await feed(before, batches, 0, steps);
    const after = await resumePlatform(store, 'r');
    expect([after.lastBatch, after.lastTick, after.lastSeq, after.lastAck]).toEqual([
      before.lastBatch,
      before.lastTick,
      before.lastSeq,
      before.lastAck,
    ]);
    expect(after.cases).toEqual(before.cases);
    expect(after.city).toEqual(before.city);
    await feed(after, batches, steps);
    expect(after.digest()).toBe(await digestWithoutStore());
  });

  test('that is stopped early is a whole recording, and takes no more', async () => {
    const batches = batchesOf('r');
    const platform = await createPlatform({ info: infoOf('r'), store });
    await feed(platform, batches, 0, 70);
    await platform.stop();
    expect(await store.run('r')).toMatchObject({ state: 'stopped', digest: platform.digest() });
    expect((await store.segments('r')).map((segment) => segment.toTick)).toEqual([299, 349]);
    await expect(platform.process(batches[70]!, [])).rejects.toMatchObject({ reason: 'finished' });
    expect((await resumePlatform(store, 'r')).state).toBe('stopped');
  });
});

describe('a batch', () => {
  test('that is repeated, early, of another run or after the last is refused by name and changes nothing', async () => {
    const batches = batchesOf('r', 6);
    const platform = await createPlatform({ info: infoOf('r') });
    await feed(platform, batches, 0, 3);
    const digest = platform.digest();
    await expect(platform.process(batches[2]!, [])).rejects.toMatchObject({ reason: 'repeated' });
    await expect(platform.process(batches[4]!, [])).rejects.toMatchObject({ reason: 'gap' });
    await expect(platform.process({ ...batches[3]!, run: 'x' }, [])).rejects.toMatchObject({ reason: 'other-run' });
    await expect(platform.process({ ...batches[3]!, fromTick: 16 }, [])).rejects.toMatchObject({ reason: 'gap' });
    expect(platform.digest()).toBe(digest);
    await feed(platform, batches, 3);
    await expect(platform.process({ ...batches[5]!, seq: 7, fromTick: 30, toTick: 34 }, [])).rejects.toMatchObject({
      reason: 'finished',
    });
  });

  test('whose commit fails leaves the platform unusable until it is taken up again from the store', async () => {
    const batches = batchesOf('r', 10);
    const platform = await createPlatform({ info: infoOf('r'), store });
    await feed(platform, batches, 0, 4);
    // Another writer takes the next step: what a full disk does, too, is that the commit throws.
    await store.stopRun('r', null);
    await expect(platform.process(batches[4]!, [])).rejects.toMatchObject({ code: 'run-closed' });
    await expect(platform.process(batches[4]!, [])).rejects.toMatchObject({ reason: 'broken' });
    expect((await resumePlatform(store, 'r')).lastBatch).toBe(4);
  });
});

test('a run that is not in the store cannot be taken up', async () => {
  await expect(resumePlatform(store, 'none')).rejects.toMatchObject({ code: 'no-run' });
});
