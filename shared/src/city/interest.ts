// What a screen wants samples of: the city and its districts always, and the streets of one district when it looks there.
import { areaByCode, areas, districtOf, FIRST_STREET } from '../geography/index.ts';
import { areaOfSeries, SERIES_COUNT } from './series.ts';

/** Index of the district whose streets are wanted; 0 for none: a screen of the whole city pays for no street. */
export type Interest = number;

export const CITY_ONLY: Interest = 0;

/** Series of the city and the districts, ascending. */
export const upperSeries: Uint16Array = seriesWhere((area) => area < FIRST_STREET);

const streetSeries = new Map<Interest, Uint16Array>([[CITY_ONLY, new Uint16Array(0)]]);

/** Series of the streets of a district, ascending; none for `CITY_ONLY`. */
export function streetSeriesOf(interest: Interest): Uint16Array {
  const known = streetSeries.get(interest);
  if (known !== undefined) return known;
  const found = seriesWhere((area) => area >= FIRST_STREET && areas[area]!.parent === interest);
  streetSeries.set(interest, found);
  return found;
}

/** The interest of a screen that shows an area. Throws RangeError for a code that is no area. */
export const interestOf = (areaCode: string): Interest => districtOf(areaByCode(areaCode).index);

function seriesWhere(wanted: (areaIndex: number) => boolean): Uint16Array {
  const found: number[] = [];
  for (let series = 0; series < SERIES_COUNT; series++) if (wanted(areaOfSeries[series]!)) found.push(series);
  return Uint16Array.from(found);
}
