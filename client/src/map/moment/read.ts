// Values of vital signs at the moment that is shown, as the map's own rules ask for them.
import { indicatorById } from '@onescreen/shared/catalogue';
import type { CityState, SeriesState } from '@onescreen/shared/city';
import { NO_DATA, SERIES_STATE, seriesOf, valueOfSeries } from '@onescreen/shared/city';
import { CITY_AREA } from '@onescreen/shared/geography';

const series = (indicator: string, area: number): number => seriesOf(indicatorById(indicator).index, area);

/** Base unit; null where nothing is known. Throws RangeError for an unknown indicator. */
export function valueAt(city: CityState, indicator: string, area: number = CITY_AREA): number | null {
  const index = series(indicator, area);
  return index < 0 || city.quanta[index] === NO_DATA ? null : valueOfSeries(city, index);
}

export const stateAt = (city: CityState, indicator: string, area: number = CITY_AREA): SeriesState =>
  (city.states[series(indicator, area)] ?? SERIES_STATE.nodata) as SeriesState;
