// Type check of every package, each with its own rules: shared sees neither Node nor the DOM.
import { binOf, runNode } from './run.ts';

const projects = ['shared', 'simulator', 'server', 'client', 'tests'];

/** Number of projects with type errors; the errors are on the terminal. */
export async function checkTypes(): Promise<number> {
  const tsc = binOf('typescript', 'tsc');
  // The projects side by side, each in one thread: threads of one project check what they share over again.
  const codes = await Promise.all(
    projects.map((project) => runNode(tsc, ['-p', `${project}/tsconfig.json`, '--singleThreaded'])),
  );
  return codes.filter((code) => code !== 0).length;
}

if (import.meta.filename === process.argv[1]) process.exitCode = (await checkTypes()) === 0 ? 0 : 1;
