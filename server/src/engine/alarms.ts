// Alarms of the city and its districts, from the states of their series. Streets colour the map but do not ring: a city room would drown.
// The on-delay is in the state machine (two of three samples); the off-delay is here, so that a value at its limit does not chatter.
import type { Limits } from '@onescreen/shared/catalogue';
import { indicatorById } from '@onescreen/shared/catalogue';
import type { SeriesState } from '@onescreen/shared/city';
import {
  areaOfSeries,
  comparedValue,
  indicatorOf,
  limitsAt,
  OFF_DELAY_TICKS,
  SERIES_STATE,
  seriesOf,
} from '@onescreen/shared/city';
import { areas } from '@onescreen/shared/geography';
import type { Desk } from './desk.ts';
import { record, remind } from './desk.ts';
import { isFirstOut } from './firstOut.ts';

type Severity = 'warning' | 'critical';

/** `power-load@310000` */
export const alarmId = (series: number): string => `${indicatorOf(series).id}@${areas[areaOfSeries[series]!]!.code}`;

/** Six digits are enough for a sentence and keep the log small. */
const short = (value: number): number => Number(value.toPrecision(6));

/** The value that is compared with the limits, in the unit of the indicator's basis. */
function compared(desk: Desk, series: number): number {
  const quantum = desk.state.city.quanta[series]!;
  return short(comparedValue(series, quantum, desk.info.epochMs, desk.tick) ?? 0);
}

/** The limit that was passed: on the side that the value is on. */
function passedLimit(limits: Limits, severity: Severity, value: number): number {
  const high = severity === 'critical' ? limits.criticalHigh : limits.warningHigh;
  const low = severity === 'critical' ? limits.criticalLow : limits.warningLow;
  if (high === undefined) return short(low ?? 0);
  if (low === undefined) return short(high);
  return short(value >= (high + low) / 2 ? high : low);
}

/** The state of a series has changed: an alarm is raised, made worse, or begins to wait out its off-delay. */
export function alarmOnState(desk: Desk, series: number, state: SeriesState): void {
  const alarm = alarmId(series);
  const known = desk.state.cases.alarms[alarm];
  const active = known?.active === true;
  if (state === SERIES_STATE.warning || state === SERIES_STATE.critical) {
    delete desk.state.clearing[alarm];
    const severity: Severity = state === SERIES_STATE.critical ? 'critical' : 'warning';
    if (!active || (severity === 'critical' && known.severity === 'warning')) raise(desk, series, alarm, severity);
  } else if (state === SERIES_STATE.normal && active && desk.state.clearing[alarm] === undefined) {
    const tick = desk.tick + OFF_DELAY_TICKS;
    desk.state.clearing[alarm] = tick;
    remind(desk, tick, 'clear-alarm', alarm, String(series));
  }
}

function raise(desk: Desk, series: number, alarm: string, severity: Severity): void {
  const { cases, raised } = desk.state;
  const indicator = indicatorOf(series).id;
  const value = compared(desk, series);
  const limit = passedLimit(limitsAt(series, desk.info.epochMs, desk.tick), severity, value);
  const known = cases.alarms[alarm];
  const firstOut = known?.active
    ? known.firstOut
    : isFirstOut(alarm, indicator, desk.tick, raised, (other) => cases.alarms[other]?.active === true);
  raised[alarm] = desk.tick;
  record(desk, {
    kind: 'alarm.raised',
    alarm,
    indicator,
    area: areaOfSeries[series]!,
    severity,
    value,
    limit,
    firstOut,
  });
}

/** An alarm comes off its shelf: if its value is still out of its band it rings as if it were new, as grave as it has been. */
export function ringAgain(desk: Desk, alarm: string): void {
  const known = desk.state.cases.alarms[alarm];
  if (known?.active !== true || desk.state.clearing[alarm] !== undefined) return;
  raise(desk, seriesOf(indicatorById(known.indicator).index, known.area), alarm, known.severity);
}

/** The off-delay is over: the alarm clears, unless its series left the band again in the meantime. */
export function clearAlarm(desk: Desk, alarm: string, series: number): void {
  if (desk.state.clearing[alarm] !== desk.tick) return;
  delete desk.state.clearing[alarm];
  if (desk.state.cases.alarms[alarm]?.active !== true) return;
  const { id } = indicatorOf(series);
  record(desk, {
    kind: 'alarm.cleared',
    alarm,
    indicator: id,
    area: areaOfSeries[series]!,
    value: compared(desk, series),
  });
}
