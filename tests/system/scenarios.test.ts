// The decisive hours of every scenario, judged from the log alone. `npm run soak` does the same for all of them whole.
import { describe, expect, test } from 'vitest';
import { soakApart } from '../../scripts/soak/apart.ts';
import { scenarioIds } from '../../simulator/src/scenarios/files.ts';

/** `passes`: the checks that these hours decide. `pulse`: what the city's lowest pulse lies between; from 85 on it reads "steady". */
const decisive = [
  { scenario: 'xujing-day', fromHour: 0, hours: 3, passes: ['loop-closed', 'quick-dispatch'], pulse: [90, 100] },
  { scenario: 'gas-dig', fromHour: 0, hours: 3, passes: ['valve-closed', 'return-after-clear'], pulse: [90, 100] },
  { scenario: 'bund-crowd', fromHour: 7, hours: 2.75, passes: ['density', 'cleared'], pulse: [70, 85] },
  {
    scenario: 'metro-line2',
    fromHour: 0,
    hours: 2.25,
    passes: ['first-notice', 'bus-bridge', 'saturation'],
    pulse: [55, 70],
  },
  { scenario: 'cloudburst', fromHour: 0, hours: 2, passes: ['underpass-closed', 'first-out-order'], pulse: [55, 70] },
  { scenario: 'normal-day', fromHour: 0, hours: 2, passes: ['calm'], pulse: [95, 100] },
  { scenario: 'fog-bridge', fromHour: 0, hours: 2, passes: ['bridges-closed'], pulse: [55, 75] },
  { scenario: 'heatwave', fromHour: 5, hours: 2, passes: ['reserve', 'no-household-cut'], pulse: [65, 80] },
  { scenario: 'ciie', fromHour: 3, hours: 1.5, passes: ['density'], pulse: [70, 85] },
  { scenario: 'typhoon', fromHour: 23, hours: 1.5, passes: [], pulse: [45, 70] },
  { scenario: 'jinshan-chem', fromHour: 0, hours: 1, passes: ['drains-closed', 'public-warning'], pulse: [65, 80] },
  { scenario: 'epidemic', fromHour: 150, hours: 1.5, passes: [], pulse: [60, 80] },
] as const;

describe.concurrent('in the decisive hours of', () => {
  test.each(decisive)(
    '$scenario nothing that must hold is broken, its checks pass, and the pulse says how bad it is',
    async ({ scenario, fromHour, hours, passes, pulse }) => {
      const report = await soakApart(scenario, fromHour, hours);
      expect(report.faults).toEqual([]);
      expect(report.keyframesSummed).toBe(hours * 12);
      expect(report.lowestPulse).toBeGreaterThanOrEqual(pulse[0]);
      expect(report.lowestPulse).toBeLessThanOrEqual(pulse[1]);
      expect(report.cases.found).toBeGreaterThan(0);
      const outcomes = Object.fromEntries(report.checks.map((check) => [check.id, check.outcome]));
      expect(outcomes).toMatchObject(Object.fromEntries(passes.map((id) => [id, 'passed'])));
    },
  );
});

test('no scenario is left out', () => {
  expect(decisive.map(({ scenario }) => scenario).sort()).toEqual([...scenarioIds()].sort());
});
