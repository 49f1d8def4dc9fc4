// Who gets what at the least total cost: Bertsekas' auction for a sparse assignment in which rows may stay unserved and columns unused.
// Rows bid for columns; a bid is accepted at a price, and an outbid row looks again. In rounds of ever finer bids (ε-scaling); columns whose
// price nobody pays any more are offered back to the rows (reverse auction), as the proof of the bound needs it.

/** Rows' possible columns in one flat list. Costs are whole numbers ≥ 0. */
export interface SparseProblem {
  columns: number;
  /** Row r has the edges `starts[r]` to `starts[r + 1] − 1`. */
  starts: Int32Array;
  column: Int32Array;
  cost: Float64Array;
  /** What it costs to leave each row unserved. */
  unservedCost: Float64Array;
}

export interface Assigned {
  /** Column of each row, −1 for an unserved one. */
  column: Int32Array;
  /** What each row pays: the cost and the price of its column. */
  charge: Float64Array;
  price: Float64Array;
  /** How much a row may pay too much. */
  slack: number;
}

const NONE = -1;
/** The total is within this share of the least possible one. */
const TOLERANCE = 0.0045;
/** Bids begin this much coarser than the largest cost, and get finer by this much from round to round. */
const COARSE = 8;
const FINER = 7;
/** Where more than this share of the rows has something new, all bid again; else those alone. */
const MANY_SHARE = 0.05;

interface Auction extends Assigned {
  problem: SparseProblem;
  /** Row that has each column, or −1. */
  owner: Int32Array;
  byColumn: { starts: Int32Array; row: Int32Array; cost: Float64Array };
}

/** The same edges, by column. */
function transpose({ columns, starts, column, cost }: SparseProblem): Auction['byColumn'] {
  const first = new Int32Array(columns + 1);
  for (const at of column) first[at + 1]! += 1;
  for (let c = 0; c < columns; c++) first[c + 1]! += first[c]!;
  const next = first.slice();
  const row = new Int32Array(column.length);
  const costs = new Float64Array(column.length);
  for (let r = 0; r + 1 < starts.length; r++) {
    for (let e = starts[r]!; e < starts[r + 1]!; e++) {
      const to = next[column[e]!]!++;
      row[to] = r;
      costs[to] = cost[e]!;
    }
  }
  return { starts: first, row, cost: costs };
}

/** The bidders, and those whom they outbid, bid until each has a column or is better off without. */
function forward(auction: Auction, epsilon: number, bidders: number[]): void {
  const { problem, price, owner, column, charge } = auction;
  const { starts, cost, unservedCost } = problem;
  for (let r = bidders.pop(); r !== undefined; r = bidders.pop()) {
    let best = Number.POSITIVE_INFINITY;
    let second = unservedCost[r]!;
    let choice = NONE;
    for (let e = starts[r]!; e < starts[r + 1]!; e++) {
      const value = cost[e]! + price[problem.column[e]!]!;
      if (value < best) {
        if (best < second) second = best;
        best = value;
        choice = problem.column[e]!;
      } else if (value < second) second = value;
    }
    if (unservedCost[r]! <= best) {
      column[r] = NONE;
      charge[r] = unservedCost[r]!;
      continue;
    }
    price[choice]! += second - best + epsilon;
    charge[r] = second + epsilon;
    column[r] = choice;
    if (owner[choice] !== NONE) bidders.push(owner[choice]!);
    owner[choice] = r;
  }
}

/** Columns that are left over at a price go to the row that saves most by them, or become free of charge. */
function reverse({ price, owner, column, charge, byColumn }: Auction, epsilon: number): void {
  const offers = Array.from(owner.keys()).filter((c) => owner[c] === NONE && price[c]! > 0);
  for (let c = offers.pop(); c !== undefined; c = offers.pop()) {
    let best = Number.NEGATIVE_INFINITY;
    let second = Number.NEGATIVE_INFINITY;
    let edge = NONE;
    for (let e = byColumn.starts[c]!; e < byColumn.starts[c + 1]!; e++) {
      const saved = charge[byColumn.row[e]!]! - byColumn.cost[e]!;
      if (saved > best) {
        second = best;
        best = saved;
        edge = e;
      } else if (saved > second) second = saved;
    }
    price[c] = Math.max(0, second - epsilon);
    if (best <= epsilon) {
      price[c] = 0;
      continue;
    }
    const r = byColumn.row[edge]!;
    const left = column[r]!;
    column[r] = c;
    owner[c] = r;
    charge[r] = byColumn.cost[edge]! + price[c]!;
    if (left === NONE) continue;
    owner[left] = NONE;
    if (price[left]! > 0) offers.push(left);
  }
}

/** Rows times this bid is how far the total may be from the least one; below 1 ÷ rows whole costs leave no room for an error at all. */
function finestBid({ starts, cost, unservedCost }: SparseProblem): number {
  const rows = unservedCost.length;
  let least = 0;
  for (let r = 0; r < rows; r++) {
    let cheapest = unservedCost[r]!;
    for (let e = starts[r]!; e < starts[r + 1]!; e++) cheapest = Math.min(cheapest, cost[e]!);
    least += cheapest;
  }
  return Math.max((TOLERANCE * least) / Math.max(1, rows), 1 / (rows + 1));
}

/** Bids of all rows, ever finer from `coarsest` on, beginning from the prices that are known. */
function refine(auction: Auction, coarsest: number): void {
  const { slack, owner, column } = auction;
  for (let epsilon = Math.max(slack, coarsest); ; epsilon = Math.max(slack, epsilon / FINER)) {
    owner.fill(NONE);
    forward(auction, epsilon, Array.from(column.keys()));
    reverse(auction, epsilon);
    if (epsilon === slack) return;
  }
}

/** Assigns each row at most one column and each column to at most one row, within 0.5 % of the least total cost, or within 1. */
export function solveAuction(problem: SparseProblem): Assigned {
  const rows = problem.unservedCost.length;
  const auction: Auction = {
    problem,
    column: new Int32Array(rows).fill(NONE),
    charge: new Float64Array(rows),
    price: new Float64Array(problem.columns),
    slack: finestBid(problem),
    owner: new Int32Array(problem.columns),
    byColumn: transpose(problem),
  };
  refine(auction, problem.cost.reduce((most, one) => Math.max(most, one), 0) / COARSE);
  return auction;
}

/**
 * The same for a problem that has got some more edges, of the rows `touched`, none cheaper than a row had before. Goes on from what is known,
 * which it changes.
 */
export function solveFurther(problem: SparseProblem, known: Assigned, touched: readonly number[]): Assigned {
  const { column, slack } = known;
  const owner = new Int32Array(problem.columns).fill(NONE);
  const auction: Auction = { ...known, problem, owner, byColumn: transpose(problem) };
  if (touched.length > MANY_SHARE * column.length) {
    refine(auction, slack * FINER * FINER);
    return auction;
  }
  for (const r of touched) column[r] = NONE;
  column.forEach((c, r) => {
    if (c !== NONE) owner[c] = r;
  });
  forward(auction, slack, [...touched]);
  reverse(auction, slack);
  return auction;
}
