// For which stretch of the run a board speaks.
import { HOUR } from '@onescreen/shared/time';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SpanChoice } from '../../../client/src/boards/span.ts';
import { fieldOf, SPAN_CHOICES, spanOf, tickOf } from '../../../client/src/boards/span.ts';

const EPOCH_MS = Date.parse('2024-05-14T07:30:00+08:00');
const NOTHING = { from: '', to: '' };
const span = (choice: SpanChoice, tick: number, custom = NOTHING) => spanOf(choice, custom, EPOCH_MS, tick);

describe('the usual spans', () => {
  test('the last hour is what came after the tick an hour ago', () => {
    expect(span('hour', 3 * HOUR)).toEqual({ fromTick: 2 * HOUR, toTick: 3 * HOUR });
  });

  test('in the first hour of a run the last hour begins with the run', () => {
    expect(span('hour', 600)).toEqual({ fromTick: -1, toTick: 600 });
  });

  test('today begins with the run on its first day and at midnight after it', () => {
    expect(span('today', 600)).toEqual({ fromTick: -1, toTick: 600 });
    const midnight = 16.5 * HOUR;
    expect(span('today', midnight + 90)).toEqual({ fromTick: midnight - 1, toTick: midnight + 90 });
    expect(span('today', midnight - 1)?.fromTick).toBe(-1);
  });

  test('since the start takes the first tick in', () => {
    expect(span('run', 5 * HOUR)).toEqual({ fromTick: -1, toTick: 5 * HOUR });
  });
});

describe('a span from–to by the simulated clock', () => {
  test('without an end it follows the present', () => {
    const custom = { from: '2024-05-14T08:30', to: '' };
    expect(span('custom', 2 * HOUR, custom)).toEqual({ fromTick: HOUR, toTick: 2 * HOUR });
    expect(span('custom', 3 * HOUR, custom)).toEqual({ fromTick: HOUR, toTick: 3 * HOUR });
  });

  test('an end stays where it was put', () => {
    const custom = { from: '2024-05-14T08:30', to: '2024-05-14T09:00' };
    expect(span('custom', 9 * HOUR, custom)).toEqual({ fromTick: HOUR, toTick: 1.5 * HOUR });
  });

  test('an end in the future is the present', () => {
    expect(span('custom', HOUR, { from: '2024-05-14T07:30', to: '2024-05-15T00:00' })).toEqual({
      fromTick: -1,
      toTick: HOUR,
    });
  });

  test('without a beginning, or with an end before it, there is no span', () => {
    expect(span('custom', HOUR, NOTHING)).toBeNull();
    expect(span('custom', HOUR, { from: 'soon', to: '' })).toBeNull();
    expect(span('custom', 9 * HOUR, { from: '2024-05-14T09:00', to: '2024-05-14T08:00' })).toBeNull();
  });
});

test('a tick comes back out of its field, to the minute', () => {
  fc.assert(
    fc.property(fc.nat(400 * 24 * 60), (minute) => {
      expect(tickOf(fieldOf(EPOCH_MS, minute * 60), EPOCH_MS)).toBe(minute * 60);
    }),
  );
});

test('every span lies within the run, its end not before its beginning', () => {
  const field = fc.integer({ min: -200, max: 20_000 }).map((minute) => fieldOf(EPOCH_MS, minute * 60));
  fc.assert(
    fc.property(
      fc.constantFrom(...SPAN_CHOICES),
      field,
      fc.oneof(fc.constant(''), field),
      fc.nat(1_000_000),
      (choice, from, to, tick) => {
        const result = spanOf(choice, { from, to }, EPOCH_MS, tick);
        if (result === null) return;
        expect(result.fromTick).toBeGreaterThanOrEqual(-1);
        expect(result.toTick).toBeLessThanOrEqual(tick);
        expect(result.fromTick).toBeLessThanOrEqual(result.toTick);
      },
    ),
  );
});
