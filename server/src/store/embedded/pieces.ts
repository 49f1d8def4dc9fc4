// Bytes by their content, and how much room all of it takes.
import type { Piece } from '../types.ts';
import type { Connection } from './connection.ts';

/** SQLite counts bytes from one, and cuts a blob without handing the whole of it over. */
export function pieceOf(
  connection: Connection,
  storedDigest: string,
  span?: { offset: number; length: number },
): Piece | null {
  const row =
    span === undefined
      ? connection.get<Piece>('SELECT length(bytes) AS size, bytes FROM pieces WHERE stored_digest = ?', storedDigest)
      : connection.get<Piece>(
          'SELECT length(bytes) AS size, substr(bytes, ?, ?) AS bytes FROM pieces WHERE stored_digest = ?',
          span.offset + 1,
          span.length,
          storedDigest,
        );
  return row ?? null;
}

/** Pages in use; the file itself does not shrink, but what is free is used again first. */
export function usedBytes(connection: Connection): number {
  const pragma = <Name extends string>(name: Name): number =>
    connection.get<Record<Name, number>>(`PRAGMA ${name}`)![name];
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
}
