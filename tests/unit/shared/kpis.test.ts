// The 13 KPIs by example: which case counts in which span.

import { areas } from '@onescreen/shared/geography';
import { addToLedger, createLedger, kpis, reportOf } from '@onescreen/shared/kpis';
import { parseInstant } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { createTale, MINUTE, step, wander, XUJING } from './kpisKit.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The shares of the whole city that have something to count, as `part/whole`. */
function shares(tale: ReturnType<typeof createTale>, from: number, to: number): Record<string, string> {
  const { shares: all } = tale.report(from, to).total;
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, { whole }]) => whole > 0)
      .map(([id, { part, whole }]) => [id, `${part}/${whole}`]),
  );
}

/** XJ01 runs 24 × 7: 3 minutes to dispatch, 120 to handle, 15 to check. */
const XJ01_DUE = 138 * MINUTE;
const straight = (found: number) =>
  [
    [found, step.found()],
    [found + 60, step.filed(found + 60 + XJ01_DUE)],
    [found + 120, step.sent()],
    [found + 1800, step.handled],
    [found + 2400, step.checked(true)],
    [found + 2400, step.closed()],
    [found + 2400, step.answered('by-rule')],
  ] as const;

test('there are thirteen, in two languages, each with a formula', () => {
  expect(kpis).toHaveLength(13);
  expect(kpis.map(({ zh }) => zh).join(' ')).toBe(
    '立案率 准确立案率 及时派遣率 准确派遣率 处置率 按期处置率 结案率 按期结案率 返工率 超期率 延期挂账率 自动结案占比 满意率',
  );
  for (const { en, formula } of kpis) expect(`${en} ${formula.zh} ${formula.en}`).toMatch(/÷.*÷/);
});

describe('a case that goes straight', () => {
  test('counts in the span of each of its steps, and as due where its deadline lies', () => {
    const tale = createTale();
    tale.tell('C1', ...straight(1000));
    expect(shares(tale, 0, 1000)).toEqual({ 'filing-rate': '0/1' });
    expect(shares(tale, 1000, 1060)).toEqual({ 'correct-filing-rate': '1/1', 'deferral-rate': '0/1' });
    expect(shares(tale, 1060, 1120)).toEqual({ 'timely-dispatch-rate': '1/1', 'correct-dispatch-rate': '1/1' });
    expect(shares(tale, 1120, 2800)).toEqual({ 'rework-rate': '0/1' });
    expect(shares(tale, 2800, 3400)).toEqual({ 'automation-rate': '1/1' });
    const handleDue = 1060 + 123 * MINUTE;
    expect(shares(tale, 3400, handleDue - 1)).toEqual({});
    expect(shares(tale, handleDue - 1, handleDue)).toEqual({ 'handling-rate': '1/1', 'timely-handling-rate': '1/1' });
    expect(shares(tale, handleDue, 1060 + XJ01_DUE)).toEqual({
      'closing-rate': '1/1',
      'timely-closing-rate': '1/1',
      'overdue-rate': '0/1',
    });
  });

  test('is one of the reported that were filed, once the span reaches its filing', () => {
    const tale = createTale();
    tale.tell('C1', ...straight(1000));
    expect(shares(tale, 0, 1060)['filing-rate']).toBe('1/1');
  });

  test('scores full marks for what can be scored', () => {
    const tale = createTale();
    tale.tell('C1', ...straight(1000));
    const { total } = tale.report(-1, 4 * HOUR);
    expect(total.score).toBe(100);
    expect(total.counts).toEqual({
      reported: 1,
      filed: 1,
      dispatched: 1,
      dueToHandle: 1,
      dueToClose: 1,
      closed: 1,
      closedInTime: 1,
      open: 0,
      overdue: 0,
    });
    expect(tale.report(-1, 1000).total.score).toBeNull();
  });
});

describe('deadlines', () => {
  const due = (tale: ReturnType<typeof createTale>, from: number, to: number) => {
    const { counts, shares: all } = tale.report(from, to).total;
    return { dueToClose: counts.dueToClose, closed: all['closing-rate'].part, overdue: counts.overdue };
  };

  test('a closing at the deadline is in time, a second later it is not, and an open case is late from the deadline on', () => {
    for (const [closedAfter, overdue] of [
      [XJ01_DUE, 0],
      [XJ01_DUE + 1, 1],
    ] as const) {
      const tale = createTale();
      tale.tell('C1', [0, step.found()], [0, step.filed(XJ01_DUE)], [closedAfter, step.closed()]);
      expect(due(tale, 0, DAY)).toEqual({ dueToClose: 1, closed: 1, overdue });
      expect(due(tale, 0, XJ01_DUE - 1)).toEqual({ dueToClose: 0, closed: 0, overdue: 0 });
      expect(due(tale, 0, XJ01_DUE)).toEqual({ dueToClose: 1, closed: 1 - overdue, overdue });
    }
  });

  test.each([
    ['over a weekend', '2024-05-17T16:00', '2024-05-20T11:10'],
    ['over the National Day week', '2024-09-30T16:00', '2024-10-08T11:10'],
    ['into a make-up Saturday', '2024-10-11T16:00', '2024-10-12T11:10'],
    ['over a make-up Sunday’s evening', '2024-09-29T16:00', '2024-09-30T11:10'],
  ])('handling is due by working hours %s', (_, filedLocal, dueLocal) => {
    const tale = createTale(filedLocal);
    const handleDue = (parseInstant(`${dueLocal}+08:00`) - tale.epochMs) / 1000;
    // EV01: 10 + 240 minutes of working hours to handle, 30 more to close.
    tale.tell(
      'C1',
      [0, step.found('EV01')],
      [0, step.filed(handleDue + 30 * MINUTE)],
      [60, step.sent()],
      [handleDue, step.handled],
    );
    expect(tale.report(0, handleDue - 1).total.counts.dueToHandle).toBe(0);
    expect(tale.report(handleDue - 1, handleDue).total.shares['timely-handling-rate']).toEqual({ part: 1, whole: 1 });
  });

  test('an extension moves the case into the next period, also for the handling', () => {
    const tale = createTale();
    const later = XJ01_DUE + HOUR;
    tale.tell('C1', [0, step.found()], [0, step.filed(XJ01_DUE)], [600, step.extended(later)]);
    expect(due(tale, 0, XJ01_DUE)).toMatchObject({ dueToClose: 0 });
    expect(due(tale, XJ01_DUE, later)).toEqual({ dueToClose: 1, closed: 0, overdue: 1 });
    const handleDue = 123 * MINUTE + HOUR;
    expect(tale.report(0, handleDue - 1).total.counts.dueToHandle).toBe(0);
    expect(tale.report(handleDue - 1, handleDue).total.counts.dueToHandle).toBe(1);
    expect(tale.report(-1, DAY).total.shares['deferral-rate']).toEqual({ part: 1, whole: 1 });
  });

  test('the deadline counts as it was known at the end of the span', () => {
    const tale = createTale();
    tale.tell('C1', [0, step.found()], [0, step.filed(XJ01_DUE)], [XJ01_DUE + 5, step.extended(XJ01_DUE + HOUR)]);
    expect(due(tale, 0, XJ01_DUE + 4)).toMatchObject({ dueToClose: 1, overdue: 1 });
    expect(due(tale, 0, XJ01_DUE + 5)).toMatchObject({ dueToClose: 0, overdue: 0 });
  });

  test('a suspended case is not due, unless its deadline had come before', () => {
    const tale = createTale();
    tale.tell('C1', [0, step.found()], [0, step.filed(XJ01_DUE)], [600, step.suspended(DAY)]);
    tale.tell('C2', [0, step.found()], [0, step.filed(XJ01_DUE)], [XJ01_DUE + 1, step.suspended(DAY)]);
    expect(due(tale, 0, 2 * DAY)).toEqual({ dueToClose: 1, closed: 0, overdue: 1 });
  });

  test('a case that was suspended in the very second of its deadline had come to it', () => {
    const tale = createTale();
    tale.tell('C1', [0, step.found()], [0, step.filed(XJ01_DUE)], [XJ01_DUE, step.suspended(DAY)]);
    expect(due(tale, 0, 2 * DAY)).toEqual({ dueToClose: 1, closed: 0, overdue: 1 });
  });

  test('a resumed case has what was left, for handling and for closing', () => {
    const tale = createTale();
    tale.tell(
      'C1',
      [0, step.found()],
      [0, step.filed(XJ01_DUE)],
      [600, step.suspended(DAY)],
      [DAY, step.resumed(DAY + XJ01_DUE - 600)],
    );
    const handleDue = DAY + 123 * MINUTE - 600;
    expect(tale.report(0, handleDue - 1).total.counts).toMatchObject({ dueToHandle: 0, dueToClose: 0 });
    expect(tale.report(handleDue - 1, handleDue).total.counts.dueToHandle).toBe(1);
    expect(due(tale, DAY, 2 * DAY)).toMatchObject({ dueToClose: 1, overdue: 1 });
  });

  test('a rework has half the limit and asks for new work', () => {
    const tale = createTale();
    const again = 4000;
    tale.tell(
      'C1',
      [0, step.found()],
      [0, step.filed(XJ01_DUE)],
      [60, step.sent()],
      [1800, step.handled],
      [again, step.checked(false)],
      [again, step.reworked(again + XJ01_DUE / 2)],
    );
    const handleDue = again + (123 * MINUTE) / 2;
    expect(tale.report(handleDue - 1, handleDue).total.shares['handling-rate']).toEqual({ part: 0, whole: 1 });
    expect(tale.report(0, DAY).total.shares['rework-rate']).toEqual({ part: 1, whole: 1 });
  });

  test('a reopened case is due again and open, and was closed once in the span before', () => {
    const tale = createTale();
    tale.tell('C1', ...straight(0), [5 * HOUR, step.reopened(5 * HOUR + XJ01_DUE)]);
    expect(due(tale, 0, 4 * HOUR)).toEqual({ dueToClose: 1, closed: 1, overdue: 0 });
    expect(due(tale, 4 * HOUR, DAY)).toEqual({ dueToClose: 1, closed: 0, overdue: 1 });
    expect(tale.report(-1, DAY).total.counts).toMatchObject({ closed: 1, open: 1, dueToClose: 1 });
  });

  test('a voided case is due no more, and wrongly filed only where the reason says so', () => {
    for (const [reason, part] of [
      ['entered-by-mistake', 0],
      ['withdrawn', 1],
    ] as const) {
      const tale = createTale();
      tale.tell('C1', [0, step.found()], [10, step.filed(XJ01_DUE)], [600, step.voided(reason)]);
      expect(tale.report(0, 599).total.shares['correct-filing-rate']).toEqual({ part: 1, whole: 1 });
      const { counts, shares: all } = tale.report(0, DAY).total;
      expect(all['correct-filing-rate']).toEqual({ part, whole: 1 });
      expect(counts).toMatchObject({ dueToClose: 0, dueToHandle: 0, open: 0 });
    }
  });
});

describe('orders, checks and answers', () => {
  test('only the first order is judged: late after three minutes, wrong when it is ever returned', () => {
    const tale = createTale();
    tale.tell(
      'C1',
      [0, step.found()],
      [0, step.filed(XJ01_DUE)],
      [181, step.sent()],
      [600, step.returned],
      [660, step.sent()],
    );
    expect(tale.report(0, 599).total.shares['correct-dispatch-rate']).toEqual({ part: 1, whole: 1 });
    const { shares: all } = tale.report(0, 660).total;
    expect(all['timely-dispatch-rate']).toEqual({ part: 0, whole: 1 });
    expect(all['correct-dispatch-rate']).toEqual({ part: 0, whole: 1 });
    expect(tale.report(600, 700).total.counts.dispatched).toBe(0);
  });

  test('an order three minutes after filing is in time', () => {
    const tale = createTale();
    tale.tell('C1', [0, step.found()], [0, step.filed(XJ01_DUE)], [180, step.sent()]);
    expect(tale.report(0, DAY).total.shares['timely-dispatch-rate']).toEqual({ part: 1, whole: 1 });
  });

  test('time that a shop is given to put things right itself is not the dispatcher’s, and its failed check no rework', () => {
    const tale = createTale();
    const filed = { ...step.filed(XJ01_DUE), reason: 'self-correct-first' };
    tale.tell(
      'C1',
      [0, step.found('XJ03')],
      [0, filed],
      [600, step.checked(false)],
      [660, step.sent()],
      [1800, step.handled],
    );
    const { shares: all } = tale.report(-1, DAY).total;
    expect(all['timely-dispatch-rate']).toEqual({ part: 1, whole: 1 });
    expect(all['rework-rate']).toEqual({ part: 0, whole: 1 });
  });

  test('what the shop put right counts as handled when it is closed', () => {
    const tale = createTale();
    tale.tell(
      'C1',
      [0, step.found('XJ03')],
      [0, step.filed(XJ01_DUE)],
      [600, step.checked(true)],
      [601, step.closed()],
    );
    const { shares: all } = tale.report(-1, DAY).total;
    expect(all['timely-handling-rate']).toEqual({ part: 1, whole: 1 });
    expect(all['rework-rate']).toEqual({ part: 0, whole: 0 });
  });

  test('a failed spot check is a failed check', () => {
    const tale = createTale();
    tale.tell('C1', ...straight(0), [2 * HOUR, { kind: 'case.inspected', by: 'user:wang', pass: false }]);
    expect(tale.report(-1, HOUR).total.shares['rework-rate']).toEqual({ part: 0, whole: 1 });
    expect(tale.report(-1, DAY).total.shares['rework-rate']).toEqual({ part: 1, whole: 1 });
  });

  test('only answers of citizens who answered are valid', () => {
    const tale = createTale();
    for (const [i, answer] of (['very-satisfied', 'dissatisfied', 'no-answer', 'by-rule'] as const).entries()) {
      tale.tell(`C${i}`, ...straight(0).slice(0, -1), [2500, step.answered(answer)]);
    }
    expect(tale.report(-1, DAY).total.shares['satisfaction-rate']).toEqual({ part: 1, whole: 2 });
  });

  test('found by a machine and closed by one are two shares', () => {
    const tale = createTale();
    tale.tell('C1', ...straight(0));
    tale.tell('C2', [0, step.found('XJ01', XUJING, 'user:patrol')], [60, step.filed(9000)], [3000, step.closed(false)]);
    const { foundByMachine, shares: all } = tale.report(-1, DAY).total;
    expect(foundByMachine).toEqual({ part: 1, whole: 2 });
    expect(all['automation-rate']).toEqual({ part: 1, whole: 2 });
  });
});

describe('rows', () => {
  test('are a ladder, best score first, and leave out who has no case', () => {
    const tale = createTale();
    const [, , third] = areas.filter(({ level }) => level === 'district');
    tale.tell('C1', ...straight(0));
    tale.tell('C2', [0, step.found('XJ01', third!.children[0])], [60, step.filed(900)]);
    const { rows } = tale.report(-1, DAY, 'district');
    expect(rows.map(({ key, score }) => [key, score])).toEqual([
      ['310118', 100],
      [third!.code, 0],
    ]);
    expect(tale.report(-1, DAY, 'street').rows[0]).toMatchObject({ key: '310118106', zh: '徐泾镇' });
    expect(tale.report(-1, DAY, 'agency').rows).toMatchObject([{ key: 'cgj' }]);
    expect(tale.report(-1, DAY, 'type').rows).toMatchObject([{ key: 'XJ01', zh: '占道经营' }]);
  });

  test('of one area hold only its cases', () => {
    const tale = createTale();
    tale.tell('C1', ...straight(0));
    expect(tale.report(-1, DAY, 'city', XUJING).total).toMatchObject({ key: '310118106', counts: { reported: 1 } });
    expect(tale.report(-1, DAY, 'street', areas[XUJING]!.parent).rows).toHaveLength(1);
    expect(tale.report(-1, DAY, 'street', XUJING + 1).rows).toEqual([]);
    expect(() => tale.report(-1, DAY, 'city', 999)).toThrow(RangeError);
  });

  test.each([1, 2, 3])('of any grouping add up to the total, and spans to the whole run (seed %i)', (seed) => {
    const { entries, epochMs } = wander(seed, 120, 5 * DAY, '2024-09-27T15:00');
    const ledger = createLedger();
    for (const entry of entries) addToLedger(ledger, entry);
    const sums = (rows: readonly { counts: object; shares: object }[]): Record<string, number> => {
      const all: Record<string, number> = {};
      for (const { counts, shares: own } of rows) {
        for (const [name, value] of Object.entries(counts)) all[name] = (all[name] ?? 0) + value;
        for (const [name, { part, whole }] of Object.entries(own)) {
          all[`${name} part`] = (all[`${name} part`] ?? 0) + part;
          all[`${name} whole`] = (all[`${name} whole`] ?? 0) + whole;
        }
      }
      return all;
    };
    const cut = 2 * DAY + 1234;
    for (const by of ['city', 'district', 'street', 'agency', 'type'] as const) {
      const { total, rows } = reportOf(ledger, { fromTick: HOUR, toTick: cut, by, epochMs });
      expect(total.counts.filed).toBeGreaterThan(10);
      expect(sums(rows)).toEqual(sums([total]));
    }
    const of = (fromTick: number, toTick: number) =>
      reportOf(ledger, { fromTick, toTick, by: 'city', epochMs }).total.counts;
    const [first, second, all] = [of(-1, cut), of(cut, 5 * DAY), of(-1, 5 * DAY)];
    for (const name of ['reported', 'filed', 'dispatched'] as const) expect(first[name] + second[name]).toBe(all[name]);
  });
});

test('a ledger that begins in mid-run learns of an old case when it is reopened with what it was', () => {
  const whole = wander(5, 150, 3 * DAY, '2024-05-14T09:00');
  const reopened = whole.entries.find(({ kind }) => kind === 'case.reopened');
  expect(reopened).toBeDefined();
  const late = createLedger();
  const early = createLedger();
  const own = whole.entries.filter(
    (entry) => 'case' in entry && reopened !== undefined && 'case' in reopened && entry.case === reopened.case,
  );
  const at = own.indexOf(reopened!);
  for (const entry of own.slice(0, at + 1)) addToLedger(early, entry);
  const steps = own.slice(0, at).map(({ run: _, ...step }) => step);
  addToLedger(late, { ...reopened, was: { steps } } as never);
  expect(late.cases).toEqual(early.cases);
  expect(() => addToLedger(createLedger(), own[1]!)).toThrow(/not in the ledger/);
});
