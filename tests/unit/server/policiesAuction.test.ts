import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../../server/src/engine/policies/widening.ts';
import { assignRows } from '../../../server/src/engine/policies/widening.ts';
import type { Instance } from './hungarian.ts';
import { leastTotal } from './hungarian.ts';

const BOUND = 1.01;

/** The instance as the auction takes it: the possible columns of each row, cheapest first. */
function rowsOf({ costs, unserved }: Instance): Row[] {
  return costs.map((row, r) => {
    const edges = row
      .flatMap((cost, column) => (cost === undefined ? [] : [{ column, cost }]))
      .sort((a, b) => a.cost - b.cost);
    return {
      column: Int32Array.from(edges, ({ column }) => column),
      cost: Float64Array.from(edges, ({ cost }) => cost),
      unservedCost: unserved[r]!,
    };
  });
}

function totalOf({ costs, unserved }: Instance, columns: Int32Array): number {
  const used = new Set<number>();
  let total = 0;
  columns.forEach((column, r) => {
    if (column === -1) total += unserved[r]!;
    else {
      expect(used.has(column)).toBe(false);
      used.add(column);
      expect(costs[r]![column]).toBeDefined();
      total += costs[r]![column]!;
    }
  });
  return total;
}

/** Between the least total and one per cent more. */
function expectNearLeast(instance: Instance): void {
  const total = totalOf(instance, solve(instance));
  const least = leastTotal(instance);
  expect(total).toBeGreaterThanOrEqual(least - 1e-6);
  expect(total).toBeLessThanOrEqual(BOUND * least + 1e-6);
}

const solve = (instance: Instance): Int32Array => assignRows(rowsOf(instance), instance.costs[0]?.length ?? 0);

/** Places in a square, weighed by priority: what a city's orders look like. */
const city: fc.Arbitrary<Instance> = fc
  .record({
    orders: fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.constantFrom(1, 2, 4, 8, 16)), {
      minLength: 1,
      maxLength: 60,
      size: 'max',
    }),
    units: fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 60, size: 'max' }),
    unserved: fc.constantFrom(50, 600, 5000),
  })
  .map(({ orders, units, unserved }) => ({
    costs: orders.map(([x, y, weight]) => units.map(([u, v]) => weight * Math.round(Math.hypot(u - x, v - y)))),
    unserved: orders.map(([, , weight]) => weight * unserved),
  }));

/** Anything at all: many equal costs, zeros, and pairs that cannot be. */
const anything: fc.Arbitrary<Instance> = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 2000 }))
  .chain(([rows, columns, largest]) => {
    const cost = fc.option(fc.nat(largest), { nil: undefined, freq: 3 });
    return fc.record({
      costs: fc.array(fc.array(cost, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      unserved: fc.array(fc.nat(2 * largest), { minLength: rows, maxLength: rows }),
    });
  });

describe('the auction', () => {
  test('is within one per cent of the least total way for the orders and units of a city', () => {
    fc.assert(fc.property(city, expectNearLeast), { numRuns: 120 });
  });

  test('is within one per cent of the least total for any costs, with pairs that cannot be', () => {
    fc.assert(fc.property(anything, expectNearLeast), { numRuns: 120 });
  });

  test('finds the crossing that greed misses', () => {
    const instance: Instance = {
      costs: [
        [1, 2],
        [2, 100],
      ],
      unserved: [1000, 1000],
    };
    expect([...solve(instance)]).toEqual([1, 0]);
  });

  test('leaves an order unserved rather than pay more than that is worth', () => {
    expect([...solve({ costs: [[500]], unserved: [400] })]).toEqual([-1]);
  });

  test('gives the one unit to the order that loses most without it', () => {
    expect([...solve({ costs: [[10], [10]], unserved: [100, 1600] })]).toEqual([-1, 0]);
  });

  test('looks beyond the first columns of a row when others want them all', () => {
    const columns = 40;
    // All rows rank the columns alike, so that the last one has to take the last column.
    const costs = Array.from({ length: columns }, () => Array.from({ length: columns }, (_, c) => c));
    const solution = solve({ costs, unserved: costs.map(() => 10_000) });
    expect([...solution].sort((a, b) => a - b)).toEqual(Array.from({ length: columns }, (_, c) => c));
  });

  test('has nothing to say where nobody asks or nobody is there', () => {
    expect([...assignRows([], 5)]).toEqual([]);
    expect([...solve({ costs: [[], []], unserved: [7, 8] })]).toEqual([-1, -1]);
  });
});
