// Where the weather is: storms are strongest somewhere, weaker elsewhere, and their fringe reaches beyond the districts named.
import type { Indicator } from '@onescreen/shared/catalogue';
import { areas, CITY_AREA } from '@onescreen/shared/geography';
import { spread } from '@onescreen/shared/random';

/** How much of a storm is felt outside the districts that a scenario names (estimate). */
const FRINGE = 0.45;
const WITH_FRINGE: readonly string[] = ['rain-1h', 'rain-24h', 'gust', 'visibility', 'level-inner-river'];

/** How far below the greatest value the least of the city's places lies, for what is rolled up by its maximum (estimate). */
const DEPTHS: Readonly<Record<string, number>> = {
  'rain-1h': 0.35,
  'rain-24h': 0.3,
  gust: 0.25,
  'level-inner-river': 0.03,
  'waterlog-depth': 0.6,
  'water-turbidity': 0.25,
  'metro-station-saturation': 0.55,
  'hazchem-gas-lel': 0.5,
  visibility: 0.2,
};

const depthOf = (indicator: Indicator): number =>
  indicator.aggregation === 'max' || indicator.aggregation === 'min' ? (DEPTHS[indicator.id] ?? 0) : 0;

/**
 * The area's part of the city's greatest value (or multiple of its least), for what is rolled up by maximum or minimum; 1 for all else.
 * By area; at least one street and one district have exactly 1.
 */
export function patternOf(indicator: Indicator): Float64Array {
  const depth = depthOf(indicator);
  const pattern = new Float64Array(areas.length).fill(1);
  if (depth === 0) return pattern;
  let best: { area: number; height: number } = { area: CITY_AREA, height: -1 };
  for (const area of areas) {
    if (area.level === 'city') continue;
    const height = spread(`${indicator.id}/height/${area.code}`);
    pattern[area.index] = indicator.aggregation === 'min' ? 1 + depth * (1 - height) : 1 - depth * (1 - height);
    if (area.level === (indicator.levels.includes('street') ? 'street' : 'district') && height > best.height) {
      best = { area: area.index, height };
    }
  }
  pattern[best.area] = 1;
  return pattern;
}

/**
 * How fully each area feels an effect, 0 to 1: 1 inside for what is rolled up by its mean; for maxima and minima one place in the affected
 * area feels all of it and the rest less; weather has a fringe outside.
 */
export function intensityOf(indicator: Indicator, inside: Float64Array): Float64Array {
  const depth = depthOf(indicator);
  const fringe = WITH_FRINGE.includes(indicator.id) ? FRINGE : 0;
  const intensity = new Float64Array(areas.length);
  let highest = 0;
  for (const area of areas) {
    const felt = inside[area.index]! > 0 ? 1 : fringe;
    if (felt === 0) continue;
    const height = 1 - depth * (1 - spread(`${indicator.id}/height/${area.code}`));
    intensity[area.index] = area.index === CITY_AREA ? 1 : felt * height;
    const isLeaf = area.level === (indicator.levels.includes('street') ? 'street' : 'district');
    if (isLeaf && felt === 1) highest = Math.max(highest, height);
  }
  if (highest === 0) return intensity;
  return intensity.map((value, area) => (area === CITY_AREA ? value : Math.min(1, value / highest)));
}
