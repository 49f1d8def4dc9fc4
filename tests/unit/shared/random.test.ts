// Seeded streams: the same numbers for the same name, and the shapes they claim to have.
import type { Random } from '@onescreen/shared/random';
import { createRandom, hash32, spread } from '@onescreen/shared/random';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const draw = (random: Random, count: number) => Array.from({ length: count }, () => random.next());
const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

test('one seed and one name give one stream; another of either gives another', () => {
  expect(draw(createRandom(7, 'weather'), 20)).toEqual(draw(createRandom(7, 'weather'), 20));
  expect(draw(createRandom(8, 'weather'), 20)).not.toEqual(draw(createRandom(7, 'weather'), 20));
  expect(draw(createRandom(7, 'units'), 20)).not.toEqual(draw(createRandom(7, 'weather'), 20));
});

test('the numbers of a seed stay the same from version to version', () => {
  expect(hash32('power-load@310000')).toBe(2_458_693_719);
  expect(createRandom(7, 'golden').whole(1_000_000)).toBe(706_279);
});

test('a stored stream goes on where it stood', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: 50 }), (seed, before) => {
      const random = createRandom(seed, 'x');
      draw(random, before);
      const again = createRandom(seed, 'x', structuredClone(random.state()));
      expect(draw(again, 10)).toEqual(draw(random, 10));
    }),
  );
});

test('numbers have the mean and spread that they claim', () => {
  const random = createRandom(1, 'shape');
  const many = (one: () => number) => Array.from({ length: 20_000 }, one);
  expect(mean(many(() => random.next()))).toBeCloseTo(0.5, 1);
  const normals = many(() => random.normal());
  expect(mean(normals)).toBeCloseTo(0, 1);
  expect(mean(normals.map((one) => one * one))).toBeCloseTo(1, 1);
  for (const expected of [0.3, 5, 29, 200]) {
    const counts = many(() => random.poisson(expected));
    expect(mean(counts) / expected).toBeCloseTo(1, 1);
    expect(mean(counts.map((one) => (one - expected) ** 2)) / expected).toBeCloseTo(1, 0);
    expect(counts.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
  }
  expect(mean(many(() => random.exponential(40))) / 40).toBeCloseTo(1, 1);
});

test('draws stay inside what was asked for', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 1000 }), (seed, below) => {
      const random = createRandom(seed, 'range');
      for (const one of Array.from({ length: 20 }, () => random.whole(below))) {
        expect(one).toBeGreaterThanOrEqual(0);
        expect(one).toBeLessThan(below);
      }
      expect(['a', 'b']).toContain(random.pick(['a', 'b']));
      expect(() => random.pick([])).toThrow(/empty list/);
      expect(random.poisson(0)).toBe(0);
    }),
  );
});

test('spread falls the same way for the same text and evenly over many', () => {
  const values = Array.from({ length: 5000 }, (_, i) => spread(`case-${i}`));
  expect(spread('case-1')).toBe(values[1]);
  expect(mean(values)).toBeCloseTo(0.5, 1);
  expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
});
