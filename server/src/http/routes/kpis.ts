// How well a run is run: the 13 KPIs of any span, the scores by the truth, and how often people overruled the machine.
import { areaByCode, hasArea } from '@onescreen/shared/geography';
import type { KpiGrouping, Ledger, ReportQuery } from '@onescreen/shared/kpis';
import { reportOf } from '@onescreen/shared/kpis';
import { overridesOf, scoresOf } from '@onescreen/shared/scoring';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Store } from '../../store/index.ts';
import type { CaseFolds } from '../caseFolds.ts';
import { kpiTable } from '../kpiTable.ts';
import { malformed, ProblemError } from '../problems.ts';
import { read, wholeNumber } from '../query.ts';
import { recordOf } from '../runRecord.ts';

const groupings = ['city', 'district', 'street', 'agency', 'type'] as const satisfies readonly KpiGrouping[];
const latest = 1_000_000_000;
/** `from` is left out: from the first tick on, which is after the tick before it. */
const BEFORE_THE_FIRST_TICK = -1;

const ofReport = z.object({
  from: wholeNumber(0, latest).default(BEFORE_THE_FIRST_TICK),
  to: wholeNumber(0, latest).default(latest),
  by: z.enum(groupings, `is none of ${groupings.join(', ')}`).default('city'),
  area: z.string().refine(hasArea, 'is not an area code').optional(),
  format: z.enum(['json', 'csv'], 'is neither json nor csv').default('json'),
});

export function kpiRoutes(app: FastifyInstance, store: Store, folds: CaseFolds): void {
  app.get('/api/runs/:run/kpis', async ({ params, query }, reply) => {
    const { run, info } = await recordOf(store, params);
    const asked = read(ofReport, query);
    return folds.readBooks(run, ({ ledger }, { loop }) => {
      const { tick, seq } = ledger;
      const span = queryOf(asked, ledger, info.epochMs);
      const report = reportOf(ledger, span);
      if (asked.format === 'csv') return sendTable(reply, `kpis-${run}-${asked.by}`, kpiTable(report, info));
      return { run, tick, seq, loop, area: report.total.key, ...report };
    });
  });
  app.get('/api/runs/:run/scores', async ({ params }) => {
    const { run } = await recordOf(store, params);
    return folds.readBooks(run, ({ ledger, scores }) => ({
      run,
      tick: ledger.tick,
      seq: ledger.seq,
      ...scoresOf(scores),
    }));
  });
  app.get('/api/runs/:run/overrides', async ({ params }) => {
    const { run } = await recordOf(store, params);
    return folds.readBooks(run, ({ ledger, overrides }) => ({
      run,
      tick: ledger.tick,
      seq: ledger.seq,
      overrides: overridesOf(overrides),
    }));
  });
}

/** A span never reaches past the newest tick: nobody can be late for a deadline that is to come. Throws ProblemError. */
function queryOf(asked: z.output<typeof ofReport>, ledger: Ledger, epochMs: number): ReportQuery {
  const { from, to, by, area } = asked;
  if (from > to) throw new ProblemError(malformed('from: is after to'));
  const toTick = Math.min(to, Math.max(ledger.tick, 0));
  if (from > toTick) throw new ProblemError(malformed(`from: is after the newest tick, ${ledger.tick}`));
  return { fromTick: from, toTick, by, epochMs, ...(area === undefined ? {} : { area: areaByCode(area).index }) };
}

/** A file for a spreadsheet. */
function sendTable(reply: FastifyReply, name: string, table: string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}.csv"`)
    .send(table);
}
