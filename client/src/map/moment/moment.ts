// Everything that the base map shows of one moment: light, water, crossings, metro, weather, crowds and gas. Read from a run, the same live and replayed.
import type { CasesState } from '@onescreen/shared/cases';
import type { CityState } from '@onescreen/shared/city';
import type { CrossingState } from './bridges.ts';
import { crossingStates } from './bridges.ts';
import type { StretchState } from './metro.ts';
import { metroStates } from './metro.ts';
import type { Spot } from './spots.ts';
import { spotsOf } from './spots.ts';
import type { Daylight } from './sun.ts';
import { daylightAt } from './sun.ts';
import type { WaterLevel } from './water.ts';
import { waterLevel } from './water.ts';
import type { DistrictWeather } from './weather.ts';
import { weatherOfDistricts } from './weather.ts';

export interface Moment {
  daylight: Daylight;
  water: WaterLevel;
  /** By id of the crossing. */
  crossings: ReadonlyMap<string, CrossingState>;
  /** By id of the stretch. */
  metro: readonly StretchState[];
  /** By district, the first being area 1. */
  weather: readonly DistrictWeather[];
  spots: readonly Spot[];
}

/** `epochMs`: UTC milliseconds of tick 0. */
export const momentOf = (city: CityState, cases: CasesState, epochMs: number, tick: number): Moment => ({
  daylight: daylightAt(epochMs, tick),
  water: waterLevel(city),
  crossings: crossingStates(city),
  metro: metroStates(city, cases),
  weather: weatherOfDistricts(city),
  spots: spotsOf(city),
});
