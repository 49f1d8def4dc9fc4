// One process per data folder. The lock is the operating system's own lock on a small database file, so that a kill -9
// releases it; the main database stays readable to other tools.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StoreError } from '../errors.ts';
import { connect } from './connection.ts';

/** How long a killed process may take to let go. */
const RELEASE_WAIT_MS = 2000;

/** Holds the folder until the returned function is called. Throws StoreError `folder-held`. */
export function lockFolder(folder: string, waitMs = RELEASE_WAIT_MS): () => void {
  const holderFile = path.join(folder, 'holder');
  const lock = connect(path.join(folder, 'lock'));
  try {
    lock.exec(`PRAGMA busy_timeout = ${waitMs}`);
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof StoreError && error.code === 'folder-held')) throw error;
    throw new StoreError(
      'folder-held',
      `the data folder ${folder} is used by another process${holderOf(holderFile)}; stop it, or choose another folder`,
      error,
    );
  }
  writeFileSync(holderFile, `${process.pid}\n`);
  return () => {
    rmSync(holderFile, { force: true });
    lock.exec('ROLLBACK');
    lock.close();
  };
}

function holderOf(file: string): string {
  try {
    return ` (process ${readFileSync(file, 'utf8').trim()})`;
  } catch {
    // The holder is known by its lock; its number is a courtesy.
    return '';
  }
}
