// The catalogue's own promises: counts, references, and limits that a fair day keeps and a bad day can reach.

import {
  agencies,
  apps,
  caseTypeByCode,
  caseTypes,
  clampRange,
  dimensions,
  hourProfiles,
  type Indicator,
  indicatorById,
  indicators,
  primaries,
  tideConstants,
} from '@onescreen/shared/catalogue';
import { expect, test } from 'vitest';
import { readCaseTypeTable } from '../../../shared/src/catalogue/readCaseTypeTable.ts';
import { readIndicatorTable } from '../../../shared/src/catalogue/readIndicatorTable.ts';

test('the counts are those of the brief', () => {
  expect(dimensions).toHaveLength(6);
  expect(primaries).toHaveLength(73);
  expect(indicators).toHaveLength(183);
  expect(agencies).toHaveLength(22);
  expect(apps).toHaveLength(33);
  expect(caseTypes).toHaveLength(52);
});

test('ids are unique and indices dense', () => {
  for (const rows of [primaries, indicators]) {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.every(({ index }, i) => index === i)).toBe(true);
  }
  expect(new Set(caseTypes.map(({ code }) => code)).size).toBe(52);
});

test('each dimension holds the primaries and indicators of the brief', () => {
  const counts = dimensions.map(({ id }) => [
    id,
    primaries.filter((primary) => primary.dimension === id).length,
    indicators.filter((indicator) => indicator.dimension === id).length,
  ]);
  expect(counts).toEqual([
    ['infra', 13, 33],
    ['env', 12, 30],
    ['traffic', 13, 33],
    ['guarantee', 12, 30],
    ['safety', 12, 30],
    ['vitality', 11, 27],
  ]);
});

test('every primary has one to five indicators', () => {
  for (const { id, indicators: own } of primaries) {
    expect(own.length, id).toBeGreaterThanOrEqual(1);
    expect(own.length, id).toBeLessThanOrEqual(5);
  }
});

test('every agency and every application is used, and every application has an owner', () => {
  expect(new Set(indicators.map(({ agency }) => agency))).toEqual(new Set(agencies.map(({ id }) => id)));
  expect(new Set(indicators.map(({ app }) => app))).toEqual(new Set(apps.map(({ id }) => id)));
  for (const { owner, id } of apps)
    expect(
      agencies.some((agency) => agency.id === owner),
      id,
    ).toBe(true);
});

test('the dimensions weigh 1 together', () => {
  expect(dimensions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
});

test('levels are nested: 183 indicators in the city, 144 in districts, 88 in streets', () => {
  const count = (level: Indicator['levels'][number]) =>
    indicators.filter(({ levels }) => levels.includes(level)).length;
  expect([count('city'), count('district'), count('street')]).toEqual([183, 144, 88]);
  for (const { id, levels } of indicators) expect(levels[0], id).toBe('city');
});

test('what has a meaning below the city rolls up, and what has none does not', () => {
  for (const { id, levels, aggregation } of indicators) expect(aggregation === 'none', id).toBe(levels.length === 1);
});

test('hour profiles have 24 values with a mean of 1', () => {
  for (const [name, values] of Object.entries(hourProfiles)) {
    expect(values, name).toHaveLength(24);
    expect(values.reduce((sum, value) => sum + value, 0) / 24, name).toBeCloseTo(1, 2);
  }
});

/** Values of a fair working day by the hour: what a `value` limit is compared with. */
function fairDay({ id, profile, baseline }: Indicator): number[] {
  if (id === 'air-temperature') {
    // The one additive profile: 17.8 ℃ is the year's mean, ± 4 ℃ over the day (brief §2.2).
    return hourProfiles.temperature.map((shape) => baseline + (4 * (shape - 1)) / 0.17);
  }
  const tide = Object.entries(tideConstants).find(([gauge]) => gauge === id)?.[1];
  if (tide !== undefined) return [-1, 1].map((sign) => baseline + sign * 1.25 * tide.amplitudeMetres);
  const hours = Object.entries(hourProfiles).find(([name]) => name === profile)?.[1];
  return hours === undefined ? [baseline] : hours.map((factor) => baseline * factor);
}

const judgedByHour = indicators.filter(({ basis, kind }) => basis === 'value' && kind !== 'counter');

test.each(judgedByHour.map((one) => [one.id, one] as const))(
  '%s keeps its limits through a fair day, with room for noise',
  (_, one) => {
    // Noise has a deviation of 1–3 % of the baseline, 0.2–0.5 points for percentages (brief §2.2): twice that is kept free.
    const noise = one.kind === 'ratio' ? Math.min(1, 0.02 * one.baseline) : 0.04 * one.baseline;
    const { warningHigh = Number.POSITIVE_INFINITY, warningLow = Number.NEGATIVE_INFINITY } = one.limits;
    for (const value of fairDay(one)) {
      expect(value + noise).toBeLessThan(warningHigh);
      expect(value - noise).toBeGreaterThan(warningLow);
    }
  },
);

test('day totals and ratios to the expected lie inside their limits on a normal day', () => {
  for (const one of indicators.filter(({ basis }) => basis !== 'value')) {
    const value = one.basis === 'projected' ? one.baseline : 1;
    expect(value, one.id).toBeLessThan(one.limits.warningHigh ?? Number.POSITIVE_INFINITY);
    expect(value, one.id).toBeGreaterThan(one.limits.warningLow ?? Number.NEGATIVE_INFINITY);
  }
});

test('counters are compared by their day total', () => {
  for (const { id, kind, basis } of indicators) expect(kind === 'counter', id).toBe(basis === 'projected');
});

test('limits stand in order and are complete on each side that has one', () => {
  for (const { id, limits, direction } of indicators) {
    const { criticalLow, warningLow, warningHigh, criticalHigh } = limits;
    expect(warningHigh === undefined, id).toBe(criticalHigh === undefined);
    expect(warningLow === undefined, id).toBe(criticalLow === undefined);
    expect(direction, id).toBe(warningLow === undefined ? 'high' : warningHigh === undefined ? 'low' : 'both');
    const order = [criticalLow, warningLow, warningHigh, criticalHigh].filter((limit) => limit !== undefined);
    expect(order, id).toEqual([...new Set(order)].sort((a, b) => a - b));
  }
});

test('every alarm can ring: each limit lies inside what the value can be', () => {
  for (const one of indicators) {
    const [min, max] = clampRange(one);
    const unit = one.basis === 'expected' ? one.baseline : 1;
    for (const limit of Object.values(one.limits)) {
      expect(limit * unit, one.id).toBeLessThanOrEqual(max);
      expect(limit * unit, one.id).toBeGreaterThanOrEqual(min);
    }
    expect(one.baseline, one.id).toBeLessThanOrEqual(max);
    expect(one.baseline, one.id).toBeGreaterThanOrEqual(min);
  }
});

test('percentages end at 100, but for loads that people can exceed', () => {
  const beyond = indicators.filter((one) => one.kind === 'ratio' && clampRange(one)[1] > 100).map(({ id }) => id);
  expect(beyond).toEqual(['park-load', 'metro-station-saturation', 'metro-section-load', 'metro-headway-deviation']);
  expect(clampRange(indicatorById('power-reserve'))).toEqual([0, 100]);
});

test('the precision is fine enough to tell limits apart, and its quanta fit 32 bits at ten times the limit', () => {
  for (const { id, limits, precision, baseline, basis, kind } of indicators) {
    const unit = basis === 'expected' ? baseline : 1;
    const numbers = Object.values(limits).map((limit) => limit * unit);
    for (const number of [...numbers, baseline]) expect((10 * number) / precision, id).toBeLessThan(2 ** 31);
    if (basis !== 'expected') {
      for (const limit of numbers)
        expect(Math.abs(limit / precision - Math.round(limit / precision)), `${id} ${limit}`).toBeLessThan(1e-6);
    }
    if (kind === 'counter') expect(baseline / precision, id).toBeGreaterThanOrEqual(0.5);
  }
});

test('the fast ones come every 5 s', () => {
  expect(indicators.filter(({ periodSeconds }) => periodSeconds === 5).map(({ id }) => id)).toEqual([
    'power-load',
    'gust',
    'metro-station-saturation',
    'metro-section-load',
    'metro-headway-deviation',
    'tti-expressway',
    'tti-surface',
    'speed-expressway',
    'crowd-bund',
    'crowd-hotspots',
    'crowd-necc',
    'population-now',
    'disney-inside',
  ]);
  for (const { id, periodSeconds } of indicators) expect([5, 60, 300, 3600, 86_400], id).toContain(periodSeconds);
});

test('units are base units in both languages', () => {
  for (const { id, unit } of indicators) {
    expect(unit.zh, id).not.toMatch(/[万亿]/);
    expect(unit.en, id).toMatch(/^[\x20-\x7E°µ³×]+$/);
  }
});

test('names and units are there in both languages, once', () => {
  for (const rows of [indicators, primaries, dimensions, agencies, apps, caseTypes]) {
    for (const { zh, en } of rows) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7E]+$/);
    }
  }
  expect(new Set(indicators.map(({ zh }) => zh)).size).toBe(183);
  expect(new Set(indicators.map(({ en }) => en)).size).toBe(183);
});

test("a case type's limit can be kept: half of the cases are handled in time", () => {
  for (const { code, limitMinutes, handlingMinutes } of caseTypes) {
    expect(handlingMinutes.median, code).toBeLessThan(limitMinutes.handle);
    expect(handlingMinutes.p90, code).toBeGreaterThan(handlingMinutes.median);
  }
});

test('case types name known indicators, a check and someone who can go', () => {
  for (const type of caseTypes) {
    expect(type.indicators.length, type.code).toBeGreaterThan(0);
    for (const id of type.indicators) expect(indicatorById(id).id).toBe(id);
    expect(type.unitKinds.length, type.code).toBeGreaterThan(0);
  }
  expect(caseTypeByCode('XJ01').zh).toBe('占道经营');
});

test('an unknown id is refused by name', () => {
  expect(() => indicatorById('power')).toThrow('no indicator power');
  expect(() => caseTypeByCode('XJ99')).toThrow('no case type XJ99');
});

const row = 'a | 甲 | A | t | gauge flat | 1 / 1 | value . . 2 3 | city none | 60 s | ga police | known';

test('a table row is read whole', () => {
  expect(readIndicatorTable(`[p]\n# a remark\n${row}\n`)).toMatchObject([
    {
      id: 'a',
      primary: 'p',
      limits: { warningHigh: 2, criticalHigh: 3 },
      direction: 'high',
      levels: ['city'],
      unit: { en: 't' },
    },
  ]);
});

test.each([
  ['a cell is missing', row.replace('| known', ''), 'a: 10 cells, not 11'],
  ['a kind is unknown', row.replace('gauge', 'meter'), 'a: meter is none of gauge'],
  ['a number is none', row.replace('1 / 1', 'one / 1'), 'a: one is no number'],
  ['a limit is left out', row.replace('. . 2 3', '. 2 3'), 'a: four limits, not 3'],
  ['it has no limit', row.replace('. . 2 3', '. . . .'), 'a: no warning limit'],
])('a table row is refused by name when %s', (_, text, message) => {
  expect(() => readIndicatorTable(text)).toThrow(message);
});

test('a case type row with a wrong priority is refused by name', () => {
  expect(() =>
    readCaseTypeTable('ZZ | 甲 | A | event hotline street 9 | x | ga 队 | 1 1 1 1 | 1 2 | 1 | x | auto | gust'),
  ).toThrow('ZZ: 9 is no priority');
});
