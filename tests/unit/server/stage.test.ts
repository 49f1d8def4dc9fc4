// The stage between people and the engine: a command is answered when its step is committed, never lost and never left waiting.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Batch } from '@onescreen/shared/protocol';
import { encodeBatch } from '@onescreen/shared/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CommandOutcome, PendingCommand } from '../../../server/src/engine/index.ts';
import { ENGINE_VERSION } from '../../../server/src/engine/index.ts';
import type { Stage } from '../../../server/src/stage.ts';
import { createStage } from '../../../server/src/stage.ts';
import type { Store } from '../../../server/src/store/index.ts';
import { openEmbeddedStore } from '../../../server/src/store/index.ts';
import { infoOf, STEP_TICKS } from '../../contract/steps.ts';

const batchOf = (run: string, seq: number, last = false): Batch => ({
  run,
  seq,
  fromTick: (seq - 1) * STEP_TICKS,
  toTick: seq * STEP_TICKS - 1,
  samples: { ticks: new Uint32Array(), series: new Uint16Array(), quanta: new Int32Array() },
  signals:
    seq === 1
      ? [
          {
            kind: 'report',
            id: 'S1',
            tick: 0,
            patrol: 'P1',
            type: 'CM03',
            at: [121.3, 31.19],
            area: 40,
            text: { zh: '坑', en: 'Hole' },
          },
        ]
      : [],
  truth: [],
  last,
});
const give = (stage: Stage, batch: Batch) => stage.take(batch, encodeBatch(batch));
const person = { name: 'wang', role: 'operator', area: '310000' } as const;
const take: PendingCommand = { person, command: { kind: 'take', case: 'C00001' } };
const close: PendingCommand = { person, command: { kind: 'close', case: 'C00001' } };

let folder: string;
let store: Store;
let stage: Stage;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'onescreen-stage-'));
  store = await openEmbeddedStore({ folder });
  stage = createStage(store);
  await stage.announce(infoOf('r'));
  await give(stage, batchOf('r', 1));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a command', () => {
  test('is answered after the step that took it is committed, each with its own outcome', async () => {
    const before = (await store.run('r'))!.lastSeq;
    const answers = [take, close, take].map(async (command) => {
      const outcome = await stage.queueCommand(command);
      expect((await store.run('r'))!.lastSeq).toBeGreaterThan(before);
      return outcome.ok ? 'done' : outcome.refusal;
    });
    await give(stage, batchOf('r', 2));
    expect(await Promise.all(answers)).toEqual(['done', 'wrong-status', 'already-held']);
  });

  test('outlives a failed commit: the step that is taken again takes it too', async () => {
    const outcome = stage.queueCommand(take);
    const fails = vi.spyOn(store, 'commitStep').mockRejectedValueOnce(new Error('the disk is gone'));
    await expect(give(stage, batchOf('r', 2))).rejects.toThrow('the disk is gone');
    fails.mockRestore();
    await give(stage, batchOf('r', 2));
    expect(await outcome).toEqual({ ok: true });
    expect((await store.entriesAfter('r', 0, 100)).filter(({ kind }) => kind === 'command.received')).toHaveLength(1);
  });

  test('for a run that leaves the stage is refused', async () => {
    const outcome = stage.queueCommand(take);
    await stage.announce(infoOf('another'));
    expect(await outcome).toMatchObject({ ok: false, refusal: 'other-run' });
    await give(stage, batchOf('another', 1));
    expect((await store.entriesAfter('another', 0, 100)).filter(({ kind }) => kind.startsWith('command.'))).toEqual([]);
  });

  test('that comes while the run’s last step is under way, or after it, is refused', async () => {
    const commit = store.commitStep.bind(store);
    let late: Promise<CommandOutcome> | undefined;
    vi.spyOn(store, 'commitStep').mockImplementationOnce((step) => {
      late = stage.queueCommand(take);
      return commit(step);
    });
    await give(stage, batchOf('r', 2, true));
    expect(await late).toMatchObject({ ok: false, refusal: 'not-found' });
    expect(await stage.queueCommand(take)).toMatchObject({ ok: false, refusal: 'not-found' });
  });

  test('of which two hundred wait already is refused at once', async () => {
    const waiting = Array.from({ length: 200 }, () => stage.queueCommand(close));
    expect(await stage.queueCommand(take)).toMatchObject({ ok: false, refusal: 'too-many' });
    await give(stage, batchOf('r', 2));
    expect((await Promise.all(waiting)).every(({ ok }) => !ok)).toBe(true);
  });
});

describe('a run that another version of the engine began', () => {
  const asIfByAnother = (): void => {
    const read = store.entriesAfter.bind(store);
    vi.spyOn(store, 'entriesAfter').mockImplementation(async (...asked) =>
      (await read(...asked)).map((entry) =>
        entry.kind === 'run.started' ? { ...entry, engine: ENGINE_VERSION + 1 } : entry,
      ),
    );
  };

  test('ends where it is when the server starts, which says so, and the stage is free', async () => {
    asIfByAnother();
    const said: string[] = [];
    const next = createStage(store, (sentence) => said.push(sentence));
    await next.restore();
    expect(said).toEqual([expect.stringContaining(`version ${ENGINE_VERSION + 1} of the engine`)]);
    expect(next.platform).toBeNull();
    expect((await store.run('r'))!.state).toBe('stopped');
    await next.announce(infoOf('new'));
    expect(next.platform!.info.run).toBe('new');
  });

  test('is refused to a simulator that wants to go on with it', async () => {
    asIfByAnother();
    const next = createStage(store);
    await expect(next.announce(infoOf('r'))).rejects.toMatchObject({ refusal: 'other-run' });
    expect((await store.run('r'))!.state).toBe('stopped');
  });

  test('goes on when it is our own', async () => {
    const next = createStage(store);
    await next.restore();
    expect(next.platform).toMatchObject({ lastBatch: 1, state: 'open' });
  });
});

test('personal records are committed beside the step that brought them, never in its entries', async () => {
  const record = { name: '周阿婆', age: 83, phone: '138****0000', address: { zh: '一弄2号301', en: '301, 2 Lane 1' } };
  const batch = batchOf('r', 2);
  await give(stage, {
    ...batch,
    signals: [
      {
        kind: 'trip',
        id: 'S2',
        tick: 5,
        sensor: 'D1',
        type: 'ZR01',
        at: [121.4, 31.25],
        area: 40,
        value: 0,
        unit: 'opens',
        resident: record,
      },
    ],
  });
  expect(await store.resident('r', 'C00002')).toEqual(record);
  expect(JSON.stringify(await store.entriesAfter('r', 0, 100))).not.toContain('周阿婆');
});

test('after a restart the stage goes on with the run that was live, not with a recording that came in as a file since', async () => {
  const arriving = await store.importRun(infoOf('file'), { parent: null, by: 'user:wang', scenarioText: null });
  await arriving.finish({ state: 'finished', digest: '0'.repeat(64), notes: [] });
  const again = createStage(store);
  await again.restore();
  expect(again.platform).toMatchObject({ info: { run: 'r' }, state: 'open', lastBatch: 1 });
});
