// Where a unit is at any playhead: computed from its newest path, never streamed.
import type { Position } from '../geography/types.ts';
import type { Path, RosterUnit } from '../log/entries.ts';
import type { CasesState, UnitState } from './types.ts';

/** The point of the path at `tick` (may be fractional): its start before it begins, its end after. Throws RangeError for an empty path. */
export function positionAt(path: Path, tick: number): Position {
  const first = path[0];
  if (first === undefined) throw new RangeError('an empty path has no position');
  if (tick <= first[2]) return [first[0], first[1]];
  for (let i = 1; i < path.length; i++) {
    const to = path[i]!;
    if (tick >= to[2]) continue;
    const from = path[i - 1]!;
    const share = (tick - from[2]) / (to[2] - from[2]);
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  }
  const last = path[path.length - 1]!;
  return [last[0], last[1]];
}

/** The state of a unit of the roster: idle at its station when the fold holds nothing of it. */
export const unitOf = (state: CasesState, id: string): UnitState =>
  state.units[id] ?? { id, status: 'idle', case: null, path: null };

/** Where a unit of the roster is at `tick`. */
export function unitPosition(state: CasesState, unit: RosterUnit, tick: number): Position {
  const path = state.units[unit.id]?.path ?? null;
  return path === null || path.length === 0 ? unit.station : positionAt(path, tick);
}
