// Runs as a list that people keep: begun, named, kept, deleted.
import { GENESIS_DIGEST } from '@onescreen/shared/log';
import type { Clock } from '../../clock.ts';
import { StoreError } from '../errors.ts';
import type { RunAbout, RunRecord, Store } from '../types.ts';
import type { Connection } from './connection.ts';
import { HIDDEN } from './parts.ts';
import type { RunRow } from './rows.ts';
import { runOf } from './rows.ts';

const COLUMNS = `runs.run, info, parent, runs.fork_tick, fork_policy, state, last_batch, last_tick, last_seq, digest, bytes, cases, closed, name, kept, by_whom,
  created_ms, scenario_text, (SELECT count(*) FROM notes WHERE notes.run = runs.run) AS notes, aside, ending`;
const VISIBLE = `SELECT ${COLUMNS} FROM runs JOIN heads ON heads.run = runs.run
  LEFT JOIN branches ON branches.run = runs.run WHERE state NOT IN ${HIDDEN}`;

export const recordOf = (connection: Connection, run: string): RunRecord | null => {
  const row = connection.get<RunRow>(`${VISIBLE} AND runs.run = ?`, run);
  return row === undefined ? null : runOf(row);
};

/** Throws StoreError `no-run`. */
export function requireRecord(connection: Connection, run: string): RunRecord {
  const record = recordOf(connection, run);
  if (record === null) throw new StoreError('no-run', `there is no run ${run}`);
  return record;
}

/** Also one that nobody sees any more: its name is free when all of it is gone. */
export const isTaken = (connection: Connection, run: string): boolean =>
  connection.get('SELECT 1 FROM runs WHERE run = ?', run) !== undefined;

export interface NewRun extends Partial<RunAbout> {
  run: string;
  info: object;
  createdMs: number;
  state: 'open' | 'arriving';
}

/** Within a transaction. */
export function insertRun(connection: Connection, { run, info, createdMs, state, ...about }: NewRun): void {
  connection.run(
    `INSERT INTO runs (run, ordinal, info, parent, fork_tick, fork_policy, name, kept, by_whom, created_ms, scenario_text)
      SELECT ?, coalesce(max(ordinal), 0) + 1, ?, ?, ?, ?, NULL, 0, ?, ?, ? FROM runs`,
    run,
    JSON.stringify(info),
    about.parent?.run ?? null,
    about.parent?.forkTick ?? null,
    about.parent?.policy ?? null,
    about.by ?? null,
    createdMs,
    about.scenarioText ?? null,
  );
  connection.run(
    `INSERT INTO heads (run, state, last_batch, last_tick, last_seq, digest, bytes, cases, closed) VALUES (?, ?, 0, -1, 0, ?, 0, 0, 0)`,
    run,
    state,
    GENESIS_DIGEST,
  );
}

type Runs = Pick<Store, 'createRun' | 'runs' | 'run' | 'changeRun' | 'deleteRun'>;

export function runsOf(connection: Connection, clock: Pick<Clock, 'now'>): Runs {
  return {
    async createRun(info, about = {}) {
      connection.transaction(() => {
        if (isTaken(connection, info.run)) throw new StoreError('run-exists', `there is a run ${info.run} already`);
        insertRun(connection, { ...about, run: info.run, info, createdMs: clock.now(), state: 'open' });
      });
      return requireRecord(connection, info.run);
    },
    runs: async () => connection.all<RunRow>(`${VISIBLE} ORDER BY ordinal DESC`).map(runOf),
    run: async (run) => recordOf(connection, run),
    async changeRun(run, change) {
      const before = requireRecord(connection, run);
      const { name, kept } = { ...before, ...change };
      connection.run('UPDATE runs SET name = ?, kept = ? WHERE run = ?', name, kept ? 1 : 0, run);
      return { ...before, name, kept };
    },
    async deleteRun(run) {
      connection.transaction(() => {
        if (requireRecord(connection, run).state === 'open')
          throw new StoreError('run-open', `run ${run} is still being recorded`);
        connection.run("UPDATE heads SET state = 'going' WHERE run = ?", run);
      });
    },
  };
}
