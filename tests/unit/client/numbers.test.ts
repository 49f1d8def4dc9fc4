// Numbers beside React: a tile hears of its own series and of no other.
import { applyDated, createCity, NO_DATA, SERIES_COUNT, SERIES_STATE } from '@onescreen/shared/city';
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
  numbers.advance(5, samples(5, [3, 70]));
  expect(called).toEqual([3]);
  expect(numbers.versionOf(3)).not.toBe(before[0]);
  expect(numbers.versionOf(4)).toBe(before[1]);
});

test('nobody is called after they stopped watching', () => {
  const numbers = createNumbers();
  let calls = 0;
  const stop = numbers.onSeries(3, () => calls++);
  stop();
  numbers.advance(5, samples(5, [3, 70]));
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
        const changes = samples(at * 5, ...pairs.sort(([a], [b]) => a - b));
        numbers.advance(at * 5, changes);
        applyDated(city, at * 5, changes);
      });
      expect(numbers.city.quanta.every((quantum, series) => quantum === city.quanta[series])).toBe(true);
      expect(numbers.city.changedTick.every((tick, series) => tick === city.changedTick[series])).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('a reset forgets what the run before had, and tells those who show it', () => {
  const numbers = createNumbers();
  numbers.advance(5, samples(5, [3, 70]));
  let calls = 0;
  numbers.onSeries(3, () => calls++);
  numbers.reset(0, samples(0, [9, 1]));
  expect(numbers.city.quanta[3]).toBe(NO_DATA);
  expect(numbers.city.states[3]).toBe(SERIES_STATE.nodata);
  expect(calls).toBeGreaterThan(0);
});

test('a jump puts series where they stood, with their age, and tells those who show them', () => {
  const numbers = createNumbers();
  numbers.reset(900, samples(880, [3, 70], [9, 5]));
  let calls = 0;
  numbers.onSeries(3, () => calls++);
  numbers.jump(600, {
    series: Uint16Array.of(3),
    quanta: Int32Array.of(NO_DATA),
    states: Uint8Array.of(0),
    changedTicks: Int32Array.of(-1),
  });
  expect([numbers.city.tick, numbers.city.quanta[3], numbers.city.changedTick[3]]).toEqual([600, NO_DATA, -1]);
  expect(numbers.city.quanta[9]).toBe(5);
  expect(calls).toBe(1);
});

test('a score is computed once until a number of its area changes', () => {
  const numbers = createNumbers();
  const scores = createScores(numbers, () => EPOCH_MS);
  const first = scores.of(0);
  expect(scores.of(0)).toBe(first);
  let calls = 0;
  scores.onArea(0, () => calls++);
  numbers.advance(5, samples(5, [0, 22_000]));
  expect(calls).toBe(1);
  expect(scores.of(0)).not.toBe(first);
});
