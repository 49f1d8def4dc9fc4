// Work in processes of its own, two at a time: as many as the smallest machine has cores.
import { fork } from 'node:child_process';

const WORKERS = 2;

/**
 * A queue for one kind of work. `childFile` is a program that gets the arguments and sends one message, the report.
 * The promise rejects when the child ends without a report.
 */
export function createQueue<Report>(childFile: string): (args: readonly string[]) => Promise<Report> {
  let free = WORKERS;
  const waiting: (() => void)[] = [];
  return async (args) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await forked<Report>(childFile, args);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}

function forked<Report>(childFile: string, args: readonly string[]): Promise<Report> {
  return new Promise((resolve, reject) => {
    const child = fork(childFile, args, { execArgv: ['--import', 'tsx'] });
    let report: { came: Report } | null = null;
    child.on('message', (message) => {
      report = { came: message as Report };
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      report === null
        ? reject(new Error(`${args.join(' ')} ended with code ${code} and no report`))
        : resolve(report.came),
    );
  });
}
