// Where a vital sign may lie at a moment, in its own unit: what is expected, and the limits on either side.

import type { Limits } from '@onescreen/shared/catalogue';
import { areaOfSeries, expectedValue, indicatorOf, limitsAt, profileShare } from '@onescreen/shared/city';
import { secondOfDay } from '@onescreen/shared/time';

export interface Band {
  expected: number;
  /** In the unit of the value, whatever basis the catalogue's limits have. */
  limits: Limits;
}

/** Factor that turns a limit in the unit of its basis into the unit of the value at this moment. */
function unitOfBasis(series: number, epochMs: number, tick: number, expected: number): number {
  const indicator = indicatorOf(series);
  switch (indicator.basis) {
    case 'value':
      return 1;
    case 'expected':
      return expected;
    case 'projected':
      return profileShare(indicator.profile, secondOfDay(epochMs, tick));
  }
}

/** The band of a series at a tick. A counter's limits grow with the day: its day total is what is limited. */
export function bandOf(series: number, epochMs: number, tick: number): Band {
  const indicator = indicatorOf(series);
  const area = areaOfSeries[series]!;
  const expected = expectedValue(indicator.index, area, epochMs, tick);
  const factor = unitOfBasis(series, epochMs, tick, expected);
  const limits: Limits = {};
  for (const [key, limit] of Object.entries(limitsAt(series, epochMs, tick)) as [keyof Limits, number][]) {
    limits[key] = limit * factor;
  }
  return { expected, limits };
}

/** Ends of the scale on which a bullet bar shows the value: room for all limits, what is expected and the value itself. */
export function scaleOf(band: Band, value: number | null): [low: number, high: number] {
  const { limits, expected } = band;
  const lows = [limits.criticalLow, limits.warningLow, expected, value ?? expected].filter((one) => one !== undefined);
  const highs = [limits.criticalHigh, limits.warningHigh, expected, value ?? expected].filter(
    (one) => one !== undefined,
  );
  const low = Math.min(...lows);
  const high = Math.max(...highs);
  const room = (high - low || Math.abs(high) || 1) * 0.12;
  const isCount = low >= 0 && limits.warningLow === undefined && limits.criticalLow === undefined;
  return [isCount ? 0 : low - room, high + room];
}
