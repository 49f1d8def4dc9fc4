// The rain of a second, as the pictures draw it: now from the newest reading, before from the run's past.
import { indicatorById } from '@onescreen/shared/catalogue';
import { NO_DATA, seriesOf, valueOfQuantum } from '@onescreen/shared/city';
import { areaByCode, CITY_AREA } from '@onescreen/shared/geography';
import { useHistory } from '../store/history.ts';
import { readingOf } from '../store/hooks.ts';
import { rainShare } from './draw/moment.ts';

const RAIN = indicatorById('rain-1h');
/** 青浦区, where Xujing is. */
const DISTRICT = areaByCode('310118').index;
const series = [seriesOf(RAIN.index, DISTRICT), seriesOf(RAIN.index, CITY_AREA)].find((one) => one >= 0) ?? -1;

/** At the playhead. */
export const rainNow = (): number => rainShare(readingOf(series).value);

/** At an earlier second, by the city's past; dry where that is not known. */
export function rainAt(tick: number): number {
  const { city } = useHistory.getState();
  const at = city.ticks.findLastIndex((point) => point <= tick);
  const quantum = at < 0 ? NO_DATA : (city.column(RAIN.id)[at] ?? NO_DATA);
  return quantum === NO_DATA ? 0 : rainShare(valueOfQuantum(seriesOf(RAIN.index, CITY_AREA), quantum));
}
