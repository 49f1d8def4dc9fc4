// The life of an alarm: two bits and a shelf, whatever the order in which things are said of it; and the chain in time.
import type { AlarmState, Trip } from '@onescreen/shared/cases';
import {
  calls,
  chainAfter,
  chainWith,
  createCasesState,
  evolveCases,
  shelfReasons,
  shelfReasonText,
  tripOf,
} from '@onescreen/shared/cases';
import type { AlarmEntry, Entry } from '@onescreen/shared/log';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const ALARM = { alarm: 'rain-1h@310000', indicator: 'rain-1h', area: 0 };
const raised = (severity: 'warning' | 'critical', firstOut = true): AlarmEntry => ({
  kind: 'alarm.raised',
  ...ALARM,
  severity,
  value: 30,
  limit: 20,
  firstOut,
});
const acknowledged: AlarmEntry = { kind: 'alarm.acknowledged', ...ALARM, by: 'user:o' };
const cleared: AlarmEntry = { kind: 'alarm.cleared', ...ALARM, value: 1 };
const shelved: AlarmEntry = { kind: 'alarm.shelved', ...ALARM, by: 'user:o', untilTick: 900, reason: 'cause-known' };
const unshelved: AlarmEntry = { kind: 'alarm.unshelved', ...ALARM, by: 'rule:shelf-end' };

/** The alarm after these entries, a tick apart, from tick 10 on; undefined when it is gone. */
function alarmAfter(...entries: readonly AlarmEntry[]): AlarmState | undefined {
  const state = createCasesState();
  entries.forEach((entry, i) => {
    evolveCases(state, { run: 'r', seq: i + 1, tick: 10 + i, ...entry } as Entry);
  });
  return state.alarms[ALARM.alarm];
}

describe('a shelf', () => {
  test('leaves both bits as they are, and says who, why and until when', () => {
    expect(alarmAfter(raised('warning'), shelved)).toMatchObject({
      active: true,
      acknowledged: false,
      shelved: { by: 'user:o', reason: 'cause-known', sinceTick: 11, untilTick: 900 },
    });
  });

  test('an alarm on its shelf calls nobody; off it, it does again', () => {
    expect(calls(alarmAfter(raised('warning'))!)).toBe(true);
    expect(calls(alarmAfter(raised('warning'), shelved)!)).toBe(false);
    expect(calls(alarmAfter(raised('warning'), shelved, unshelved)!)).toBe(true);
    expect(calls(alarmAfter(raised('warning'), acknowledged)!)).toBe(false);
  });

  test('holds an alarm that is over, so that it does not ring anew meanwhile', () => {
    expect(alarmAfter(raised('warning'), acknowledged, shelved, cleared)).toMatchObject({ active: false });
    const again = alarmAfter(raised('warning'), acknowledged, shelved, cleared, raised('critical'))!;
    expect(again).toMatchObject({ active: true, acknowledged: false, severity: 'critical', raisedTick: 14 });
    expect(calls(again)).toBe(false);
  });

  test('when it ends, what is over and was seen is gone', () => {
    expect(alarmAfter(raised('warning'), acknowledged, shelved, cleared, unshelved)).toBeUndefined();
    expect(alarmAfter(raised('warning'), shelved, cleared, unshelved)).toMatchObject({
      active: false,
      acknowledged: false,
    });
  });

  test('an alarm without a shelf has no word of it, as in recordings from before', () => {
    expect(alarmAfter(raised('warning'))).not.toHaveProperty('shelved');
    expect(alarmAfter(raised('warning'), shelved, unshelved)).not.toHaveProperty('shelved');
  });

  test('each reason is a sentence in both languages; a foreign one stands for itself', () => {
    for (const reason of shelfReasons) {
      expect(shelfReasonText(reason).en).not.toBe(reason);
      expect(shelfReasonText(reason).zh).toMatch(/\p{Script=Han}/u);
    }
    expect(shelfReasonText('from-elsewhere')).toEqual({ zh: 'from-elsewhere', en: 'from-elsewhere' });
  });
});

test('the alarm state machine: two bits and a shelf, each moved by its own entries alone', () => {
  const entry = fc.constantFrom(raised('warning'), raised('critical'), acknowledged, cleared, shelved, unshelved);
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 14 }), (entries) => {
      // The model: three bits, and a memory of how grave it was since it began.
      let active = false;
      let acked = true;
      let shelf = false;
      for (const { kind } of entries) {
        const there = active || !acked || shelf;
        if (kind === 'alarm.raised') [active, acked] = [true, false];
        else if (!there) continue;
        else if (kind === 'alarm.acknowledged') acked = true;
        else if (kind === 'alarm.cleared') active = false;
        else shelf = kind === 'alarm.shelved';
      }
      const found = alarmAfter(...entries);
      if (!active && acked && !shelf) return found === undefined;
      expect(found).toMatchObject({ active, acknowledged: acked });
      expect(found!.shelved !== undefined).toBe(shelf);
      expect(found!.clearedTick === null).toBe(active);
      return calls(found!) === (!acked && !shelf);
    }),
    { numRuns: 400 },
  );
});

describe('the chain in time', () => {
  const trip = (alarm: string, tick: number): Trip => tripOf(alarm, tick)!;
  const rain = trip('rain-1h@310000', 100);
  const storm = [
    trip('tti-surface@310101', 700),
    rain,
    trip('waterlogged-points@310115', 400),
    trip('blood-stock@310000', 500),
    trip('tti-surface@310101', 900),
    trip('waterlogged-points@310000', 50),
  ];

  test('holds what is related and tripped after it, in order, each alarm once, with the seconds between', () => {
    expect(chainAfter(rain, storm)).toEqual({
      first: rain,
      links: [
        { ...trip('waterlogged-points@310115', 400), afterFirst: 300, afterPrevious: 300 },
        { ...trip('tti-surface@310101', 700), afterFirst: 600, afterPrevious: 300 },
      ],
    });
  });

  test('ends when nothing more tripped for an hour', () => {
    const late = [...storm, trip('hotline-calls@310000', 700 + 3601)];
    expect(chainAfter(rain, late).links).toHaveLength(2);
    expect(chainAfter(rain, [...storm, trip('hotline-calls@310000', 700 + 3600)]).links).toHaveLength(3);
  });

  test('is found from any of its alarms, and from none that is not in it', () => {
    expect(chainWith(trip('tti-surface@310101', 700), [rain], storm)?.first).toEqual(rain);
    expect(chainWith(rain, [rain], storm)?.first).toEqual(rain);
    expect(chainWith(trip('blood-stock@310000', 500), [rain], storm)).toBeNull();
  });

  test('a name from elsewhere is no trip', () => {
    expect(tripOf('nothing@310000', 1)).toBeNull();
    expect(tripOf('rain-1h@999', 1)).toBeNull();
  });
});
