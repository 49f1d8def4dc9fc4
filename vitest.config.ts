// Rules, contracts, whole systems and the browser, two files at a time.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { programsFolder } from './tests/system/builtPrograms.ts';

const isBrowser = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/tests/browser/');

/** The browser's files first: the longest are among them, and what comes last should not be long. */
class BrowserFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isBrowser), ...sorted.filter((file) => !isBrowser(file))];
  }
}

/** Loaded by node itself: what the test runner loads costs twice the time, and cities are simulated in here. */
const native = {
  execArgv: ['--import', 'tsx'],
  server: { deps: { external: [/\/(shared|server|simulator)\/src\/.*\.ts$/] } },
};

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: BrowserFirst },
    projects: [
      {
        test: {
          name: 'rules',
          ...native,
          include: ['tests/{unit,contract,architecture}/**/*.test.ts'],
          exclude: ['tests/unit/client/**'],
          // Nothing here keeps state in a module, so the files share what they import: a third of the time was importing.
          isolate: false,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'screen',
          // The screen's stores are modules: each file has its own, in a thread, which costs less than a process.
          pool: 'threads',
          include: ['tests/unit/client/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'systems',
          ...native,
          include: ['tests/{system,browser}/**/*.test.ts'],
          // As with the rules: two seconds of importing for each file, and none of them keeps state in a module.
          isolate: false,
          globalSetup: 'tests/system/builtPrograms.ts',
          env: { ONESCREEN_PROGRAMS: programsFolder },
          // The end of what hangs, and no measure of anything: another file may have the machine for a while.
          testTimeout: 600_000,
          hookTimeout: 600_000,
          expect: { poll: { timeout: 170_000 } },
        },
      },
    ],
  },
});
