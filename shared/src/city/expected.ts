// What an ordinary day shows: baseline × hour of the day × weekday × season × the area's share (brief §2.2). In base units.
import { indicators } from '../catalogue/index.ts';
import { dayTable, momentOf } from './days.ts';
import { profileTable, tableAt, tableShare } from './profiles.ts';
import { areaShare } from './shares.ts';
import { tideLevel } from './tide.ts';

const TEMPERATURE = 'air-temperature';
/** The temperature profile swings 0.17 either way of its mean, the air 4 ℃ (brief §2.2(3)). */
const TEMPERATURE_SWING = 4 / 0.17;

const profiles = indicators.map((indicator) => profileTable(indicator.profile));

/**
 * Expected value for the whole city. Counters: since local midnight. Multiply by `areaShare` for an area.
 * Hot callers ask once per indicator and tick.
 */
export function expectedFactor(indicatorIndex: number, epochMs: number, tick: number): number {
  const indicator = indicators[indicatorIndex]!;
  if (indicator.profile === 'tide') return tideLevel(indicator.id, epochMs, tick);
  const { secondOfDay, day } = momentOf(epochMs, tick);
  if (indicator.kind === 'counter')
    return indicator.baseline * day.factor[indicatorIndex]! * tableShare(profiles[indicatorIndex]!, secondOfDay);
  const shape = tableAt(profiles[indicatorIndex]!, secondOfDay);
  if (indicator.id === TEMPERATURE) return day.meanTemperature + (shape - 1) * TEMPERATURE_SWING;
  const value = indicator.baseline * day.factor[indicatorIndex]! * shape;
  return indicator.kind === 'ratio' && indicator.baseline <= 100 ? Math.min(100, value) : value;
}

/** Expected value of an indicator in an area, in base units. */
export const expectedValue = (indicatorIndex: number, areaIndex: number, epochMs: number, tick: number): number =>
  expectedFactor(indicatorIndex, epochMs, tick) * areaShare(indicatorIndex, areaIndex);

/** Expected total of the whole local day for the city; for gauges, ratios and indices the day's mean. Multiply by `areaShare`. */
export function expectedDayTotal(indicatorIndex: number, epochMs: number, tick: number): number {
  const indicator = indicators[indicatorIndex]!;
  const day = dayTable(epochMs, tick);
  return indicator.id === TEMPERATURE ? day.meanTemperature : indicator.baseline * day.factor[indicatorIndex]!;
}
