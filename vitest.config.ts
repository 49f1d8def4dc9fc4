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

const common = {
  // Loaded by node itself: what the test runner loads costs twice the time, and cities are simulated in here.
  execArgv: ['--import', 'tsx'],
  server: { deps: { external: [/\/(shared|server|simulator)\/src\/.*\.ts$/] } },
  // The files share what they import, which is a third of the time: each leaves the stores of a page as it found them.
  isolate: false,
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
          ...common,
          include: ['tests/{unit,contract,architecture}/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'systems',
          ...common,
          include: ['tests/{system,browser}/**/*.test.ts'],
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
