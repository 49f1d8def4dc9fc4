// Blocks: the same whether a run goes to a file or to the store, whether it was broken off or not, and when they are made afterwards.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createCity, SERIES_COUNT } from '@onescreen/shared/city';
import type { Entry, SegmentRecord } from '@onescreen/shared/log';
import type { Batch, Signal } from '@onescreen/shared/protocol';
import { createRandom } from '@onescreen/shared/random';
import { TRACK_BLOCK_TICKS } from '@onescreen/shared/recordings';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Platform } from '../../../../server/src/platform.ts';
import { createPlatform, resumePlatform } from '../../../../server/src/platform.ts';
import { createBlockRecorder } from '../../../../server/src/recordings/blockRecorder.ts';
import { packBlock, packSegmentSync } from '../../../../server/src/recordings/pack.ts';
import { completeBlocks } from '../../../../server/src/recordings/storedBlocks.ts';
import type { Store } from '../../../../server/src/store/index.ts';
import { openEmbeddedStore } from '../../../../server/src/store/index.ts';
import { infoOf } from '../../../contract/steps.ts';

/** Batches of a minute: a block takes 120 of them. */
const MINUTE = 60;
const MINUTES = 2 * 120 + 7;

function batchesOf(run: string, last = true): Batch[] {
  const random = createRandom(5, 'blocks test');
  return Array.from({ length: MINUTES }, (_, i): Batch => {
    const fromTick = i * MINUTE;
    const ticks = Uint32Array.from({ length: 60 }, (_, k) => fromTick + k);
    const step: Signal = { kind: 'plan.step', id: `p${i}`, tick: fromTick + 7, agency: 'city', zh: '一', en: `${i}` };
    return {
      run,
      seq: i + 1,
      fromTick,
      toTick: fromTick + MINUTE - 1,
      samples: {
        ticks,
        series: Uint16Array.from(ticks, () => random.whole(SERIES_COUNT)),
        quanta: Int32Array.from(ticks, () => random.whole(1000)),
      },
      signals: [step],
      truth: [],
      last: last && i + 1 === MINUTES,
    };
  });
}

async function feed(platform: Platform, from = 0, to = MINUTES): Promise<void> {
  for (const batch of batchesOf(platform.info.run).slice(from, to)) await platform.process(batch, []);
}

/** Names of the segments and blocks of the run as a file has them. */
async function headless(): Promise<{ segments: string[]; blocks: string[] }> {
  const segments: string[] = [];
  const blocks: string[] = [];
  const platform = await createPlatform({
    info: infoOf('file'),
    onSegment: (segment) => void segments.push(packSegmentSync(segment).storedDigest),
    onBlock: (block) => void blocks.push(packBlock(block).storedDigest),
  });
  await feed(platform);
  return { segments, blocks };
}

let asFile: Awaited<ReturnType<typeof headless>>;
beforeAll(async () => {
  asFile = await headless();
});

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'onescreen-blocks-'));
  store = await openEmbeddedStore({ folder });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const stored = async (run: string) => ({
  segments: (await store.segments(run)).map(({ storedDigest }) => storedDigest),
  blocks: (await store.blocks(run)).map(({ storedDigest }) => storedDigest),
});

describe('the blocks of a run', () => {
  test('follow each other every two hours, and the last is shorter', async () => {
    await feed(await createPlatform({ info: infoOf('r'), store }));
    expect((await store.blocks('r')).map(({ fromTick, toTick }) => [fromTick, toTick])).toEqual([
      [0, 7199],
      [7200, 14_399],
      [14_400, MINUTES * MINUTE - 1],
    ]);
  });

  test.each([[[3]], [[120]], [[50, 121, 241]]])(
    'in the store are those of a file, to the last byte, when the server restarts after minutes %j',
    async (restarts) => {
      let platform = await createPlatform({ info: infoOf('r'), store });
      let done = 0;
      for (const minute of restarts) {
        await feed(platform, done, minute);
        platform = await resumePlatform(store, 'r');
        done = minute;
      }
      await feed(platform, done);
      expect(await stored('r')).toEqual(asFile);
    },
  );

  test('that an older version did not write are made from the segments, also while the run goes on', async () => {
    const forgetful: Store = {
      ...store,
      commitStep: ({ segmentEnd, ...step }) =>
        store.commitStep({ ...step, segmentEnd: segmentEnd && { ...segmentEnd, block: null } }),
    };
    await feed(await createPlatform({ info: infoOf('r'), store: forgetful }));
    expect(await store.blocks('r')).toEqual([]);
    await completeBlocks(store, (await store.run('r'))!);
    await completeBlocks(store, (await store.run('r'))!);
    expect(await stored('r')).toEqual(asFile);
    await feed(await createPlatform({ info: infoOf('open'), store: forgetful }), 0, 150);
    await feed(await resumePlatform(store, 'open'), 150);
    expect(await stored('open')).toEqual(asFile);
  });
});

test('a point is the state after its minute, whatever the length of a step', () => {
  const records = (from: number, to: number): SegmentRecord[] =>
    Array.from({ length: to - from + 1 }, (_, i) => ({
      tick: from + i,
      changes: {
        series: Uint16Array.of(5),
        quanta: Int32Array.of(from + i),
        stateSeries: new Uint16Array(),
        states: new Uint8Array(),
      },
      entries: [{ run: 'r', seq: from + i + 1, tick: from + i, kind: 'run.finished', reason: '' } satisfies Entry],
    }));
  const blockOf = (step: number) => {
    const recorder = createBlockRecorder({ fromTick: 0, quanta: createCity().quanta });
    for (let from = 0; from < TRACK_BLOCK_TICKS; from += step)
      recorder.record(
        records(from, Math.min(from + step, TRACK_BLOCK_TICKS) - 1),
        Math.min(from + step, TRACK_BLOCK_TICKS) - 1,
      );
    return recorder.endSegment(false)!;
  };
  const whole = blockOf(TRACK_BLOCK_TICKS);
  expect(whole.points.map((quanta) => quanta[5])).toEqual(Array.from({ length: 120 }, (_, k) => k * 60 + 59));
  for (const step of [5, 7, 61, 300]) expect(packBlock(blockOf(step)).storedDigest).toBe(packBlock(whole).storedDigest);
});
