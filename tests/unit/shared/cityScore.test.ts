// Health from 0 to 100, rolled up to the city pulse.
import { dimensions, indicatorById, indicators, primaries, primaryById } from '@onescreen/shared/catalogue';
import type { CityState } from '@onescreen/shared/city';
import {
  areaOfSeries,
  createCity,
  expectedValue,
  explainScore,
  healthOf,
  indicatorOf,
  limitsAt,
  quantumOf,
  SERIES_COUNT,
  SERIES_STATE,
  scoreArea,
  seriesOf,
  valueOfQuantum,
} from '@onescreen/shared/city';
import { CITY_AREA, FIRST_STREET } from '@onescreen/shared/geography';
import { HOUR, parseInstant } from '@onescreen/shared/time';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const monday = parseInstant('2024-09-16T00:00+08:00');
const noon = 12 * HOUR;
const cityOf = (id: string) => seriesOf(indicatorById(id).index, CITY_AREA);
const healthAt = (id: string, value: number, tick = noon) =>
  healthOf(cityOf(id), quantumOf(cityOf(id), value), monday, tick);

/** A city in which everything is as expected. */
function ordinaryCity(): CityState {
  const city = createCity();
  city.tick = noon;
  for (let series = 0; series < SERIES_COUNT; series++) {
    city.quanta[series] = quantumOf(
      series,
      expectedValue(indicatorOf(series).index, areaOfSeries[series]!, monday, noon),
    );
    city.states[series] = SERIES_STATE.normal;
  }
  return city;
}

test('health is 100 where it is expected, 60 at the warning limit, 20 at the critical one, 0 far past it', () => {
  expect(healthAt('power-load', 24)).toBe(100);
  expect(healthAt('power-load', 36)).toBeCloseTo(60, 6);
  expect(healthAt('power-load', 39)).toBeCloseTo(20, 6);
  expect(healthAt('power-load', 90)).toBe(0);
  expect(healthAt('power-reserve', 8)).toBeCloseTo(60, 6);
  expect(healthAt('power-reserve', 5)).toBeCloseTo(20, 6);
});

test('health is between 0 and 100 for every series and value, and never better farther out', () => {
  const place = fc.tuple(
    fc.nat({ max: SERIES_COUNT - 1 }),
    fc.nat({ max: 86_399 }),
    fc.double({ min: 0, max: 30, noNaN: true }),
  );
  fc.assert(
    fc.property(place, ([series, tick, factor]) => {
      const expected = expectedValue(indicatorOf(series).index, areaOfSeries[series]!, monday, tick);
      const size = Math.max(Math.abs(expected), Math.abs(limitsAt(series, monday, tick).warningHigh ?? 1)) / 5;
      const step = Math.max(size, indicatorOf(series).precision);
      const at = (value: number) => healthOf(series, quantumOf(series, value), monday, tick);
      const up = [0, 1, 2, 3, 5, 9, 10 + factor].map((steps) => at(expected + steps * step));
      const down = [0, 1, 2, 3, 5, 9].map((steps) => at(expected - steps * step));
      for (const list of [up, down]) {
        list.forEach((health, i) => {
          expect(health).toBeGreaterThanOrEqual(0);
          expect(health).toBeLessThanOrEqual(100);
          // At what is expected itself, rounding to a whole quantum may lie on either side.
          if (i > 1) expect(health).toBeLessThanOrEqual(list[i - 1]! + 1e-9);
        });
      }
    }),
    { numRuns: 500 },
  );
});

test('an ordinary city scores close to 100 at every level', () => {
  const city = ordinaryCity();
  for (const area of [CITY_AREA, 1, 5, FIRST_STREET, FIRST_STREET + 100]) {
    const score = scoreArea(city, area, monday);
    expect(score.pulse).toBeGreaterThan(99);
    expect(score.primaries).toHaveLength(73);
    expect(score.health).toHaveLength(183);
  }
  expect(scoreArea(city, CITY_AREA, monday).primaries.every((value) => value !== null)).toBe(true);
  expect(scoreArea(city, FIRST_STREET, monday).primaries.some((value) => value === null)).toBe(true);
});

test('a city of which nothing is known has no score, not a good one', () => {
  const score = scoreArea(createCity(), CITY_AREA, monday);
  expect(score.pulse).toBeNull();
  expect(explainScore(score)).toEqual([]);
});

test('a primary is the mean of its children with the worst counted twice', () => {
  const city = ordinaryCity();
  city.quanta[cityOf('power-load')] = quantumOf(cityOf('power-load'), 39);
  const score = scoreArea(city, CITY_AREA, monday);
  expect(score.primaries[primaryById('infra.power-grid').index]).toBeCloseTo((20 + 20 + 100 + 100) / 4, 6);
});

test('one first-level sign at its critical limit is seen in its dimension and in the pulse', () => {
  const city = ordinaryCity();
  for (const { id } of primaryById('infra.power-grid').indicators) {
    const limits = limitsAt(cityOf(id), monday, noon);
    city.quanta[cityOf(id)] = quantumOf(cityOf(id), limits.criticalHigh ?? limits.criticalLow!);
  }
  const score = scoreArea(city, CITY_AREA, monday);
  expect(score.primaries[primaryById('infra.power-grid').index]).toBeCloseTo(20, 0);
  expect(score.dimensions.infra!).toBeCloseTo(58, 0);
  expect(score.pulse!).toBeCloseTo(74, 0);
});

test('a dimension and the pulse lack the fourth-power mean of what their parts lack', () => {
  const city = ordinaryCity();
  city.quanta[cityOf('power-load')] = quantumOf(cityOf('power-load'), 39);
  const score = scoreArea(city, CITY_AREA, monday);
  const lacks = (parts: readonly (readonly [score: number, weight: number])[]): number =>
    (parts.reduce((sum, [one, weight]) => sum + weight * (100 - one) ** 4, 0) /
      parts.reduce((sum, [, weight]) => sum + weight, 0)) **
    0.25;
  const infra = primaries.filter(({ dimension }) => dimension === 'infra');
  expect(100 - score.dimensions.infra!).toBeCloseTo(lacks(infra.map(({ index }) => [score.primaries[index]!, 1])), 9);
  expect(100 - score.pulse!).toBeCloseTo(lacks(dimensions.map(({ id, weight }) => [score.dimensions[id]!, weight])), 9);
});

test('a part that gets better never pulls the whole down', () => {
  const load = cityOf('power-load');
  const pulseAt = (gigawatts: number): number => {
    const city = ordinaryCity();
    city.quanta[load] = quantumOf(load, gigawatts);
    return scoreArea(city, CITY_AREA, monday).pulse!;
  };
  for (let load = 45; load > 26; load -= 0.5) expect(pulseAt(load - 0.5)).toBeGreaterThanOrEqual(pulseAt(load));
});

test('a score names what pulls it down, worst first', () => {
  const city = ordinaryCity();
  city.quanta[cityOf('power-load')] = quantumOf(cityOf('power-load'), 45);
  const [worst] = explainScore(scoreArea(city, CITY_AREA, monday));
  expect(worst?.dimension).toBe('infra');
  expect(primaries[worst!.primary]?.id).toBe('infra.power-grid');
  expect(indicators[worst!.indicator]?.id).toBe('power-load');
});

test('stale numbers do not count, neither for good nor for bad', () => {
  const city = ordinaryCity();
  const load = cityOf('power-load');
  city.quanta[load] = quantumOf(load, 45);
  city.states[load] = SERIES_STATE.stale;
  const score = scoreArea(city, CITY_AREA, monday);
  expect(score.health[indicatorById('power-load').index]).toBeNull();
  expect(score.primaries[primaryById('infra.power-grid').index]).toBe(100);
});

test('the first calls after midnight do not throw the score about, and many at once still count', () => {
  const calls = cityOf('hotline-calls');
  expect(healthOf(calls, 0, monday, 60)).toBe(100);
  expect(healthOf(calls, 40, monday, 60)).toBeGreaterThan(95);
  expect(healthOf(calls, 20_000, monday, 6 * HOUR)).toBeLessThan(20);
});

test('values keep their decimals: 3 tenths are 0.3', () => {
  expect(valueOfQuantum(cityOf('rain-1h'), 3)).toBe(0.3);
  expect(quantumOf(cityOf('rain-1h'), 0.3)).toBe(3);
  expect(quantumOf(cityOf('rain-1h'), 1e300)).toBe(0x7fff_ffff);
  expect(quantumOf(cityOf('rain-1h'), -1e300)).toBe(-0x7fff_ffff);
});
