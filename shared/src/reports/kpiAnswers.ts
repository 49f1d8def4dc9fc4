// The answers about how well a run is run: the 13 KPIs of a span as JSON or as a table, the scores by the truth, the overrides.

import type { LoopCounts } from '../cases/index.ts';
import { areaByCode, hasArea } from '../geography/index.ts';
import type { KpiGrouping, KpiReport, Ledger, ReportQuery } from '../kpis/index.ts';
import { reportOf } from '../kpis/index.ts';
import type { RunInfo } from '../log/index.ts';
import type { Override, Scores } from '../scoring/index.ts';
import { overridesOf, scoresOf } from '../scoring/index.ts';
import { z } from '../zod.ts';
import type { Books } from './books.ts';
import { kpiTable } from './kpiTable.ts';
import { malformed, ProblemError } from './problems.ts';
import { read, wholeNumber } from './query.ts';

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
export type KpiQuery = z.output<typeof ofReport>;

/** What the query of a request asks for. Throws ProblemError 400. */
export const readKpiQuery = (query: unknown): KpiQuery => read(ofReport, query);

const ofMoment = z.object({ to: wholeNumber(0, latest).default(latest) });
/** The tick at whose end something is asked for; the newest where none is named. Throws ProblemError 400. */
export const readMomentQuery = (query: unknown): number => read(ofMoment, query).to;

/** How far an answer goes. */
interface Reach {
  run: string;
  tick: number;
  seq: number;
}
export type KpiAnswer = Reach & KpiReport & { loop: LoopCounts; area: string };
/** A file for a spreadsheet, and what it should be called. */
export interface KpiFile {
  name: string;
  table: string;
}

const reachOf = (run: string, { tick, seq }: Ledger): Reach => ({ run, tick, seq });

/** A span never reaches past the newest tick: nobody can be late for a deadline that is to come. Throws ProblemError. */
function queryOf(asked: KpiQuery, ledger: Ledger, epochMs: number): ReportQuery {
  const { from, to, by, area } = asked;
  if (from > to) throw new ProblemError(malformed('from: is after to'));
  const toTick = Math.min(to, Math.max(ledger.tick, 0));
  if (from > toTick) throw new ProblemError(malformed(`from: is after the newest tick, ${ledger.tick}`));
  return { fromTick: from, toTick, by, epochMs, ...(area === undefined ? {} : { area: areaByCode(area).index }) };
}

/** The report of a run as JSON. `loop`: the counts of its cases at the end of the span. Throws ProblemError 400. */
export function kpiAnswer(info: RunInfo, { ledger }: Books, loop: LoopCounts, asked: KpiQuery): KpiAnswer {
  const report = reportOf(ledger, queryOf(asked, ledger, info.epochMs));
  return { ...reachOf(info.run, ledger), loop, area: report.total.key, ...report };
}

/** The same as a table. Throws ProblemError 400. */
export function kpiFile(info: RunInfo, { ledger }: Books, asked: KpiQuery): KpiFile {
  const table = kpiTable(reportOf(ledger, queryOf(asked, ledger, info.epochMs)), info);
  return { name: `${`kpis-${info.run}-${asked.by}`.replaceAll(/[^\w.-]/g, '_')}.csv`, table };
}

export const scoresAnswer = (run: string, { ledger, scores }: Books): Reach & Scores => ({
  ...reachOf(run, ledger),
  ...scoresOf(scores),
});

export const overridesAnswer = (
  run: string,
  { ledger, overrides }: Books,
): Reach & { overrides: readonly Override[] } => ({ ...reachOf(run, ledger), overrides: overridesOf(overrides) });
