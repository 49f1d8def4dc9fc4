// What folds out of the log of a run: its cases, and its books (ledger, scores, overrides). The cases of the run on stage are the engine's
// own; its books grow with every step. Any other run is folded from the store when it is asked for, and no longer changes.

import type { CasesState, LoopCounts } from '@onescreen/shared/cases';
import { createCasesState, evolveCases } from '@onescreen/shared/cases';
import type { Books, PastBooks } from '@onescreen/shared/reports';
import { addToBooks, createBooks, createPastBooks } from '@onescreen/shared/reports';
import type { Stage } from '../stage.ts';
import type { Store } from '../store/index.ts';
import { createLogFolds } from './logFolds.ts';

export interface CaseFolds {
  /** What `take` makes of the newest state of a run; it must not keep the state. */
  read<T>(run: string, take: (state: CasesState) => T): Promise<T>;
  /** The same of its books, with the cases at the same entry. */
  readBooks<T>(run: string, take: (books: Books, state: CasesState) => T): Promise<T>;
  /** The books as they were at the end of a tick, with the loop's counts then; the newest where the tick is not past yet. */
  readBooksAt<T>(run: string, tick: number, take: (books: Books, loop: LoopCounts) => T): Promise<T>;
}

/** Runs of whose past moments are kept, newest asked last. */
const KEPT_PASTS = 4;

export function createCaseFolds(stage: Stage, store: Store): CaseFolds {
  const states = createLogFolds(store, createCasesState, (state, entry) => void evolveCases(state, entry));
  const books = createLogFolds(store, createBooks, addToBooks);
  stage.listen({
    onRun: () => undefined,
    onStep: ({ info }, ticks) => {
      books.offer(
        info.run,
        ticks.flatMap(({ entries }) => entries),
      );
    },
    onStatus: () => undefined,
  });
  const onStage = (run: string): CasesState | null => (stage.platform?.info.run === run ? stage.platform.cases : null);

  const pasts = new Map<string, PastBooks>();
  function pastOf(run: string): PastBooks {
    const past = pasts.get(run) ?? createPastBooks((seq, limit) => store.entriesAfter(run, seq, limit));
    pasts.delete(run);
    pasts.set(run, past);
    for (const oldest of [...pasts.keys()].slice(0, -KEPT_PASTS)) pasts.delete(oldest);
    return past;
  }

  const folds: CaseFolds = {
    async read(run, take) {
      const live = await stage.between(() => {
        const state = onStage(run);
        return state === null ? null : { taken: take(state) };
      });
      return live === null ? states.read(run, take) : live.taken;
    },
    async readBooks(run, take) {
      // The long part first, while the steps go on; then what is left, between two steps.
      await books.read(run, () => undefined);
      const live = await stage.between(async () => {
        const state = onStage(run);
        return state === null ? null : { taken: await books.read(run, (own) => take(own, state)) };
      });
      if (live !== null) return live.taken;
      const state = await states.read(run, (ended) => ended);
      return books.read(run, (own) => take(own, state));
    },
    async readBooksAt(run, tick, take) {
      const newest = await folds.readBooks(run, (own, { loop }) =>
        own.ledger.tick <= tick ? { taken: take(own, loop) } : null,
      );
      return newest === null ? pastOf(run).at(tick, take) : newest.taken;
    },
  };
  return folds;
}
