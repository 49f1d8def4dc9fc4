// The books of a run as they were at a tick of its past: the same folds over its log up to there, carried on when a later tick is asked for.
import type { CasesState, LoopCounts } from '../cases/index.ts';
import { createCasesState, evolveCases } from '../cases/index.ts';
import type { Entry } from '../log/index.ts';
import type { Books } from './books.ts';
import { addToBooks, createBooks } from './books.ts';

/** Moments kept of a run, so that several readers at several ticks do not begin anew each time. A day's fold takes a few megabytes. */
const KEPT_MOMENTS = 3;
const PAGE_ENTRIES = 2000;

interface Moment {
  books: Books;
  cases: CasesState;
  /** All entries up to and with this tick are in it. */
  tick: number;
  seq: number;
}

export interface PastBooks {
  /** What `take` makes of the books at the end of a tick, and of the loop's counts then; it must not keep them. */
  at<T>(tick: number, take: (books: Books, loop: LoopCounts) => T): Promise<T>;
}

/** `entriesAfter`: entries of the run with a seq above the one given, ascending, at most `limit`. */
export function createPastBooks(entriesAfter: (seq: number, limit: number) => Promise<readonly Entry[]>): PastBooks {
  /** Newest asked last. */
  const kept: Moment[] = [];
  let line: Promise<unknown> = Promise.resolve();

  /** The latest moment kept that is not after the tick, or the beginning; taken out, because it is carried on. */
  function takeNearest(tick: number): Moment {
    const nearest = kept.reduce(
      (best, one, i) => (one.tick <= tick && one.tick > (kept[best]?.tick ?? -2) ? i : best),
      -1,
    );
    const [found] = nearest < 0 ? [] : kept.splice(nearest, 1);
    return found ?? { books: createBooks(), cases: createCasesState(), tick: -1, seq: 0 };
  }

  async function carryOn(moment: Moment, tick: number): Promise<void> {
    for (;;) {
      const entries = await entriesAfter(moment.seq, PAGE_ENTRIES);
      for (const entry of entries) {
        if (entry.tick > tick) break;
        moment.cases = evolveCases(moment.cases, entry);
        addToBooks(moment.books, entry);
        moment.seq = entry.seq;
      }
      if (entries.length < PAGE_ENTRIES || entries.at(-1)!.seq !== moment.seq) break;
    }
    moment.tick = tick;
  }

  return {
    at(tick, take) {
      const turn = line.then(async () => {
        const moment = takeNearest(tick);
        await carryOn(moment, tick);
        kept.push(moment);
        kept.splice(0, kept.length - KEPT_MOMENTS);
        return take(moment.books, moment.cases.loop);
      });
      line = turn.catch(() => undefined);
      return turn;
    },
  };
}
