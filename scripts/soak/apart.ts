// Scenarios in processes of their own, two at a time: as many as the smallest machine has cores.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SoakReport } from './soakScenario.ts';

const WORKERS = 2;
const childFile = fileURLToPath(new URL('./one.ts', import.meta.url));
let free = WORKERS;
const waiting: (() => void)[] = [];

/** As `soakScenario`, in a process of its own, when its turn comes. Rejects when that ends without a report. */
export async function soakApart(id: string, fromHour = 0, hours: number | null = null): Promise<SoakReport> {
  if (free > 0) free--;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await forkSoak([id, String(fromHour), String(hours ?? 'all')]);
  } finally {
    const next = waiting.shift();
    if (next === undefined) free++;
    else next();
  }
}

function forkSoak(args: readonly string[]): Promise<SoakReport> {
  return new Promise((resolve, reject) => {
    const child = fork(childFile, args, { execArgv: ['--import', 'tsx'] });
    let report: SoakReport | null = null;
    child.on('message', (message) => {
      report = message as SoakReport;
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      report === null ? reject(new Error(`${args[0]} ended with code ${code} and no report`)) : resolve(report),
    );
  });
}

/** Is the run as it must be? */
export const isGood = (report: SoakReport): boolean =>
  report.faults.length === 0 && report.checks.every((check) => check.outcome !== 'failed');
