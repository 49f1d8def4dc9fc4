// `npm test`: formatting, types, the built screen, then every test. The last line counts them.
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildClient } from './buildClient.ts';
import { binOf, projectRoot, runNode } from './run.ts';
import { checkTypes } from './types.ts';

const report = path.join(projectRoot, '.cache', 'tests.json');
const filters = process.argv.slice(2);

async function countTests(): Promise<{ passed: number; failed: number }> {
  const result = JSON.parse(await readFile(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  // A file that fails before its first test counts as one failure, or it would not show in the sum.
  const brokenFiles = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return { passed: result.numPassedTests, failed: result.numFailedTests + brokenFiles };
}

await mkdir(path.dirname(report), { recursive: true });
const checkStyle = async (): Promise<number> =>
  (await runNode(binOf('@biomejs/biome', 'biome'), ['check', '--error-on-warnings', '.'])) === 0 ? 0 : 1;
const [style, types] = await Promise.all([checkStyle(), checkTypes(), buildClient()]);
const code = await runNode(binOf('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...filters,
]);
const tests = await countTests();
const checksFailed = style + types;
const failed = tests.failed + checksFailed + (code !== 0 && tests.failed + checksFailed === 0 ? 1 : 0);
if (checksFailed > 0) console.log(`style and type checks failed: ${checksFailed} (counted below)`);
console.log(`${tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
