// What rings no alarm by design, though its value is out of its band: not a decision of the hour, as a shelf is, but a rule that holds always.
import { FIRST_STREET } from '../geography/index.ts';
import { comparedValue } from './position.ts';
import { areaOfSeries } from './series.ts';

/**
 * `street`: streets colour the map but do not ring, a city room would drown; their district rings for them. `early-total`: a day's total is not
 * judged while too little of the day has passed.
 */
export type Suppression = 'street' | 'early-total';

/** Whether a series has an alarm at all. */
export const rings = (series: number): boolean => areaOfSeries[series]! < FIRST_STREET;

/** By what the alarm of a series is suppressed at a tick; null when it may ring. `quantum`: its newest value. */
export function suppressedBy(series: number, quantum: number, epochMs: number, tick: number): Suppression | null {
  if (!rings(series)) return 'street';
  return comparedValue(series, quantum, epochMs, tick) === null ? 'early-total' : null;
}
