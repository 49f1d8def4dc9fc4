export { areaOfSeries, indicatorOf, indicatorOfSeries, periodOf, SERIES_COUNT, seriesOf } from './series.ts';
export { NO_DATA, SERIES_STATE } from './types.ts';
export type { Changes, CityState, SeriesState } from './types.ts';
