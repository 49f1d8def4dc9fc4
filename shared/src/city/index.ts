export type { ChangesCollector } from './changes.ts';
export { changesOfCity, collectChanges, filterChanges, mergeChanges, noChanges } from './changes.ts';
export type { DatedChanges } from './dated.ts';
export { applyDated, dateChanges, touchedSeries } from './dated.ts';
export { seasonFactor, weekdayFactor } from './days.ts';
export {
  applyChanges,
  copyCity,
  createCity,
  precisionOfSeries,
  quantumOf,
  valueOfQuantum,
  valueOfSeries,
} from './evolve.ts';
export { expectedDayTotal, expectedFactor, expectedValue } from './expected.ts';
export type { Interest } from './interest.ts';
export { CITY_ONLY, interestOf, streetSeriesOf, upperSeries } from './interest.ts';
export { leavesAt, limitsAt, limitsOf } from './limits.ts';
export type { Beyond } from './position.ts';
export { BEYOND, comparedValue, projectedTotal } from './position.ts';
export { profileAt, profileShare } from './profiles.ts';
export type { AreaScore, ScoreCause } from './score.ts';
export { dragOf, explainScore, healthOf, scoreArea } from './score.ts';
export { areaOfSeries, indicatorOf, indicatorOfSeries, periodOf, SERIES_COUNT, seriesOf } from './series.ts';
export { areaShare, areaShares, seriesShare, weightKindOf } from './shares.ts';
export type { StateMachineState } from './states.ts';
export {
  applySample,
  copyStateMachine,
  createStateMachine,
  OFF_DELAY_TICKS,
  OFF_SAMPLES,
  ON_SAMPLES,
  sweepStale,
} from './states.ts';
export type { Suppression } from './suppressed.ts';
export { rings, suppressedBy } from './suppressed.ts';
export { tideLevel } from './tide.ts';
export type { Changes, CityState, SeriesState } from './types.ts';
export { NO_DATA, SERIES_STATE } from './types.ts';
