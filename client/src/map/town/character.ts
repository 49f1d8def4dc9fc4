// What kind of city a spot is: how urban, and how high it builds. From the centres, stations and kinds of street that the geography has.
import type { Area, Position } from '@onescreen/shared/geography';
import { areas, CITY_AREA, distanceMetres, metroStations, places } from '@onescreen/shared/geography';

/** Where the city builds high: metres of its towers, and how far that reaches. The rest is the general fall from the middle. Estimates. */
const HIGH_AT: Readonly<Record<string, readonly [metres: number, reachMetres: number]>> = {
  lujiazui: [200, 650],
  'shanghai-tower': [220, 500],
  'people-square': [110, 1100],
  'jingan-temple': [120, 900],
  xujiahui: [110, 800],
  wujiaochang: [80, 600],
  'shanghai-rail': [70, 700],
  'hongqiao-rail': [30, 1200],
  zhenru: [70, 700],
};
/** By the airports nothing is high. */
const LOW_AT: Readonly<Record<string, number>> = { 'hongqiao-airport': 3200, 'pudong-airport': 4000 };
/** A special zone larger than this is farm, forest or resort; a smaller one is an industrial park. */
const PARK_KM2 = 55;
const STATION_REACH_METRES = 900;
const MIDDLE_REACH_METRES = 11_000;
const CORE_REACH_METRES = 5_000;

const fall = (metres: number, reach: number): number => Math.exp(-((metres / reach) ** 2));

export interface Spot {
  /** 0 fields to 1 the middle of the city. */
  urban: number;
  /** Metres that the highest houses here reach; a block may stay far below. */
  high: number;
}
export interface Character {
  /** Halls and yards instead of homes. */
  isWorks: boolean;
  at(at: Position): Spot;
}

/** The character of one street, with what lies near it looked up once. */
export function characterOf(street: Area): Character {
  const reachKm = Math.sqrt(street.areaKm2);
  const isNear = (at: Position): boolean => distanceMetres(at, street.centre) < reachKm * 1500 + 4000;
  const middle = areas[CITY_AREA]!.centre;
  const stations = metroStations.map(({ at }) => at).filter(isNear);
  const highs = places.flatMap(({ id, at }) => (HIGH_AT[id] ? [{ at, high: HIGH_AT[id] }] : []));
  const lows = places.flatMap(({ id, at }) => (LOW_AT[id] ? [{ at, reach: LOW_AT[id] }] : []));
  const isRural = street.type === 'special' && street.areaKm2 > PARK_KM2;
  const isWorks = street.type === 'special' && !isRural;
  const [level, reach] = isRural
    ? [0.3, 500]
    : isWorks
      ? [0.5, 8000]
      : street.type === 'subdistrict'
        ? [0.72, 700 + reachKm * 420]
        : [0.66, 350 + reachKm * 230];

  return {
    isWorks,
    at(at) {
      const fromMiddle = distanceMetres(at, middle);
      const byZone =
        street.zone === 'core'
          ? 0.72 + 0.28 * fall(fromMiddle, CORE_REACH_METRES)
          : Math.max(
              level * fall(distanceMetres(at, street.centre), reach),
              0.85 * fall(fromMiddle, MIDDLE_REACH_METRES),
            );
      const byStation = stations.reduce(
        (most, one) => Math.max(most, fall(distanceMetres(at, one), STATION_REACH_METRES)),
        0,
      );
      const urban = Math.min(1, Math.max(byZone, 0.7 * byStation));
      const towers = highs.reduce((sum, one) => sum + one.high[0] * fall(distanceMetres(at, one.at), one.high[1]), 0);
      const lowness = lows.reduce((most, one) => Math.max(most, fall(distanceMetres(at, one.at), one.reach)), 0);
      const general = 12 + 40 * urban + 45 * fall(fromMiddle, CORE_REACH_METRES) + 30 * byStation;
      return { urban, high: Math.max(9, (general + towers) * (1 - lowness)) };
    },
  };
}
