// What a value can be at all, whatever happens: the world and the screens clamp to it, alarms never have to lie outside it.
import type { Indicator } from './types.ts';

/** Percentages of a design that people can exceed, and scales with ends of their own. */
const OWN_RANGE: Readonly<Record<string, readonly [min: number, max: number]>> = {
  'metro-station-saturation': [0, 200],
  'metro-section-load': [0, 200],
  'metro-headway-deviation': [0, 500],
  'park-load': [0, 150],
  'hazchem-gas-lel': [0, 100],
  'street-clean-index': [0, 100],
  'warning-level': [0, 4],
  // A travel-time index of 1 is free flow.
  'tti-expressway': [1, 10],
  'tti-surface': [1, 10],
  'air-temperature': [-20, 45],
  visibility: [0, 30_000],
  'tide-huangpu-park': [-1, 8],
  'tide-wusong': [-1, 8],
  'level-mishidu': [-1, 8],
};

/** Smallest and largest possible value in the city, base unit; percentages end at 100 unless they are of a design. */
export function clampRange(indicator: Indicator): readonly [min: number, max: number] {
  return OWN_RANGE[indicator.id] ?? [0, indicator.kind === 'ratio' ? 100 : Number.POSITIVE_INFINITY];
}
