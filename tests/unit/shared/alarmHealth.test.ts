// The health of the alarms: against the published targets, counted by hand.
import type { AlarmEntry, Entry } from '@onescreen/shared/log';
import { addToAlarmBook, alarmHealth, createAlarmBook, priorityOf, targetsMet } from '@onescreen/shared/reports';
import { DAY, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';

const PUDONG = 15;
const named = (name: string, area: number) => ({ alarm: `${name}@${area}`, indicator: name, area });
const raised = (name: string, area = 0, severity: 'warning' | 'critical' = 'warning'): AlarmEntry => ({
  kind: 'alarm.raised',
  ...named(name, area),
  severity,
  value: 2,
  limit: 1,
  firstOut: false,
});
const cleared = (name: string, area = 0): AlarmEntry => ({ kind: 'alarm.cleared', ...named(name, area), value: 0 });
const shelved = (name: string): AlarmEntry => ({
  kind: 'alarm.shelved',
  ...named(name, 0),
  by: 'user:o',
  untilTick: 9e6,
  reason: 'cause-known',
});
const unshelved = (name: string): AlarmEntry => ({ kind: 'alarm.unshelved', ...named(name, 0), by: 'user:o' });

function bookOf(...entries: readonly (readonly [tick: number, entry: AlarmEntry])[]) {
  const book = createAlarmBook();
  entries.forEach(([tick, entry], i) => {
    addToAlarmBook(book, { run: 'r', seq: i + 1, tick, ...entry } as Entry);
  });
  return book;
}
const hour = { fromTick: -1, toTick: 60 * MINUTE - 1, area: 0 };

describe('what rings', () => {
  test('is counted in periods of ten minutes, on average and at most', () => {
    const book = bookOf([0, raised('a')], [599, raised('b')], [600, raised('c')], [3599, raised('d')]);
    expect(alarmHealth(book, hour)).toMatchObject({
      rings: 4,
      periods: [2, 1, 0, 0, 0, 1],
      mostInPeriod: 2,
      averagePerPeriod: 4 / 6,
    });
    expect(targetsMet(alarmHealth(book, hour)).average).toBe(true);
    expect(targetsMet(alarmHealth(book, { ...hour, toTick: 700 })).average).toBe(false);
  });

  test('more than ten in ten minutes are a flood, ten are not', () => {
    const rings = (n: number) => Array.from({ length: n }, (_, i) => [i * 50, raised(`a${i}`)] as const);
    expect(alarmHealth(bookOf(...rings(10)), hour).floods).toBe(0);
    const flooded = alarmHealth(bookOf(...rings(11)), hour);
    expect(flooded.floods).toBe(1);
    expect(targetsMet(flooded).flood).toBe(false);
  });

  test('three times within a minute chatters, slower does not', () => {
    const at = (...ticks: number[]) =>
      alarmHealth(
        bookOf(
          ...ticks.flatMap(
            (tick) =>
              [
                [tick, raised('a')],
                [tick + 1, cleared('a')],
              ] as const,
          ),
        ),
        hour,
      );
    expect(at(0, 20, 59).chattering).toEqual([{ alarm: 'a@0', rings: 3 }]);
    expect(at(0, 20, 60).chattering).toEqual([]);
  });

  test('what happens on a shelf rings nowhere; coming off it does', () => {
    const book = bookOf(
      [0, raised('a')],
      [10, shelved('a')],
      [20, cleared('a')],
      [30, raised('a', 0, 'critical')],
      [40, unshelved('a')],
      [40, raised('a', 0, 'critical')],
    );
    expect(book.rings.map(({ tick }) => tick)).toEqual([0, 40]);
    expect(alarmHealth(book, hour)).toMatchObject({ rings: 2, shelved: 0, standing: 1 });
  });

  test('a district has a console of its own, and the city hears them all', () => {
    const book = bookOf([0, raised('a')], [1, raised('a', PUDONG)], [2, raised('b', 1)]);
    expect(alarmHealth(book, hour).rings).toBe(3);
    expect(alarmHealth(book, { ...hour, area: PUDONG }).rings).toBe(1);
  });
});

describe('what stands', () => {
  const now = { fromTick: -1, toTick: 2 * DAY, area: 0 };

  test('longer than a day is stale, since when it began, unless it is on a shelf or over', () => {
    const book = bookOf(
      [10, raised('old')],
      [20, raised('aside')],
      [30, raised('over')],
      [40, shelved('aside')],
      [50, cleared('over')],
      [60, raised('old', 0, 'critical')],
      [DAY, raised('young')],
    );
    expect(alarmHealth(book, now)).toMatchObject({
      stale: [{ alarm: 'old@0', severity: 'critical', sinceTick: 10 }],
      standing: 3,
      shelved: 1,
    });
    expect(targetsMet(alarmHealth(book, now)).stale).toBe(true);
  });

  test('fewer than five may be stale', () => {
    const book = bookOf(...[1, 2, 3, 4, 5].map((n) => [n, raised(`a${n}`)] as const));
    expect(targetsMet(alarmHealth(book, now)).stale).toBe(false);
  });
});

describe('priorities', () => {
  test('a district warning is low, what is critical in the whole city is high', () => {
    expect(priorityOf({ area: PUDONG, severity: 'warning' })).toBe('low');
    expect(priorityOf({ area: PUDONG, severity: 'critical' })).toBe('medium');
    expect(priorityOf({ area: 0, severity: 'warning' })).toBe('medium');
    expect(priorityOf({ area: 0, severity: 'critical' })).toBe('high');
  });

  test('80, 15 and 5 per cent are met to the letter; nothing rung is nothing to judge', () => {
    const many = (low: number, medium: number, high: number) =>
      targetsMet({
        ...alarmHealth(createAlarmBook(), hour),
        rings: low + medium + high,
        byPriority: { low, medium, high },
      });
    expect(many(80, 15, 5).priorities).toBe(true);
    expect(many(79, 15, 6).priorities).toBe(false);
    expect(many(79, 16, 5).priorities).toBe(false);
    expect(many(0, 0, 0).priorities).toBeNull();
  });
});
