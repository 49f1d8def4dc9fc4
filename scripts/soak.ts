// `npm run soak`: all scenarios whole, two at a time, judged from their logs; a table at the end, exit code 1 when one is not as it must be.
// `npm run soak -- cloudburst typhoon` runs only those.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { scenarioIds } from '../simulator/src/scenarios/files.ts';
import { table } from './headless/lists.ts';
import { chooseScenario } from './headless/scenario.ts';
import { sentenceOf } from './headless/errors.ts';
import { soakScenario } from './soak/soakScenario.ts';
import type { SoakReport } from './soak/soakScenario.ts';

const WORKERS = 2;
const CHILD = '--one';
const thisFile = fileURLToPath(import.meta.url);

/** Runs one scenario in a process of its own. */
function soakApart(id: string): Promise<SoakReport> {
  return new Promise((resolve, reject) => {
    const child = fork(thisFile, [CHILD, id]);
    let report: SoakReport | null = null;
    child.on('message', (message) => {
      report = message as SoakReport;
    });
    child.on('error', reject);
    child.on('exit', (code) => (report === null ? reject(new Error(`${id} ended with code ${code} and no report`)) : resolve(report)));
  });
}

async function soakAll(ids: readonly string[]): Promise<SoakReport[]> {
  const waiting = [...ids];
  const reports: SoakReport[] = [];
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const report = await soakApart(id);
      reports.push(report);
      console.error(`${id}: ${report.hours} h in ${report.seconds.toFixed(0)} s, ${isGood(report) ? 'as it must be' : 'NOT as it must be'}`);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return reports.sort((a, b) => ids.indexOf(a.scenario) - ids.indexOf(b.scenario));
}

const isGood = (report: SoakReport): boolean => report.faults.length === 0 && report.checks.every((check) => check.outcome !== 'failed');

function tableOf(reports: readonly SoakReport[]): string {
  const head = ['scenario', 'hours', 'seconds', 'entries', 'cases', 'closed', 'open', 'alarms', 'sums', 'faults', 'checks'];
  const rows = reports.map((report) => [
    report.scenario, String(report.hours), report.seconds.toFixed(0), String(report.entries), String(report.cases.found),
    String(report.cases.closed), String(report.cases.open), String(report.alarms), `${report.keyframesSummed}`, String(report.faults.length),
    report.checks.map((check) => `${check.id} ${check.outcome}`).join(', '),
  ]);
  return table([head, ...rows]);
}

function explain(report: SoakReport): string[] {
  const failed = report.checks.filter((check) => check.outcome === 'failed').map((check) => `check ${check.id}: ${check.en}: ${check.detail}`);
  return [...report.faults, ...failed].map((line) => `${report.scenario}: ${line}`);
}

async function main(args: readonly string[]): Promise<void> {
  if (args[0] === CHILD) {
    const report = await soakScenario(args[1]!);
    process.send?.(report, () => process.disconnect?.());
    return;
  }
  const ids = args.length === 0 ? scenarioIds() : args.map((name) => chooseScenario(name).scenario.id);
  const reports = await soakAll(ids);
  console.log(tableOf(reports));
  for (const line of reports.flatMap(explain)) console.log(line);
  process.exitCode = reports.every(isGood) ? 0 : 1;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const sentence = sentenceOf(error);
  if (sentence === null) throw error;
  console.error(sentence);
  process.exitCode = 2;
}
