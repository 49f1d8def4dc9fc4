// What a step writes, in one transaction: the head moves on, or nothing does.
import { StoreError } from '../errors.ts';
import type { SegmentEnd, StepCommit } from '../types.ts';
import type { Connection } from './connection.ts';
import { isHidden, requireGapless, writeBlock, writeEntries, writeSegment } from './parts.ts';

/** Two, so that batches just before the newest one can still be answered again when a source repeats them. */
const CHECKPOINTS_KEPT = 2;

interface Head {
  state: string;
  last_batch: number;
  last_seq: number;
}

const headOf = (connection: Connection, run: string): Head => {
  const head = connection.get<Head>('SELECT state, last_batch, last_seq FROM heads WHERE run = ?', run);
  if (head === undefined || isHidden(head.state)) throw new StoreError('no-run', `there is no run ${run}`);
  return head;
};

/** Throws StoreError as `Store.commitStep` says. */
export function commitStep(connection: Connection, step: StepCommit): void {
  connection.transaction(() => {
    const head = headOf(connection, step.run);
    checkOrder(head, step);
    const { cases, closed } = writeEntries(connection, step.run, step.entries);
    writeResidents(connection, step);
    connection.run(
      'INSERT INTO inbox (run, batch_seq, batch, commands, ack) VALUES (?, ?, ?, ?, ?)',
      step.run,
      step.batchSeq,
      step.batch,
      JSON.stringify(step.commands),
      JSON.stringify(step.ack),
    );
    connection.run(
      'UPDATE heads SET last_batch = ?, last_tick = ?, last_seq = ?, state = ?, cases = cases + ?, closed = closed + ? WHERE run = ?',
      step.batchSeq,
      step.toTick,
      head.last_seq + step.entries.length,
      step.state,
      cases,
      closed,
      step.run,
    );
    if (step.segmentEnd === null) return;
    writeEnd(connection, step.run, step.segmentEnd);
    writeCheckpoint(connection, step.run, step.segmentEnd.checkpoint);
  });
}

/** The first record of a case stays: later signals of the same matter are merged into it. */
function writeResidents(connection: Connection, { run, residents }: StepCommit): void {
  for (const { case: id, record } of residents) {
    connection.run(
      'INSERT INTO residents (run, case_id, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      run,
      id,
      JSON.stringify(record),
    );
  }
}

function checkOrder(head: Head, step: StepCommit): void {
  if (head.state !== 'open') throw new StoreError('run-closed', `run ${step.run} is ${head.state}`);
  if (step.batchSeq <= head.last_batch)
    throw new StoreError('batch-repeated', `batch ${step.batchSeq} of run ${step.run} is committed already`);
  if (step.batchSeq !== head.last_batch + 1) {
    throw new StoreError(
      'batch-gap',
      `batch ${step.batchSeq} of run ${step.run} came, but ${head.last_batch + 1} is the next`,
    );
  }
  requireGapless(step.run, head.last_seq, step.entries);
}

function writeEnd(
  connection: Connection,
  run: string,
  { segment, block, digest }: Omit<SegmentEnd, 'checkpoint'>,
): void {
  writeSegment(connection, run, segment);
  if (block !== null) writeBlock(connection, run, block);
  connection.run('UPDATE heads SET digest = ? WHERE run = ?', digest, run);
}

/** Batches up to the oldest checkpoint kept are no longer needed to come back. */
function writeCheckpoint(connection: Connection, run: string, checkpoint: SegmentEnd['checkpoint']): void {
  connection.run(
    'INSERT INTO checkpoints (run, batch_seq, tick, state) VALUES (?, ?, ?, ?)',
    run,
    checkpoint.batchSeq,
    checkpoint.tick,
    checkpoint.state,
  );
  const oldest = connection.get<{ batch_seq: number }>(
    'SELECT batch_seq FROM checkpoints WHERE run = ? ORDER BY batch_seq DESC LIMIT 1 OFFSET ?',
    run,
    CHECKPOINTS_KEPT - 1,
  );
  if (oldest === undefined) return;
  connection.run('DELETE FROM checkpoints WHERE run = ? AND batch_seq < ?', run, oldest.batch_seq);
  connection.run('DELETE FROM inbox WHERE run = ? AND batch_seq <= ?', run, oldest.batch_seq);
}

/** Throws StoreError `no-run`. A run that has ended is left as it is. */
export function stopRun(connection: Connection, run: string, last: Omit<SegmentEnd, 'checkpoint'> | null): void {
  connection.transaction(() => {
    if (headOf(connection, run).state !== 'open') return;
    connection.run("UPDATE heads SET state = 'stopped' WHERE run = ?", run);
    if (last !== null) writeEnd(connection, run, last);
  });
}
