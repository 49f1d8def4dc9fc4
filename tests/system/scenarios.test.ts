// The decisive hours of every scenario, judged from the log alone. `npm run soak` does the same for all of them whole.
import { describe, expect, test } from 'vitest';
import { soakApart } from '../../scripts/soak/apart.ts';
import { scenarioIds } from '../../simulator/src/scenarios/files.ts';

/** `passes`: the checks that these hours decide. */
const decisive = [
  { scenario: 'xujing-day', fromHour: 0, hours: 3, passes: ['loop-closed', 'quick-dispatch'] },
  { scenario: 'gas-dig', fromHour: 0, hours: 3, passes: ['valve-closed', 'return-after-clear'] },
  { scenario: 'bund-crowd', fromHour: 7, hours: 2.75, passes: ['density', 'cleared'] },
  { scenario: 'metro-line2', fromHour: 0, hours: 2.25, passes: ['first-notice', 'bus-bridge', 'saturation'] },
  { scenario: 'cloudburst', fromHour: 0, hours: 2, passes: ['underpass-closed', 'first-out-order'] },
  { scenario: 'normal-day', fromHour: 0, hours: 2, passes: ['calm'] },
  { scenario: 'fog-bridge', fromHour: 0, hours: 2, passes: ['bridges-closed'] },
  { scenario: 'heatwave', fromHour: 5, hours: 2, passes: ['reserve', 'no-household-cut'] },
  { scenario: 'ciie', fromHour: 3, hours: 1.5, passes: ['density'] },
  { scenario: 'typhoon', fromHour: 23, hours: 1.5, passes: [] },
  { scenario: 'jinshan-chem', fromHour: 0, hours: 1, passes: ['drains-closed', 'public-warning'] },
  { scenario: 'epidemic', fromHour: 150, hours: 1.5, passes: [] },
] as const;

describe.concurrent('in the decisive hours of', () => {
  test.each(decisive)(
    '$scenario nothing that must hold is broken, and its checks pass',
    async ({ scenario, fromHour, hours, passes }) => {
      const report = await soakApart(scenario, fromHour, hours);
      expect(report.faults).toEqual([]);
      expect(report.keyframesSummed).toBe(hours * 12);
      expect(report.cases.found).toBeGreaterThan(0);
      const outcomes = Object.fromEntries(report.checks.map((check) => [check.id, check.outcome]));
      expect(outcomes).toMatchObject(Object.fromEntries(passes.map((id) => [id, 'passed'])));
    },
  );
});

test('no scenario is left out', () => {
  expect(decisive.map(({ scenario }) => scenario).sort()).toEqual([...scenarioIds()].sort());
});
