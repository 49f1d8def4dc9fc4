// No two days are alike: on some days a few per cent more people travel, call, shop. One factor for each indicator and local day.
import type { Indicator } from '@onescreen/shared/catalogue';
import { createRandom } from '@onescreen/shared/random';

/** Relative deviation from day to day, and the most that a fair day may be off (estimates). */
const DEVIATION = 0.03;
const MOST = 0.06;

/** Moved by the weather, the moon or the number of residents, not by what people do today. */
const OTHER_DRIVERS: readonly string[] = ['weather', 'tide', 'temperature', 'flat', 'population'];

/** Whether an indicator follows what people do. Percentages have bounds of their own and stay as they are. */
export const hasDayCharacter = (indicator: Indicator): boolean =>
  indicator.kind !== 'ratio' && !OTHER_DRIVERS.includes(indicator.profile);

/** What multiplies the indicator's expected value on a local day (days since 1970). */
export function dayCharacter(seed: number, indicatorId: string, day: number): number {
  const off = DEVIATION * createRandom(seed, `day/${indicatorId}/${day}`).normal();
  return 1 + Math.max(-MOST, Math.min(MOST, off));
}
