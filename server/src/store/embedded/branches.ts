// Branches: points from which a run can be taken up again, and new runs with the past of another.
import type { Clock } from '../../clock.ts';
import type { BranchEnding, BranchRecord, BranchStore, Fork, ForkedPast, KeptPoint } from '../branchTypes.ts';
import { StoreError } from '../errors.ts';
import type { Connection } from './connection.ts';
import type { EntryRow } from './rows.ts';
import { entryOf } from './rows.ts';
import { insertRun, isTaken, requireRecord } from './runs.ts';

interface PointRow {
  batch_seq: number;
  tick: number;
  world: Uint8Array;
  platform: Uint8Array;
}
interface BranchRow {
  run: string;
  aside: number;
  fork_tick: number;
  start_tick: number;
  script: string;
  until_tick: number | null;
  source: string | null;
  ending: string | null;
}

const branchOf = (row: BranchRow): BranchRecord => ({
  run: row.run,
  aside: row.aside !== 0,
  forkTick: row.fork_tick,
  startTick: row.start_tick,
  script: JSON.parse(row.script),
  untilTick: row.until_tick,
  source: row.source,
  // Written from a BranchEnding.
  ending: row.ending as BranchEnding | null,
});

export function branchesOf(connection: Connection, clock: Pick<Clock, 'now'>): BranchStore {
  return {
    async checkpointOf(run, batchSeq) {
      const row = connection.get<{ tick: number; state: Uint8Array }>(
        'SELECT tick, state FROM checkpoints WHERE run = ? AND batch_seq = ?',
        run,
        batchSeq,
      );
      return row === undefined ? null : { batchSeq, tick: row.tick, state: row.state };
    },
    keepPoint: async (run, point) => writePoint(connection, run, point),
    async pointBefore(run, tick) {
      const row = connection.get<PointRow>(
        'SELECT batch_seq, tick, world, platform FROM points WHERE run = ? AND tick <= ? ORDER BY tick DESC LIMIT 1',
        run,
        tick,
      );
      return row === undefined
        ? null
        : { batchSeq: row.batch_seq, tick: row.tick, world: row.world, platform: row.platform };
    },
    commandEntries: async (run) =>
      connection
        .all<EntryRow>(
          `SELECT run, seq, tick, kind, body FROM entries
            WHERE run = ? AND kind IN ('command.received', 'command.refused') ORDER BY seq`,
          run,
        )
        .map(entryOf),
    isTaken: async (run) => isTaken(connection, run),
    async forkRun(fork) {
      connection.transaction(() => writeFork(connection, fork, clock.now()));
      return requireRecord(connection, fork.info.run);
    },
    async branch(run) {
      const row = connection.get<BranchRow>('SELECT * FROM branches WHERE run = ?', run);
      return row === undefined ? null : branchOf(row);
    },
    openAsides: async () =>
      connection
        .all<BranchRow>(
          `SELECT branches.* FROM branches JOIN heads ON heads.run = branches.run JOIN runs ON runs.run = branches.run
            WHERE aside = 1 AND state = 'open' ORDER BY ordinal`,
        )
        .map(branchOf),
    async noteBranch(run, what) {
      if ('source' in what) connection.run('UPDATE branches SET source = ? WHERE run = ?', what.source, run);
      else connection.run('UPDATE branches SET ending = ? WHERE run = ?', what.ending, run);
    },
  };
}

function writePoint(connection: Connection, run: string, { batchSeq, tick, world, platform }: KeptPoint): void {
  connection.run(
    'INSERT INTO points (run, tick, batch_seq, world, platform) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    run,
    tick,
    batchSeq,
    world,
    platform,
  );
}

function writeFork(connection: Connection, { info, parent, by, scenarioText, branch, past }: Fork, createdMs: number) {
  const { run } = info;
  if (isTaken(connection, run)) throw new StoreError('run-exists', `there is a run ${run} already`);
  insertRun(connection, { run, info, createdMs, state: 'open', parent, by, scenarioText });
  connection.run(
    'INSERT INTO branches (run, aside, fork_tick, start_tick, script, until_tick) VALUES (?, ?, ?, ?, ?, ?)',
    run,
    branch.aside ? 1 : 0,
    branch.forkTick,
    branch.startTick,
    JSON.stringify(branch.script),
    branch.untilTick,
  );
  if (past !== null) takePast(connection, run, past);
}

/** Rows are copied, pieces shared. The first entry says the run's particulars, and so its name. */
function takePast(connection: Connection, run: string, past: ForkedPast): void {
  const { of, point, checkpoint, lastSeq, digest, totals } = past;
  const { batchSeq, tick } = point;
  connection.run(
    `INSERT INTO entries (run, seq, tick, kind, body, subject)
      SELECT ?, seq, tick, kind, body, subject FROM entries WHERE run = ? AND seq <= ?`,
    run,
    of,
    lastSeq,
  );
  connection.run(
    "UPDATE entries SET body = json_set(body, '$.info.run', ?) WHERE run = ? AND seq = 1 AND kind = 'run.started'",
    run,
    run,
  );
  connection.run(
    `INSERT INTO residents (run, case_id, body) SELECT ?, case_id, body FROM residents
      WHERE run = ? AND EXISTS (SELECT 1 FROM entries WHERE entries.run = ? AND subject = case_id)`,
    run,
    of,
    run,
  );
  connection.run(
    `INSERT INTO segments (run, segment_index, from_tick, to_tick, digest, stored_digest, payload_bytes, stored_bytes)
      SELECT ?, segment_index, from_tick, to_tick, digest, stored_digest, payload_bytes, stored_bytes FROM segments
      WHERE run = ? AND to_tick <= ?`,
    run,
    of,
    tick,
  );
  connection.run(
    `INSERT INTO tracks (run, from_tick, to_tick, stored_digest, stored_bytes, lengths)
      SELECT ?, from_tick, to_tick, stored_digest, stored_bytes, lengths FROM tracks WHERE run = ? AND to_tick <= ?`,
    run,
    of,
    tick,
  );
  connection.run(
    `INSERT INTO notes (run, id, tick, to_tick, author, text)
      SELECT ?, id, tick, to_tick, author, text FROM notes WHERE run = ? AND tick <= ?`,
    run,
    of,
    tick,
  );
  connection.run(
    'INSERT INTO checkpoints (run, batch_seq, tick, state) VALUES (?, ?, ?, ?)',
    run,
    batchSeq,
    tick,
    checkpoint.state,
  );
  writePoint(connection, run, point);
  connection.run(
    `UPDATE heads SET last_batch = ?, last_tick = ?, last_seq = ?, digest = ?, cases = ?, closed = ?,
      bytes = (SELECT coalesce(sum(stored_bytes), 0) FROM segments WHERE run = ?) + (SELECT coalesce(sum(stored_bytes), 0) FROM tracks WHERE run = ?)
      WHERE run = ?`,
    batchSeq,
    tick,
    lastSeq,
    digest,
    totals.cases,
    totals.closed,
    run,
    run,
    run,
  );
}
