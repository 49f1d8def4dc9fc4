// Notes that people leave on a run's time line.
import type { RunNote } from '@onescreen/shared/recordings';
import type { Store } from '../types.ts';
import type { Connection } from './connection.ts';
import type { NoteRow } from './rows.ts';
import { noteOf } from './rows.ts';
import { requireRecord } from './runs.ts';

const NOTE = 'SELECT id, tick, to_tick, author, text FROM notes';

type Notes = Pick<Store, 'notes' | 'addNote' | 'changeNote' | 'removeNote'>;

/** Within a transaction. */
export const insertNote = (connection: Connection, run: string, note: RunNote): void =>
  connection.run(
    'INSERT INTO notes (run, id, tick, to_tick, author, text) VALUES (?, ?, ?, ?, ?, ?)',
    run,
    note.id,
    note.tick,
    note.toTick ?? null,
    note.author,
    note.text,
  );

export function notesOf(connection: Connection): Notes {
  const noteAt = (run: string, id: string): RunNote | null => {
    const row = connection.get<NoteRow>(`${NOTE} WHERE run = ? AND id = ?`, run, id);
    return row === undefined ? null : noteOf(row);
  };
  /** An id that no note of the run has or had; notes that were imported brought their own. */
  const newId = (run: string): string => {
    for (;;) {
      connection.run("UPDATE counters SET value = value + 1 WHERE name = 'notes'");
      const { value } = connection.get<{ value: number }>("SELECT value FROM counters WHERE name = 'notes'")!;
      if (noteAt(run, `n${value}`) === null) return `n${value}`;
    }
  };

  return {
    notes: async (run) =>
      connection.all<NoteRow>(`${NOTE} WHERE run = ? ORDER BY tick, length(id), id`, run).map(noteOf),
    addNote: async (run, draft) =>
      connection.transaction(() => {
        requireRecord(connection, run);
        const note: RunNote = { id: newId(run), ...draft };
        insertNote(connection, run, note);
        return note;
      }),
    changeNote: async (run, id, text) =>
      connection.transaction(() => {
        connection.run('UPDATE notes SET text = ? WHERE run = ? AND id = ?', text, run, id);
        return noteAt(run, id);
      }),
    removeNote: async (run, id) =>
      connection.transaction(() => {
        const wasThere = noteAt(run, id) !== null;
        connection.run('DELETE FROM notes WHERE run = ? AND id = ?', run, id);
        return wasThere;
      }),
  };
}
