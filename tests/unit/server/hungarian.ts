// The textbook answer to the assignment problem, for comparison: Kuhn's Hungarian method on the full matrix, with one "unserved" column a row.

export interface Instance {
  /** Cost of each column for each row; undefined where the row cannot have it. */
  costs: readonly (readonly (number | undefined)[])[];
  unserved: readonly number[];
}

const FORBIDDEN = 1e12;

/** The least total cost there is. */
export function leastTotal({ costs, unserved }: Instance): number {
  const rows = costs.length;
  const columns = (costs[0]?.length ?? 0) + rows;
  const costOf = (r: number, c: number): number => {
    const own = costs[r]!.length;
    if (c < own) return costs[r]![c] ?? FORBIDDEN;
    return c - own === r ? unserved[r]! : FORBIDDEN;
  };
  // Potentials and matching are numbered from 1; 0 is the row that is being added.
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);
  for (let r = 1; r <= rows; r++) {
    rowOf[0] = r;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const seen = new Uint8Array(columns + 1);
    let at = 0;
    do {
      seen[at] = 1;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let c = 1; c <= columns; c++) {
        if (seen[c] === 1) continue;
        const reduced = costOf(rowOf[at]! - 1, c - 1) - rowPotential[rowOf[at]!]! - columnPotential[c]!;
        if (reduced < least[c]!) {
          least[c] = reduced;
          cameFrom[c] = at;
        }
        if (least[c]! < delta) {
          delta = least[c]!;
          next = c;
        }
      }
      for (let c = 0; c <= columns; c++) {
        if (seen[c] === 1) {
          rowPotential[rowOf[c]!]! += delta;
          columnPotential[c]! -= delta;
        } else least[c]! -= delta;
      }
      at = next;
    } while (rowOf[at] !== 0);
    for (; at !== 0; at = cameFrom[at]!) rowOf[at] = rowOf[cameFrom[at]!]!;
  }
  let total = 0;
  for (let c = 1; c <= columns; c++) if (rowOf[c] !== 0) total += costOf(rowOf[c]! - 1, c - 1);
  return total;
}
