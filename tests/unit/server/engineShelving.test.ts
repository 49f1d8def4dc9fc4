// Shelving an alarm: done or refused in words, back by simulated time, and the same again when the run is played again.
import { indicatorById } from '@onescreen/shared/catalogue';
import { limitsOf, periodOf, quantumOf, seriesOf } from '@onescreen/shared/city';
import type { RunCommand } from '@onescreen/shared/protocol';
import { MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../server/src/engine/index.ts';
import type { Sample, Town } from './engineKit.ts';
import { createTown, operator, townInfo } from './engineKit.ts';

const RAIN = seriesOf(indicatorById('rain-1h').index, 0);
const WARNING = limitsOf(RAIN).warningHigh! + 1;
const ALARM = 'rain-1h@310000';
const shelve = (minutes = 15, reason = 'cause-known'): RunCommand => ({
  kind: 'shelve',
  alarm: ALARM,
  minutes,
  reason,
});
const values = (fromTick: number, count: number, value: number): Sample[] =>
  Array.from({ length: count }, (_, i) => [fromTick + i * periodOf(RAIN), RAIN, quantumOf(RAIN, value)]);
const alarmOf = (town: Town) => town.engine.cases.alarms[ALARM];
const kinds = (town: Town) => town.entries.map(({ kind }) => kind).filter((kind) => kind.startsWith('alarm.'));

/** A town whose rain alarm stands; it rains for `minutes`. */
function rainyTown(minutes = 120): Town {
  const town = createTown();
  town.sample(...values(0, minutes, WARNING));
  town.until(3 * MINUTE);
  expect(alarmOf(town)).toMatchObject({ active: true, severity: 'warning' });
  return town;
}

describe('shelving', () => {
  test('puts the alarm aside until the end that was asked for, and the log says who and why', () => {
    const town = rainyTown();
    expect(town.ask(shelve(15))).toEqual({ ok: true });
    const [entry] = town.of('alarm.shelved');
    expect(entry).toMatchObject({ alarm: ALARM, by: 'user:wang', reason: 'cause-known' });
    expect(entry!.untilTick - entry!.tick).toBe(15 * MINUTE);
    expect(alarmOf(town)!.shelved).toMatchObject({ untilTick: entry!.untilTick });
    expect(town.of('command.received')).toMatchObject([{ command: 'shelve', body: { minutes: 15 } }]);
  });

  test('an alarm that still stands at the end of its shelf rings again, by simulated time and to the second', () => {
    const town = rainyTown();
    town.ask({ kind: 'acknowledge', alarm: ALARM });
    town.ask(shelve(15));
    const { untilTick } = town.of('alarm.shelved')[0]!;
    town.until(untilTick - 5);
    expect(alarmOf(town)).toMatchObject({ acknowledged: true, shelved: { untilTick } });
    town.until(untilTick);
    expect(town.of('alarm.unshelved')).toMatchObject([{ tick: untilTick, by: 'rule:shelf-end' }]);
    expect(alarmOf(town)).toMatchObject({ active: true, acknowledged: false, severity: 'warning' });
    expect(alarmOf(town)).not.toHaveProperty('shelved');
    expect(kinds(town).slice(-2)).toEqual(['alarm.unshelved', 'alarm.raised']);
  });

  test('an alarm that is over by then does not ring, and is gone if it was seen', () => {
    const town = rainyTown(5);
    town.ask({ kind: 'acknowledge', alarm: ALARM });
    town.ask(shelve(60));
    town.sample(...values(6 * MINUTE, 40, 0));
    town.until(50 * MINUTE);
    expect(alarmOf(town)).toMatchObject({ active: false });
    town.until(70 * MINUTE);
    expect(alarmOf(town)).toBeUndefined();
    expect(kinds(town).at(-1)).toBe('alarm.unshelved');
  });

  test('getting worse on the shelf does not bring it back; the gravest severity is kept', () => {
    const town = rainyTown(4);
    town.ask(shelve(60));
    const worse = limitsOf(RAIN).criticalHigh! + 1;
    town.sample(...values(5 * MINUTE, 10, worse), ...values(15 * MINUTE, 60, WARNING));
    town.until(40 * MINUTE);
    expect(alarmOf(town)).toMatchObject({ severity: 'critical', shelved: { reason: 'cause-known' } });
    town.until(70 * MINUTE);
    expect(alarmOf(town)).toMatchObject({ severity: 'critical', acknowledged: false });
  });

  test('is taken off by hand, and the old end means nothing to a later shelf', () => {
    const town = rainyTown();
    town.ask(shelve(15));
    expect(town.ask({ kind: 'unshelve', alarm: ALARM })).toEqual({ ok: true });
    expect(town.of('alarm.unshelved')).toMatchObject([{ by: 'user:wang' }]);
    expect(alarmOf(town)).toMatchObject({ acknowledged: false });
    town.ask(shelve(60));
    town.until(40 * MINUTE);
    expect(alarmOf(town)!.shelved).toBeDefined();
  });

  test.each<[string, string, RunCommand]>([
    ['an alarm that is not there', 'no-such-alarm', { ...shelve(), alarm: 'gust@310000' } as RunCommand],
    ['more than a shift', 'shelf-too-long', shelve(481)],
    ['a reason that is none', 'shelf-reason-unknown', shelve(15, 'weather')],
    ['taking off what is on no shelf', 'not-shelved', { kind: 'unshelve', alarm: ALARM }],
  ])('%s is refused, in the log and in words', (_, code, command) => {
    const town = rainyTown();
    const answer = town.ask(command);
    expect(answer).toMatchObject({ ok: false, refusal: code });
    expect(answer.ok || answer.message.zh.length).toBeGreaterThan(4);
    expect(town.of('command.refused')).toMatchObject([{ reason: code }]);
    expect(town.of('alarm.shelved')).toEqual([]);
  });

  test('twice is refused, and so is a role that may only acknowledge, or another district', () => {
    const town = rainyTown();
    expect(town.ask(shelve(), { ...operator, role: 'dispatcher' })).toMatchObject({ refusal: 'role-may-not' });
    expect(town.ask(shelve(), { ...operator, area: '310115' })).toMatchObject({ refusal: 'outside-your-area' });
    expect(town.ask(shelve())).toEqual({ ok: true });
    expect(town.ask(shelve())).toMatchObject({ refusal: 'already-shelved' });
  });

  test('an engine that goes on from a snapshot ends the shelf at the same second', () => {
    const town = rainyTown();
    town.ask(shelve(15));
    const { untilTick } = town.of('alarm.shelved')[0]!;
    const halfway = 5 * Math.floor(untilTick / 10) - 1;
    town.until(halfway);
    const on = createTown(
      townInfo(),
      undefined,
      createEngine(townInfo(), structuredClone(town.engine.snapshot())),
      halfway + 1,
    );
    on.sample(...values(0, 120, WARNING).filter(([tick]) => tick > halfway));
    for (const one of [town, on]) one.until(untilTick + MINUTE);
    expect(on.entries.length).toBeGreaterThan(0);
    expect(town.entries.filter(({ tick }) => tick > halfway)).toEqual(on.entries);
  });
});
