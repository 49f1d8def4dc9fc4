// What an ordinary day shows, and how it is shared out.
import { hourProfiles, indicatorById, indicators } from '@onescreen/shared/catalogue';
import {
  areaShares,
  expectedDayTotal,
  expectedFactor,
  expectedValue,
  indicatorOf,
  limitsAt,
  limitsOf,
  profileAt,
  profileShare,
  SERIES_COUNT,
  seriesOf,
  tideLevel,
  weightKindOf,
} from '@onescreen/shared/city';
import { areaByCode, areas, CITY_AREA, DISTRICT_COUNT } from '@onescreen/shared/geography';
import { DAY, HOUR, parseInstant } from '@onescreen/shared/time';
import { expect, test } from 'vitest';

const monday = parseInstant('2024-09-16T00:00+08:00');
const newYear = parseInstant('2024-01-01T00:00+08:00');
const indexOf = (id: string) => indicatorById(id).index;

test('the share of a day goes from 0 to 1, never back, and is the integral of the profile', () => {
  for (const name of Object.keys(hourProfiles)) {
    expect(profileShare(name, 0)).toBe(0);
    expect(profileShare(name, DAY)).toBe(1);
    let sum = 0;
    for (let second = 0; second < DAY; second += 60) {
      const middle = profileAt(name, second + 30);
      sum += (middle * 60) / DAY;
      expect(profileShare(name, second + 60)).toBeCloseTo(sum, 9);
      expect(middle).toBeGreaterThan(0);
    }
    expect(sum).toBeCloseTo(1, 9);
  }
});

test('a counter starts at nothing at midnight and reaches its day total before the next', () => {
  const calls = indexOf('hotline-calls');
  expect(expectedFactor(calls, monday, 0)).toBe(0);
  expect(expectedFactor(calls, monday, DAY - 1)).toBeCloseTo(24_000, -1);
  expect(expectedFactor(calls, monday, DAY)).toBe(0);
  expect(expectedDayTotal(calls, monday, 5 * DAY)).toBe(6_000);
});

test('districts and streets add up to the city, or average to it by population', () => {
  for (const indicator of indicators) {
    const shares = areaShares(indicator.index);
    for (const area of areas.filter(({ children }) => children.length > 0)) {
      const children = area.children.map((child) => areas[child]!);
      const weight = weightKindOf(indicator);
      const people = children.reduce((sum, child) => sum + child.weight.population, 0);
      const rolledUp =
        indicator.aggregation === 'sum'
          ? children.reduce((sum, child) => sum + shares[child.index]!, 0)
          : children.reduce((sum, child) => sum + shares[child.index]! * child.weight.population, 0) / people;
      expect(rolledUp).toBeCloseTo(shares[area.index]!, 12);
      if (indicator.aggregation === 'sum') expect(shares[area.index]).toBeCloseTo(area.weight[weight], 12);
    }
    expect(shares[CITY_AREA]).toBe(1);
  }
});

test('places differ a little, but no ratio is expected over 100 per cent and none is in warning by its character', () => {
  const online = indexOf('iot-online');
  const values = areas.slice(1, 1 + DISTRICT_COUNT).map((area) => expectedValue(online, area.index, monday, 10 * HOUR));
  expect(new Set(values).size).toBe(DISTRICT_COUNT);
  for (const indicator of indicators.filter(({ kind, aggregation }) => kind === 'ratio' && aggregation === 'mean')) {
    for (const area of areas) {
      const value = expectedValue(indicator.index, area.index, monday, 10 * HOUR);
      expect(value).toBeLessThanOrEqual(100);
      expect(value).toBeGreaterThan(0);
    }
  }
});

test('an ordinary hour of an ordinary day is never over a limit, in no season and on no weekday', () => {
  const ringing: string[] = [];
  for (const indicator of indicators) {
    if (indicator.basis === 'expected') continue;
    const series = seriesOf(indicator.index, CITY_AREA);
    for (let day = 0; day < 366; day += 5) {
      const limits = limitsAt(series, newYear, day * DAY);
      for (let hour = 0; hour < 24; hour += indicator.basis === 'projected' ? 24 : 1) {
        const tick = day * DAY + hour * HOUR;
        const value =
          indicator.basis === 'projected'
            ? expectedDayTotal(indicator.index, newYear, tick)
            : expectedFactor(indicator.index, newYear, tick);
        const fits = value < (limits.warningHigh ?? Infinity) && value > (limits.warningLow ?? -Infinity);
        if (!fits) ringing.push(`${indicator.id} on day ${day} at ${hour}: ${value}`);
      }
    }
  }
  expect(ringing).toEqual([]);
});

test('January is about 5 degrees, July about 29, and the afternoon warmer than the night', () => {
  const air = indexOf('air-temperature');
  expect(expectedDayTotal(air, parseInstant('2024-01-15T00:00+08:00'), 0)).toBeCloseTo(5, 0);
  expect(expectedDayTotal(air, parseInstant('2024-07-15T00:00+08:00'), 0)).toBeCloseTo(29, 0);
  expect(expectedFactor(air, monday, 14 * HOUR) - expectedFactor(air, monday, 4 * HOUR)).toBeGreaterThan(6);
});

test('the tide turns twice a day, later up the river, and stays under its warning without a surge', () => {
  const gauges = ['tide-wusong', 'tide-huangpu-park', 'level-mishidu'];
  const firstHigh = (id: string) => {
    const levels = Array.from({ length: 13 * 60 }, (_, minute) => tideLevel(id, monday, minute * 60));
    return levels.indexOf(Math.max(...levels.slice(30, 12 * 60)));
  };
  expect(firstHigh('tide-huangpu-park') - firstHigh('tide-wusong')).toBe(51);
  for (const id of gauges) {
    const levels = Array.from({ length: 60 * 24 }, (_, hour) => tideLevel(id, monday, hour * HOUR));
    expect(Math.max(...levels)).toBeLessThan(indicatorById(id).limits.warningHigh!);
    const turns = levels.filter(
      (level, i) => i > 0 && i + 1 < levels.length && level > levels[i - 1]! && level >= levels[i + 1]!,
    ).length;
    expect(turns / 60).toBeCloseTo(24 / 12.42, 1);
  }
  expect(() => tideLevel('rain-1h', monday, 0)).toThrow(/no tide gauge/);
});

test('local limits keep clear of small numbers: one event in a street is never an alarm', () => {
  for (let series = 0; series < SERIES_COUNT; series++) {
    const { basis, baseline, aggregation } = indicatorOf(series);
    const { warningHigh, criticalHigh, warningLow, criticalLow } = limitsOf(series);
    if (warningHigh !== undefined && criticalHigh !== undefined) expect(criticalHigh).toBeGreaterThan(warningHigh);
    if (warningLow !== undefined && criticalLow !== undefined) expect(criticalLow).toBeLessThan(warningLow);
    const isCity = seriesOf(indicatorOf(series).index, CITY_AREA) === series;
    if (
      !isCity &&
      basis === 'projected' &&
      aggregation === 'sum' &&
      baseline > 0 &&
      indicatorOf(series).precision === 1
    ) {
      expect(warningHigh ?? Infinity).toBeGreaterThan(2);
    }
  }
});

test('where nothing is expected a district rings at its share of the city limit and a street at the first', () => {
  const points = indexOf('waterlogged-points');
  expect(limitsOf(seriesOf(points, CITY_AREA))).toEqual({ warningHigh: 10, criticalHigh: 40 });
  expect(limitsOf(seriesOf(points, areaByCode('310115').index)).warningHigh).toBeCloseTo(2.284, 2);
  expect(limitsOf(seriesOf(points, areaByCode('310118').children[0]!))).toEqual({ warningHigh: 1, criticalHigh: 2 });
});
