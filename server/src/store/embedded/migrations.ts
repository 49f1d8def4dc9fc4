// The embedded database's schema, as numbered steps that are never edited once released. Plain SQL that PostgreSQL has too,
// but for the type names.
import { StoreError } from '../errors.ts';
import type { Connection } from './connection.ts';

interface Migration {
  version: number;
  sql: string;
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
      CREATE TABLE runs (
        run TEXT PRIMARY KEY, ordinal INTEGER NOT NULL UNIQUE, info TEXT NOT NULL, parent TEXT REFERENCES runs (run), fork_tick INTEGER
      ) STRICT;
      -- The one row that a step locks: seq is gapless because it is taken here, in the step's own transaction.
      CREATE TABLE heads (
        run TEXT PRIMARY KEY REFERENCES runs (run), state TEXT NOT NULL, last_batch INTEGER NOT NULL, last_tick INTEGER NOT NULL,
        last_seq INTEGER NOT NULL, digest TEXT NOT NULL, bytes INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE entries (
        run TEXT NOT NULL, seq INTEGER NOT NULL, tick INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (run, seq)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE inbox (
        run TEXT NOT NULL, batch_seq INTEGER NOT NULL, batch BLOB NOT NULL, commands TEXT NOT NULL, ack TEXT NOT NULL,
        PRIMARY KEY (run, batch_seq)
      ) STRICT;
      CREATE TABLE checkpoints (
        run TEXT NOT NULL, batch_seq INTEGER NOT NULL, tick INTEGER NOT NULL, state BLOB NOT NULL, PRIMARY KEY (run, batch_seq)
      ) STRICT;
      CREATE TABLE segments (
        run TEXT NOT NULL, segment_index INTEGER NOT NULL, from_tick INTEGER NOT NULL, to_tick INTEGER NOT NULL, digest TEXT NOT NULL,
        stored_digest TEXT NOT NULL, payload_bytes INTEGER NOT NULL, stored_bytes INTEGER NOT NULL, stored BLOB NOT NULL,
        PRIMARY KEY (run, segment_index)
      ) STRICT;
      CREATE TABLE history (
        run TEXT NOT NULL, tick INTEGER NOT NULL, quanta BLOB NOT NULL, PRIMARY KEY (run, tick)
      ) STRICT;`,
  },
  {
    version: 2,
    sql: `
      -- Beside the log, never in it: no route but the answer to a look reads this table.
      CREATE TABLE residents (
        run TEXT NOT NULL, case_id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (run, case_id)
      ) STRICT;
      -- The case that an entry is about, where it is about one. An index over most entries costs less than reading all of a run for one case.
      ALTER TABLE entries ADD COLUMN subject TEXT;
      UPDATE entries SET subject = json_extract(body, '$.case');
      CREATE INDEX entries_by_subject ON entries (run, subject, seq) WHERE subject IS NOT NULL;
      CREATE INDEX entries_of_people ON entries (run, seq) WHERE kind IN ('command.received', 'command.refused', 'record.looked');
      CREATE TABLE sign_ins (
        ordinal INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, what TEXT NOT NULL, name TEXT, role TEXT, area TEXT
      ) STRICT;`,
  },
  {
    version: 3,
    sql: `
      -- A run may outlive the one that it branched from, so its parent is a name and no reference. created_ms of older runs: now, since nobody
      -- wrote it down and a run must not be too old on the day that its age begins to matter.
      CREATE TABLE runs_3 (
        run TEXT PRIMARY KEY, ordinal INTEGER NOT NULL UNIQUE, info TEXT NOT NULL, parent TEXT, fork_tick INTEGER, name TEXT,
        kept INTEGER NOT NULL, by_whom TEXT, created_ms INTEGER NOT NULL, scenario_text TEXT
      ) STRICT;
      INSERT INTO runs_3 SELECT run, ordinal, info, parent, fork_tick, NULL, 0, NULL, CAST(strftime('%s', 'now') AS INTEGER) * 1000, NULL FROM runs;
      -- Beside the states that a reader sees: arriving (an import under way) and going (deleted, its room not yet freed).
      CREATE TABLE heads_3 (
        run TEXT PRIMARY KEY REFERENCES runs_3 (run), state TEXT NOT NULL, last_batch INTEGER NOT NULL, last_tick INTEGER NOT NULL,
        last_seq INTEGER NOT NULL, digest TEXT NOT NULL, bytes INTEGER NOT NULL, cases INTEGER NOT NULL, closed INTEGER NOT NULL
      ) STRICT;
      INSERT INTO heads_3 SELECT run, state, last_batch, last_tick, last_seq, digest, bytes,
        (SELECT count(*) FROM entries WHERE entries.run = heads.run AND kind = 'case.discovered'),
        (SELECT count(*) FROM entries WHERE entries.run = heads.run AND kind = 'case.closed') FROM heads;
      DROP TABLE heads;
      DROP TABLE runs;
      ALTER TABLE runs_3 RENAME TO runs;
      ALTER TABLE heads_3 RENAME TO heads;
      -- Bytes by their content: runs that share a past share its pieces.
      CREATE TABLE pieces (stored_digest TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
      INSERT OR IGNORE INTO pieces SELECT stored_digest, stored FROM segments;
      CREATE TABLE segments_3 (
        run TEXT NOT NULL, segment_index INTEGER NOT NULL, from_tick INTEGER NOT NULL, to_tick INTEGER NOT NULL, digest TEXT NOT NULL,
        stored_digest TEXT NOT NULL, payload_bytes INTEGER NOT NULL, stored_bytes INTEGER NOT NULL, PRIMARY KEY (run, segment_index)
      ) STRICT;
      INSERT INTO segments_3 SELECT run, segment_index, from_tick, to_tick, digest, stored_digest, payload_bytes, stored_bytes FROM segments;
      DROP TABLE segments;
      ALTER TABLE segments_3 RENAME TO segments;
      CREATE INDEX segments_by_piece ON segments (stored_digest);
      CREATE TABLE tracks (
        run TEXT NOT NULL, from_tick INTEGER NOT NULL, to_tick INTEGER NOT NULL, stored_digest TEXT NOT NULL, stored_bytes INTEGER NOT NULL,
        lengths TEXT NOT NULL, PRIMARY KEY (run, from_tick)
      ) STRICT;
      CREATE INDEX tracks_by_piece ON tracks (stored_digest);
      -- Lines of the past come from the tracks; those of older runs are made from their segments when somebody asks.
      DROP TABLE history;
      CREATE TABLE notes (
        run TEXT NOT NULL, id TEXT NOT NULL, tick INTEGER NOT NULL, to_tick INTEGER, author TEXT NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (run, id)
      ) STRICT;
      -- The number of the newest note ever written, so that no id comes twice.
      CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
      INSERT INTO counters VALUES ('notes', 0);`,
  },
  {
    version: 4,
    sql: `
      -- Entries in the order in which they are written, found by an index. Ordered by run, as they were, those of a run whose name sorts before
      -- another's came between full pages: each moved its neighbours, and a branch took up to ten seconds to copy a day (measured; now 0.2 s).
      CREATE TABLE entries_4 (
        run TEXT NOT NULL, seq INTEGER NOT NULL, tick INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, subject TEXT
      ) STRICT;
      INSERT INTO entries_4 SELECT run, seq, tick, kind, body, subject FROM entries ORDER BY run, seq;
      DROP TABLE entries;
      ALTER TABLE entries_4 RENAME TO entries;
      CREATE UNIQUE INDEX entries_by_seq ON entries (run, seq);
      CREATE INDEX entries_by_subject ON entries (run, subject, seq) WHERE subject IS NOT NULL;
      CREATE INDEX entries_of_people ON entries (run, seq) WHERE kind IN ('command.received', 'command.refused', 'record.looked');
      -- World and platform after the same batch, from which a run can be taken up; nobody here opens world.
      CREATE TABLE points (
        run TEXT NOT NULL, tick INTEGER NOT NULL, batch_seq INTEGER NOT NULL, world BLOB NOT NULL, platform BLOB NOT NULL,
        PRIMARY KEY (run, tick)
      ) STRICT;
      CREATE TABLE branches (
        run TEXT PRIMARY KEY, aside INTEGER NOT NULL, fork_tick INTEGER NOT NULL, start_tick INTEGER NOT NULL, script TEXT NOT NULL,
        until_tick INTEGER, source TEXT, ending TEXT
      ) STRICT;`,
  },
  {
    version: 5,
    sql: 'ALTER TABLE runs ADD COLUMN fork_policy TEXT',
  },
];

/** Brings a database to the newest version, a transaction for each step. Throws StoreError `newer-version`. */
export function migrate(connection: Connection): void {
  if (migrations.some((migration, index) => migration.version !== index + 1))
    throw new Error('migrations must be numbered 1, 2, 3 …');
  connection.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY)');
  const found =
    connection.get<{ version: number | null }>('SELECT max(version) AS version FROM schema_version')?.version ?? 0;
  if (found > migrations.length) {
    throw new StoreError(
      'newer-version',
      `the data folder was written by a newer One Screen (its version is ${found}, this program knows ${migrations.length})`,
    );
  }
  for (const { version, sql } of migrations.slice(found)) {
    connection.transaction(() => {
      connection.exec(sql);
      connection.run('INSERT INTO schema_version (version) VALUES (?)', version);
    });
  }
}
