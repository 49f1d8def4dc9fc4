// The map that is on the screen, for what is not a part of it: pictures of the screen and walls of several windows.
import type { CityMap } from './cityMap.ts';

let present: CityMap | null = null;
const waiting = new Set<(map: CityMap | null) => void>();

export const presentMap = (): CityMap | null => present;

export function setPresentMap(map: CityMap | null): void {
  present = map;
  for (const tell of waiting) tell(map);
}

/** Tells of the map now and whenever there is another. Returns what ends it. */
export function onPresentMap(tell: (map: CityMap | null) => void): () => void {
  waiting.add(tell);
  tell(present);
  return () => void waiting.delete(tell);
}
