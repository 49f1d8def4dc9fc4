// How well a run is run: the 13 KPIs of any span, the health of its alarms, the scores by the truth, and how often people overruled the machine.
import {
  alarmAnswer,
  kpiAnswer,
  kpiFile,
  ledgerAnswer,
  overridesAnswer,
  readAlarmQuery,
  readKpiQuery,
  readMomentQuery,
  scoresAnswer,
} from '@onescreen/shared/reports';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Store } from '../../store/index.ts';
import type { CaseFolds } from '../caseFolds.ts';
import { recordOf } from '../runRecord.ts';

export function kpiRoutes(app: FastifyInstance, store: Store, folds: CaseFolds): void {
  app.get('/api/runs/:run/kpis', async ({ params, query }, reply) => {
    const { run, info } = await recordOf(store, params);
    const asked = readKpiQuery(query);
    if (asked.format === 'csv') return folds.readBooks(run, (books) => sendTable(reply, kpiFile(info, books, asked)));
    const answer = await folds.readBooks(run, (books, { loop }) => kpiAnswer(info, books, loop, asked));
    if (answer.tick <= asked.to) return answer;
    return { ...answer, loop: await folds.readBooksAt(run, asked.to, (_books, loop) => ({ ...loop })) };
  });
  app.get('/api/runs/:run/alarms', async ({ params, query }) => {
    const { run } = await recordOf(store, params);
    const asked = readAlarmQuery(query);
    return folds.readBooksAt(run, asked.to, (books) => alarmAnswer(run, books, asked));
  });
  app.get('/api/runs/:run/ledger', async ({ params }) => {
    const { run } = await recordOf(store, params);
    return folds.readBooks(run, (books) => ledgerAnswer(run, books));
  });
  app.get('/api/runs/:run/scores', async ({ params, query }) => {
    const { run } = await recordOf(store, params);
    return folds.readBooksAt(run, readMomentQuery(query), (books) => scoresAnswer(run, books));
  });
  app.get('/api/runs/:run/overrides', async ({ params, query }) => {
    const { run } = await recordOf(store, params);
    return folds.readBooksAt(run, readMomentQuery(query), (books) => overridesAnswer(run, books));
  });
}

/** A file for a spreadsheet. */
function sendTable(reply: FastifyReply, { name, table }: ReturnType<typeof kpiFile>): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(table);
}
