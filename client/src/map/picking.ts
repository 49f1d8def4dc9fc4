// What a click means where marks lie on one another: the first click takes the one on top, each further one in the same place the next below.

/** Pixels within which two clicks are in the same place. */
const SAME_PLACE_PIXELS = 5;

export interface Pick {
  kind: 'case' | 'unit' | 'cluster';
  id: string;
}
export interface Cycle {
  /** The one that a click at this place means; `found` from top to bottom. */
  take<T extends Pick>(x: number, y: number, found: readonly T[]): T | null;
}

export function createCycle(): Cycle {
  let last: { x: number; y: number; id: string } | null = null;
  return {
    take(x, y, found) {
      const isSame = last !== null && Math.hypot(x - last.x, y - last.y) <= SAME_PLACE_PIXELS;
      const before = isSame ? found.findIndex(({ id }) => id === last?.id) : -1;
      const taken = found[(before + 1) % found.length] ?? null;
      last = taken === null ? null : { x, y, id: taken.id };
      return taken;
    },
  };
}
