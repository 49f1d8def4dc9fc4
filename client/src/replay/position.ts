// One moment of a run, and how it moves on through the records of a segment: the same folds as on the platform.
import type { CasesState } from '@onescreen/shared/cases';
import { evolveCases } from '@onescreen/shared/cases';
import type { Changes, CityState } from '@onescreen/shared/city';
import { applyChanges, copyCity } from '@onescreen/shared/city';
import type { Entry, Segment } from '@onescreen/shared/log';

export interface Position {
  tick: number;
  city: CityState;
  cases: CasesState;
}

/** What a stretch of time brought. */
export interface Passed {
  changes: Changes[];
  entries: Entry[];
}

/** The fold changes containers in place; records are shared with whom they came from. */
const ownCases = (cases: CasesState): CasesState => ({
  ...cases,
  cases: { ...cases.cases },
  units: { ...cases.units },
  alarms: { ...cases.alarms },
  incidents: { ...cases.incidents },
});

/** The moment just before a segment. The segment stays as it is. */
export const startOfSegment = ({ header, city, cases }: Segment): Position => ({
  tick: header.fromTick - 1,
  city: copyCity(city),
  cases: ownCases(cases),
});

export const copyOf = ({ tick, city, cases }: Position): Position => ({
  tick,
  city: copyCity(city),
  cases: ownCases(cases),
});

/** Index of the first record after `tick`. */
function firstAfter({ records }: Segment, tick: number): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (records[middle]!.tick <= tick) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Moves on to `toTick`, which lies in the segment or at its end. Throws RangeError for entries that cannot follow: the segment is not whole. */
export function moveOn(position: Position, segment: Segment, toTick: number): Passed {
  const passed: Passed = { changes: [], entries: [] };
  const { records } = segment;
  for (let at = firstAfter(segment, position.tick); at < records.length && records[at]!.tick <= toTick; at++) {
    const { tick, changes, entries } = records[at]!;
    applyChanges(position.city, tick, changes);
    for (const entry of entries) position.cases = evolveCases(position.cases, entry);
    passed.changes.push(changes);
    passed.entries.push(...entries);
  }
  position.tick = toTick;
  position.city.tick = toTick;
  return passed;
}
