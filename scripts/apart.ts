// Work in processes of its own, two at a time: as many as the smallest machine has cores.
import { fork } from 'node:child_process';
import { programOf } from './programs.ts';

const WORKERS = 2;

/**
 * A queue for one kind of work. `program` gets the arguments and sends one message, the report.
 * The promise rejects when the child ends without a report.
 */
export function createQueue<Report>(program: string): (args: readonly string[]) => Promise<Report> {
  let free = WORKERS;
  const waiting: (() => void)[] = [];
  return async (args) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await forked<Report>(program, args);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}

function forked<Report>(program: string, args: readonly string[]): Promise<Report> {
  const { file, execArgv } = programOf(program);
  return new Promise((resolve, reject) => {
    const child = fork(file, args, { execArgv });
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
