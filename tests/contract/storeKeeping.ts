// What every store promises of runs as records that people keep: names, notes, deletion, import. Part of the one suite.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../server/src/store/index.ts';
import type { Place } from './place.ts';
import { refusal } from './place.ts';
import { blockOf, entriesOf, infoOf, segmentEndOf, stepOf } from './steps.ts';

export function keepingContract(name: string, createPlace: () => Promise<Place>): void {
  describe(`store of records: ${name}`, () => {
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

    test('a run gets a name and is kept, and what is not said stays', async () => {
      await store.createRun(infoOf('r'));
      expect(await store.changeRun('r', { name: '暴雨那天' })).toMatchObject({ name: '暴雨那天', kept: false });
      expect(await store.changeRun('r', { kept: true })).toMatchObject({ name: '暴雨那天', kept: true });
      expect(await store.changeRun('r', { name: null })).toEqual(await store.run('r'));
      expect(await refusal(store.changeRun('none', { kept: true }))).toBe('no-run');
    });

    test('notes are written, changed and taken away, and no id comes twice', async () => {
      await store.createRun(infoOf('r'));
      const first = await store.addNote('r', { tick: 9, author: 'wang', text: '积水' });
      const second = await store.addNote('r', { tick: 3, toTick: 7, author: 'li', text: 'rain' });
      expect(await store.notes('r')).toEqual([second, first]);
      expect(second).toEqual({ id: second.id, tick: 3, toTick: 7, author: 'li', text: 'rain' });
      expect(await store.changeNote('r', first.id, '积水已退')).toEqual({ ...first, text: '积水已退' });
      expect(await store.removeNote('r', second.id)).toBe(true);
      expect(await store.removeNote('r', second.id)).toBe(false);
      expect(await store.changeNote('r', second.id, 'x')).toBeNull();
      const third = await store.addNote('r', { tick: 1, author: 'li', text: 'again' });
      expect([first.id, second.id]).not.toContain(third.id);
      expect(await store.run('r')).toMatchObject({ notes: 2 });
      expect(await refusal(store.addNote('none', { tick: 1, author: 'li', text: 'x' }))).toBe('no-run');
    });

    test('a run that is deleted is gone at once, its room bit by bit, and what another run shares stays', async () => {
      for (const run of ['a', 'b']) {
        await store.createRun(infoOf(run));
        await store.commitStep(stepOf(run, 1, 3, segmentEndOf(0, 1)));
      }
      await store.commitStep(stepOf('a', 2, 3, segmentEndOf(1, 2, blockOf(0, 9))));
      await store.addNote('a', { tick: 1, author: 'li', text: 'x' });
      expect(await refusal(store.deleteRun('a'))).toBe('run-open');
      await store.stopRun('a', null);
      await store.deleteRun('a');
      expect((await store.runs()).map(({ run }) => run)).toEqual(['b']);
      expect(await store.run('a')).toBeNull();
      expect(await refusal(store.deleteRun('a'))).toBe('no-run');
      expect(await refusal(store.commitStep(stepOf('a', 3)))).toBe('no-run');
      while (await store.tidy());
      expect(await store.entriesAfter('a', 0, 10)).toEqual([]);
      expect(await store.segments('a')).toEqual([]);
      expect(await store.notes('a')).toEqual([]);
      expect(await store.piece('s0')).not.toBeNull();
      expect([await store.piece('s1'), await store.piece('b9')]).toEqual([null, null]);
      expect((await store.entriesAfter('b', 0, 10)).length).toBe(3);
      await store.createRun(infoOf('a'));
    });

    test('a parent may go before its branch', async () => {
      await store.createRun(infoOf('a'));
      await store.stopRun('a', null);
      await store.createRun(infoOf('b'), { parent: { run: 'a', forkTick: 3 } });
      await store.deleteRun('a');
      while (await store.tidy());
      expect(await store.run('b')).toMatchObject({ parent: { run: 'a', forkTick: 3 } });
    });

    test('room that is freed is used again', async () => {
      const before = await store.usedBytes();
      await store.createRun(infoOf('r'));
      const end = segmentEndOf(0, 1);
      const stored = new Uint8Array(400_000);
      await store.commitStep(stepOf('r', 1, 3, { ...end, segment: { ...end.segment, stored } }));
      const full = await store.usedBytes();
      expect(full - before).toBeGreaterThan(390_000);
      await store.stopRun('r', null);
      await store.deleteRun('r');
      while (await store.tidy());
      expect(await store.usedBytes()).toBeLessThan(before + 100_000);
    });

    test('a run from elsewhere is seen when it is whole, under a name that is free', async () => {
      await store.createRun(infoOf('r'));
      const about = { parent: null, by: 'user:wang', scenarioText: null } as const;
      const arriving = await store.importRun(infoOf('r'), about);
      expect(arriving.run).toBe('r-2');
      expect((await store.importRun(infoOf('r'), about)).run).toBe('r-3');
      await arriving.segment(segmentEndOf(0, 1).segment, entriesOf('r-2', 1, 3, 4));
      await arriving.block(blockOf(0, 4));
      expect(await refusal(arriving.segment(segmentEndOf(1, 2).segment, entriesOf('r-2', 9, 1, 9)))).toBe('entry-gap');
      expect(await store.run('r-2')).toBeNull();
      const note = { id: 'n1', tick: 2, author: 'li', text: 'x' };
      const record = await arriving.finish({ state: 'stopped', digest: 'chain0', notes: [note] });
      expect(record).toEqual(await store.run('r-2'));
      expect(record).toMatchObject({
        info: infoOf('r-2'),
        state: 'stopped',
        digest: 'chain0',
        lastTick: 4,
        lastSeq: 3,
        bytes: 50,
      });
      expect(await store.entriesAfter('r-2', 0, 10)).toEqual(entriesOf('r-2', 1, 3, 4));
      expect(await store.notes('r-2')).toEqual([note]);
      expect((await store.addNote('r-2', { tick: 1, author: 'li', text: 'y' })).id).not.toBe('n1');
      await arriving.abandon();
      expect(await store.run('r-2')).not.toBeNull();
    });

    test('an import that is given up, or that a restart cut off, leaves nothing', async () => {
      const about = { parent: null, by: null, scenarioText: null };
      const first = await store.importRun(infoOf('a'), about);
      await first.segment(segmentEndOf(0, 1).segment, []);
      await first.abandon();
      const second = await store.importRun(infoOf('b'), about);
      await second.segment(segmentEndOf(1, 1).segment, []);
      await store.close();
      store = await place.open();
      while (await store.tidy());
      expect([await store.piece('s0'), await store.piece('s1')]).toEqual([null, null]);
      expect((await store.importRun(infoOf('b'), about)).run).toBe('b');
    });
  });
}
