// How the alarms themselves are: against the targets that ISA-18.2 and EEMUA 191 publish for one console.
import { CITY_AREA, lineage } from '../geography/index.ts';
import { DAY, MINUTE } from '../time.ts';
import type { AlarmBook, Ring } from './alarmBook.ts';

/** The targets, each for one console. */
export const ALARM_TARGETS = {
  /** Length of a period. */
  periodTicks: 10 * MINUTE,
  averagePerPeriod: 1,
  /** More rings than this in a period are a flood … */
  floodRings: 10,
  /** … and at most this share of the periods may be one. */
  floodShare: 0.01,
  /** An alarm that rings so often within so long chatters; none should. */
  chatterRings: 3,
  chatterTicks: MINUTE,
  /** Stands longer than this: stale; fewer than so many may. */
  staleTicks: DAY,
  stale: 5,
  /** Shares of the rings by priority: low, medium, high. */
  priorities: { low: 0.8, medium: 0.15, high: 0.05 },
} as const;

export type AlarmPriority = keyof typeof ALARM_TARGETS.priorities;

/**
 * Two severities and two levels make three priorities: a warning in a district is low, what is critical in the whole city is high, the rest is
 * medium.
 */
export function priorityOf({ area, severity }: Pick<Ring, 'area' | 'severity'>): AlarmPriority {
  const isOfCity = area === CITY_AREA;
  if (severity === 'critical') return isOfCity ? 'high' : 'medium';
  return isOfCity ? 'medium' : 'low';
}

export interface AlarmCount {
  alarm: string;
  rings: number;
}
export interface StandingLong {
  alarm: string;
  severity: 'warning' | 'critical';
  sinceTick: number;
}
export interface AlarmHealth {
  /** What lies after `fromTick` up to and with `toTick`. */
  fromTick: number;
  toTick: number;
  /** Code of the area whose console it is. */
  area: string;
  rings: number;
  /** Rings of each period of ten minutes from the beginning of the span; the last may be shorter. */
  periods: readonly number[];
  averagePerPeriod: number;
  mostInPeriod: number;
  floods: number;
  chattering: readonly AlarmCount[];
  /** Longest first. Those on a shelf are not among them. */
  stale: readonly StandingLong[];
  standing: number;
  shelved: number;
  byPriority: Readonly<Record<AlarmPriority, number>>;
  /** The ten that rang most, most first. */
  frequent: readonly AlarmCount[];
}

export interface HealthQuery {
  fromTick: number;
  toTick: number;
  /** Index of the area. */
  area: number;
}

const MOST_FREQUENT = 10;

function ringsByAlarm(rings: readonly Ring[]): Map<string, number[]> {
  const byAlarm = new Map<string, number[]>();
  for (const { alarm, tick } of rings) {
    const ticks = byAlarm.get(alarm);
    if (ticks === undefined) byAlarm.set(alarm, [tick]);
    else ticks.push(tick);
  }
  return byAlarm;
}

const chatters = (ticks: readonly number[]): boolean =>
  ticks.some((tick, i) => (ticks[i + ALARM_TARGETS.chatterRings - 1] ?? Infinity) - tick < ALARM_TARGETS.chatterTicks);

function periodsOf(rings: readonly Ring[], fromTick: number, toTick: number): number[] {
  const { periodTicks } = ALARM_TARGETS;
  const periods: number[] = new Array(Math.max(1, Math.ceil((toTick - fromTick) / periodTicks))).fill(0);
  for (const { tick } of rings) periods[Math.floor((tick - fromTick - 1) / periodTicks)]! += 1;
  return periods;
}

/** The health of one console's alarms in a span. What stands, stands at the book's newest entry. */
export function alarmHealth(book: AlarmBook, { fromTick, toTick, area }: HealthQuery): AlarmHealth {
  const isOfConsole = (one: number): boolean => lineage(one).some(({ index }) => index === area);
  const rings = book.rings.filter((ring) => ring.tick > fromTick && ring.tick <= toTick && isOfConsole(ring.area));
  const byAlarm = [...ringsByAlarm(rings)].map(([alarm, ticks]) => ({ alarm, ticks, rings: ticks.length }));
  const periods = periodsOf(rings, fromTick, toTick);
  const standing = Object.entries(book.standing).filter(([, one]) => isOfConsole(one.area));
  const onShelf = ([alarm]: (typeof standing)[number]): boolean => book.shelved[alarm] !== undefined;
  const byPriority = { low: 0, medium: 0, high: 0 };
  for (const ring of rings) byPriority[priorityOf(ring)] += 1;
  const count = ({ alarm, rings: n }: AlarmCount): AlarmCount => ({ alarm, rings: n });
  return {
    fromTick,
    toTick,
    area: lineage(area).at(-1)!.code,
    rings: rings.length,
    periods,
    averagePerPeriod: rings.length / Math.max(1, (toTick - fromTick) / ALARM_TARGETS.periodTicks),
    mostInPeriod: Math.max(...periods),
    floods: periods.filter((n) => n > ALARM_TARGETS.floodRings).length,
    chattering: byAlarm.filter(({ ticks }) => chatters(ticks)).map(count),
    stale: standing
      .filter((one) => !onShelf(one) && toTick - one[1].sinceTick > ALARM_TARGETS.staleTicks)
      .map(([alarm, { severity, sinceTick }]) => ({ alarm, severity, sinceTick }))
      .sort((a, b) => a.sinceTick - b.sinceTick),
    standing: standing.length,
    shelved: standing.filter(onShelf).length,
    byPriority,
    frequent: byAlarm
      .sort((a, b) => b.rings - a.rings || (a.alarm < b.alarm ? -1 : 1))
      .slice(0, MOST_FREQUENT)
      .map(count),
  };
}

export const alarmTargets = ['average', 'flood', 'chattering', 'stale', 'priorities'] as const;
export type AlarmTarget = (typeof alarmTargets)[number];

/** Whether each target is met; null where nothing rang and there is no share to speak of. */
export function targetsMet(health: AlarmHealth): Readonly<Record<AlarmTarget, boolean | null>> {
  const { rings, byPriority, periods } = health;
  const { averagePerPeriod, floodShare, stale, priorities } = ALARM_TARGETS;
  const high = byPriority.high / rings;
  return {
    average: health.averagePerPeriod <= averagePerPeriod,
    flood: health.floods / periods.length < floodShare,
    chattering: health.chattering.length === 0,
    stale: health.stale.length < stale,
    priorities:
      rings === 0 ? null : high <= priorities.high && high + byPriority.medium / rings <= 1 - priorities.low + 1e-9,
  };
}
