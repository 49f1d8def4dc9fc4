// A run that comes whole from elsewhere: part by part in short transactions, seen by nobody before it is finished.
import type { RunInfo } from '@onescreen/shared/log';
import type { Clock } from '../../clock.ts';
import type { RunAbout, RunImport } from '../types.ts';
import type { Connection } from './connection.ts';
import { insertNote } from './notes.ts';
import { requireGapless, writeBlock, writeEntries, writeSegment } from './parts.ts';
import { insertRun, isTaken, requireRecord } from './runs.ts';

export function beginImport(
  connection: Connection,
  clock: Pick<Clock, 'now'>,
  info: RunInfo,
  about: RunAbout,
): RunImport {
  const run = connection.transaction(() => {
    const name = freeName(connection, info.run);
    const own: RunInfo = { ...info, run: name };
    insertRun(connection, { ...about, run: name, info: own, createdMs: clock.now(), state: 'arriving' });
    return name;
  });
  let lastSeq = 0;

  return {
    run,
    segment: async (segment, entries) =>
      connection.transaction(() => {
        requireGapless(run, lastSeq, entries);
        const { cases, closed } = writeEntries(connection, run, entries);
        writeSegment(connection, run, segment);
        lastSeq += entries.length;
        connection.run(
          'UPDATE heads SET last_tick = ?, last_seq = ?, cases = cases + ?, closed = closed + ? WHERE run = ?',
          segment.toTick,
          lastSeq,
          cases,
          closed,
          run,
        );
      }),
    block: async (block) => connection.transaction(() => writeBlock(connection, run, block)),
    finish: async ({ state, digest, notes }) =>
      connection.transaction(() => {
        for (const note of notes) insertNote(connection, run, note);
        connection.run('UPDATE heads SET state = ?, digest = ? WHERE run = ?', state, digest, run);
        return requireRecord(connection, run);
      }),
    abandon: async () => connection.run("UPDATE heads SET state = 'going' WHERE run = ? AND state = 'arriving'", run),
  };
}

function freeName(connection: Connection, run: string): string {
  let name = run;
  for (let count = 2; isTaken(connection, name); count++) name = `${run}-${count}`;
  return name;
}
