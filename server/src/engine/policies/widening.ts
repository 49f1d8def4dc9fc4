// The assignment over long lists of possible columns: only the cheapest of each row are looked at, and others where they could matter.
import type { Assigned, SparseProblem } from './auction.ts';
import { solveAuction, solveFurther } from './auction.ts';

/** The columns that a row could have, cheapest first, each at most once. Costs are whole numbers ≥ 0. */
export interface Row {
  column: Int32Array;
  cost: Float64Array;
  unservedCost: number;
}

/** How many of a row's columns are looked at first, and how many more at once where they are not enough. */
const FIRST_WIDTH = 16;
const MORE = 16;

/**
 * The column of each row, −1 for an unserved one, within 1 % of the least total cost over all edges. What was left out is proven to be
 * of no use: a row that pays less already than a column's cost and price cannot gain by it.
 */
export function assignRows(rows: readonly Row[], columns: number): Int32Array {
  const looked = rows.map(({ column }) => Array.from({ length: Math.min(FIRST_WIDTH, column.length) }, (_, k) => k));
  let solution = solveAuction(problemOf(rows, looked, columns));
  for (;;) {
    const touched = lookFurther(rows, looked, solution);
    if (touched.length === 0) return solution.column;
    solution = solveFurther(problemOf(rows, looked, columns), solution, touched);
  }
}

/** Adds to `looked` the edges that a row would rather pay than what it pays now. Returns those rows. */
function lookFurther(rows: readonly Row[], looked: number[][], { charge, price, slack }: Assigned): number[] {
  const touched: number[] = [];
  rows.forEach(({ column, cost }, r) => {
    // Less gain than this is not worth a round: both slacks together stay within 1 %.
    const most = charge[r]! - 2 * slack;
    const known = looked[r]!;
    const before = known.length;
    for (let k = FIRST_WIDTH; k < column.length && cost[k]! < most; k++) {
      if (cost[k]! + price[column[k]!]! >= most || known.includes(k)) continue;
      known.push(k);
      if (known.length === before + MORE) break;
    }
    if (known.length > before) touched.push(r);
  });
  return touched;
}

function problemOf(rows: readonly Row[], looked: readonly number[][], columns: number): SparseProblem {
  const starts = new Int32Array(rows.length + 1);
  for (let r = 0; r < rows.length; r++) starts[r + 1] = starts[r]! + looked[r]!.length;
  const column = new Int32Array(starts[rows.length]!);
  const cost = new Float64Array(column.length);
  let at = 0;
  rows.forEach((row, r) => {
    for (const k of looked[r]!) {
      column[at] = row.column[k]!;
      cost[at] = row.cost[k]!;
      at += 1;
    }
  });
  return { columns, starts, column, cost, unservedCost: Float64Array.from(rows, (row) => row.unservedCost) };
}
