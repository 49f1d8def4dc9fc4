// Two runs compared: which cases are the same, where they part, what changed and which way.
import type { KpiReport, Mark } from '@onescreen/shared/kpis';
import type { LedgerAnswer, MatteredLine } from '@onescreen/shared/reports';
import { describe, expect, test } from 'vitest';
import { pairCases, soonerBy } from '../../../client/src/boards/compare/casePairs.ts';
import { differenceOf, kpiChanges, reportAt, verdictOf } from '../../../client/src/boards/compare/changes.ts';
import { domainOf, kpiLine, withDifference } from '../../../client/src/boards/compare/lines.ts';
import { forkOf } from '../../../client/src/boards/compare/related.ts';
import { signed } from '../../../client/src/boards/compare/signed.ts';
import type { RunRow } from '../../../client/src/boards/runs/runRows.ts';

const EPOCH_MS = Date.UTC(2024, 4, 14);
const TYPE = 'EV16';

const line = (hazard: string | null, foundTick: number, marks: Mark[]): MatteredLine => ({
  type: TYPE,
  area: 20,
  foundTick,
  foundByMachine: true,
  marks,
  hazard,
});
const ledger = (cases: Record<string, MatteredLine>, tick = 5000): LedgerAnswer => ({ run: 'r', seq: 99, tick, cases });
const closedAt = (tick: number): Mark[] => [
  { tick: 100, kind: 'filed', dueTick: 4000, selfCorrects: false },
  { tick: 120, kind: 'dispatched' },
  { tick: tick - 10, kind: 'handled' },
  { tick, kind: 'closed', automatic: true },
];

describe('cases of two runs', () => {
  test('are the same when the same matter is behind them, whatever their numbers', () => {
    const a = ledger({ C00001: line('H1', 60, closedAt(900)), C00002: line('H2', 80, []) });
    const b = ledger({ C00001: line('H2', 80, []), C00009: line('H1', 60, closedAt(600)) });
    const { pairs, onlyA, onlyB } = pairCases(a, b, 5000);
    expect(pairs.map(({ a: left, b: right }) => [left.id, right.id])).toEqual([
      ['C00001', 'C00009'],
      ['C00002', 'C00001'],
    ]);
    expect([onlyA, onlyB]).toEqual([0, 0]);
  });

  test('part at the first step that is another one, or comes at another second', () => {
    const a = ledger({ C1: line('H1', 60, closedAt(900)) });
    const b = ledger({ C1: line('H1', 60, closedAt(600)) });
    const [pair] = pairCases(a, b, 5000).pairs;
    expect(pair!.differsAt).toBe(2);
    expect(soonerBy(pair!)).toBe(300);
  });

  test('have not parted before they do', () => {
    const a = ledger({ C1: line('H1', 60, closedAt(900)) });
    const b = ledger({ C1: line('H1', 60, closedAt(600)) });
    const [pair] = pairCases(a, b, 500).pairs;
    expect(pair!.differsAt).toBeNull();
    expect(soonerBy(pair!)).toBeNull();
  });

  test('that are about nothing are the same only at the same place and second', () => {
    const a = ledger({ C1: line(null, 60, []), C2: line(null, 70, []) });
    const b = ledger({ C1: line(null, 60, []), C2: line(null, 71, []) });
    expect(pairCases(a, b, 5000)).toMatchObject({ pairs: [{ a: { id: 'C1' } }], onlyA: 1, onlyB: 1 });
  });

  test('of one matter that was reported twice are paired in order, and none is paired twice', () => {
    const a = ledger({ C1: line('H1', 60, []), C2: line('H1', 90, []) });
    const b = ledger({ C1: line('H1', 60, []) });
    expect(pairCases(a, b, 5000)).toMatchObject({ pairs: [{ a: { id: 'C1' } }], onlyA: 1, onlyB: 0 });
  });
});

describe('what changed', () => {
  const slow = ledger({ C1: line('H1', 60, closedAt(4500)) });
  const quick = ledger({ C1: line('H1', 60, closedAt(600)) });
  const reports = (tick: number) =>
    kpiChanges(
      reportAt(slow, { fromTick: -1, toTick: tick }, EPOCH_MS, 0),
      reportAt(quick, { fromTick: -1, toTick: tick }, EPOCH_MS, 0),
    );

  test('is better or worse by what is better for the figure', () => {
    const timely = reports(5000).find(({ id }) => id === 'timely-closing-rate')!;
    expect([timely.a, timely.b, verdictOf(timely), differenceOf(timely)]).toEqual([0, 100, 'better', 100]);
    const overdue = reports(5000).find(({ id }) => id === 'overdue-rate')!;
    expect([overdue.a, overdue.b, verdictOf(overdue)]).toEqual([100, 0, 'better']);
  });

  test('is nothing where there is no value on one side', () => {
    expect(verdictOf({ id: 'x', measure: 'percent', a: null, b: 1, better: 'higher' })).toBeNull();
    expect(verdictOf({ id: 'x', measure: 'value', a: 1, b: 2, better: null })).toBeNull();
    expect(verdictOf({ id: 'x', measure: 'count', a: 2, b: 2, better: 'lower' })).toBe('same');
  });

  test('is the same where it is less than can be shown', () => {
    const of = (part: number): KpiReport => {
      const report = reportAt(quick, { fromTick: -1, toTick: 5000 }, EPOCH_MS, 0);
      const shares = { ...report.total.shares, 'filing-rate': { part, whole: 30_000 } };
      return { ...report, total: { ...report.total, shares } };
    };
    const filing = (part: number) => kpiChanges(of(29_000), of(part)).find(({ id }) => id === 'filing-rate')!;
    expect([verdictOf(filing(29_001)), differenceOf(filing(29_001))]).toEqual(['same', 0]);
    expect(verdictOf(filing(29_030))).toBe('better');
  });

  test('of a run that has ended is what it came to', () => {
    const short = ledger({ C1: line('H1', 60, []) }, 300);
    expect(reportAt(short, { fromTick: -1, toTick: 9000 }, EPOCH_MS, 0).toTick).toBe(300);
  });
});

describe('lines', () => {
  test('end where their run ends, and so does the difference', () => {
    const whole = ledger({ C1: line('H1', 60, closedAt(600)) }, 4000);
    const cut = ledger({ C1: line('H1', 60, closedAt(600)) }, 2000);
    const { a, b, difference } = withDifference(
      kpiLine(whole, 'filing-rate', 4000, EPOCH_MS, 0),
      kpiLine(cut, 'filing-rate', 4000, EPOCH_MS, 0),
    );
    expect(a.at(-1)).toEqual({ tick: 4000, value: 100 });
    expect(b.at(-1)!.value).toBeNull();
    expect(difference.at(-1)!.value).toBeNull();
    expect(difference.find(({ tick }) => tick === 1000)!.value).toBe(0);
  });

  test('have room above and below, also where they are flat', () => {
    expect(domainOf([])).toEqual([0, 1]);
    const [low, high] = domainOf([{ tick: 0, value: 5 }], 0);
    expect(low).toBeLessThan(5);
    expect(high).toBeGreaterThan(5);
    expect(domainOf([{ tick: 0, value: 0 }], 0)[0]).toBe(0);
  });
});

test('two runs are the same up to where one left the other, or both a third', () => {
  const row = (run: string, parent: RunRow['parent']) => ({ run, parent }) as RunRow;
  expect(forkOf(row('a', null), row('b', { run: 'a', forkTick: 70 }))).toBe(70);
  expect(forkOf(row('b', { run: 'a', forkTick: 70 }), row('a', null))).toBe(70);
  expect(forkOf(row('b', { run: 'a', forkTick: 70 }), row('c', { run: 'a', forkTick: 50 }))).toBe(50);
  expect(forkOf(row('a', null), row('z', null))).toBeNull();
});

test('a difference has a sign that is as wide as a plus', () => {
  expect([signed(3, '3'), signed(-3, '3'), signed(0, '0')]).toEqual(['+3', '−3', '0']);
});
