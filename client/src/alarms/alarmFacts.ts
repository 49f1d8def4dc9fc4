// What the details of an alarm say beyond its entry: its worst value so far, when it rings and clears, and the chain that it is part of.
import type { AlarmChain, AlarmState, Trip } from '@onescreen/shared/cases';
import { chainWith, tripOf } from '@onescreen/shared/cases';
import type { Limits } from '@onescreen/shared/catalogue';
import { indicatorById } from '@onescreen/shared/catalogue';
import { comparedValue, leavesAt, NO_DATA, seriesOf } from '@onescreen/shared/city';
import type { MomentColumns } from '@onescreen/shared/log';
import { MOMENT_KINDS } from '@onescreen/shared/log';
import type { AreaHistory } from '../store/history.ts';

export const seriesOfAlarm = ({ indicator, area }: AlarmState): number =>
  seriesOf(indicatorById(indicator).index, area);

/** Whether it is the value's being too high that rang. */
const isHigh = ({ value, limit, active }: AlarmState, leave: Limits): boolean =>
  active ? value >= limit : leave.warningHigh !== undefined || leave.criticalHigh !== undefined;

/** The gravest number since it rang, in the unit of the limit; null where the past of its area is not at hand. */
export function worstOf(alarm: AlarmState, past: AreaHistory, epochMs: number, tick: number): number | null {
  if (past.area !== alarm.area) return null;
  const series = seriesOfAlarm(alarm);
  const column = past.column(alarm.indicator);
  const until = alarm.clearedTick ?? tick;
  const values = past.ticks.flatMap((at, i) => {
    const quantum = column[i] ?? NO_DATA;
    if (at < alarm.raisedTick || at > until || quantum === NO_DATA) return [];
    return comparedValue(series, quantum, epochMs, at) ?? [];
  });
  if (alarm.active) values.push(alarm.value);
  if (values.length === 0) return null;
  return isHigh(alarm, leavesAt(series, epochMs, alarm.raisedTick)) ? Math.max(...values) : Math.min(...values);
}

/** The value inside which the alarm's state is left again, on the side that it rang on; null where there is none. */
export function leaveOf(alarm: AlarmState, epochMs: number): number | null {
  const leave = leavesAt(seriesOfAlarm(alarm), epochMs, alarm.raisedTick);
  const side = isHigh(alarm, leave) ? leave.warningHigh : leave.warningLow;
  return side ?? (isHigh(alarm, leave) ? leave.criticalHigh : leave.criticalLow) ?? null;
}

const ALARM = MOMENT_KINDS.indexOf('alarm');

/** Every raising of the run up to the tick that is shown. */
export function tripsUntil({ ticks, kinds, subjects }: MomentColumns, tick: number): Trip[] {
  const trips: Trip[] = [];
  for (let i = 0; i < ticks.length && ticks[i]! <= tick; i++) {
    const trip = kinds[i] === ALARM ? tripOf(subjects[i]!, ticks[i]!) : null;
    if (trip !== null) trips.push(trip);
  }
  return trips;
}

const ownTrip = (alarm: AlarmState): Trip => ({
  alarm: alarm.alarm,
  indicator: alarm.indicator,
  area: alarm.area,
  tick: alarm.raisedTick,
});

/** The chain of an alarm: what tripped after it where it is first-out, else the chain of the one it came after. `trips`: as far as known. */
export function chainOf(
  alarm: AlarmState,
  all: Readonly<Record<string, AlarmState>>,
  trips: readonly Trip[],
): AlarmChain | null {
  const standing = Object.values(all);
  const firsts = (alarm.firstOut ? [alarm] : standing.filter((one) => one.firstOut)).map(ownTrip);
  return chainWith(ownTrip(alarm), firsts, [...trips, ...standing.map(ownTrip)]);
}
