// Where moving units are at a drawn tick, and which way they head. Computed from paths, never streamed.
import { positionAt } from '@onescreen/shared/cases';
import { bearingDegrees } from '@onescreen/shared/geography';
import type { MovingUnit, UnitPlace } from './types.ts';

/** Looks this far ahead along the path for the heading, simulated seconds. */
const AHEAD_TICKS = 4;

/** Place of one unit at `tick` (may be fractional). */
export function placeOf(unit: MovingUnit, tick: number): UnitPlace {
  const at = positionAt(unit.path, tick);
  const ahead = positionAt(unit.path, tick + AHEAD_TICKS);
  const still = at[0] === ahead[0] && at[1] === ahead[1];
  return { id: unit.id, at: [at[0], at[1]], angle: still ? 0 : -bearingDegrees(at, ahead), to: unit.to };
}
