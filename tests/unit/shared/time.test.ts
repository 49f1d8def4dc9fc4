// Simulated time by Shanghai's wall.
import {
  compactDate,
  DAY,
  HOUR,
  instantOf,
  isoShanghai,
  localDay,
  localTime,
  parseInstant,
  secondOfDay,
} from '@onescreen/shared/time';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const epoch = parseInstant('2024-09-15T08:00+08:00');

test('tick 0 is the epoch and an hour later is an hour later', () => {
  expect(localTime(epoch, 0)).toEqual({
    year: 2024,
    month: 9,
    day: 15,
    weekday: 0,
    hour: 8,
    minute: 0,
    second: 0,
    secondOfDay: 8 * HOUR,
  });
  expect(localTime(epoch, HOUR + 61)).toMatchObject({ hour: 9, minute: 1, second: 1 });
  expect(instantOf(epoch, 90)).toBe(epoch + 90_000);
});

test('the local day changes at local midnight, not at that of Greenwich', () => {
  const midnight = 16 * HOUR;
  expect(localDay(epoch, midnight) - localDay(epoch, midnight - 1)).toBe(1);
  expect(localDay(epoch, midnight - 1)).toBe(localDay(epoch, 0));
  expect(secondOfDay(epoch, midnight)).toBe(0);
  expect(secondOfDay(epoch, midnight - 1)).toBe(DAY - 1);
  expect(compactDate(epoch, midnight - 1)).toBe('20240915');
  expect(compactDate(epoch, midnight)).toBe('20240916');
});

test('the short way and the long way give the same second of the day, also before 1970', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -4_000_000_000, max: 4_000_000_000 }),
      fc.nat({ max: 10_000_000 }),
      (seconds, tick) => {
        expect(secondOfDay(seconds * 1000, tick)).toBe(localTime(seconds * 1000, tick).secondOfDay);
      },
    ),
  );
});

test('times are written with their offset and read back', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000 }), (tick) => {
      expect(parseInstant(isoShanghai(epoch, tick))).toBe(instantOf(epoch, tick));
    }),
  );
  expect(isoShanghai(epoch, 0)).toBe('2024-09-15T08:00:00+08:00');
  expect(() => parseInstant('tomorrow')).toThrow(/not a time/);
});
