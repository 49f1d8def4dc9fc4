// Cases of a run: those that are open or ended lately, the whole story of one, and whom the policy would send to it.
import type { CaseState } from '@onescreen/shared/cases';
import { evolve, stepOf } from '@onescreen/shared/cases';
import type { CaseEntry, Entry } from '@onescreen/shared/log';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Stage } from '../../stage.ts';
import type { Store } from '../../store/index.ts';
import type { CaseFolds } from '../caseFolds.ts';
import { notFound, ProblemError, problemOf } from '../problems.ts';
import { read } from '../query.ts';
import { ofRun, recordOf } from '../runRecord.ts';

const ofCase = ofRun.extend({ case: z.string().regex(/^C\d{1,12}$/, 'is not the id of a case') });

export function caseRoutes(app: FastifyInstance, store: Store, stage: Stage, folds: CaseFolds): void {
  app.get('/api/runs/:run/cases', async ({ params }) => {
    const { run } = await recordOf(store, params);
    return folds.read(run, ({ tick, seq, cases }) => ({ run, tick, seq, cases: Object.values(cases) }));
  });
  app.get('/api/runs/:run/cases/:case', async ({ params }) => {
    const { run, lastTick } = await recordOf(store, params);
    const { case: id } = read(ofCase, params);
    const state = storyOf(await store.entriesOfCase(run, id));
    if (state === null) throw notFound(`The case ${id} of ${run}`);
    return { run, tick: lastTick, case: state };
  });
  app.get('/api/runs/:run/cases/:case/candidates', async ({ params }) => {
    const { run } = await recordOf(store, params);
    const { case: id } = read(ofCase, params);
    return stage.between(() => {
      const { platform } = stage;
      if (platform?.info.run !== run) throw notOnStage(run);
      const proposal = platform.propose(id);
      if (proposal === null) throw notFound(`An open case ${id} of ${run}`);
      return { run, tick: platform.lastTick, ...proposal };
    });
  });
}

const NOT_ON_STAGE = {
  zh: '只有正在运行的场次可以派遣力量。',
  en: 'Units can only be sent in the run that is on stage.',
};
const notOnStage = (run: string): ProblemError =>
  new ProblemError(problemOf(409, 'not-on-stage', NOT_ON_STAGE, `${run} is a recording.`));

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
