// Places where something is going on that a district is too large for: a crowd, gas at a plant. Only what is near its limit or beyond.
import { indicatorById } from '@onescreen/shared/catalogue';
import type { CityState } from '@onescreen/shared/city';
import type { Place } from '@onescreen/shared/geography';
import { areaAt, CITY_AREA, places } from '@onescreen/shared/geography';
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
/** Share of the critical limit from which a spot is drawn. */
const DRAWN_FROM = 0.45;

/** What is measured at a kind of place. The Bund has a count of its own; of the others only the areas over their limit are known. */
const measuredAt = ({ id, kind }: Place): { kind: SpotKind; indicator: string } | null => {
  if (id === 'bund') return { kind: 'crowd', indicator: 'crowd-bund' };
  if (kind === 'crowd') return { kind: 'crowd', indicator: 'crowd-hotspots' };
  return kind === 'hazard' ? { kind: 'gas', indicator: 'hazchem-gas-lel' } : null;
};

const candidates = places.flatMap((place) => {
  const measured = measuredAt(place);
  if (measured === null) return [];
  const { levels, limits } = indicatorById(measured.indicator);
  return [
    {
      place,
      ...measured,
      area: levels.includes('street') ? areaAt(place.at) : CITY_AREA,
      critical: limits.criticalHigh!,
    },
  ];
});

export function spotsOf(city: CityState): Spot[] {
  return candidates.flatMap(({ place, kind, indicator, area, critical }) => {
    const value = valueAt(city, indicator, area);
    // One area over its limit is a crowd, however few such areas the city has.
    const share = value === null ? 0 : indicator === 'crowd-hotspots' ? Math.min(1, value) * 0.6 : value / critical;
    if (value === null || share < DRAWN_FROM) return [];
    return [{ kind, place, indicator, value, strength: Math.round(Math.min(1, share) * STEPS) / STEPS }];
  });
}
