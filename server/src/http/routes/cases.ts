// Cases of a run: those that are open or ended lately, the whole story of one, and whom the policy would send to it.
import { caseAnswer, casesAnswer, readCaseId } from '@onescreen/shared/reports';
import type { FastifyInstance } from 'fastify';
import type { Stage } from '../../stage.ts';
import type { Store } from '../../store/index.ts';
import type { CaseFolds } from '../caseFolds.ts';
import { notFound, ProblemError, problemOf } from '../problems.ts';
import { recordOf } from '../runRecord.ts';

export function caseRoutes(app: FastifyInstance, store: Store, stage: Stage, folds: CaseFolds): void {
  app.get('/api/runs/:run/cases', async ({ params }) => {
    const { run } = await recordOf(store, params);
    return folds.read(run, (state) => casesAnswer(run, state));
  });
  app.get('/api/runs/:run/cases/:case', async ({ params }) => {
    const { run, lastTick } = await recordOf(store, params);
    const id = readCaseId(params);
    return caseAnswer(run, lastTick, id, await store.entriesOfCase(run, id));
  });
  app.get('/api/runs/:run/cases/:case/candidates', async ({ params }) => {
    const { run } = await recordOf(store, params);
    const id = readCaseId(params);
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
