// Keeps the heat of detections up to date while its switch is on: every case of the run so far that the screen knows.
import type { RunState } from '../store/index.ts';
import { everyWhileSeen } from '../store/index.ts';
import type { CityMap } from './cityMap.ts';

const EVERY_MS = 2000;

/** Returns what ends it, and takes the heat off the map. */
export function keepHeat(map: CityMap, state: () => Pick<RunState, 'cases'>): () => void {
  let shown: RunState['cases'] | null = null;
  const show = (): void => {
    const { cases } = state();
    if (cases === shown) return;
    shown = cases;
    map.setHeat(Object.values(cases.cases).map(({ at }) => [at[0], at[1]]));
  };
  show();
  const rest = everyWhileSeen(EVERY_MS, show);
  return () => {
    rest();
    map.setHeat([]);
  };
}
