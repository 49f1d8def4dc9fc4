// The ladder of the figures' board: places by score, any order of rows, and where a ladder is narrowed to.
import { areaByCode, CITY_AREA } from '@onescreen/shared/geography';
import type { KpiId, KpiRow, Share } from '@onescreen/shared/kpis';
import { createLedger, kpis, reportOf } from '@onescreen/shared/kpis';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPercent, percentOf } from '../../../client/src/boards/figures.ts';
import { kpiPath, ladderArea, readReport } from '../../../client/src/boards/kpis/kpiPaths.ts';
import { orderedRows, rankedRows, SCORED, turnedOrder } from '../../../client/src/boards/kpis/ladder.ts';
import { present } from '../../../client/src/i18n/languages.ts';

const { zh, en } = present;

const noShares = Object.fromEntries(kpis.map(({ id }) => [id, { part: 0, whole: 0 }])) as Record<KpiId, Share>;
const rowOf = (key: string, score: number | null, overdue = 0): KpiRow => ({
  key,
  zh: key,
  en: key,
  shares: noShares,
  foundByMachine: { part: 0, whole: 0 },
  counts: {
    reported: 0,
    filed: 0,
    dispatched: 0,
    dueToHandle: 0,
    dueToClose: 0,
    closed: 0,
    closedInTime: 0,
    open: 0,
    overdue,
  },
  score,
});

describe('places', () => {
  test('equal scores share a place, the next one keeps its own, and no score has none', () => {
    const rows = rankedRows({
      rows: [rowOf('a', 98), rowOf('b', 90), rowOf('c', 90), rowOf('d', 80), rowOf('e', null)],
    });
    expect(rows.map(({ rank }) => rank)).toEqual([1, 2, 2, 4, null]);
  });

  test('a row keeps its place however the ladder is sorted', () => {
    const rows = rankedRows({ rows: [rowOf('a', 98, 1), rowOf('b', 90, 5), rowOf('c', null, 3)] });
    const byOverdue = orderedRows(rows, { column: 'overdue', isDescending: true }, en);
    expect(byOverdue.map(({ row, rank }) => [row.key, rank])).toEqual([
      ['b', 2],
      ['c', null],
      ['a', 1],
    ]);
  });
});

describe('order', () => {
  test('what has no value stands last, whichever way the ladder is turned', () => {
    const rows = rankedRows({ rows: [rowOf('a', 98), rowOf('b', 90), rowOf('c', null)] });
    const keys = (isDescending: boolean) =>
      orderedRows(rows, { column: 'score', isDescending }, en).map(({ row }) => row.key);
    expect(keys(true)).toEqual(['a', 'b', 'c']);
    expect(keys(false)).toEqual(['b', 'a', 'c']);
  });

  test('a second press on a column turns it round; another column begins with what is most looked for', () => {
    const byScore = { column: 'score', isDescending: true } as const;
    expect(turnedOrder(byScore, 'score')).toEqual({ column: 'score', isDescending: false });
    expect(turnedOrder(byScore, 'overdue')).toEqual({ column: 'overdue', isDescending: true });
    expect(turnedOrder(byScore, 'name')).toEqual({ column: 'name', isDescending: false });
  });

  test('sorting loses and invents no row', () => {
    const score = fc.option(fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(fc.array(score), fc.constantFrom('name', 'score', 'overdue'), fc.boolean(), (all, column, down) => {
        const rows = rankedRows({ rows: all.map((one, at) => rowOf(`r${at}`, one, at % 7)) });
        const sorted = orderedRows(rows, { column, isDescending: down } as Parameters<typeof orderedRows>[1], zh);
        expect(sorted.map(({ row }) => row.key).sort()).toEqual(rows.map(({ row }) => row.key).sort());
      }),
    );
  });
});

test('the weights of the score add up to the whole', () => {
  expect(SCORED.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
});

describe('where the figures are asked for', () => {
  const putuo = areaByCode('310107').index;
  const zhenru = areaByCode('310107022').index;

  test('a span from the beginning names no beginning, the city names no area', () => {
    expect(kpiPath('run/1', { fromTick: -1, toTick: 90 }, { by: 'district', area: CITY_AREA })).toBe(
      'api/runs/run%2F1/kpis?to=90&by=district',
    );
  });

  test('the file is of the same span, grouping and area', () => {
    expect(kpiPath('r', { fromTick: 10, toTick: 90 }, { by: 'type', area: zhenru }, 'csv')).toBe(
      'api/runs/r/kpis?to=90&by=type&from=10&area=310107022&format=csv',
    );
  });

  test('districts are compared in the whole city, streets in their district, agencies and types in the area itself', () => {
    expect(ladderArea('district', zhenru)).toBe(CITY_AREA);
    expect(ladderArea('street', zhenru)).toBe(putuo);
    expect(ladderArea('street', CITY_AREA)).toBe(CITY_AREA);
    expect(ladderArea('agency', zhenru)).toBe(zhenru);
  });

  test('a report is read, anything else is not', () => {
    const report = reportOf(createLedger(), { fromTick: -1, toTick: 10, by: 'city', epochMs: 0 });
    expect(readReport(report)).toBe(report);
    for (const other of [null, 'no', {}, { total: {} }, { total: { shares: {} } }])
      expect(() => readReport(other)).toThrow(TypeError);
  });
});

test('a share of nothing has no value, and says so', () => {
  expect(percentOf({ part: 0, whole: 0 })).toBeNull();
  expect(formatPercent({ part: 0, whole: 0 }, en)).toBe('—');
  expect(formatPercent({ part: 2, whole: 3 }, en)).toBe('66.7%');
});
