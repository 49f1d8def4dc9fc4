// The answers about cases: those that are open or ended lately, and the whole story of one.

import type { CaseState, CasesState } from '../cases/index.ts';
import { evolve, stepOf } from '../cases/index.ts';
import type { CaseEntry, Entry } from '../log/index.ts';
import { z } from '../zod.ts';
import { notFound } from './problems.ts';
import { read } from './query.ts';

const ofCase = z.object({ case: z.string().regex(/^C\d{1,12}$/, 'is not the id of a case') });

/** The id of a case that an address names. Throws ProblemError 400. */
export const readCaseId = (params: unknown): string => read(ofCase, params).case;

export const casesAnswer = (run: string, { tick, seq, cases }: CasesState) => ({
  run,
  tick,
  seq,
  cases: Object.values(cases),
});

/** `tick`: the newest of the run. `entries`: those of the case, in order. Throws ProblemError 404 where there are none. */
export function caseAnswer(run: string, tick: number, id: string, entries: readonly Entry[]) {
  const state = storyOf(entries);
  if (state === null) throw notFound(`The case ${id} of ${run}`);
  return { run, tick, case: state };
}

const isCase = (entry: Entry): entry is Entry & CaseEntry => entry.kind.startsWith('case.');

/** The case with all its steps and their evidence, also when the state has let it go; null where there is none. */
function storyOf(entries: readonly Entry[]): CaseState | null {
  let state: CaseState | null = null;
  for (const entry of entries) {
    if (isCase(entry)) state = evolve(state, withoutPast(stepOf(entry)));
  }
  return state;
}

type Step = ReturnType<typeof stepOf>;

/** A reopening repeats the case as it was; here its steps stand before it anyway. */
function withoutPast(step: Step): Step {
  if (step.kind !== 'case.reopened') return step;
  const { was: _, ...own } = step;
  return own;
}
