// Weather over each district, as far as anything is going on: rain, fog, and roads under water.
import type { CityState } from '@onescreen/shared/city';
import { DISTRICT_COUNT } from '@onescreen/shared/geography';
import { valueAt } from './read.ts';

export interface DistrictWeather {
  /** 0 dry to 1 a cloudburst, in twentieths. */
  rain: number;
  /** 0 clear to 1 fog that shuts bridges, in twentieths. */
  fog: number;
  /** 0 dry roads to 1 many points under water, in twentieths. */
  flood: number;
}

/** Rain of a red warning (mm/h); sight where fog begins and where bridges shut (m); points in one district that are a flood. */
const CLOUDBURST_MM = 80;
const FOG_BEGINS_METRES = 1500;
const FOG_SHUTS_METRES = 50;
const FLOOD_POINTS = 8;
const STEPS = 20;

const stepped = (share: number): number => Math.round(Math.max(0, Math.min(1, share)) * STEPS) / STEPS;

/** By district, the first being area 1. */
export function weatherOfDistricts(city: CityState): readonly DistrictWeather[] {
  return Array.from({ length: DISTRICT_COUNT }, (_, i) => {
    const area = i + 1;
    const rain = valueAt(city, 'rain-1h', area) ?? 0;
    const sight = valueAt(city, 'visibility', area) ?? FOG_BEGINS_METRES;
    const points = valueAt(city, 'waterlogged-points', area) ?? 0;
    return {
      // Light rain shows too: the eye counts in doublings.
      rain: rain < 0.5 ? 0 : stepped(Math.log2(1 + rain) / Math.log2(1 + CLOUDBURST_MM)),
      fog: stepped(
        Math.log(FOG_BEGINS_METRES / Math.max(FOG_SHUTS_METRES, sight)) /
          Math.log(FOG_BEGINS_METRES / FOG_SHUTS_METRES),
      ),
      flood: stepped(points / FLOOD_POINTS),
    };
  });
}
