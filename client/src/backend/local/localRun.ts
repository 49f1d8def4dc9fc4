// One recording that is open without a server: what it is, its notes, and what was folded out of its log.

import type { LoopCounts } from '@onescreen/shared/cases';
import type { Entry } from '@onescreen/shared/log';
import type { ByteSource, ByteTools, Recording } from '@onescreen/shared/recordings';
import type { Books } from '@onescreen/shared/reports';
import { createPastBooks } from '@onescreen/shared/reports';
import type { NoteShelf } from './notes.ts';
import { createNoteShelf } from './notes.ts';
import type { RunFold } from './runFold.ts';
import { foldRun } from './runFold.ts';
import type { LogStretch } from './runLog.ts';
import { stretchesOf } from './runLog.ts';

/** Stretches kept as entries, newest used last: two hours of a busy day take some ten megabytes. */
const KEPT_STRETCHES = 3;

export interface LocalRun {
  recording: Recording;
  source: ByteSource;
  tools: ByteTools;
  notes: NoteShelf;
  /** Made when it is first asked for. */
  fold(): Promise<RunFold>;
  /** What `take` makes of the books as they were at the end of a tick, and of the loop's counts then; the newest after the last tick. */
  booksAt<T>(tick: number, take: (books: Books, loop: LoopCounts) => T): Promise<T>;
  /** Entries with a seq above `after`, ascending, at most `limit`. */
  entriesAfter(after: number, limit: number): Promise<readonly Entry[]>;
  /** The entries of one case, ascending. */
  entriesOfCase(id: string): Promise<readonly Entry[]>;
}

export function createLocalRun(recording: Recording, source: ByteSource, tools: ByteTools): LocalRun {
  const stretches = stretchesOf(recording).map(keeping());
  let folded: Promise<RunFold> | null = null;

  const fold = (): Promise<RunFold> => {
    folded ??= foldRun(stretches).catch((error: unknown) => {
      // A source that was away may be back when somebody asks again.
      folded = null;
      throw error;
    });
    return folded;
  };
  async function entriesAfter(after: number, limit: number): Promise<readonly Entry[]> {
    const { seqBefore, lastSeq } = await fold();
    const found: Entry[] = [];
    for (const [index, before] of seqBefore.entries()) {
      const next = seqBefore[index + 1] ?? lastSeq;
      if (next <= after || next === before) continue;
      for (const entry of await stretches[index]!.read()) {
        if (entry.seq > after && entry.seq <= lastSeq) found.push(entry);
        if (found.length === limit) return found;
      }
    }
    return found;
  }
  const past = createPastBooks(entriesAfter);

  return {
    recording,
    source,
    tools,
    notes: createNoteShelf(recording.index.notes, recording.index.totals.ticks - 1),
    fold,
    async booksAt(tick, take) {
      const { books, state } = await fold();
      return books.ledger.tick <= tick ? take(books, state.loop) : past.at(tick, take);
    },
    entriesAfter,
    async entriesOfCase(id) {
      const { stretchesOfCase } = await fold();
      const found: Entry[] = [];
      for (const index of stretchesOfCase.get(id) ?? [])
        found.push(...(await stretches[index]!.read()).filter((entry) => 'case' in entry && entry.case === id));
      return found;
    },
  };
}

/** The stretches that were read last stay as they are. */
function keeping(): (stretch: LogStretch) => LogStretch {
  const kept = new Map<LogStretch, Promise<readonly Entry[]>>();
  return (stretch) => ({
    ...stretch,
    read() {
      const entries = kept.get(stretch) ?? stretch.read();
      kept.delete(stretch);
      kept.set(stretch, entries);
      entries.catch(() => kept.delete(stretch));
      for (const oldest of [...kept.keys()].slice(0, -KEPT_STRETCHES)) kept.delete(oldest);
      return entries;
    },
  });
}
