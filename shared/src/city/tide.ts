// Astronomical tide at the three gauges of the Huangpu. A storm surge is added by whoever simulates or forecasts one.
import { indicatorById, tideConstants } from '../catalogue/index.ts';
import { HOUR } from '../time.ts';

// The brief's 12.42 h and 354.4 h with more digits (M2 and the spring–neap cycle), so that the phase holds over decades.
const LUNAR_PERIOD_HOURS = 12.4206012;
const SPRING_PERIOD_HOURS = 354.367;
/** A spring high water at Wusong: about a day and a half after the new moon of 6 January 2000, at 00:50 local (the brief's forecast hour). */
const REFERENCE_MS = Date.UTC(2000, 0, 7, 16, 50);

/** Level in metres at a tide gauge. Throws RangeError for an indicator that is not one of the three gauges. */
export function tideLevel(indicatorId: string, epochMs: number, tick: number): number {
  const constants = Object.hasOwn(tideConstants, indicatorId)
    ? tideConstants[indicatorId as keyof typeof tideConstants]
    : undefined;
  if (constants === undefined) throw new RangeError(`${indicatorId} is no tide gauge`);
  const hours = ((epochMs - REFERENCE_MS) / 1000 + tick) / HOUR;
  const spring = 1 + 0.25 * Math.cos((2 * Math.PI * hours) / SPRING_PERIOD_HOURS);
  const wave = Math.cos((2 * Math.PI * (hours - constants.lagHours)) / LUNAR_PERIOD_HOURS);
  return indicatorById(indicatorId).baseline + constants.amplitudeMetres * spring * wave;
}
