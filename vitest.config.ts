// Rules, contracts and the screen's own rules side by side; whole systems and the browser one file at a time, because they share two cores.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'rules',
          include: ['tests/{unit,contract,architecture}/**/*.test.ts'],
          exclude: ['tests/unit/client/**'],
          // Nothing here keeps state in a module, so the files share what they import: a third of the time was importing.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'screen',
          // The screen's stores are modules: each file has its own.
          include: ['tests/unit/client/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'systems',
          include: ['tests/{system,browser}/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
