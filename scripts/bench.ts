// `npm run bench`: every performance figure as a ratio against a baseline of the same run, as a table and, on the last line, as JSON.
// Exit code 1 when one is over its budget.
import { appendRows } from './bench/append.ts';
import { applyRows } from './bench/apply.ts';
import { assignmentRows } from './bench/assign.ts';
import { branchRows } from './bench/branch.ts';
import { fanoutRows } from './bench/fanout.ts';
import { frameRows } from './bench/frame.ts';
import { growthRows } from './bench/growth.ts';
import { benchSimulation, headlessRows } from './bench/headless.ts';
import { liveRows } from './bench/live.ts';
import { mapRows } from './bench/map.ts';
import type { BenchRow } from './bench/row.ts';
import { figure } from './bench/row.ts';
import { seekRows } from './bench/seek.ts';
import { weightRows } from './bench/weight.ts';
import { table } from './headless/lists.ts';

const budgetOf = ({ budget }: BenchRow): string =>
  'atMost' in budget ? `≤ ${figure(budget.atMost)}` : `≥ ${figure(budget.atLeast)}`;

function tableOf(rows: readonly BenchRow[]): string {
  const head = ['figure', 'measured', 'baseline', 'ratio', 'budget', ''];
  return table([
    head,
    ...rows.map((row) => [
      row.name,
      row.measured,
      row.baseline,
      figure(row.ratio),
      budgetOf(row),
      row.ok ? 'ok' : 'OVER',
    ]),
  ]);
}

const { info } = benchSimulation(1);
const rows = [
  ...(await headlessRows()),
  ...(await appendRows(info)),
  ...applyRows(),
  ...mapRows(),
  ...assignmentRows(),
  ...(await fanoutRows(info)),
  ...(await liveRows()),
  ...(await branchRows()),
  ...(await frameRows()),
  ...(await seekRows()),
  ...(await weightRows()),
  ...(await growthRows()),
];
console.log(tableOf(rows));
console.log(JSON.stringify({ node: process.version, rows }));
process.exit(rows.every((row) => row.ok) ? 0 : 1);
