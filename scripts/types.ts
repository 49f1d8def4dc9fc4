// Type check of every package, each with its own rules: shared sees neither Node nor the DOM.
import { binOf, runNode } from './run.ts';

const projects = ['shared', 'simulator', 'server', 'client', 'tests'];

/** Number of projects with type errors; the errors are on the terminal. */
export async function checkTypes(): Promise<number> {
  let failed = 0;
  for (const project of projects) {
    if ((await runNode(binOf('typescript', 'tsc'), ['-p', `${project}/tsconfig.json`])) !== 0) failed++;
  }
  return failed;
}

if (import.meta.filename === process.argv[1]) process.exitCode = (await checkTypes()) === 0 ? 0 : 1;
