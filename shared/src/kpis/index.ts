export { kpis } from './definitions.ts';
export type { CaseLine, Ledger, Mark } from './ledger.ts';
export { addToLedger, createLedger } from './ledger.ts';
export type { ReportQuery } from './report.ts';
export { reportOf } from './report.ts';
export type { Kpi, KpiCounts, KpiGrouping, KpiId, KpiReport, KpiRow, Share } from './types.ts';
