// What part of the city's expected value an area has: sums are shared out, means differ a little from place to place.
// Rolled up (sum, or mean weighted by population) the areas give the city again, exactly to rounding.

import type { Indicator } from '../catalogue/index.ts';
import { indicators } from '../catalogue/index.ts';
import type { Area } from '../geography/index.ts';
import { areas, CITY_AREA, DISTRICT_COUNT } from '../geography/index.ts';
import { spread } from '../random.ts';
import { areaOfSeries, indicatorOfSeries, SERIES_COUNT } from './series.ts';

type WeightKind = keyof Area['weight'];

/** Sums that follow something other than where people live (estimate). */
const BY_JOBS = [
  'office-entries',
  'new-companies',
  'retail-sales',
  'mall-footfall',
  'taxi-orders',
  'gov-cases',
  'expo-visitors',
  'major-events',
  'attraction-visitors',
  'culture-visitors',
  'crowd-hotspots',
  'telecom-fraud',
  'metro-security-finds',
  'metro-passenger-injuries',
  'outpatient-visits',
  'er-visits',
  'meal-orders',
  'bike-pileups',
  'shared-bike-rides',
  'facade-hazards',
  'pipe-dig-damage',
  'mobile-data-volume',
  'cyber-incidents',
  'parcels-collected',
  'kitchen-violations',
];
const BY_AREA = [
  'tree-falls',
  'road-closures',
  'black-odour-points',
  'seawall-hazards',
  'gate-closed',
  'ferry-suspended',
  'bridge-structure-alarms',
  'emission-over',
  'hazchem-source-alarms',
  'hazmat-truck-deviation',
];
const weightKind = new Map<string, WeightKind>([
  ...BY_JOBS.map((id) => [id, 'jobs'] as const),
  ...BY_AREA.map((id) => [id, 'area'] as const),
]);

/** By which weight a `sum` indicator is shared out. */
export const weightKindOf = (indicator: Indicator): WeightKind => weightKind.get(indicator.id) ?? 'population';

/**
 * How far a place may lie from the city's mean, as a part of it: 3 %, but never more than a fifth of the way to the nearest warning limit nor
 * half the way to 100 %, so that no place is in alarm, or over 100 %, by its character alone.
 */
function characterRange(indicator: Indicator): number {
  if (indicator.aggregation !== 'mean' || indicator.baseline <= 0 || indicator.id === 'air-temperature') return 0;
  const { baseline, limits } = indicator;
  const unit = indicator.basis === 'expected' ? 1 : baseline;
  const gaps = [limits.warningLow, limits.warningHigh]
    .filter((limit) => limit !== undefined)
    .map((limit) => Math.abs(limit / unit - 1));
  const room = indicator.kind === 'ratio' ? (100 - baseline) / baseline / 2 : Infinity;
  return Math.min(0.03, 0.2 * Math.min(...gaps), room);
}

/** Deviations in [−range, range] by name, shifted so that their population-weighted mean is 0. */
function characters(indicator: Indicator, members: readonly Area[], range: number): number[] {
  const raw = members.map((area) => (spread(`${indicator.id}@${area.code}`) * 2 - 1) * range);
  const people = members.reduce((sum, area) => sum + area.weight.population, 0);
  const mean = members.reduce((sum, area, i) => sum + area.weight.population * raw[i]!, 0) / people;
  return raw.map((value) => value - mean);
}

function sharesOf(indicator: Indicator): Float64Array {
  if (indicator.aggregation === 'sum') {
    const kind = weightKindOf(indicator);
    return Float64Array.from(areas, (area) => area.weight[kind]);
  }
  const shares = new Float64Array(areas.length).fill(1);
  const range = characterRange(indicator);
  if (range === 0) return shares;
  // Half of the range between districts and half within them, so that a street keeps inside the whole of it.
  const districts = areas.slice(1, 1 + DISTRICT_COUNT);
  characters(indicator, districts, range / 2).forEach((own, i) => {
    const district = districts[i]!;
    shares[district.index] = 1 + own;
    const streets = district.children.map((child) => areas[child]!);
    characters(indicator, streets, range / 2).forEach((local, k) => {
      shares[streets[k]!.index] = 1 + own + local;
    });
  });
  shares[CITY_AREA] = 1;
  return shares;
}

const shareTables: readonly Float64Array[] = indicators.map(sharesOf);

/** Share of every area (by area index) in one indicator: multiply the city's expected value by it. */
export const areaShares = (indicatorIndex: number): Float64Array => {
  const table = shareTables[indicatorIndex];
  if (table === undefined) throw new RangeError(`no indicator with index ${indicatorIndex}`);
  return table;
};

/** Share of one area in one indicator. */
export const areaShare = (indicatorIndex: number, areaIndex: number): number => areaShares(indicatorIndex)[areaIndex]!;

/** The same by series. */
export const seriesShare: Float64Array = Float64Array.from({ length: SERIES_COUNT }, (_, series) =>
  areaShare(indicatorOfSeries[series]!, areaOfSeries[series]!),
);
