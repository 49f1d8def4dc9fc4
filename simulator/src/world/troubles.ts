// The small troubles of any ordinary day: a jam in one district, a street without power, chargers down. A day without a scenario's own
// effects gets a handful, so that the alarm list of a calm city is short and not empty. Sizes and frequency are estimates.
import { areas, DISTRICT_COUNT } from '@onescreen/shared/geography';
import { createRandom } from '@onescreen/shared/random';
import { DAY, MINUTE, parseInstant, secondOfDay } from '@onescreen/shared/time';
import type { Effect, Scenario } from '../scenarios/schema.ts';

interface Trouble {
  indicator: string;
  mode: Effect['mode'];
  value: number;
  /** How long it holds, and how long it takes to come and to go. Minutes. */
  holds: number;
  ramp: number;
  /** Hours of the day in which it may begin. */
  fromHour: number;
  toHour: number;
  /** In one street of the district, not in all. */
  inOneStreet: boolean;
}

const kinds: readonly Trouble[] = [
  {
    indicator: 'tti-surface',
    mode: 'abs',
    value: 2.45,
    holds: 25,
    ramp: 9,
    fromHour: 7,
    toHour: 20,
    inOneStreet: false,
  },
  {
    indicator: 'tti-expressway',
    mode: 'abs',
    value: 2.5,
    holds: 30,
    ramp: 8,
    fromHour: 7,
    toHour: 20,
    inOneStreet: false,
  },
  { indicator: 'taxi-wait', mode: 'abs', value: 14, holds: 30, ramp: 15, fromHour: 17, toHour: 23, inOneStreet: false },
  {
    indicator: 'power-outage-customers',
    mode: 'add',
    value: 3200,
    holds: 45,
    ramp: 3,
    fromHour: 0,
    toHour: 24,
    inOneStreet: true,
  },
  {
    indicator: 'bike-pileups',
    mode: 'add',
    value: 34,
    holds: 40,
    ramp: 20,
    fromHour: 7,
    toHour: 20,
    inOneStreet: false,
  },
  {
    indicator: 'metro-station-saturation',
    mode: 'abs',
    value: 108,
    holds: 18,
    ramp: 8,
    fromHour: 7,
    toHour: 19,
    inOneStreet: false,
  },
  {
    indicator: 'parking-occupancy',
    mode: 'abs',
    value: 93,
    holds: 70,
    ramp: 30,
    fromHour: 9,
    toHour: 19,
    inOneStreet: false,
  },
  {
    indicator: 'charger-available',
    mode: 'abs',
    value: 82,
    holds: 60,
    ramp: 5,
    fromHour: 0,
    toHour: 24,
    inOneStreet: false,
  },
  {
    indicator: 'base-station-online',
    mode: 'abs',
    value: 98,
    holds: 40,
    ramp: 3,
    fromHour: 0,
    toHour: 24,
    inOneStreet: false,
  },
  {
    indicator: 'gas-pressure-ok',
    mode: 'add',
    value: -1.5,
    holds: 50,
    ramp: 10,
    fromHour: 5,
    toHour: 22,
    inOneStreet: false,
  },
  { indicator: 'pm25', mode: 'abs', value: 82, holds: 60, ramp: 30, fromHour: 6, toHour: 22, inOneStreet: false },
  {
    indicator: 'noise-level',
    mode: 'abs',
    value: 70,
    holds: 35,
    ramp: 10,
    fromHour: 18,
    toHour: 23,
    inOneStreet: false,
  },
];

/** Mean time between two troubles by day; at night they are rarer. */
const MEAN_GAP_MINUTES = 140;
const NIGHT_SKIPS = 0.65;
const jams = kinds.filter((kind) => kind.indicator.startsWith('tti'));
const isJamHour = (hour: number): boolean => jams.every((jam) => hour >= jam.fromHour && hour < jam.toHour);
const isNight = (hour: number): boolean => hour < 6 || hour >= 22;

/** The scenario's effects, or for one without any the troubles of its days. Same scenario and seed, same troubles. */
export function effectsWithTroubles(scenario: Scenario, seed: number): readonly Effect[] {
  if (scenario.effects.length > 0) return scenario.effects;
  const random = createRandom(seed, 'troubles');
  const startSecond = secondOfDay(parseInstant(scenario.startLocal), 0);
  const effects: Effect[] = [];
  // The first comes within minutes, so that someone who has just opened the page sees one.
  let minute = 2 + random.next() * 4;
  while (minute < scenario.durationMinutes) {
    const hour = ((startSecond + minute * MINUTE) % DAY) / 3600;
    // The first is a jam where one is believable: its alarm comes soonest.
    const trouble = random.pick(effects.length === 0 && isJamHour(hour) ? jams : kinds);
    const district = areas[1 + random.whole(DISTRICT_COUNT)]!;
    const street = areas[random.pick(district.children)]!;
    const size = 0.8 + 0.6 * random.next();
    const comes = hour >= trouble.fromHour && hour < trouble.toHour && !(isNight(hour) && random.next() < NIGHT_SKIPS);
    if (comes)
      effects.push(
        effectOf(trouble, Math.round(minute), size, trouble.inOneStreet ? [street.code] : [], district.code),
      );
    minute += comes ? random.exponential(MEAN_GAP_MINUTES) : 3;
  }
  return effects;
}

function effectOf(trouble: Trouble, start: number, size: number, streets: string[], district: string): Effect {
  const peakFrom = start + trouble.ramp;
  const peakTo = peakFrom + Math.round(trouble.holds * size);
  return {
    indicator: trouble.indicator,
    mode: trouble.mode,
    value: trouble.value,
    start,
    peakFrom,
    peakTo,
    end: peakTo + trouble.ramp,
    districts: [district],
    ...(streets.length > 0 ? { streets } : {}),
  };
}
