// What came of a vital sign up to the tick that is shown: its alarms in an area, and the cases whose type is tied to it.
import type { CaseState, Trip } from '@onescreen/shared/cases';
import type { Indicator } from '@onescreen/shared/catalogue';
import { caseTypes } from '@onescreen/shared/catalogue';
import { liesIn } from '../../cases/order.ts';

/** A case as far as a list needs it. */
export interface CameCase {
  id: string;
  type: string;
  area: number;
  foundTick: number;
}

/** Codes of the case types that the catalogue ties to an indicator. */
export const typesOf = (indicator: Indicator): ReadonlySet<string> =>
  new Set(caseTypes.filter((type) => type.indicators.includes(indicator.id)).map(({ code }) => code));

/** The raisings of an indicator's alarms in an area, newest first. `trips`: all of the run up to the tick. */
export const alarmsOf = (indicator: Indicator, area: number, trips: readonly Trip[]): Trip[] =>
  trips.filter((trip) => trip.indicator === indicator.id && liesIn(trip.area, area)).reverse();

/** Cases of these types found in an area up to a tick, newest first: those of the log and those that the screen has. */
export function casesOf(
  types: ReadonlySet<string>,
  area: number,
  tick: number,
  past: readonly CameCase[],
  present: Iterable<CaseState>,
): CameCase[] {
  const found = new Map(past.map((one) => [one.id, one]));
  for (const { id, type, area: place, discoveredTick } of present)
    found.set(id, { id, type, area: place, foundTick: discoveredTick });
  return [...found.values()]
    .filter((one) => types.has(one.type) && one.foundTick <= tick && liesIn(one.area, area))
    .sort((a, b) => b.foundTick - a.foundTick);
}

/** Reads the ledger of a run. Throws TypeError when it is none. */
export function readPastCases(body: unknown): readonly CameCase[] {
  const { cases } = (body ?? {}) as { cases?: Record<string, Omit<CameCase, 'id'>> };
  if (typeof cases !== 'object') throw new TypeError('the answer is no ledger');
  return Object.entries(cases).map(([id, { type, area, foundTick }]) => ({ id, type, area, foundTick }));
}
