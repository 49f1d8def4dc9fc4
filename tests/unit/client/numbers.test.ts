// Numbers beside React: a tile hears of its own series and of no other.
import { applyChanges, createCity, NO_DATA, SERIES_COUNT, SERIES_STATE } from '@onescreen/shared/city';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNumbers } from '../../../client/src/store/numbers.ts';
import { createScores } from '../../../client/src/store/scores.ts';
import { EPOCH_MS, samples } from './clientKit.ts';

test('only those who watch a changed series are called', () => {
  const numbers = createNumbers();
  const called: number[] = [];
  for (const series of [3, 4]) numbers.onSeries(series, () => called.push(series));
  const before = [numbers.versionOf(3), numbers.versionOf(4)];
  numbers.advance(5, samples([3, 70]));
  expect(called).toEqual([3]);
  expect(numbers.versionOf(3)).not.toBe(before[0]);
  expect(numbers.versionOf(4)).toBe(before[1]);
});

test('nobody is called after they stopped watching', () => {
  const numbers = createNumbers();
  let calls = 0;
  const stop = numbers.onSeries(3, () => calls++);
  stop();
  numbers.advance(5, samples([3, 70]));
  expect(calls).toBe(0);
});

test('after any frames the arrays are those of the shared fold', () => {
  const frame = fc.uniqueArray(fc.tuple(fc.nat(SERIES_COUNT - 1), fc.integer({ min: -1000, max: 1000 })), {
    selector: ([series]) => series,
    maxLength: 20,
  });
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 8 }), (frames) => {
      const numbers = createNumbers();
      const city = createCity();
      frames.forEach((pairs, at) => {
        const changes = samples(...pairs.sort(([a], [b]) => a - b));
        numbers.advance(at * 5, changes);
        applyChanges(city, at * 5, changes);
      });
      expect(numbers.city.quanta.every((quantum, series) => quantum === city.quanta[series])).toBe(true);
      expect(numbers.city.changedTick.every((tick, series) => tick === city.changedTick[series])).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('a reset forgets what the run before had, and tells those who show it', () => {
  const numbers = createNumbers();
  numbers.advance(5, samples([3, 70]));
  let calls = 0;
  numbers.onSeries(3, () => calls++);
  numbers.reset(0, samples([9, 1]));
  expect(numbers.city.quanta[3]).toBe(NO_DATA);
  expect(numbers.city.states[3]).toBe(SERIES_STATE.nodata);
  expect(calls).toBeGreaterThan(0);
});

test('a trend looks back at least ten simulated minutes', () => {
  const numbers = createNumbers();
  numbers.reset(0, samples([3, 10]));
  numbers.advance(300, samples([3, 20]));
  numbers.advance(900, samples([3, 30]));
  numbers.advance(1000, samples([3, 40]));
  expect(numbers.earlier(3)).toBe(10);
  numbers.advance(1600, samples([3, 50]));
  expect(numbers.earlier(3)).toBe(30);
});

test('a score is computed once until a number of its area changes', () => {
  const numbers = createNumbers();
  const scores = createScores(numbers, () => EPOCH_MS);
  const first = scores.of(0);
  expect(scores.of(0)).toBe(first);
  let calls = 0;
  scores.onArea(0, () => calls++);
  numbers.advance(5, samples([0, 22_000]));
  expect(calls).toBe(1);
  expect(scores.of(0)).not.toBe(first);
});
