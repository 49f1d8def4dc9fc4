// One libsql connection with its statements prepared once and its errors said by name.
import Database from 'libsql';
import { StoreError } from '../errors.ts';

export type Parameter = string | number | null | Uint8Array;

interface Statement {
  run(parameters: readonly Parameter[]): unknown;
  all(parameters: readonly Parameter[]): Cell[][];
  raw(): Statement;
  columns(): { name: string }[];
}
type Cell = string | number | null | Uint8Array;

/**
 * Rows as objects. Read raw, because in libsql 0.5 a row object from `all` holds ArrayBuffers where one from `get` holds Buffers,
 * and carries a key `_metadata`.
 */
function rowsOf<Row>(statement: Statement, parameters: readonly Parameter[]): Row[] {
  const names = statement.columns().map((column) => column.name);
  return statement
    .raw()
    .all(parameters)
    .map((cells) => Object.fromEntries(cells.map((cell, i) => [names[i], cell])) as Row);
}

export interface Connection {
  exec(sql: string): void;
  run(sql: string, ...parameters: Parameter[]): void;
  get<Row>(sql: string, ...parameters: Parameter[]): Row | undefined;
  all<Row>(sql: string, ...parameters: Parameter[]): Row[];
  /** Runs `work` with the write lock held; rolls back when it throws. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/** `file` is created when it is not there. Throws StoreError. */
export function connect(file: string): Connection {
  const database = named(() => new Database(file));
  const statements = new Map<string, Statement>();
  const prepared = (sql: string): Statement => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql) as unknown as Statement;
      statements.set(sql, statement);
    }
    return statement;
  };
  const exec = (sql: string) => named(() => void database.exec(sql));

  return {
    exec,
    run: (sql, ...parameters) => named(() => void prepared(sql).run(parameters)),
    get: <Row>(sql: string, ...parameters: Parameter[]) => named(() => rowsOf<Row>(prepared(sql), parameters)[0]),
    all: <Row>(sql: string, ...parameters: Parameter[]) => named(() => rowsOf<Row>(prepared(sql), parameters)),
    transaction(work) {
      exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        exec('COMMIT');
        return result;
      } catch (error) {
        // A full disk has rolled back by itself; a second rollback would hide the first error.
        if (database.inTransaction) exec('ROLLBACK');
        throw error;
      }
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}

function named<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeErrorOf(error);
  }
}

/** The StoreError for what the database said; anything that is not the surroundings' fault comes back as it is. */
export function storeErrorOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code.startsWith('SQLITE_FULL'))
    return new StoreError('disk-full', 'there is no space left for the data folder', error);
  if (code.startsWith('SQLITE_READONLY'))
    return new StoreError('read-only', 'the data folder may only be read, not written', error);
  if (code.startsWith('SQLITE_BUSY'))
    return new StoreError('folder-held', 'another process holds the data folder', error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return new StoreError('damaged', 'the database in the data folder is damaged', error);
  if (
    code.startsWith('SQLITE_IOERR') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    error.message.startsWith('ConnectionFailed')
  ) {
    return new StoreError(
      'folder-unusable',
      `the database in the data folder cannot be used (${error.message})`,
      error,
    );
  }
  return error;
}
