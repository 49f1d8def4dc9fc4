// The chain in time: what tripped after the first-out alarm, and how long after. A plain function of trips, for lists and for the map.
import { hasIndicator } from '../catalogue/index.ts';
import { areaByCode, hasArea } from '../geography/index.ts';
import { areRelated, CHAIN_WINDOW_TICKS } from './alarmRelations.ts';

/** One raising of an alarm. */
export interface Trip {
  /** `power-load@310000` */
  alarm: string;
  indicator: string;
  /** Index of its area. */
  area: number;
  tick: number;
}

export interface ChainLink extends Trip {
  /** Seconds since the first of the chain, and since the one before. */
  afterFirst: number;
  afterPrevious: number;
}
/** The first one and what came after it, in time; each alarm once, at its first raising. */
export interface AlarmChain {
  first: Trip;
  links: readonly ChainLink[];
}

/** A trip by the alarm's own name; null for a name of an indicator or area that is not there (a recording from elsewhere). */
export function tripOf(alarm: string, tick: number): Trip | null {
  const [indicator = '', code = ''] = alarm.split('@');
  if (!hasIndicator(indicator) || !hasArea(code)) return null;
  return { alarm, indicator, area: areaByCode(code).index, tick };
}

/**
 * What tripped after `first` and may have come of it: alarms of its causal chain, until for `CHAIN_WINDOW_TICKS` no further one tripped.
 * `trips`: raisings in any order; those before `first` do not count.
 */
export function chainAfter(first: Trip, trips: readonly Trip[]): AlarmChain {
  const later = trips
    .filter(
      (trip) => trip.tick >= first.tick && trip.alarm !== first.alarm && areRelated(first.indicator, trip.indicator),
    )
    .sort((a, b) => a.tick - b.tick);
  const seen = new Set<string>();
  const links: ChainLink[] = [];
  let lastTick = first.tick;
  for (const trip of later) {
    if (trip.tick - lastTick > CHAIN_WINDOW_TICKS) break;
    if (seen.has(trip.alarm)) continue;
    seen.add(trip.alarm);
    links.push({ ...trip, afterFirst: trip.tick - first.tick, afterPrevious: trip.tick - lastTick });
    lastTick = trip.tick;
  }
  return { first, links };
}

/** The chain that a trip is part of: that of the nearest of `firsts` that leads to it; null where none does. */
export function chainWith(trip: Trip, firsts: readonly Trip[], trips: readonly Trip[]): AlarmChain | null {
  const before = firsts.filter((first) => first.tick <= trip.tick).sort((a, b) => b.tick - a.tick);
  for (const first of before) {
    const chain = chainAfter(first, trips);
    if (first.alarm === trip.alarm || chain.links.some((link) => link.alarm === trip.alarm)) return chain;
  }
  return null;
}
