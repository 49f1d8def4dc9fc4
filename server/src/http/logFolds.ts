// Folds over the logs of runs that are kept in memory and only ever read what is new. One reader at a time for each run.
import type { RunId } from '@onescreen/shared/ids';
import type { Entry } from '@onescreen/shared/log';
import type { Store } from '../store/index.ts';

const PAGE_ENTRIES = 2000;
/** Folded runs kept, newest asked last. A day's fold is a few megabytes. */
const KEPT_RUNS = 4;

interface Fold<T> {
  value: T;
  /** Of the newest entry folded in. */
  seq: number;
  /** Settles when nobody reads the log for it any more. */
  line: Promise<unknown>;
  reading: number;
}

export interface LogFolds<T> {
  /** What `take` makes of the fold of everything that is committed; it must not keep the fold. */
  read<R>(run: RunId, take: (value: T) => R): Promise<R>;
  /** Entries that were just committed, so that a later reader finds less to do. Nothing happens when they do not come next. */
  offer(run: RunId, entries: readonly Entry[]): void;
}

/** `add` may change the value that it is given. */
export function createLogFolds<T>(store: Store, create: () => T, add: (value: T, entry: Entry) => void): LogFolds<T> {
  const folds = new Map<RunId, Fold<T>>();

  /** The fold of a run, now the newest asked. */
  function foldOf(run: RunId): Fold<T> {
    const fold = folds.get(run) ?? { value: create(), seq: 0, line: Promise.resolve(), reading: 0 };
    folds.delete(run);
    folds.set(run, fold);
    for (const oldest of [...folds.keys()].slice(0, -KEPT_RUNS)) folds.delete(oldest);
    return fold;
  }

  /** A fold that could not take an entry is in no state to go on: the next reader begins anew. */
  function addAll(run: RunId, fold: Fold<T>, entries: readonly Entry[]): void {
    try {
      for (const entry of entries) {
        add(fold.value, entry);
        fold.seq = entry.seq;
      }
    } catch (error) {
      if (folds.get(run) === fold) folds.delete(run);
      throw error;
    }
  }

  async function catchUp(run: RunId, fold: Fold<T>): Promise<void> {
    for (;;) {
      const entries = await store.entriesAfter(run, fold.seq, PAGE_ENTRIES);
      addAll(run, fold, entries);
      if (entries.length < PAGE_ENTRIES) return;
    }
  }

  return {
    read(run, take) {
      const fold = foldOf(run);
      fold.reading += 1;
      const turn = fold.line
        .then(() => catchUp(run, fold))
        .then(() => take(fold.value))
        .finally(() => {
          fold.reading -= 1;
        });
      fold.line = turn.catch(() => undefined);
      return turn;
    },
    offer(run, entries) {
      const first = entries[0]?.seq;
      if (first === undefined || (first !== 1 && !folds.has(run))) return;
      const fold = foldOf(run);
      if (fold.reading > 0 || fold.seq + 1 !== first) return;
      try {
        addAll(run, fold, entries);
      } catch {
        // Nobody has asked yet; whoever does reads the log and gets the error.
      }
    },
  };
}
