// The Store over one SQLite connection: reads. What a step writes stands in commit.ts.
import { GENESIS_DIGEST } from '@onescreen/shared/log';
import { StoreError } from '../errors.ts';
import type { Checkpoint, InboxRow, Store, StoredSegment } from '../types.ts';
import { commitStep, stopRun } from './commit.ts';
import type { Connection } from './connection.ts';
import { readHistory } from './history.ts';
import { peopleReads } from './people.ts';
import type { EntryRow, RunRow, SegmentRow } from './rows.ts';
import { entryOf, runOf, segmentOf } from './rows.ts';

const RUN = `SELECT runs.run, info, parent, fork_tick, state, last_batch, last_tick, last_seq, digest, bytes
  FROM runs JOIN heads ON heads.run = runs.run`;
const SEGMENT = 'SELECT run, segment_index, from_tick, to_tick, digest, stored_digest, payload_bytes, stored_bytes';

/** `release` is called once, after the connection is closed. */
export function createStore(connection: Connection, release: () => void): Store {
  let open = true;
  const runRow = (run: string) => connection.get<RunRow>(`${RUN} WHERE runs.run = ?`, run);

  return {
    async createRun(info, parent) {
      connection.transaction(() => {
        if (runRow(info.run) !== undefined) throw new StoreError('run-exists', `there is a run ${info.run} already`);
        connection.run(
          `INSERT INTO runs (run, ordinal, info, parent, fork_tick) SELECT ?, coalesce(max(ordinal), 0) + 1, ?, ?, ? FROM runs`,
          info.run,
          JSON.stringify(info),
          parent?.run ?? null,
          parent?.forkTick ?? null,
        );
        connection.run(
          `INSERT INTO heads (run, state, last_batch, last_tick, last_seq, digest, bytes) VALUES (?, 'open', 0, -1, 0, ?, 0)`,
          info.run,
          GENESIS_DIGEST,
        );
      });
      return runOf(runRow(info.run)!);
    },
    runs: async () => connection.all<RunRow>(`${RUN} ORDER BY ordinal DESC`).map(runOf),
    async run(run) {
      const row = runRow(run);
      return row === undefined ? null : runOf(row);
    },
    commitStep: async (step) => commitStep(connection, step),
    stopRun: async (run, last) => stopRun(connection, run, last),
    async ackOf(run, batchSeq) {
      const row = connection.get<{ ack: string }>(
        'SELECT ack FROM inbox WHERE run = ? AND batch_seq = ?',
        run,
        batchSeq,
      );
      return row === undefined ? null : JSON.parse(row.ack);
    },
    entriesAfter: async (run, afterSeq, limit) =>
      connection
        .all<EntryRow>(
          'SELECT run, seq, tick, kind, body FROM entries WHERE run = ? AND seq > ? ORDER BY seq LIMIT ?',
          run,
          afterSeq,
          limit,
        )
        .map(entryOf),
    ...peopleReads(connection),
    async latestCheckpoint(run) {
      const row = connection.get<{ batch_seq: number; tick: number; state: Uint8Array }>(
        'SELECT batch_seq, tick, state FROM checkpoints WHERE run = ? ORDER BY batch_seq DESC LIMIT 1',
        run,
      );
      return row === undefined
        ? null
        : ({ batchSeq: row.batch_seq, tick: row.tick, state: row.state } satisfies Checkpoint);
    },
    inboxAfter: async (run, batchSeq) =>
      connection
        .all<{ batch_seq: number; batch: Uint8Array; commands: string; ack: string }>(
          'SELECT batch_seq, batch, commands, ack FROM inbox WHERE run = ? AND batch_seq > ? ORDER BY batch_seq',
          run,
          batchSeq,
        )
        .map(
          (row): InboxRow => ({
            batchSeq: row.batch_seq,
            batch: row.batch,
            commands: JSON.parse(row.commands),
            ack: JSON.parse(row.ack),
          }),
        ),
    segments: async (run) =>
      connection.all<SegmentRow>(`${SEGMENT} FROM segments WHERE run = ? ORDER BY segment_index`, run).map(segmentOf),
    async segment(run, index) {
      const row = connection.get<SegmentRow & { stored: Uint8Array }>(
        `${SEGMENT}, stored FROM segments WHERE run = ? AND segment_index = ?`,
        run,
        index,
      );
      return row === undefined ? null : ({ ...segmentOf(row), stored: row.stored } satisfies StoredSegment);
    },
    history: async (run, series, fromTick, toTick) => readHistory(connection, run, series, fromTick, toTick),
    async close() {
      if (!open) return;
      open = false;
      connection.close();
      release();
    },
  };
}
