// Frees the room of runs that are deleted, a little at a time, so that a live run's steps do not wait for it.
import type { Connection } from './connection.ts';

const ENTRIES_AT_ONCE = 2000;
const PARTS_AT_ONCE = 16;

/** Tables with rows of a run that are few or small. The run itself comes last. */
const SMALL = ['inbox', 'checkpoints', 'points', 'branches', 'residents', 'notes', 'heads', 'runs'] as const;

/** Takes away some more of what nobody sees; whether anything is left. An import that is under way is left alone. */
export function tidy(connection: Connection): boolean {
  return connection.transaction(() => {
    const run = connection.get<{ run: string }>("SELECT run FROM heads WHERE state = 'going' LIMIT 1")?.run;
    if (run === undefined) return false;
    if (deleteEntries(connection, run) || deleteParts(connection, run)) return true;
    for (const table of SMALL) connection.run(`DELETE FROM ${table} WHERE run = ?`, run);
    return connection.get("SELECT 1 FROM heads WHERE state = 'going' LIMIT 1") !== undefined;
  });
}

function deleteEntries(connection: Connection, run: string): boolean {
  const last = connection.get<{ seq: number }>(
    'SELECT max(seq) AS seq FROM (SELECT seq FROM entries WHERE run = ? ORDER BY seq LIMIT ?)',
    run,
    ENTRIES_AT_ONCE,
  )?.seq;
  if (last === undefined || last === null) return false;
  connection.run('DELETE FROM entries WHERE run = ? AND seq <= ?', run, last);
  return true;
}

/** A piece goes with the last row that names it. */
function deleteParts(connection: Connection, run: string): boolean {
  const parts = connection.all<{ place: string; at: number; stored_digest: string }>(
    `SELECT 'segments' AS place, segment_index AS at, stored_digest FROM segments WHERE run = ?
      UNION ALL SELECT 'tracks', from_tick, stored_digest FROM tracks WHERE run = ? LIMIT ?`,
    run,
    run,
    PARTS_AT_ONCE,
  );
  for (const { place, at, stored_digest: piece } of parts) {
    if (place === 'segments') connection.run('DELETE FROM segments WHERE run = ? AND segment_index = ?', run, at);
    else connection.run('DELETE FROM tracks WHERE run = ? AND from_tick = ?', run, at);
    connection.run(
      `DELETE FROM pieces WHERE stored_digest = ? AND NOT EXISTS (SELECT 1 FROM segments WHERE segments.stored_digest = pieces.stored_digest)
        AND NOT EXISTS (SELECT 1 FROM tracks WHERE tracks.stored_digest = pieces.stored_digest)`,
      piece,
    );
  }
  return parts.length > 0;
}

/** What is left of imports that ended with the process: call before any begins. */
export const forgetArrivals = (connection: Connection): void =>
  connection.run("UPDATE heads SET state = 'going' WHERE state = 'arriving'");
