// `npm run soak`: all scenarios whole, two at a time, judged from their logs; a table at the end, exit code 1 when one is not as it must be.
// `npm run soak -- cloudburst typhoon` runs only those.
import { scenarioIds } from '../simulator/src/scenarios/files.ts';
import { sentenceOf } from './headless/errors.ts';
import { table } from './headless/lists.ts';
import { chooseScenario } from './headless/scenario.ts';
import { isGood, soakApart } from './soak/apart.ts';
import type { SoakReport } from './soak/soakScenario.ts';

async function soakAndTell(id: string): Promise<SoakReport> {
  const report = await soakApart(id);
  console.error(
    `${id}: ${report.hours} h in ${report.seconds.toFixed(0)} s, ${isGood(report) ? 'as it must be' : 'NOT as it must be'}`,
  );
  return report;
}

function tableOf(reports: readonly SoakReport[]): string {
  const head = [
    'scenario',
    'hours',
    'seconds',
    'entries',
    'cases',
    'closed',
    'open',
    'alarms',
    'pulse',
    'sums',
    'faults',
    'checks',
  ];
  const rows = reports.map((report) => [
    report.scenario,
    String(report.hours),
    report.seconds.toFixed(0),
    String(report.entries),
    String(report.cases.found),
    String(report.cases.closed),
    String(report.cases.open),
    String(report.alarms),
    report.lowestPulse.toFixed(0),
    String(report.keyframesSummed),
    String(report.faults.length),
    report.checks.map((check) => `${check.id} ${check.outcome}`).join(', '),
  ]);
  return table([head, ...rows]);
}

function explain(report: SoakReport): string[] {
  const failed = report.checks
    .filter((check) => check.outcome === 'failed')
    .map((check) => `${check.en}: ${check.detail.en}`);
  return [...report.faults, ...failed].map((line) => `${report.scenario}: ${line}`);
}

try {
  const names = process.argv.slice(2);
  const ids = names.length === 0 ? scenarioIds() : names.map((name) => chooseScenario(name).scenario.id);
  const reports = await Promise.all(ids.map(soakAndTell));
  console.log(tableOf(reports));
  for (const line of reports.flatMap(explain)) console.log(line);
  process.exitCode = reports.every(isGood) ? 0 : 1;
} catch (error) {
  const sentence = sentenceOf(error);
  if (sentence === null) throw error;
  console.error(sentence);
  process.exitCode = 2;
}
