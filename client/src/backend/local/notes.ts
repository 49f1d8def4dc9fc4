// Notes of a recording that is played without a server: those in the file, and those that are made here and live as long as the page.
import type { RunNote } from '@onescreen/shared/recordings';
import { noteDraftSchema, noteText } from '@onescreen/shared/recordings';
import { malformed, notFound, ProblemError, read } from '@onescreen/shared/reports';
import { z } from '@onescreen/shared/zod';

const MOST_NOTES = 1000;
const change = z.strictObject({ text: noteText });

export interface NoteShelf {
  list(): readonly RunNote[];
  /** Each throws ProblemError for what is no note, or for a note that is not there. */
  add(body: unknown): RunNote;
  change(id: string, body: unknown): RunNote;
  remove(id: string): void;
  /** Whether there is anything that the file does not have. */
  readonly isChanged: boolean;
}

const byTick = (a: RunNote, b: RunNote): number => a.tick - b.tick || (a.id < b.id ? -1 : 1);

export function createNoteShelf(inFile: readonly RunNote[], lastTick: number): NoteShelf {
  let notes = [...inFile].sort(byTick);
  let next = 1;
  let isChanged = false;

  function noteAt(id: string): RunNote {
    const note = notes.find((one) => one.id === id);
    if (note === undefined) throw notFound(`The note ${id}`);
    return note;
  }
  function freeId(): string {
    while (notes.some(({ id }) => id === `n${next}`)) next += 1;
    return `n${next}`;
  }
  function put(changed: RunNote[]): void {
    notes = changed.sort(byTick);
    isChanged = true;
  }
  return {
    list: () => notes,
    add(body) {
      const draft = read(noteDraftSchema, body);
      if (Math.max(draft.tick, draft.toTick ?? 0) > lastTick)
        throw new ProblemError(malformed(`tick: is after the newest tick, ${lastTick}`));
      if (notes.length >= MOST_NOTES) throw new ProblemError(malformed(`a run has at most ${MOST_NOTES} notes`));
      const note: RunNote = { id: freeId(), author: '', ...draft };
      put([...notes, note]);
      return note;
    },
    change(id, body) {
      const changed = { ...noteAt(id), ...read(change, body) };
      put(notes.map((one) => (one.id === id ? changed : one)));
      return changed;
    },
    remove(id) {
      noteAt(id);
      put(notes.filter((one) => one.id !== id));
    },
    get isChanged() {
      return isChanged;
    },
  };
}
