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
