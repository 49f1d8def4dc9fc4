// Checks are decided by the log alone: samples, alarms, plan steps, response levels and cases.
import { indicatorById } from '@onescreen/shared/catalogue';
import type { Check } from '@onescreen/shared/checks';
import { checkSchema, createCheckRun } from '@onescreen/shared/checks';
import type { Changes } from '@onescreen/shared/city';
import { seriesOf } from '@onescreen/shared/city';
import { areaByCode } from '@onescreen/shared/geography';
import type { Entry, EntryBody } from '@onescreen/shared/log';
import { MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';

const nothing: Changes = {
  series: new Uint16Array(),
  quanta: new Int32Array(),
  stateSeries: new Uint16Array(),
  states: new Uint8Array(),
};
const changed = (indicator: string, value: number, area = '310000'): Changes => ({
  ...nothing,
  series: Uint16Array.of(seriesOf(indicatorById(indicator).index, areaByCode(area).index)),
  quanta: Int32Array.of(Math.round(value / indicatorById(indicator).precision)),
});

/** A made-up log: [minute, what], where what is a city value or an entry. */
type Event = readonly [minute: number, what: EntryBody | { indicator: string; value: number; area?: string }];
const check = (fields: Record<string, unknown>): Check => checkSchema.parse({ id: 'c', zh: '甲', en: 'A', ...fields });

function judge(fields: Record<string, unknown>, events: readonly Event[], lastMinute = 120) {
  const run = createCheckRun([check(fields)]);
  events.forEach(([minute, what], i) => {
    const tick = Math.round(minute * MINUTE);
    if ('kind' in what) run.feed(tick, nothing, [{ run: 'r', seq: i + 1, tick, ...what } as Entry]);
    else run.feed(tick, changed(what.indicator, what.value, what.area), []);
  });
  return run.results(lastMinute * MINUTE)[0]!;
}
const rain = (value: number) => ({ indicator: 'rain-1h', value });
const step = (en: string): EntryBody => ({ kind: 'plan.step', agency: 'swj', zh: '步', en });
const alarm = (indicator: string): EntryBody => ({
  kind: 'alarm.raised',
  alarm: `${indicator}@310000`,
  indicator,
  area: 0,
  severity: 'warning',
  value: 1,
  limit: 1,
  firstOut: false,
});
const discovered = (id: string, type: string): EntryBody => ({
  kind: 'case.discovered',
  case: id,
  by: 'rule:test',
  type,
  at: [121.4, 31.2],
  area: 20,
  source: 'camera',
  confidence: 0.9,
});
const closed = (id: string): EntryBody => ({ kind: 'case.closed', case: id, by: 'rule:test', automatic: true });

describe('stays', () => {
  const rule = { rule: 'stays', condition: { indicator: 'power-reserve', is: 'atLeast', value: 3 } };
  const reserve = (value: number) => ({ indicator: 'power-reserve', value });
  test('passes with the worst value as its measure, fails at the first breach', () => {
    expect(
      judge(rule, [
        [0, reserve(15)],
        [9, reserve(4.2)],
        [20, reserve(12)],
      ]),
    ).toMatchObject({
      outcome: 'passed',
      measured: { value: 4.2, unit: 'power-reserve' },
    });
    const failed = judge(rule, [
      [0, reserve(15)],
      [9, reserve(2.9)],
      [20, reserve(12)],
    ]);
    expect(failed.outcome).toBe('failed');
    expect(failed.detail.en).toBe('Broken from minute 9');
  });
  test('says nothing without data, and looks only inside its window', () => {
    expect(judge(rule, []).outcome).toBe('not-applicable');
    expect(
      judge({ ...rule, fromMinute: 10 }, [
        [5, reserve(1)],
        [11, reserve(9)],
      ]).outcome,
    ).toBe('passed');
  });
});

test('holds-by looks at the value of that minute, neither later nor before the log is there', () => {
  const rule = { rule: 'holds-by', condition: { indicator: 'rain-1h', is: 'atMost', value: 10 }, byMinute: 60 };
  expect(
    judge(rule, [
      [0, rain(50)],
      [59, rain(9)],
      [61, rain(90)],
    ]).outcome,
  ).toBe('passed');
  expect(
    judge(rule, [
      [0, rain(50)],
      [61, rain(1)],
    ]).outcome,
  ).toBe('failed');
  expect(judge(rule, [[0, rain(1)]], 30).outcome).toBe('not-applicable');
});

describe('holds-within', () => {
  const rule = {
    rule: 'holds-within',
    condition: { indicator: 'waterlog-depth', is: 'atMost', value: 15 },
    minutes: 30,
    after: {
      on: 'condition',
      indicator: 'rain-1h',
      is: 'atMost',
      value: 1,
      armed: { indicator: 'rain-1h', is: 'atLeast', value: 35 },
    },
  };
  const depth = (value: number) => ({ indicator: 'waterlog-depth', value });
  test('counts from the end of the rain, not from the dry start', () => {
    const wet: Event[] = [
      [0, rain(0)],
      [5, depth(0)],
      [10, rain(40)],
      [20, depth(50)],
      [40, rain(0.5)],
    ];
    expect(judge(rule, [...wet, [65, depth(12)]])).toMatchObject({
      outcome: 'passed',
      measured: { value: 25, unit: 'min' },
    });
    expect(judge(rule, [...wet, [80, depth(12)]])).toMatchObject({ outcome: 'failed', measured: { value: 40 } });
    expect(judge(rule, wet, 60).outcome).toBe('not-applicable');
  });
  test('without rain there is nothing to say', () => {
    expect(
      judge(rule, [
        [0, rain(0)],
        [5, depth(0)],
      ]).detail.en,
    ).toBe('What starts the clock did not happen');
  });
});

test('holds-before wants the goal reached when the trigger comes', () => {
  const rule = {
    rule: 'holds-before',
    condition: { indicator: 'people-evacuated', is: 'atLeast', value: 100 },
    before: { on: 'condition', indicator: 'gust', is: 'atLeast', value: 24.5 },
  };
  const people = (value: number) => ({ indicator: 'people-evacuated', value });
  const gust = (value: number) => ({ indicator: 'gust', value });
  expect(
    judge(rule, [
      [0, gust(5)],
      [10, people(120)],
      [20, gust(25)],
    ]).outcome,
  ).toBe('passed');
  expect(
    judge(rule, [
      [0, gust(5)],
      [10, people(80)],
      [20, gust(25)],
      [30, people(120)],
    ]),
  ).toMatchObject({
    outcome: 'failed',
    measured: { value: 80 },
  });
});

test('not-before: people go back no earlier than half an hour after the leak has stopped', () => {
  const rule = {
    rule: 'not-before',
    armed: { indicator: 'people-evacuated', is: 'atLeast', value: 1200 },
    condition: { indicator: 'people-evacuated', is: 'atMost', value: 1150 },
    minutes: 30,
    after: { on: 'step', step: 'Leak stopped' },
  };
  const people = (value: number) => ({ indicator: 'people-evacuated', value });
  const out: Event[] = [
    [0, people(0)],
    [20, people(1300)],
  ];
  expect(judge(rule, [...out, [40, step('Leak stopped')], [80, people(1100)]]).outcome).toBe('passed');
  expect(judge(rule, [...out, [40, step('Leak stopped')], [60, people(1100)]]).outcome).toBe('failed');
  expect(judge(rule, [...out, [30, people(1100)], [40, step('Leak stopped')]]).outcome).toBe('failed');
});

test('plan steps and response levels have their minute', () => {
  const valve = { rule: 'step-by', step: 'Close valves', byMinute: 30 };
  expect(judge(valve, [[29, step('Close valves')]])).toMatchObject({
    outcome: 'passed',
    measured: { value: 29, unit: 'min' },
  });
  expect(judge(valve, [[31, step('Close valves')]]).outcome).toBe('failed');
  expect(judge(valve, [[5, step('Other')]], 120).outcome).toBe('failed');
  const gates = {
    rule: 'step-within',
    step: 'Close gates',
    minutes: 0,
    after: { on: 'condition', indicator: 'rain-1h', is: 'atLeast', value: 5 },
  };
  expect(
    judge(gates, [
      [3, step('Close gates')],
      [9, rain(6)],
    ]).outcome,
  ).toBe('passed');
  expect(
    judge(gates, [
      [9, rain(6)],
      [12, step('Close gates')],
    ]).outcome,
  ).toBe('failed');
  const level = { rule: 'level-by', level: 2, byMinute: 15 };
  const response = (value: 0 | 1 | 2 | 3): EntryBody => ({
    kind: 'response.level',
    level: value,
    colour: 'red',
    lead: 'swj',
  });
  expect(
    judge(level, [
      [1, response(3)],
      [10, response(1)],
    ]).outcome,
  ).toBe('passed');
  expect(
    judge(level, [
      [1, response(3)],
      [2, response(0)],
    ]).outcome,
  ).toBe('failed');
});

describe('cases-within', () => {
  const rule = { rule: 'cases-within', types: ['CM06'], until: 'closed', minutes: 60, share: 0.5 };
  test('counts what got there in time, and leaves out those with time left, other types and false alarms', () => {
    const events: Event[] = [
      [0, discovered('a', 'CM06')],
      [1, discovered('b', 'CM06')],
      [2, discovered('x', 'EV01')],
      [3, discovered('f', 'CM06')],
      [4, { kind: 'case.rejected', case: 'f', by: 'user:intake', reason: 'false-alarm' }],
      [50, closed('a')],
      [100, discovered('late', 'CM06')],
    ];
    expect(judge(rule, events)).toMatchObject({ outcome: 'passed', measured: { value: 50, unit: '%' } });
    expect(judge({ ...rule, share: 0.9 }, events).outcome).toBe('failed');
  });
  test('without such cases it does not apply', () => {
    expect(judge(rule, [[0, discovered('x', 'EV01')]]).outcome).toBe('not-applicable');
  });
});

test('alarm-order compares the first alarm of each', () => {
  const rule = { rule: 'alarm-order', indicators: ['rain-1h', 'waterlogged-points', 'tti-surface'] };
  const [a, b, c] = [alarm('rain-1h'), alarm('waterlogged-points'), alarm('tti-surface')];
  expect(
    judge(rule, [
      [1, a],
      [2, b],
      [3, c],
      [4, a],
    ]).outcome,
  ).toBe('passed');
  expect(
    judge(rule, [
      [1, b],
      [2, a],
      [3, c],
    ]).outcome,
  ).toBe('failed');
  expect(
    judge(rule, [
      [1, a],
      [2, b],
    ]).outcome,
  ).toBe('not-applicable');
});

test('alarms-below counts in any window, not in the clock’s ten minutes', () => {
  const rule = { rule: 'alarms-below', count: 2, minutes: 10 };
  const at = (...minutes: number[]): Event[] => minutes.map((minute) => [minute, alarm('rain-1h')]);
  expect(judge(rule, at(1, 8, 12, 25))).toMatchObject({ outcome: 'passed', measured: { value: 2 } });
  expect(judge(rule, at(8, 9, 12)).outcome).toBe('failed');
});
