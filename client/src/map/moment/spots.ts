// Places where something is going on that a district is too large for: the crowd on the Bund, gas at a plant. Only what is half way to its critical
// limit and beyond.
import { indicatorById } from '@onescreen/shared/catalogue';
import type { CityState } from '@onescreen/shared/city';
import type { Place } from '@onescreen/shared/geography';
import { areaAt, CITY_AREA, districtOf, places } from '@onescreen/shared/geography';
import { valueAt } from './read.ts';

export type SpotKind = 'crowd' | 'gas';

export interface Spot {
  kind: SpotKind;
  place: Place;
  indicator: string;
  /** In the indicator's base unit. */
  value: number;
  /** 0 to 1 at the critical limit and beyond, in tenths. */
  strength: number;
}

const STEPS = 10;
const DRAWN_FROM = 0.5;

/** Numbers of streets are only there while somebody looks at them, so a plant goes by its district's worst. */
const measured = places.flatMap((place): (Omit<Spot, 'value' | 'strength'> & { area: number })[] => {
  if (place.id === 'bund') return [{ place, kind: 'crowd', indicator: 'crowd-bund', area: CITY_AREA }];
  if (place.kind !== 'hazard') return [];
  return [{ place, kind: 'gas', indicator: 'hazchem-gas-lel', area: districtOf(areaAt(place.at)) }];
});

export function spotsOf(city: CityState): Spot[] {
  return measured.flatMap(({ place, kind, indicator, area }) => {
    const value = valueAt(city, indicator, area);
    const share = (value ?? 0) / indicatorById(indicator).limits.criticalHigh!;
    if (value === null || share < DRAWN_FROM) return [];
    return [{ kind, place, indicator, value, strength: Math.round(Math.min(1, share) * STEPS) / STEPS }];
  });
}
