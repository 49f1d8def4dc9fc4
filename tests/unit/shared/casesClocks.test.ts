import {
  advance,
  dueTickOf,
  isRunning,
  isWorkingDay,
  limitOfType,
  limitSeconds,
  nextRunning,
  remaining,
  retreat,
  runningSeconds,
} from '@onescreen/shared/cases';
import type { ClockKind } from '@onescreen/shared/catalogue';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { DAY, HOUR, isoShanghai, localDay, MINUTE, parseInstant } from '@onescreen/shared/time';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** Where a clock that starts at `from` is after `seconds`, as a local time. */
function after(clock: ClockKind, from: string, seconds: number): string {
  const epochMs = parseInstant(`${from}+08:00`);
  return isoShanghai(epochMs, advance(clock, 0, seconds, epochMs)).slice(0, 16);
}
const workingDay = (date: string): boolean => isWorkingDay(localDay(parseInstant(`${date}T12:00+08:00`), 0));

test('the emergency clock runs day and night', () => {
  expect(after('emergency', '2024-05-17T23:00', 2 * HOUR)).toBe('2024-05-18T01:00');
});

test('working hours end at 17:30 and go on at 08:30', () => {
  expect(after('workingHours', '2024-05-14T16:30', 4 * HOUR)).toBe('2024-05-15T11:30');
});

test('a limit that ends with the day is due at 17:30, not the next morning', () => {
  expect(after('workingHours', '2024-05-14T16:30', HOUR)).toBe('2024-05-14T17:30');
});

test('working hours cross a weekend', () => {
  expect(after('workingHours', '2024-05-17T16:30', 2 * HOUR)).toBe('2024-05-20T09:30');
});

test('the National Day week of 2024 does not count, its make-up Sunday and Saturday do', () => {
  expect(workingDay('2024-09-29')).toBe(true);
  expect(workingDay('2024-10-01')).toBe(false);
  expect(workingDay('2024-10-07')).toBe(false);
  expect(workingDay('2024-10-12')).toBe(true);
  expect(workingDay('2024-10-13')).toBe(false);
  // Monday 30 September 16:30: one hour on the 30th, then the week off, then Tuesday the 8th.
  expect(after('workingHours', '2024-09-30T16:30', 2 * HOUR)).toBe('2024-10-08T09:30');
});

test('a working day has eight hours with an hour off at noon', () => {
  expect(after('workingDays', '2024-05-14T08:30', 8 * HOUR)).toBe('2024-05-14T17:30');
  expect(after('workingDays', '2024-05-14T11:30', HOUR)).toBe('2024-05-14T13:30');
});

test('a limit of 1440 minutes in the catalogue is one working day: filed on Friday noon, due on Monday noon', () => {
  const epochMs = parseInstant('2024-05-17T12:00+08:00');
  const due = dueTickOf({ minutes: 1440, clock: 'workingDays' }, 0, epochMs);
  expect(isoShanghai(epochMs, due).slice(0, 16)).toBe('2024-05-20T12:00');
});

test('a street vendor is due after dispatch, handling and check: 138 minutes', () => {
  expect(limitSeconds(limitOfType(caseTypeByCode('XJ01')))).toBe(138 * MINUTE);
});

test('the countdown stands still at night and is negative past due', () => {
  const epochMs = parseInstant('2024-05-14T17:00+08:00');
  const due = dueTickOf({ minutes: 120, clock: 'workingHours' }, 0, epochMs);
  expect(remaining('workingHours', 0, due, epochMs)).toBe(2 * HOUR);
  expect(remaining('workingHours', HOUR, due, epochMs)).toBe(1.5 * HOUR);
  expect(remaining('workingHours', 8 * HOUR, due, epochMs)).toBe(1.5 * HOUR);
  expect(remaining('workingHours', due, due, epochMs)).toBe(0);
  expect(remaining('workingHours', due + 600, due, epochMs)).toBe(-600);
});

test('at night the next tick that runs is 08:30 of the next working day', () => {
  const epochMs = parseInstant('2024-05-17T20:00+08:00');
  expect(isoShanghai(epochMs, nextRunning('workingHours', 0, epochMs)).slice(0, 16)).toBe('2024-05-20T08:30');
});

test('in a holiday no office works at ten in the morning, on the make-up Saturday it does', () => {
  const next = (local: string): string => {
    const epochMs = parseInstant(`2026-${local}+08:00`);
    return isoShanghai(epochMs, nextRunning('workingHours', 0, epochMs)).slice(5, 16);
  };
  expect(next('10-03T10:00')).toBe('10-08T08:30');
  expect(next('10-10T10:00')).toBe('10-10T10:00');
  expect(next('10-11T10:00')).toBe('10-12T08:30');
});

test('a clock cannot run backwards or for ever', () => {
  expect(() => advance('emergency', 0, -1, 0)).toThrow(RangeError);
  expect(() => advance('workingHours', 0, Number.NaN, 0)).toThrow(RangeError);
});

test.each([
  ['the National Day week of 2026', '2026-09-30T16:30', 2 * HOUR, '2026-10-08T09:30'],
  ['the make-up Saturday after it, which is worked', '2026-10-09T16:30', 2 * HOUR, '2026-10-10T09:30'],
  ['the Sunday after that, which is not', '2026-10-10T16:30', 2 * HOUR, '2026-10-12T09:30'],
  ['the Mid-Autumn days and the weekend', '2026-09-24T17:00', HOUR, '2026-09-28T09:00'],
])('working hours cross %s', (_what, from, seconds, to) => {
  expect(after('workingHours', from, seconds)).toBe(to);
});

test('the same countdown backwards: where a clock stood so many seconds ago', () => {
  const epochMs = parseInstant('2026-10-08T09:30+08:00');
  const back = (clock: ClockKind, seconds: number) =>
    isoShanghai(epochMs, retreat(clock, 0, seconds, epochMs)).slice(0, 16);
  expect(back('workingHours', 2 * HOUR)).toBe('2026-09-30T16:30');
  expect(back('emergency', 2 * HOUR)).toBe('2026-10-08T07:30');
  expect(back('workingDays', HOUR)).toBe('2026-10-08T08:30');
  expect(retreat('workingDays', 5, 0, epochMs)).toBe(5);
  expect(() => retreat('emergency', 0, -1, epochMs)).toThrow(RangeError);
});

const clocks = fc.constantFrom<ClockKind>('emergency', 'workingHours', 'workingDays');
const epochs = fc
  .integer({ min: 0, max: 700 })
  .map((days) => parseInstant('2024-01-01T00:00+08:00') + days * DAY * 1000);

test('property: advancing and measuring agree, and the due tick is the first that does', () => {
  fc.assert(
    fc.property(
      clocks,
      epochs,
      fc.integer({ min: 0, max: 3 * DAY }),
      fc.integer({ min: 1, max: 20 * 8 * HOUR }),
      (clock, epochMs, from, seconds) => {
        const due = advance(clock, from, seconds, epochMs);
        expect(runningSeconds(clock, from, due, epochMs)).toBe(seconds);
        expect(runningSeconds(clock, from, due - 1, epochMs)).toBe(seconds - 1);
        expect(isRunning(clock, due - 1, epochMs)).toBe(true);
        const back = retreat(clock, due, seconds, epochMs);
        expect(runningSeconds(clock, back, due, epochMs)).toBe(seconds);
        expect(runningSeconds(clock, back + 1, due, epochMs)).toBe(seconds - 1);
      },
    ),
    { numRuns: 300 },
  );
});

test('property: running time adds up over any cut', () => {
  const ticks = fc
    .tuple(fc.nat(40 * DAY), fc.nat(40 * DAY), fc.nat(40 * DAY))
    .map((three) => three.sort((a, b) => a - b) as [number, number, number]);
  fc.assert(
    fc.property(clocks, epochs, ticks, (clock, epochMs, [a, b, c]) => {
      const whole = runningSeconds(clock, a, c, epochMs);
      expect(runningSeconds(clock, a, b, epochMs) + runningSeconds(clock, b, c, epochMs)).toBe(whole);
      expect(whole).toBeLessThanOrEqual(c - a);
    }),
    { numRuns: 300 },
  );
});
