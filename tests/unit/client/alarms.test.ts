// What the screen makes of alarms: which is new and worth a sound, how bad it became, and the chain that it is part of.
import type { AlarmState } from '@onescreen/shared/cases';
import { indicatorById } from '@onescreen/shared/catalogue';
import { quantumOf, seriesOf } from '@onescreen/shared/city';
import { MOMENT_KINDS } from '@onescreen/shared/log';
import { describe, expect, test } from 'vitest';
import { chainOf, leaveOf, tripsUntil, worstOf } from '../../../client/src/alarms/alarmFacts.ts';
import { newSeverity } from '../../../client/src/alarms/newAlarms.ts';
import type { AreaHistory } from '../../../client/src/store/history.ts';

const EPOCH_MS = Date.UTC(2024, 4, 14, 1);
const RAIN = seriesOf(indicatorById('rain-1h').index, 0);
const rain: AlarmState = {
  alarm: 'rain-1h@310000',
  indicator: 'rain-1h',
  area: 0,
  severity: 'warning',
  value: 40,
  limit: 35,
  active: true,
  acknowledged: false,
  firstOut: true,
  raisedTick: 100,
  clearedTick: null,
};
const shelf = { by: 'user:o', reason: 'cause-known', sinceTick: 1, untilTick: 9 } as const;
const of = (alarm: AlarmState) => ({ [alarm.alarm]: alarm });

describe('a sound', () => {
  test('is for an alarm that is new, graver, back, or off its shelf', () => {
    expect(newSeverity({}, of(rain))).toBe('warning');
    expect(newSeverity(of(rain), of({ ...rain, severity: 'critical' }))).toBe('critical');
    expect(newSeverity(of({ ...rain, active: false }), of({ ...rain }))).toBe('warning');
    expect(newSeverity(of({ ...rain, shelved: shelf }), of({ ...rain }))).toBe('warning');
    expect(newSeverity(of({ ...rain, acknowledged: true }), of({ ...rain }))).toBe('warning');
  });

  test('is not for one that stands, was acknowledged, is over, or is on its shelf', () => {
    expect(newSeverity(of(rain), of(rain))).toBeNull();
    expect(newSeverity(of(rain), of({ ...rain, acknowledged: true }))).toBeNull();
    expect(newSeverity(of(rain), of({ ...rain, active: false }))).toBeNull();
    expect(newSeverity({}, of({ ...rain, shelved: shelf }))).toBeNull();
    expect(newSeverity(of(rain), {})).toBeNull();
  });

  test('is that of the gravest', () => {
    const other = { ...rain, alarm: 'gust@310000', severity: 'critical' } as const;
    expect(newSeverity({}, { ...of(rain), ...of(other) })).toBe('critical');
  });
});

describe('the details', () => {
  const past = (area: number): AreaHistory => {
    const quanta = [80, 50, 61, 99].map((value) => quantumOf(RAIN, value));
    const scores = { ticks: [], lines: { infra: [], env: [], traffic: [], guarantee: [], safety: [], vitality: [] } };
    return { area, ticks: [59, 119, 179, 239], column: () => quanta, scores };
  };

  test('say the worst value since it rang and not after the tick that is shown', () => {
    expect(worstOf(rain, past(0), EPOCH_MS, 200)).toBe(61);
    expect(worstOf(rain, past(0), EPOCH_MS, 300)).toBe(99);
    expect(worstOf({ ...rain, active: false, value: 1, clearedTick: 200 }, past(0), EPOCH_MS, 300)).toBe(61);
    expect(worstOf(rain, past(3), EPOCH_MS, 300)).toBeNull();
  });

  test('say inside which value it is back: inside the limit', () => {
    const leave = leaveOf(rain, EPOCH_MS)!;
    expect(leave).toBeLessThan(35);
    expect(leave).toBeGreaterThan(30);
  });

  test('the chain is of what tripped up to the tick that is shown, past and standing', () => {
    const alarm = MOMENT_KINDS.indexOf('alarm');
    const moments = {
      ticks: [100, 160, 200, 900],
      kinds: [alarm, alarm, MOMENT_KINDS.indexOf('case'), alarm],
      severities: [1, 2, 1, 1],
      subjects: ['rain-1h@310000', 'waterlogged-points@310115', 'C1', 'tti-surface@310101'],
    };
    expect(tripsUntil(moments, 500).map(({ tick }) => tick)).toEqual([100, 160]);
    const follower = {
      ...rain,
      alarm: 'tti-surface@310101',
      indicator: 'tti-surface',
      area: 1,
      firstOut: false,
      raisedTick: 900,
    };
    const all = { ...of(rain), ...of(follower) };
    const seconds = (one: AlarmState) => chainOf(one, all, tripsUntil(moments, 500))?.links.map((l) => l.afterFirst);
    expect(seconds(rain)).toEqual([60, 800]);
    expect(seconds(follower)).toEqual([60, 800]);
    expect(chainOf({ ...follower, indicator: 'blood-stock', alarm: 'blood-stock@310000' }, all, [])).toBeNull();
  });
});
