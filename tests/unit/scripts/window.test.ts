// Hours cut out of a scenario keep what happens in them, at the same time of day.
import { parseInstant } from '@onescreen/shared/time';
import { expect, test } from 'vitest';
import { windowOf } from '../../../scripts/soak/window.ts';
import { loadScenario } from '../../../simulator/src/scenarios/files.ts';

const cloudburst = loadScenario('cloudburst');

test('the whole scenario is its own window', () => {
  expect(windowOf(cloudburst, 0, 7)).toBe(cloudburst);
});

test('a window begins later, and what is planned in it keeps its time of day', () => {
  const window = windowOf(cloudburst, 1, 2);
  expect(parseInstant(window.startLocal) - parseInstant(cloudburst.startLocal)).toBe(3_600_000);
  expect(window.durationMinutes).toBe(120);
  expect(window.plan.map((step) => step.minute + 60)).toEqual(
    cloudburst.plan.map((step) => step.minute).filter((minute) => minute >= 60 && minute < 180),
  );
  // Level II was called at minute 45 and stands when the window opens; level I follows at 75.
  expect(window.response.slice(0, 2).map(({ minute, level }) => [minute, level])).toEqual([
    [0, 2],
    [15, 1],
  ]);
  const rain = window.effects.find((effect) => effect.indicator === 'rain-1h');
  expect(rain).toMatchObject({ start: -60, peakFrom: -10, peakTo: 50, end: 160 });
});

test('a burst that has begun gives its remaining share', () => {
  const burst = cloudburst.bursts.find((one) => one.caseType === 'EV16')!;
  const later = windowOf(cloudburst, 2, 2).bursts.find((one) => one.caseType === 'EV16')!;
  expect(later).toMatchObject({
    from: 0,
    to: burst.to - 120,
    count: Math.round((burst.count * (burst.to - 120)) / (burst.to - burst.from)),
  });
});

test('a check whose plan step lies before the window is left out', () => {
  expect(cloudburst.checks.map((check) => check.id)).toContain('underpass-closed');
  expect(windowOf(cloudburst, 1, 2).checks.map((check) => check.id)).not.toContain('underpass-closed');
});
