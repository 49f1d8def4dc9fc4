// Cases and counts of a run: of the run on stage from the engine, of any other by folding its log, which then no longer changes.

import type { CasesState } from '@onescreen/shared/cases';
import { createCasesState, evolveCases } from '@onescreen/shared/cases';
import type { Stage } from '../stage.ts';
import type { Store } from '../store/index.ts';

const PAGE_ENTRIES = 2000;
/** Folded states kept, newest asked last. A day's state is a few megabytes. */
const KEPT_RUNS = 4;

export interface CaseFolds {
  /** What `take` makes of the newest state of a run; it must not keep the state. */
  read<T>(run: string, take: (state: CasesState) => T): Promise<T>;
}

export function createCaseFolds(stage: Stage, store: Store): CaseFolds {
  const folded = new Map<string, CasesState>();

  async function fold(run: string): Promise<CasesState> {
    let state = folded.get(run) ?? createCasesState();
    folded.delete(run);
    for (;;) {
      const entries = await store.entriesAfter(run, state.seq, PAGE_ENTRIES);
      for (const entry of entries) state = evolveCases(state, entry);
      if (entries.length < PAGE_ENTRIES) break;
    }
    folded.set(run, state);
    for (const oldest of [...folded.keys()].slice(0, -KEPT_RUNS)) folded.delete(oldest);
    return state;
  }

  return {
    async read(run, take) {
      const live = await stage.between(() => {
        const { platform } = stage;
        return platform?.info.run === run ? { taken: take(platform.cases) } : null;
      });
      return live === null ? take(await fold(run)) : live.taken;
    },
  };
}
