// The sun over the city at a moment: how dark it is, and how many windows are lit.
import { areas, CITY_AREA } from '@onescreen/shared/geography';
import { instantOf, localTime } from '@onescreen/shared/time';
import { getPosition } from 'suncalc';

export interface Daylight {
  /** 0 by day to 1 after civil dusk, in twentieths: the map is painted again only when it is another. */
  darkness: number;
  /** Share of houses with light, in twentieths. */
  lit: number;
}

/** Degrees of the sun's height between which day turns into night. */
const DAY_DEGREES = 5;
const NIGHT_DEGREES = -7;
const STEPS = 20;
/** A lit house is drawn lit as a whole, which is far brighter than its windows: so this share of them. */
const SEEN_SHARE = 0.45;
/** Share of lit houses by hour of the day, were it dark then. An estimate from how long people are up. */
const LIT_BY_HOUR = [
  0.22, 0.14, 0.1, 0.08, 0.09, 0.2, 0.42, 0.5, 0.45, 0.45, 0.45, 0.45, 0.45, 0.45, 0.45, 0.5, 0.6, 0.68, 0.76, 0.8, 0.8,
  0.74, 0.58, 0.38,
] as const;

const stepped = (share: number): number => Math.round(share * STEPS) / STEPS;

/** `epochMs`: UTC milliseconds of tick 0. */
export function daylightAt(epochMs: number, tick: number): Daylight {
  const [lon, lat] = areas[CITY_AREA]!.centre;
  const { altitude } = getPosition(new Date(instantOf(epochMs, tick)), lat, lon);
  const darkness = Math.max(0, Math.min(1, (DAY_DEGREES - altitude) / (DAY_DEGREES - NIGHT_DEGREES)));
  const { hour, minute } = localTime(epochMs, tick);
  const [now, next] = [LIT_BY_HOUR[hour]!, LIT_BY_HOUR[(hour + 1) % 24]!];
  return { darkness: stepped(darkness), lit: stepped(darkness * SEEN_SHARE * (now + (next - now) * (minute / 60))) };
}
