// Opens the embedded store: one folder, one process, one SQLite file by libsql.
import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Clock, systemClock } from '../../clock.ts';
import { StoreError } from '../errors.ts';
import type { Store } from '../types.ts';
import type { Connection } from './connection.ts';
import { connect } from './connection.ts';
import { lockFolder } from './lock.ts';
import { migrate } from './migrations.ts';
import { createStore } from './store.ts';

export interface EmbeddedOptions {
  /** Created when it is not there. */
  folder: string;
  /** Upper bound of the database file; reaching it is `disk-full`. Default: none. */
  sizeLimitBytes?: number;
  /** How long to wait for a process that holds the folder, e.g. one that was just killed. Default 2000. */
  lockWaitMs?: number;
  /** When runs are begun. Default: the machine's. */
  clock?: Pick<Clock, 'now'>;
}

/** Throws StoreError: `folder-held`, `folder-unusable`, `read-only`, `newer-version`, `damaged`. */
export async function openEmbeddedStore(options: EmbeddedOptions): Promise<Store> {
  makeFolder(options.folder);
  const release = lockFolder(options.folder, options.lockWaitMs);
  let connection: Connection | null = null;
  try {
    connection = connect(path.join(options.folder, 'onescreen.db'));
    tune(connection, options.sizeLimitBytes);
    migrate(connection);
    return createStore(connection, options.clock ?? systemClock, release);
  } catch (error) {
    connection?.close();
    release();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
      throw new StoreError('read-only', `the data folder ${folder} cannot be written (${code})`, error);
    }
    if (code === 'ENOSPC')
      throw new StoreError('disk-full', `there is no space left for the data folder ${folder}`, error);
    throw new StoreError('folder-unusable', `${folder} cannot be a data folder (${code})`, error);
  }
}

/** FULL: an ack means that the step is on the disk, not only in the system's memory. */
function tune(connection: Connection, sizeLimitBytes: number | undefined): void {
  connection.exec('PRAGMA busy_timeout = 5000');
  connection.exec('PRAGMA journal_mode = WAL');
  connection.exec('PRAGMA synchronous = FULL');
  connection.exec('PRAGMA foreign_keys = ON');
  if (sizeLimitBytes === undefined) return;
  const pageBytes = connection.get<{ page_size: number }>('PRAGMA page_size')!.page_size;
  connection.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(sizeLimitBytes / pageBytes))}`);
}
