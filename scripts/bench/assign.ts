// The assignment that `batch` solves: a thousand orders and a thousand units, the nearest 32 of each order, against taking the nearest in turn.
import { createRandom } from '@onescreen/shared/random';
import type { Row } from '../../server/src/engine/policies/widening.ts';
import { assignRows } from '../../server/src/engine/policies/widening.ts';
import type { BenchRow } from './row.ts';
import { benchRow, figure, medianMs } from './row.ts';

const ORDERS = 1000;
const UNITS = 1000;
const NEAREST = 32;
const REPEATS = 15;
const WEIGHTS = [16, 8, 4, 2, 1] as const;
/** Seconds across the square in which they stand, and what an order without a unit counts. */
const ACROSS_SECONDS = 5000;
const UNSERVED_SECONDS = 14_400;
/** The budget is 50 ms on a machine where greed takes an eighth of a millisecond. Measured: about 100 times greed, 19 ms of processor time. */
const MOST_TIMES_GREED = 400;

/** Most urgent first, as the engine hands them to a policy. */
function orders(seed: number): Row[] {
  const random = createRandom(seed, 'bench/assign');
  const place = () => [random.next(), random.next()] as const;
  const units = Array.from({ length: UNITS }, place);
  return Array.from({ length: ORDERS }, (_, i) => {
    const weight = WEIGHTS[Math.floor((i * WEIGHTS.length) / ORDERS)]!;
    const [x, y] = place();
    const nearest = units
      .map(([u, v], column) => ({ column, cost: weight * Math.round(ACROSS_SECONDS * Math.hypot(u - x, v - y)) }))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, NEAREST);
    return {
      column: Int32Array.from(nearest, ({ column }) => column),
      cost: Float64Array.from(nearest, ({ cost }) => cost),
      unservedCost: weight * UNSERVED_SECONDS,
    };
  });
}

/** Each order in turn takes the nearest unit that is left. */
function greedy(rows: readonly Row[]): Int32Array {
  const taken = new Uint8Array(UNITS);
  return Int32Array.from(rows, ({ column }) => {
    const found = column.find((one) => taken[one] === 0) ?? -1;
    if (found >= 0) taken[found] = 1;
    return found;
  });
}

function totalOf(rows: readonly Row[], columns: Int32Array): number {
  return rows.reduce((sum, { column, cost, unservedCost }, r) => {
    const k = column.indexOf(columns[r]!);
    return sum + (k < 0 ? unservedCost : cost[k]!);
  }, 0);
}

export function assignmentRows(): BenchRow[] {
  const rows = orders(1);
  const auctionMs = medianMs(REPEATS, () => assignRows(rows, UNITS));
  const greedyMs = medianMs(REPEATS, () => greedy(rows));
  const auctionTotal = totalOf(rows, assignRows(rows, UNITS));
  const greedyTotal = totalOf(rows, greedy(rows));
  return [
    benchRow({
      name: `assignment of ${ORDERS} orders to ${UNITS} units`,
      measured: `${figure(auctionMs)} ms`,
      baseline: `${figure(greedyMs)} ms, nearest in turn`,
      ratio: auctionMs / greedyMs,
      budget: { atMost: MOST_TIMES_GREED },
    }),
    benchRow({
      name: 'weighted way of that assignment',
      measured: `${figure(auctionTotal)} s`,
      baseline: `${figure(greedyTotal)} s, nearest in turn`,
      ratio: auctionTotal / greedyTotal,
      budget: { atMost: 1 },
    }),
  ];
}
