// What the live line brings, for parts that are loaded late and keep a fold of their own.
import type { RunId } from '@onescreen/shared/ids';
import type { Entry } from '@onescreen/shared/log';

type Hearer = (run: RunId, entries: readonly Entry[]) => void;
const hearers = new Set<Hearer>();

/** Hears of every entry that comes from now on, in order, whether the playhead follows or not. */
export const hearEntries = (hearer: Hearer): void => void hearers.add(hearer);

export function tellEntries(run: RunId, entries: readonly Entry[]): void {
  for (const hear of hearers) hear(run, entries);
}
