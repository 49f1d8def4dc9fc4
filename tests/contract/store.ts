// What every store promises. One suite; each implementation runs it.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Entry } from '@onescreen/shared/log';
import { GENESIS_DIGEST } from '@onescreen/shared/log';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../server/src/store/index.ts';
import type { Place } from './place.ts';
import { refusal } from './place.ts';
import { blockOf, CREATED_MS, entriesOf, infoOf, MRS_CHEN, segmentEndOf, stepOf, storyOf } from './steps.ts';

const writerFile = fileURLToPath(new URL('./storeWriter.ts', import.meta.url));
const KILLS = 3;

export function storeContract(name: string, createPlace: () => Promise<Place>): void {
  describe(`store: ${name}`, () => {
    let place: Place;
    let store: Store;
    beforeEach(async () => {
      place = await createPlace();
      store = await place.open();
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    test('a new run is empty and open', async () => {
      const info = infoOf('r');
      expect(await store.createRun(info)).toEqual({
        run: 'r',
        info,
        parent: null,
        state: 'open',
        lastBatch: 0,
        lastTick: -1,
        lastSeq: 0,
        digest: GENESIS_DIGEST,
        bytes: 0,
        totals: { ticks: 0, entries: 0, cases: 0, closed: 0 },
        name: null,
        kept: false,
        by: null,
        createdMs: CREATED_MS,
        scenarioText: null,
        branch: null,
        notes: 0,
      });
      expect(await store.run('other')).toBeNull();
      expect(await store.entriesAfter('r', 0, 10)).toEqual([]);
      expect(await store.latestCheckpoint('r')).toBeNull();
    });

    test('runs are listed newest first, a branch with its parent', async () => {
      await store.createRun(infoOf('a'));
      await store.createRun(infoOf('b'), {
        parent: { run: 'a', forkTick: 41 },
        by: 'user:wang',
        scenarioText: 'id: b',
      });
      expect((await store.runs()).map((run) => [run.run, run.parent])).toEqual([
        ['b', { run: 'a', forkTick: 41 }],
        ['a', null],
      ]);
      expect(await store.run('b')).toMatchObject({ by: 'user:wang', scenarioText: 'id: b' });
    });

    test('a run name is taken once', async () => {
      await store.createRun(infoOf('r'));
      expect(await refusal(store.createRun(infoOf('r')))).toBe('run-exists');
    });

    test('a step moves the head, and gives back its entries and its ack', async () => {
      await store.createRun(infoOf('r'));
      const step = stepOf('r', 1);
      await store.commitStep(step);
      expect(await store.run('r')).toMatchObject({ lastBatch: 1, lastTick: 4, lastSeq: 3, state: 'open' });
      expect(await store.entriesAfter('r', 0, 10)).toEqual(step.entries);
      expect(await store.ackOf('r', 1)).toEqual(step.ack);
      expect(await store.ackOf('r', 2)).toBeNull();
    });

    test('entries are read by cursor, in order and bounded', async () => {
      await store.createRun(infoOf('r'));
      for (let batch = 1; batch <= 4; batch++) await store.commitStep(stepOf('r', batch));
      expect((await store.entriesAfter('r', 5, 4)).map((entry) => entry.seq)).toEqual([6, 7, 8, 9]);
      expect((await store.entriesAfter('r', 11, 100)).map((entry) => entry.seq)).toEqual([12]);
      expect(await store.entriesAfter('r', 12, 100)).toEqual([]);
    });

    test('runs do not see each other', async () => {
      await store.createRun(infoOf('a'));
      await store.createRun(infoOf('b'));
      await store.commitStep(stepOf('a', 1));
      await store.commitStep(stepOf('b', 1, 1, segmentEndOf(0, 1)));
      expect((await store.entriesAfter('a', 0, 10)).length).toBe(3);
      expect(await store.segments('a')).toEqual([]);
      expect((await store.inboxAfter('b', 0)).length).toBe(1);
    });

    test('a batch that is committed already is refused by name and changes nothing', async () => {
      await store.createRun(infoOf('r'));
      await store.commitStep(stepOf('r', 1));
      expect(await refusal(store.commitStep({ ...stepOf('r', 1), entries: entriesOf('r', 4, 2, 4) }))).toBe(
        'batch-repeated',
      );
      expect(await store.run('r')).toMatchObject({ lastBatch: 1, lastSeq: 3 });
    });

    test('a batch out of order, an unknown run and an ended run are refused by name', async () => {
      await store.createRun(infoOf('r'));
      expect(await refusal(store.commitStep(stepOf('r', 2)))).toBe('batch-gap');
      expect(await refusal(store.commitStep(stepOf('none', 1)))).toBe('no-run');
      await store.commitStep({ ...stepOf('r', 1), state: 'finished' });
      expect(await refusal(store.commitStep(stepOf('r', 2)))).toBe('run-closed');
    });

    test.each([
      ['a gap before', 5],
      ['a repeated seq', 3],
    ])('entries with %s are refused and nothing of the step stays', async (_, fromSeq) => {
      await store.createRun(infoOf('r'));
      await store.commitStep(stepOf('r', 1));
      const bad = { ...stepOf('r', 2, 3, segmentEndOf(0, 2)), entries: entriesOf('r', fromSeq, 3, 9) };
      expect(await refusal(store.commitStep(bad))).toBe('entry-gap');
      expect(await store.run('r')).toMatchObject({ lastBatch: 1, lastSeq: 3, bytes: 0 });
      expect(await store.segments('r')).toEqual([]);
      await store.commitStep(stepOf('r', 2));
    });

    test('a failure in the last write of a step undoes its first', async () => {
      await store.createRun(infoOf('r'));
      await store.commitStep(stepOf('r', 1, 3, segmentEndOf(0, 1)));
      // The same segment twice breaks a key after entries, inbox and head were written.
      await expect(store.commitStep(stepOf('r', 2, 3, segmentEndOf(0, 2)))).rejects.toThrow();
      expect(await store.run('r')).toMatchObject({ lastBatch: 1, lastSeq: 3, bytes: 40 });
      expect(await store.entriesAfter('r', 3, 10)).toEqual([]);
      expect(await store.ackOf('r', 2)).toBeNull();
    });

    test('a segment and a block are listed, and their bytes come back by their content, whole or in part', async () => {
      await store.createRun(infoOf('r'));
      const end = segmentEndOf(0, 1, blockOf(0, 4));
      await store.commitStep(stepOf('r', 1, 3, end));
      const { stored, ...segment } = end.segment;
      const { stored: storedBlock, ...block } = end.block!;
      expect(await store.segments('r')).toEqual([{ run: 'r', ...segment }]);
      expect(await store.blocks('r')).toEqual([block]);
      const whole = await store.piece('s0');
      expect([whole!.size, ...whole!.bytes]).toEqual([40, ...stored]);
      const part = await store.piece('b4', { offset: 3, length: 4 });
      expect([part!.size, ...part!.bytes]).toEqual([10, ...storedBlock.subarray(3, 7)]);
      expect([...(await store.piece('b4', { offset: 8, length: 9 }))!.bytes]).toEqual([...storedBlock.subarray(8)]);
      expect(await store.piece('nothing')).toBeNull();
      expect(await store.run('r')).toMatchObject({ digest: 'chain0', bytes: 50 });
    });

    test('a block can be added to a run that lacked it', async () => {
      await store.createRun(infoOf('r'));
      await store.addBlock('r', blockOf(0, 4));
      await store.addBlock('r', blockOf(5, 9));
      await store.addBlock('r', blockOf(5, 9));
      await store.addBlock('none', blockOf(0, 4));
      expect(await store.blocks('none')).toEqual([]);
      expect((await store.blocks('r')).map(({ toTick }) => toTick)).toEqual([4, 9]);
      expect(await store.run('r')).toMatchObject({ bytes: 20 });
    });

    test('the totals of a run count with each step', async () => {
      await store.createRun(infoOf('r'));
      const closed: Entry = {
        run: 'r',
        seq: 4,
        tick: 9,
        kind: 'case.closed',
        case: 'C1',
        by: 'rule:x',
        automatic: true,
      };
      await store.commitStep(stepOf('r', 1));
      await store.commitStep({ ...stepOf('r', 2), entries: [closed] });
      expect((await store.run('r'))!.totals).toEqual({ ticks: 10, entries: 4, cases: 0, closed: 1 });
    });

    test('the newest checkpoint comes back, with the batches after it; older batches go', async () => {
      await store.createRun(infoOf('r'));
      for (let batch = 1; batch <= 8; batch++) {
        await store.commitStep(stepOf('r', batch, 1, batch % 2 === 0 ? segmentEndOf(batch / 2 - 1, batch) : null));
      }
      await store.commitStep(stepOf('r', 9, 1));
      const checkpoint = await store.latestCheckpoint('r');
      expect({ ...checkpoint, state: [...checkpoint!.state] }).toEqual({ batchSeq: 8, tick: 39, state: [3, 9, 9] });
      const inbox = await store.inboxAfter('r', 8);
      const { batch, commands, ack } = stepOf('r', 9);
      expect(inbox.map((row) => ({ ...row, batch: [...row.batch] }))).toEqual([
        { batchSeq: 9, batch: [...batch], commands, ack },
      ]);
      expect((await store.inboxAfter('r', 0)).map((row) => row.batchSeq)).toEqual([7, 8, 9]);
    });

    test('a stopped run keeps its last, shorter segment and takes no more', async () => {
      await store.createRun(infoOf('r'));
      await store.commitStep(stepOf('r', 1));
      const { checkpoint: _, ...last } = segmentEndOf(0, 1);
      await store.stopRun('r', last);
      await store.stopRun('r', last);
      expect(await store.run('r')).toMatchObject({ state: 'stopped', digest: 'chain0', bytes: 40 });
      expect(await refusal(store.commitStep(stepOf('r', 2)))).toBe('run-closed');
    });

    test('a personal record is kept with its case, the first one stays, and a step that fails keeps none', async () => {
      await store.createRun(infoOf('r'));
      await store.createRun(infoOf('other'));
      await store.commitStep({ ...stepOf('r', 1), residents: [{ case: 'C1', record: MRS_CHEN }] });
      const later = { ...MRS_CHEN, age: 90 };
      await store.commitStep({ ...stepOf('r', 2), residents: [{ case: 'C1', record: later }] });
      expect(await store.resident('r', 'C1')).toEqual(MRS_CHEN);
      expect(await store.resident('r', 'C2')).toBeNull();
      expect(await store.resident('other', 'C1')).toBeNull();
      const bad = { ...stepOf('r', 3), entries: entriesOf('r', 99, 1, 14), residents: [{ case: 'C9', record: later }] };
      expect(await refusal(store.commitStep(bad))).toBe('entry-gap');
      expect(await store.resident('r', 'C9')).toBeNull();
    });

    test('the story of a case is all entries about it, in order, of its own run', async () => {
      await store.createRun(infoOf('r'));
      await store.createRun(infoOf('other'));
      for (const run of ['r', 'other']) {
        for (let batch = 1; batch <= 3; batch++)
          await store.commitStep({ ...stepOf(run, batch), entries: storyOf(run, batch) });
      }
      const story = await store.entriesOfCase('r', 'C7');
      expect(story.map(({ seq, kind }) => [seq, kind])).toEqual([
        [1, 'case.taken'],
        [3, 'record.looked'],
        [5, 'case.taken'],
        [7, 'record.looked'],
        [9, 'case.taken'],
        [11, 'record.looked'],
      ]);
      expect(story.every(({ run }) => run === 'r')).toBe(true);
      expect(await store.entriesOfCase('r', 'C8')).toEqual([]);
    });

    test('the audit is what people asked for and looked at: newest first, bounded, of one person where asked', async () => {
      await store.createRun(infoOf('r'));
      for (let batch = 1; batch <= 3; batch++)
        await store.commitStep({ ...stepOf('r', batch), entries: storyOf('r', batch) });
      const seqs = async (...asked: [before: number, limit: number, by?: string]): Promise<number[]> =>
        (await store.audit('r', ...asked)).map(({ seq }) => seq);
      expect(await seqs(Number.MAX_SAFE_INTEGER, 100)).toEqual([12, 11, 10, 8, 7, 6, 4, 3, 2]);
      expect(await seqs(8, 2)).toEqual([7, 6]);
      expect(await seqs(Number.MAX_SAFE_INTEGER, 100, 'user:li')).toEqual([12, 8, 4]);
      expect(await seqs(12, 1, 'user:li')).toEqual([8]);
      expect(await seqs(Number.MAX_SAFE_INTEGER, 100, 'user:l')).toEqual([]);
      const [refused] = await store.audit('r', 5, 1);
      expect(refused).toEqual(storyOf('r', 1)[3]);
    });

    test('who came and went is told newest first', async () => {
      const wang = { name: 'wang', role: 'village', area: '310107022' } as const;
      await store.noteSignIn({ atMs: 1_700_000_000_000, what: 'signed-in', ...wang });
      await store.noteSignIn({ atMs: 1_700_000_000_000, what: 'refused', name: null, role: null, area: null });
      await store.noteSignIn({ atMs: 1_600_000_000_000, what: 'signed-out', ...wang });
      expect(await store.signIns(10)).toEqual([
        { atMs: 1_600_000_000_000, what: 'signed-out', ...wang },
        { atMs: 1_700_000_000_000, what: 'refused', name: null, role: null, area: null },
        { atMs: 1_700_000_000_000, what: 'signed-in', ...wang },
      ]);
      expect((await store.signIns(1)).map(({ what }) => what)).toEqual(['signed-out']);
    });

    test('all is there after close and open', async () => {
      await store.createRun(infoOf('r'));
      for (let batch = 1; batch <= 3; batch++)
        await store.commitStep(stepOf('r', batch, 2, batch === 2 ? segmentEndOf(0, 2, blockOf(0, 9)) : null));
      await store.addNote('r', { tick: 1, author: 'wang', text: 'x' });
      const more = { entries: storyOf('r', 1, 7), residents: [{ case: 'C1', record: MRS_CHEN }] };
      await store.commitStep({ ...stepOf('r', 4), ...more });
      await store.noteSignIn({ atMs: 1, what: 'signed-in', name: 'wang', role: 'patrol', area: '310107' });
      const before = await contentOf(store);
      await store.close();
      store = await place.open();
      expect(await contentOf(store)).toEqual(before);
    });

    test(`a writer killed ${KILLS} times loses nothing that it acknowledged, and leaves no gap`, async () => {
      await store.close();
      for (let kill = 1; kill <= KILLS; kill++) {
        const acknowledged = await killAfter(
          fork(writerFile, [...place.writerArguments, 'r'], { execArgv: ['--import', 'tsx'] }),
          7 * kill,
        );
        store = await place.open();
        const run = await store.run('r');
        expect(run!.lastBatch).toBeGreaterThanOrEqual(acknowledged);
        const entries = await store.entriesAfter('r', 0, 100_000);
        expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: run!.lastBatch * 5 }, (_, i) => i + 1));
        expect((await store.inboxAfter('r', 0)).map((row) => row.batchSeq)).toEqual(
          Array.from({ length: run!.lastBatch }, (_, i) => i + 1),
        );
        await store.close();
      }
      store = await place.open();
    });
  });
}

/** Everything of run `r` that a reader can see. */
const contentOf = async (store: Store) => ({
  runs: await store.runs(),
  entries: await store.entriesAfter('r', 0, 1000),
  inbox: await store.inboxAfter('r', 0),
  segments: await store.segments('r'),
  checkpoint: await store.latestCheckpoint('r'),
  resident: await store.resident('r', 'C1'),
  ofCase: await store.entriesOfCase('r', 'C1'),
  audit: await store.audit('r', 1000, 1000),
  signIns: await store.signIns(1000),
  blocks: await store.blocks('r'),
  piece: await store.piece('s0'),
  notes: await store.notes('r'),
});

/** Kills with SIGKILL once `count` batches are acknowledged by this process; the newest acknowledged before its death. */
function killAfter(writer: ChildProcess, count: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let newest = 0;
    let seen = 0;
    writer.on('message', (batchSeq) => {
      newest = Number(batchSeq);
      if (++seen === count) writer.kill('SIGKILL');
    });
    writer.on('error', reject);
    writer.on('exit', (code, signal) =>
      signal === 'SIGKILL' ? resolve(newest) : reject(new Error(`the writer ended with code ${code}`)),
    );
  });
}
