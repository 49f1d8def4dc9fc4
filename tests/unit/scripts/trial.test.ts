// A trial's arithmetic: seeds, quantiles, intervals and paired differences, on figures that can be worked out by hand.
import { describe, expect, test } from 'vitest';
import { readSeeds } from '../../../scripts/headless/trialCommand.ts';
import type { Measures, TrialRun } from '../../../scripts/trial/measure.ts';
import { quantile } from '../../../scripts/trial/measure.ts';
import { differenceOf, estimateOf } from '../../../scripts/trial/statistics.ts';
import { tableOf } from '../../../scripts/trial/table.ts';
import { summarise } from '../../../scripts/trial/trial.ts';

const nothing: Measures = {
  closedInTime: null,
  handledInTime: null,
  arriveMedian: null,
  arriveP90: null,
  emergencyArriveP90: null,
  closeMedian: null,
  closeP90: null,
  kilometresPerOrder: null,
  rework: null,
  falseClosures: null,
  worstDistrict: null,
};
const run = (seed: number, policy: string, arriveMedian: number | null): TrialRun => ({
  seed,
  policy,
  digest: '',
  cases: 10,
  closed: 9,
  worst: null,
  measures: { ...nothing, arriveMedian },
});

describe('seeds', () => {
  test('are ranges, single numbers and lists of both', () => {
    expect(readSeeds('1..4')).toEqual([1, 2, 3, 4]);
    expect(readSeeds('7')).toEqual([7]);
    expect(readSeeds('1, 4..5,9')).toEqual([1, 4, 5, 9]);
  });
  test.each(['', 'a', '5..1', '1..', '1...3', '-1', '1..5000', '1,1', '1..3,2', '4294967296'])(
    '"%s" is refused in one sentence',
    (text) => {
      expect(() => readSeeds(text)).toThrow(/seed/);
    },
  );
});

test('a quantile lies between the two values around it', () => {
  expect(quantile([], 0.5)).toBeNull();
  expect(quantile([4], 0.9)).toBe(4);
  expect(quantile([0, 10], 0.25)).toBe(2.5);
  expect(quantile([1, 2, 3, 4, 5], 0.5)).toBe(3);
});

describe('intervals', () => {
  test('are those of Student’s t', () => {
    // Mean 3, standard deviation 1, four values: 3.1824 × 1 ÷ 2 on either side.
    const estimate = estimateOf([2, 3, 3, 4].map((value) => (value - 3) * Math.sqrt(1.5) + 3))!;
    expect(estimate.mean).toBeCloseTo(3, 12);
    expect(estimate.high! - estimate.mean).toBeCloseTo(3.182446 / 2, 5);
  });
  test('need two values', () => {
    expect(estimateOf([])).toBeNull();
    expect(estimateOf([5])).toEqual({ mean: 5, low: null, high: null, count: 1 });
  });
});

describe('differences', () => {
  // Seeds differ by far more than the policies do.
  const runs = [10, 50, 90].flatMap((arrive, seed) => [
    run(seed, 'nearest', arrive),
    run(seed, 'batch', arrive - 2 - seed / 10),
  ]);
  test('are taken seed by seed, so that what a seed has of its own falls out', () => {
    const difference = differenceOf(runs, 'batch', 'nearest', 'arriveMedian')!;
    expect(difference.mean).toBeCloseTo(-2.1, 12);
    expect(difference.supported).toBe(true);
  });
  test('leave out a seed that one of the two has no value for', () => {
    const difference = differenceOf(
      [...runs, run(9, 'nearest', 3), run(9, 'batch', null)],
      'batch',
      'nearest',
      'arriveMedian',
    )!;
    expect(difference.count).toBe(3);
  });
  test('of equal policies are not supported', () => {
    const noisy = [1, 2, 3].flatMap((seed) => [run(seed, 'nearest', 10), run(seed, 'batch', 10 + (seed - 2))]);
    expect(differenceOf(noisy, 'batch', 'nearest', 'arriveMedian')!.supported).toBe(false);
  });
});

test('the table says for each measure whether the others are better', () => {
  const runs = [1, 2, 3].flatMap((seed) => [
    run(seed, 'nearest', 20 + seed),
    run(seed, 'batch', 15 + seed + seed / 100),
  ]);
  const options = { scenario: 'cloudburst', seeds: [1, 2, 3], policies: ['nearest', 'batch'], density: 1 };
  const table = tableOf(summarise(options, runs));
  expect(table).toContain('SIMULATED');
  expect(table).toMatch(/on site, median min\s+22\.0 \[.*\]\s+17\.0 \[/);
  expect(table).toMatch(/on site, median min\s+-5\.0 \[-5\.0, -5\.0\] better/);
  expect(table).toMatch(/rework, %\s+–\s+–/);
});
