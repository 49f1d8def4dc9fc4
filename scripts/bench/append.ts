// Log append with commit: whole steps through the store, against bare inserts of the same bytes into the same engine.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Entry, RunInfo } from '@onescreen/shared/log';
import { connect } from '../../server/src/store/embedded/connection.ts';
import { openEmbeddedStore } from '../../server/src/store/index.ts';
import type { BenchRow } from './row.ts';
import { benchRow, figure } from './row.ts';

const STEPS = 150;
const ENTRIES_PER_STEP = 100;
/** 20 000 entries/s are the budget on a machine that does 83 000 bare rows/s in batches of a hundred. */
const LEAST_SHARE = 20_000 / 83_000;

const entriesOfStep = (run: string, step: number): Entry[] =>
  Array.from(
    { length: ENTRIES_PER_STEP },
    (_, i): Entry => ({
      run,
      seq: (step - 1) * ENTRIES_PER_STEP + i + 1,
      tick: step * 5,
      kind: 'case.filed',
      case: `C${i}`,
      by: 'rule:auto-file',
      number: '310118-107-20240514-E05-000123',
      dueTick: step * 5 + 3600,
      priority: 3,
    }),
  );

export async function appendRows(info: RunInfo): Promise<BenchRow[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'onescreen-bench-'));
  try {
    const ours = await storeRate(folder, info);
    const bare = bareRate(folder, info.run);
    return [
      benchRow({
        name: 'log append with commit',
        measured: `${figure(ours)} entries/s`,
        baseline: `${figure(bare)} rows/s, libsql alone`,
        ratio: ours / bare,
        budget: { atLeast: LEAST_SHARE },
      }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function storeRate(folder: string, info: RunInfo): Promise<number> {
  const store = await openEmbeddedStore({ folder });
  try {
    await store.createRun(info);
    const steps = Array.from({ length: STEPS }, (_, i) => entriesOfStep(info.run, i + 1));
    const from = performance.now();
    for (const [i, entries] of steps.entries()) {
      const batchSeq = i + 1;
      await store.commitStep({
        run: info.run,
        batchSeq,
        batch: new Uint8Array(8000),
        commands: [],
        residents: [],
        ack: { run: info.run, seq: batchSeq, orders: [] },
        toTick: batchSeq * 5 - 1,
        entries,
        segmentEnd: null,
        state: 'open',
      });
    }
    return rateSince(from);
  } finally {
    await store.close();
  }
}

function bareRate(folder: string, run: string): number {
  const connection = connect(path.join(folder, 'bare.db'));
  try {
    connection.exec('PRAGMA journal_mode = WAL');
    connection.exec('PRAGMA synchronous = FULL');
    connection.exec(
      'CREATE TABLE entries (run TEXT, seq INTEGER, tick INTEGER, kind TEXT, body TEXT, PRIMARY KEY (run, seq)) WITHOUT ROWID',
    );
    const steps = Array.from({ length: STEPS }, (_, i) =>
      entriesOfStep(run, i + 1).map((entry) => ({ entry, body: JSON.stringify(entry) })),
    );
    const from = performance.now();
    for (const step of steps) {
      connection.transaction(() => {
        for (const { entry, body } of step)
          connection.run('INSERT INTO entries VALUES (?, ?, ?, ?, ?)', run, entry.seq, entry.tick, entry.kind, body);
      });
    }
    return rateSince(from);
  } finally {
    connection.close();
  }
}

const rateSince = (fromMs: number): number => (STEPS * ENTRIES_PER_STEP * 1000) / (performance.now() - fromMs);
