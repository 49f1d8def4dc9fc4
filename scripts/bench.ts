// `npm run bench`: every performance figure as a ratio against a baseline of the same run, as a table and, on the last line, as JSON.
// `npm run bench -- frame weight` measures only these; `day` takes half an hour and is only measured when it is named.
// Exit code 1 when one is over its budget, 2 when there is no such figure.
import { appendRows } from './bench/append.ts';
import { applyRows } from './bench/apply.ts';
import { assignmentRows } from './bench/assign.ts';
import { branchRows } from './bench/branch.ts';
import { dayRows } from './bench/day.ts';
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
const GROUPS: Readonly<Record<string, () => readonly BenchRow[] | Promise<readonly BenchRow[]>>> = {
  headless: headlessRows,
  append: () => appendRows(info),
  apply: applyRows,
  map: mapRows,
  assign: assignmentRows,
  fanout: () => fanoutRows(info),
  live: liveRows,
  branch: branchRows,
  frame: frameRows,
  seek: seekRows,
  weight: weightRows,
  growth: growthRows,
  day: dayRows,
};
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in GROUPS));
if (unknown.length > 0) {
  console.error(`There is no figure “${unknown.join('”, “')}”; choose from ${Object.keys(GROUPS).join(', ')}.`);
  process.exit(2);
}
const rows: BenchRow[] = [];
for (const [name, measure] of Object.entries(GROUPS))
  if (named.length === 0 ? name !== 'day' : named.includes(name)) rows.push(...(await measure()));
console.log(tableOf(rows));
console.log(JSON.stringify({ node: process.version, rows }));
process.exit(rows.every((row) => row.ok) ? 0 : 1);
