// Normal, warning, critical, stale: from samples, with hysteresis.
import { indicatorById } from '@onescreen/shared/catalogue';
import type { SeriesState, StateMachineState } from '@onescreen/shared/city';
import {
  applySample,
  comparedValue,
  copyStateMachine,
  createStateMachine,
  expectedDayTotal,
  limitsOf,
  periodOf,
  projectedTotal,
  quantumOf,
  SERIES_COUNT,
  SERIES_STATE,
  seriesOf,
  sweepStale,
} from '@onescreen/shared/city';
import { areas, CITY_AREA, FIRST_STREET } from '@onescreen/shared/geography';
import { DAY, HOUR, parseInstant } from '@onescreen/shared/time';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const monday = parseInstant('2024-09-16T00:00+08:00');
const series = (id: string, area = CITY_AREA) => seriesOf(indicatorById(id).index, area);
const { normal, warning, critical, stale, nodata } = SERIES_STATE;

/** States after each of the values, one sample a period from 10:00. */
function statesAfter(id: string, values: readonly number[], machine = createStateMachine()): SeriesState[] {
  const one = series(id);
  return values.map((value, i) =>
    applySample(machine, one, quantumOf(one, value), monday, 10 * HOUR + i * periodOf(one)),
  );
}

test('a series without a sample has no data; the first good one makes it normal', () => {
  expect(createStateMachine().states[series('power-load')]).toBe(nodata);
  expect(statesAfter('power-load', [25])).toEqual([normal]);
});

test('two of three samples over a limit enter, one does not', () => {
  expect(statesAfter('power-load', [25, 37, 25, 25])).toEqual([normal, normal, normal, normal]);
  expect(statesAfter('power-load', [25, 37, 25, 37])).toEqual([normal, normal, normal, warning]);
  expect(statesAfter('power-load', [37, 40, 40])).toEqual([normal, warning, critical]);
});

test('three samples under 95 % of the limit leave; in between the state holds', () => {
  expect(statesAfter('power-load', [37, 37, 34, 34, 34])).toEqual([normal, warning, warning, warning, normal]);
  expect(statesAfter('power-load', [37, 37, 35, 35, 35, 35])).toEqual([
    normal,
    warning,
    warning,
    warning,
    warning,
    warning,
  ]);
  expect(statesAfter('power-load', [40, 40, 36.5, 36.5, 36.5])).toEqual([
    normal,
    critical,
    critical,
    critical,
    warning,
  ]);
});

test('low limits mirror high ones, and one close under 100 % can be left again', () => {
  expect(statesAfter('power-reserve', [7, 7, 4, 4, 9, 9, 9])).toEqual([
    normal,
    warning,
    warning,
    critical,
    critical,
    critical,
    normal,
  ]);
  expect(statesAfter('metro-punctuality', [97, 97, 99, 99, 99])).toEqual([normal, warning, warning, warning, normal]);
});

/** The rule once more, from the whole history of levels instead of from packed bits. */
function reference(levels: readonly { beyond: boolean; inside: boolean }[]): boolean[] {
  let held = false;
  return levels.map(({ beyond }, i) => {
    const last = levels.slice(Math.max(0, i - 2), i + 1);
    if (held) held = !(last.length === 3 && last.every((level) => level.inside));
    else held = beyond && last.filter((level) => level.beyond).length >= 2;
    return held;
  });
}

test('for any samples the packed state machine does what the rule says', () => {
  const load = fc.constantFrom(25, 34, 34.2, 34.3, 35.9, 36, 37, 37.05, 37.1, 38.9, 39, 45);
  fc.assert(
    fc.property(fc.array(load, { maxLength: 40 }), (values) => {
      const warnings = reference(values.map((value) => ({ beyond: value >= 36, inside: value < 34.2 })));
      const criticals = reference(values.map((value) => ({ beyond: value >= 39, inside: value < 37.05 })));
      const expected = values.map((_, i) => (criticals[i] ? critical : warnings[i] ? warning : normal));
      expect(statesAfter('power-load', values)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('whatever the samples, critical is never left by fewer than three good ones', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { maxLength: 30 }), (values) => {
      const states = statesAfter('power-load', values);
      states.forEach((state, i) => {
        if (i > 0 && states[i - 1] === critical && state !== critical) {
          for (const value of values.slice(i - 2, i + 1)) expect(value).toBeLessThan(37.06);
        }
      });
    }),
  );
});

test('a counter is judged by its day total; before 02:00 that is a guess and not shown', () => {
  const calls = series('hotline-calls');
  expect(projectedTotal(calls, 500, monday, HOUR)).toBeNull();
  expect(projectedTotal(calls, 12_000, monday, 12 * HOUR)).toBeGreaterThan(20_000);
  expect(comparedValue(series('power-load'), 25_000, monday, HOUR)).toBe(25);
  expect(projectedTotal(series('power-load'), 25_000, monday, 12 * HOUR)).toBeNull();
  const machine = createStateMachine();
  for (let i = 0; i < 3; i++) expect(applySample(machine, calls, 3_000, monday, HOUR + i * 60)).toBe(normal);
  expect(projectedTotal(calls, 3_000, monday, 3 * HOUR)).toBeNull();
  for (let i = 0; i < 3; i++) applySample(machine, calls, 14_000 + i, monday, 9 * HOUR + i * 60);
  expect(machine.states[calls]).toBe(critical);
});

test('a quiet Sunday in the offices rings no bell, the same number on a Monday does', () => {
  const entries = series('office-entries');
  const after = (tick: number) => {
    const machine = createStateMachine();
    const total = expectedDayTotal(indicatorById('office-entries').index, monday, 6 * DAY);
    for (let i = 0; i < 3; i++) applySample(machine, entries, total, monday, tick + i * 60);
    return machine.states[entries];
  };
  expect(after(6 * DAY + 23.9 * HOUR)).toBe(normal);
  expect(after(23.9 * HOUR)).toBe(critical);
});

test('one event in a street never rings, at no hour; a true surge does', () => {
  const street = FIRST_STREET;
  const leaks = series('gas-leak-alarms', street);
  const stateOf = (count: number, tick: number) => {
    const machine = createStateMachine();
    for (let i = 0; i < 3; i++) applySample(machine, leaks, count, monday, tick + i * 60);
    return machine.states[leaks];
  };
  for (let hour = 0; hour < 24; hour++) expect(stateOf(1, hour * HOUR)).toBe(normal);
  expect(stateOf(12, 9 * HOUR)).toBeGreaterThan(normal);
  expect(limitsOf(leaks).warningHigh).toBeGreaterThan(2);
  expect(areas[street]!.level).toBe('street');
});

test('a series is stale after three silent periods, says so once, and recovers with the next sample', () => {
  const machine = createStateMachine();
  const load = series('power-load');
  applySample(machine, load, 25_000, monday, 100);
  const became: number[] = [];
  for (let tick = 100; tick <= 140; tick++) for (const one of sweepStale(machine, tick)) became.push(one, tick);
  expect(became[0]).toBe(load);
  expect(became.length).toBe(2);
  expect(became[1]).toBeGreaterThan(115);
  expect(became[1]).toBeLessThanOrEqual(120);
  expect(machine.states[load]).toBe(stale);
  expect(applySample(machine, load, 25_000, monday, 141)).toBe(normal);
});

test('an alarm that held before a silence still holds after it, until three good samples', () => {
  const machine: StateMachineState = createStateMachine();
  expect(statesAfter('power-load', [40, 40], machine).at(-1)).toBe(critical);
  for (let tick = 10 * HOUR; tick < 10 * HOUR + 60; tick++) sweepStale(machine, tick);
  expect(machine.states[series('power-load')]).toBe(stale);
  expect(statesAfter('power-load', [25, 25, 25], machine)).toEqual([critical, critical, normal]);
});

test('every series has its turn once a period', () => {
  const machine = createStateMachine();
  const fast = Array.from({ length: SERIES_COUNT }, (_, one) => one).filter((one) => periodOf(one) <= 300);
  for (const one of fast) machine.sampleTick[one] = 0;
  const became = new Set<number>();
  for (let tick = 10_000; tick < 10_300; tick++) for (const one of sweepStale(machine, tick)) became.add(one);
  expect(became.size).toBe(fast.length);
});

test('a copy goes its own way', () => {
  const machine = createStateMachine();
  const copy = copyStateMachine(machine);
  statesAfter('power-load', [40, 40], machine);
  expect(copy).toEqual(createStateMachine());
});
