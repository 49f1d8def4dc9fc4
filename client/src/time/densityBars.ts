// How much happened when, as bars: cases filed by priority, and alarms, in as many columns as the bar has room for.
import type { MomentColumns } from '@onescreen/shared/log';
import { MOMENT_KINDS } from '@onescreen/shared/log';

export interface DensityBar {
  /** Cases filed, by priority 1 to 5. */
  cases: [number, number, number, number, number];
  warnings: number;
  criticals: number;
}

const CASE = MOMENT_KINDS.indexOf('case');
const ALARM = MOMENT_KINDS.indexOf('alarm');
/** A column with fewer cases than this still does not fill the height. */
const LEAST_FULL = 4;

/** `count` bars over the ticks from 0 to `end`, and how many cases fill the height. */
export function densityBars(columns: MomentColumns, end: number, count: number): { bars: DensityBar[]; full: number } {
  const bars = Array.from({ length: count }, (): DensityBar => ({ cases: [0, 0, 0, 0, 0], warnings: 0, criticals: 0 }));
  const { ticks, kinds, severities } = columns;
  for (let at = 0; at < ticks.length && ticks[at]! <= end; at++) {
    const bar = bars[Math.min(count - 1, Math.floor((ticks[at]! / end) * count))];
    const severity = severities[at]!;
    if (bar === undefined) continue;
    if (kinds[at] === CASE && severity >= 1 && severity <= 5) bar.cases[severity - 1]! += 1;
    else if (kinds[at] === ALARM && severity === 1) bar.criticals += 1;
    else if (kinds[at] === ALARM) bar.warnings += 1;
  }
  const full = Math.max(LEAST_FULL, ...bars.map(({ cases }) => cases.reduce((sum, one) => sum + one, 0)));
  return { bars, full };
}
