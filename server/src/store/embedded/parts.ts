// The parts of a recording as rows: entries, segments, blocks, and the pieces that hold their bytes. Called within a transaction.
import type { Entry } from '@onescreen/shared/log';
import { StoreError } from '../errors.ts';
import type { StoredBlock, StoredSegment } from '../types.ts';
import type { Connection } from './connection.ts';
import { bodyOf, subjectOf } from './rows.ts';

/** States of a run that no reader sees: an import under way, and a run that is deleted but whose room is not yet free. */
export const HIDDEN = "('arriving', 'going')";
export const isHidden = (state: string): boolean => state === 'arriving' || state === 'going';

/** Throws StoreError `entry-gap` unless the entries go on from `lastSeq` one by one. */
export function requireGapless(run: string, lastSeq: number, entries: readonly Entry[]): void {
  entries.forEach((entry, i) => {
    const expected = lastSeq + 1 + i;
    if (entry.seq !== expected)
      throw new StoreError('entry-gap', `entry ${entry.seq} of run ${run} stands where ${expected} must`);
  });
}

/** How many cases were discovered and closed by them. */
export function writeEntries(
  connection: Connection,
  run: string,
  entries: readonly Entry[],
): { cases: number; closed: number } {
  let cases = 0;
  let closed = 0;
  for (const entry of entries) {
    if (entry.kind === 'case.discovered') cases++;
    else if (entry.kind === 'case.closed') closed++;
    connection.run(
      'INSERT INTO entries (run, seq, tick, kind, body, subject) VALUES (?, ?, ?, ?, ?, ?)',
      run,
      entry.seq,
      entry.tick,
      entry.kind,
      bodyOf(entry),
      subjectOf(entry),
    );
  }
  return { cases, closed };
}

export function writeSegment(connection: Connection, run: string, { stored, ...segment }: StoredSegment): void {
  writePiece(connection, segment.storedDigest, stored);
  connection.run(
    `INSERT INTO segments (run, segment_index, from_tick, to_tick, digest, stored_digest, payload_bytes, stored_bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    run,
    segment.index,
    segment.fromTick,
    segment.toTick,
    segment.digest,
    segment.storedDigest,
    segment.payloadBytes,
    segment.storedBytes,
  );
  addBytes(connection, run, stored.length);
}

export function writeBlock(connection: Connection, run: string, { stored, ...block }: StoredBlock): void {
  writePiece(connection, block.storedDigest, stored);
  connection.run(
    'INSERT INTO tracks (run, from_tick, to_tick, stored_digest, stored_bytes, lengths) VALUES (?, ?, ?, ?, ?, ?)',
    run,
    block.fromTick,
    block.toTick,
    block.storedDigest,
    stored.length,
    JSON.stringify(block.lengths),
  );
  addBytes(connection, run, stored.length);
}

export const hasBlock = (connection: Connection, run: string, { fromTick }: StoredBlock): boolean =>
  connection.get('SELECT 1 FROM tracks WHERE run = ? AND from_tick = ?', run, fromTick) !== undefined;

/** The same content under the same name is kept once. */
const writePiece = (connection: Connection, storedDigest: string, bytes: Uint8Array): void =>
  connection.run('INSERT INTO pieces (stored_digest, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING', storedDigest, bytes);

const addBytes = (connection: Connection, run: string, bytes: number): void =>
  connection.run('UPDATE heads SET bytes = bytes + ? WHERE run = ?', bytes, run);
