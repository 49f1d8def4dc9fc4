// A report as a table for spreadsheets: one row for the total, one for each of its parts; a header in both languages.
import type { KpiReport, KpiRow, Share } from '../kpis/index.ts';
import { kpis } from '../kpis/index.ts';
import type { RunInfo } from '../log/index.ts';
import { isoShanghai } from '../time.ts';
import type { Cell } from './csv.ts';
import { csvOf } from './csv.ts';

const SIMULATED = '模拟数据 SIMULATED';
const countNames: readonly [id: keyof KpiRow['counts'], name: string][] = [
  ['reported', '上报数 Reported'],
  ['filed', '立案数 Filed'],
  ['dispatched', '派遣数 Dispatched'],
  ['dueToHandle', '应处置数 Due to be handled'],
  ['dueToClose', '应结案数 Due to be closed'],
  ['closed', '结案数 Closed'],
  ['closedInTime', '按期结案数 Closed in time'],
  ['open', '在办数 Open'],
  ['overdue', '超期数 Overdue'],
];

/** Two decimals; empty where there is nothing to divide by. The two numbers beside it are exact. */
const percent = ({ part, whole }: Share): Cell => (whole === 0 ? null : Math.round((10_000 * part) / whole) / 100);

const shareNames = (name: string): string[] => [`${name} %`, `${name} 分子 part`, `${name} 分母 whole`];
const shareCells = (share: Share): Cell[] => [percent(share), share.part, share.whole];

const header: readonly string[] = [
  '数据性质 Data',
  '运行 Run',
  '起（不含）From (after)',
  '止（含）To (including)',
  '行 Row',
  '代码 Key',
  '名称 Name (zh)',
  '名称 Name (en)',
  '得分 Score',
  ...countNames.map(([, name]) => name),
  ...kpis.flatMap(({ zh, en }) => shareNames(`${zh} ${en}`)),
  ...shareNames('自动发现占比 Found by machine'),
];

/** UTF-8 with the mark that spreadsheets want; a cell that looks like a formula is made plain text. */
export function kpiTable(report: KpiReport, { run, epochMs }: RunInfo): string {
  const from = isoShanghai(epochMs, report.fromTick);
  const to = isoShanghai(epochMs, report.toTick);
  const row = (what: string, { key, zh, en, score, counts, shares, foundByMachine }: KpiRow): Cell[] => [
    SIMULATED,
    run,
    from,
    to,
    what,
    key,
    zh,
    en,
    score,
    ...countNames.map(([id]) => counts[id]),
    ...kpis.flatMap(({ id }) => shareCells(shares[id])),
    ...shareCells(foundByMachine),
  ];
  const rows = [row('合计 Total', report.total), ...report.rows.map((one) => row('分项 Part', one))];
  return csvOf([[...header], ...rows]);
}
