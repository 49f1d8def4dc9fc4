// The Store over one SQLite connection: reads, and how its parts fit together. What a step writes stands in commit.ts.
import type { Clock } from '../../clock.ts';
import type { Checkpoint, InboxRow, Store } from '../types.ts';
import { branchesOf } from './branches.ts';
import { commitStep, stopRun } from './commit.ts';
import type { Connection } from './connection.ts';
import { beginImport } from './importing.ts';
import { notesOf } from './notes.ts';
import { hasBlock, writeBlock } from './parts.ts';
import { peopleReads } from './people.ts';
import { pieceOf, usedBytes } from './pieces.ts';
import type { BlockRow, EntryRow, SegmentRow } from './rows.ts';
import { blockOf, entryOf, segmentOf } from './rows.ts';
import { recordOf, runsOf } from './runs.ts';
import { forgetArrivals, tidy } from './tidy.ts';

const SEGMENTS = `SELECT run, segment_index, from_tick, to_tick, digest, stored_digest, payload_bytes, stored_bytes FROM segments
  WHERE run = ? ORDER BY segment_index`;
const BLOCKS = 'SELECT from_tick, to_tick, stored_digest, lengths FROM tracks WHERE run = ? ORDER BY from_tick';

/** `release` is called once, after the connection is closed. */
export function createStore(connection: Connection, clock: Pick<Clock, 'now'>, release: () => void): Store {
  let open = true;
  forgetArrivals(connection);

  return {
    ...runsOf(connection, clock),
    ...notesOf(connection),
    ...branchesOf(connection, clock),
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
    segments: async (run) => connection.all<SegmentRow>(SEGMENTS, run).map(segmentOf),
    blocks: async (run) => connection.all<BlockRow>(BLOCKS, run).map(blockOf),
    addBlock: async (run, block) =>
      connection.transaction(() => {
        if (recordOf(connection, run) !== null && !hasBlock(connection, run, block)) writeBlock(connection, run, block);
      }),
    piece: async (storedDigest, span) => pieceOf(connection, storedDigest, span),
    tidy: async () => tidy(connection),
    usedBytes: async () => usedBytes(connection),
    importRun: async (info, about) => beginImport(connection, clock, info, about),
    async close() {
      if (!open) return;
      open = false;
      connection.close();
      release();
    },
  };
}
