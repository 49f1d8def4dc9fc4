// Weather over each district, as far as anything is going on: rain, fog, wind, heat, and roads under water.
import type { CityState } from '@onescreen/shared/city';
import { DISTRICT_COUNT } from '@onescreen/shared/geography';
import { valueAt } from './read.ts';

export interface DistrictWeather {
  /** 0 dry to 1 a cloudburst, in twentieths. */
  rain: number;
  /** 0 clear to 1 fog that shuts bridges, in twentieths. */
  fog: number;
  /** 0 below a strong breeze to 1 a hurricane, in twentieths. */
  wind: number;
  /** 0 below a hot day to 1 forty degrees, in twentieths. */
  heat: number;
  /** 0 dry roads to 1 many points under water, in twentieths. */
  flood: number;
}

/** Rain of a red warning (mm/h); sight where fog begins and where bridges shut (m); points in one district that are a flood. */
const CLOUDBURST_MM = 80;
const FOG_BEGINS_METRES = 1500;
const FOG_SHUTS_METRES = 50;
const FLOOD_POINTS = 8;
/** Beaufort 6 and 12, gusts in m/s; the air of a hot day and of a red heat warning, °C. */
const STRONG_BREEZE = 10.8;
const HURRICANE = 32.7;
const HOT_DEGREES = 33;
const RED_HEAT_DEGREES = 40;
const STEPS = 20;

const stepped = (share: number): number => Math.round(Math.max(0, Math.min(1, share)) * STEPS) / STEPS;

/** By district, the first being area 1. */
export function weatherOfDistricts(city: CityState): readonly DistrictWeather[] {
  return Array.from({ length: DISTRICT_COUNT }, (_, i) => {
    const area = i + 1;
    const rain = valueAt(city, 'rain-1h', area) ?? 0;
    const sight = valueAt(city, 'visibility', area) ?? FOG_BEGINS_METRES;
    const gust = valueAt(city, 'gust', area) ?? 0;
    const degrees = valueAt(city, 'air-temperature', area) ?? 0;
    const points = valueAt(city, 'waterlogged-points', area) ?? 0;
    return {
      // Light rain shows too: the eye counts in doublings.
      rain: rain < 0.5 ? 0 : stepped(Math.log2(1 + rain) / Math.log2(1 + CLOUDBURST_MM)),
      fog: stepped(
        Math.log(FOG_BEGINS_METRES / Math.max(FOG_SHUTS_METRES, sight)) /
          Math.log(FOG_BEGINS_METRES / FOG_SHUTS_METRES),
      ),
      wind: stepped((gust - STRONG_BREEZE) / (HURRICANE - STRONG_BREEZE)),
      heat: stepped((degrees - HOT_DEGREES) / (RED_HEAT_DEGREES - HOT_DEGREES)),
      flood: stepped(points / FLOOD_POINTS),
    };
  });
}
