// Whether two runs are of one family, and up to where they are the same.
import type { RunRow } from '../runs/runRows.ts';

/** The last tick that both share: where one left the other, or the earlier of the moments at which both left a third. Null for strangers. */
export function forkOf({ run: nameA, parent: a }: RunRow, { run: nameB, parent: b }: RunRow): number | null {
  if (b?.run === nameA) return b.forkTick;
  if (a?.run === nameB) return a.forkTick;
  if (a !== null && b !== null && a.run === b.run) return Math.min(a.forkTick, b.forkTick);
  return null;
}
