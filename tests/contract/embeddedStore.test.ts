// The embedded store keeps the contract, and holds its folder alone.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, storeErrorOf } from '../../server/src/store/embedded/connection.ts';
import { migrations } from '../../server/src/store/embedded/migrations.ts';
import { AUDIT, AUDIT_OF_ONE, STORY } from '../../server/src/store/embedded/people.ts';
import { openEmbeddedStore } from '../../server/src/store/index.ts';
import { CREATED_MS, infoOf, stepOf } from './steps.ts';
import { storeContract } from './store.ts';
import { keepingContract } from './storeKeeping.ts';

const temporaryFolder = () => mkdtemp(path.join(os.tmpdir(), 'onescreen-store-'));

const embeddedPlace = async () => {
  const folder = await temporaryFolder();
  return {
    open: () => openEmbeddedStore({ folder, clock: { now: () => CREATED_MS } }),
    writerArguments: [folder],
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};
storeContract('embedded', embeddedPlace);
keepingContract('embedded', embeddedPlace);

describe('the data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('is held by one store at a time, and the holder is named', async () => {
    const first = await openEmbeddedStore({ folder });
    await expect(openEmbeddedStore({ folder, lockWaitMs: 10 })).rejects.toMatchObject({
      code: 'folder-held',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    await first.close();
    await (await openEmbeddedStore({ folder })).close();
  });

  test('is made when it is not there', async () => {
    const store = await openEmbeddedStore({ folder: path.join(folder, 'a', 'b') });
    await store.close();
  });

  test('cannot be a file', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, 'x');
    await expect(openEmbeddedStore({ folder: file })).rejects.toMatchObject({ code: 'folder-unusable' });
  });

  test('with a damaged database is refused by name and left as it is', async () => {
    const junk = 'this is no database\n'.repeat(500);
    await writeFile(path.join(folder, 'onescreen.db'), junk);
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({ code: 'damaged' });
    expect(await readFile(path.join(folder, 'onescreen.db'), 'utf8')).toBe(junk);
  });

  test('of a newer program is refused by name', async () => {
    await (await openEmbeddedStore({ folder })).close();
    const connection = connect(path.join(folder, 'onescreen.db'));
    connection.run('INSERT INTO schema_version (version) VALUES (?)', migrations.length + 1);
    connection.close();
    await expect(openEmbeddedStore({ folder })).rejects.toMatchObject({ code: 'newer-version' });
  });

  test('of the first version is brought up to date: the story of a case is there', async () => {
    const old = connect(path.join(folder, 'onescreen.db'));
    old.exec('CREATE TABLE schema_version (version INTEGER PRIMARY KEY)');
    old.exec(migrations[0]!.sql);
    old.run('INSERT INTO schema_version (version) VALUES (1)');
    const entry = 'INSERT INTO entries (run, seq, tick, kind, body) VALUES (?, ?, 0, ?, ?)';
    old.run(entry, 'r', 1, 'case.accepted', JSON.stringify({ case: 'C1', by: 'user:intake' }));
    old.run(entry, 'r', 2, 'plan.step', JSON.stringify({ agency: 'city', zh: '一', en: 'one' }));
    old.close();
    const store = await openEmbeddedStore({ folder });
    expect((await store.entriesOfCase('r', 'C1')).map(({ seq }) => seq)).toEqual([1]);
    expect((await store.entriesAfter('r', 0, 10)).map(({ kind }) => kind)).toEqual(['case.accepted', 'plan.step']);
    await store.close();
  });

  test('of the second version is brought up to date: segments move into pieces, and nothing is lost', async () => {
    const old = connect(path.join(folder, 'onescreen.db'));
    old.exec('CREATE TABLE schema_version (version INTEGER PRIMARY KEY)');
    for (const { version, sql } of migrations.slice(0, 2)) {
      old.exec(sql);
      old.run('INSERT INTO schema_version (version) VALUES (?)', version);
    }
    const run = 'INSERT INTO runs (run, ordinal, info, parent, fork_tick) VALUES (?, ?, ?, ?, ?)';
    const head =
      'INSERT INTO heads (run, state, last_batch, last_tick, last_seq, digest, bytes) VALUES (?, ?, 2, 9, 2, ?, 3)';
    const entry = 'INSERT INTO entries (run, seq, tick, kind, body, subject) VALUES (?, ?, 4, ?, ?, ?)';
    const segment = `INSERT INTO segments (run, segment_index, from_tick, to_tick, digest, stored_digest, payload_bytes, stored_bytes, stored)
      VALUES (?, 0, 0, 9, 'd', 'same', 9, 3, ?)`;
    for (const [ordinal, name] of ['a', 'b'].entries()) {
      old.run(run, name, ordinal, JSON.stringify(infoOf(name)), name === 'b' ? 'a' : null, name === 'b' ? 3 : null);
      old.run(head, name, name === 'b' ? 'open' : 'finished', `chain of ${name}`);
      old.run(entry, name, 1, 'case.discovered', JSON.stringify({ case: 'C1', by: 'rule:x' }), 'C1');
      old.run(entry, name, 2, 'case.closed', JSON.stringify({ case: 'C1', by: 'rule:x' }), 'C1');
      old.run(segment, name, Uint8Array.of(7, 8, 9));
      old.run('INSERT INTO history (run, tick, quanta) VALUES (?, 9, ?)', name, Uint8Array.of(1, 0, 0, 0));
    }
    old.close();
    const store = await openEmbeddedStore({ folder });
    expect((await store.runs()).map((one) => [one.run, one.parent, one.state, one.digest, one.bytes])).toEqual([
      ['b', { run: 'a', forkTick: 3 }, 'open', 'chain of b', 3],
      ['a', null, 'finished', 'chain of a', 3],
    ]);
    const record = await store.run('a');
    expect(record).toMatchObject({
      lastBatch: 2,
      lastTick: 9,
      lastSeq: 2,
      kept: false,
      name: null,
      by: null,
      notes: 0,
    });
    expect(record!.totals).toEqual({ ticks: 10, entries: 2, cases: 1, closed: 1 });
    expect(Math.abs(record!.createdMs - Date.now())).toBeLessThan(60_000);
    expect((await store.segments('b')).map((one) => [one.storedDigest, one.storedBytes])).toEqual([['same', 3]]);
    expect([...(await store.piece('same'))!.bytes]).toEqual([7, 8, 9]);
    expect(await store.blocks('a')).toEqual([]);
    await store.commitStep({ ...stepOf('b', 3, 1), entries: stepOf('b', 3, 1).entries });
    await store.close();
  });

  test('is asked by index for the story of a case and for the audit', async () => {
    await (await openEmbeddedStore({ folder })).close();
    const connection = connect(path.join(folder, 'onescreen.db'));
    const planOf = (sql: string, ...parameters: (string | number)[]): string =>
      connection
        .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...parameters)
        .map(({ detail }) => detail)
        .join('; ');
    expect(planOf(STORY, 'r', 'r', 'C1')).toContain('INDEX entries_by_subject (run=? AND subject=?)');
    expect(planOf(AUDIT, 'r', 9, 5)).toContain('INDEX entries_of_people (run=? AND seq<?)');
    expect(planOf(AUDIT_OF_ONE, 'r', 9, 'user:li', 5)).toContain('INDEX entries_of_people (run=? AND seq<?)');
    connection.close();
  });

  test('that is full refuses the step by name, keeps what it had, and goes on when there is room', async () => {
    const small = await openEmbeddedStore({ folder, sizeLimitBytes: 200_000 });
    await small.createRun(infoOf('r'));
    await small.commitStep(stepOf('r', 1));
    const large = { ...stepOf('r', 2), batch: new Uint8Array(1_000_000) };
    await expect(small.commitStep(large)).rejects.toMatchObject({ code: 'disk-full' });
    expect(await small.run('r')).toMatchObject({ lastBatch: 1, lastSeq: 3 });
    await small.close();
    const store = await openEmbeddedStore({ folder });
    await store.commitStep(large);
    expect(await store.run('r')).toMatchObject({ lastBatch: 2, lastSeq: 6 });
    await store.close();
  });
});

test.each([
  ['SQLITE_READONLY_DBMOVED', 'read-only'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_BUSY', 'folder-held'],
  ['SQLITE_CORRUPT_VTAB', 'damaged'],
  ['SQLITE_IOERR_WRITE', 'folder-unusable'],
])('what the database calls %s is %s for an operator', (code, name) => {
  expect(storeErrorOf(Object.assign(new Error('said by SQLite'), { code }))).toMatchObject({ code: name });
});

test('a mistake of ours is not dressed up as trouble with the disk', () => {
  const error = Object.assign(new Error('no such column: tikc'), { code: 'SQLITE_ERROR' });
  expect(storeErrorOf(error)).toBe(error);
});
