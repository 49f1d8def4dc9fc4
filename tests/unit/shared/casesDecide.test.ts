import type { CaseCommand, FiledCase } from '@onescreen/shared/cases';
import { allowedReasons, reasonCodes, reasonsFor, reasonText, shareUsed } from '@onescreen/shared/cases';
import { areaByCode } from '@onescreen/shared/geography';
import { DAY, HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { at, EPOCH_MS, given, stages, untilHandled, untilPassed, untilSent, when } from './caseKit.ts';

const kinds = (events: readonly { kind: string }[]): string[] => events.map(({ kind }) => kind);
const returnOrder = (unit = 'U1'): CaseCommand => ({
  kind: 'return',
  by: `unit:${unit}`,
  unit,
  reason: 'not-our-duty',
});

describe('the usual way', () => {
  test('a case found by a camera goes all the way with no person and closes by itself', () => {
    const passed = given(...untilPassed());
    const { state, events } = when(passed, 2400, stages.closed);
    expect(events).toMatchObject([{ kind: 'case.closed', automatic: true }]);
    expect(state).toMatchObject({ status: 'closed', closedTick: 2400, automatic: true });
    expect(kinds(state!.steps)).toEqual([
      'case.discovered',
      'case.accepted',
      'case.filed',
      'case.dispatched',
      'case.arrived',
      'case.handled',
      'case.checked',
      'case.closed',
    ]);
  });

  test('one step by a person and the closing is no longer automatic', () => {
    const state = given(...untilHandled(), at(2400, { ...stages.passed, by: 'user:checker' }));
    expect(when(state, 2400, stages.closed).events).toMatchObject([{ automatic: false }]);
  });

  test('the number names district, street, day, class and serial', () => {
    const area = areaByCode('310118107').index;
    const state = given(
      at(0, { ...stages.found(), area } as CaseCommand),
      at(0, stages.accepted),
      at(60, stages.filed),
    );
    expect(state).toMatchObject({ status: 'filed', number: '310118-107-20240514-E05-000123', priority: 3 });
  });

  test('the limit runs from filing', () => {
    expect(given(...untilSent())).toMatchObject({ filedTick: 60, dueTick: 60 + 138 * MINUTE });
  });
});

describe('guards', () => {
  test('nothing can be done to a case that was never found', () => {
    expect(when(null, 0, stages.accepted).refusal).toBe('no-such-case');
  });

  test('a case is found once', () => {
    expect(when(given(at(0, stages.found())), 5, stages.found()).refusal).toBe('already-exists');
  });

  test('only an accepted case is filed, and only a filed one is sent out', () => {
    const found = given(at(0, stages.found()));
    expect(when(found, 60, stages.filed).refusal).toBe('wrong-status');
    expect(when(found, 60, stages.sent()).refusal).toBe('wrong-status');
  });

  test('another unit cannot report for the one that has the case', () => {
    const sent = given(...untilSent());
    expect(when(sent, 600, { kind: 'arrive', by: 'unit:U2', unit: 'U2' }).refusal).toBe('wrong-unit');
  });

  test('a case is not closed before its check has passed', () => {
    expect(when(given(...untilHandled()), 1900, stages.closed).refusal).toBe('not-checked');
    const failed = given(...untilHandled(), at(2400, stages.failed));
    expect(when(failed, 2400, stages.closed).refusal).toBe('not-checked');
  });

  test('an ended case takes nothing but its rating or a reopening', () => {
    const closed = given(...untilPassed(), at(2400, stages.closed));
    expect(when(closed, 2500, stages.sent()).refusal).toBe('ended');
    expect(when(closed, 2500, { kind: 'void', by: 'user:x', reason: 'entered-by-mistake' }).refusal).toBe('ended');
    const rated = when(closed, 2500, { kind: 'evaluate', by: 'rule:evaluation', answer: 'by-rule' });
    expect(rated.state?.status).toBe('evaluated');
  });

  test.each([
    'reject',
    'merge',
    'join',
    'support',
    'withdraw',
    'return',
    'rule',
    'extend',
    'suspend',
    'rework',
    'escalate',
    'reopen',
    'void',
  ] as const)('%s needs a reason', (kind) => {
    const command = {
      kind,
      by: 'user:x',
      reason: '',
      unit: 'U1',
      signal: 'S1',
      minutes: 1,
      untilTick: 9e5,
      plan: 'p',
      to: 'city',
      into: 'C2',
      ruling: 'force',
    } as CaseCommand;
    expect(when(given(...untilSent()), 200, command).refusal).toBe('reason-needed');
  });

  test('a reason is one of those for the step', () => {
    const sent = given(...untilSent());
    expect(when(sent, 200, { ...returnOrder(), reason: 'weather' } as CaseCommand).refusal).toBe('unknown-reason');
    expect(when(sent, 200, { kind: 'void', by: 'user:x', reason: 'because' }).refusal).toBe('unknown-reason');
    const suspend = { kind: 'suspend', by: 'user:x', untilTick: 9e5, plan: 'p', reason: 'complex-case' } as const;
    expect(when(sent, 200, suspend).refusal).toBe('not-suspendable');
  });

  test('every reason may be given with some step, and every step that needs one has some to offer', () => {
    const offered = new Set(Object.values(allowedReasons).flat());
    expect(reasonCodes.filter((code) => !offered.has(code))).toEqual([]);
    for (const kind of ['return', 'rework', 'extend', 'suspend', 'urge', 'join', 'void', 'reopen', 'reject'] as const)
      expect(reasonsFor(kind).length).toBeGreaterThan(0);
    expect(reasonsFor('close')).toEqual([]);
  });

  test('every reason has a sentence in both languages', () => {
    for (const code of reasonCodes) {
      expect(reasonText(code).zh).toMatch(/[一-龥]/u);
      expect(reasonText(code).en).not.toBe(code);
    }
  });
});

describe('退单', () => {
  test('a returned case goes back to the dispatcher with its reason', () => {
    const { state, events } = when(given(...untilSent()), 300, returnOrder());
    expect(events).toMatchObject([{ kind: 'case.returned', unit: 'U1', reason: 'not-our-duty' }]);
    expect(state).toMatchObject({ status: 'filed', returns: 1 });
  });

  test('an order cannot be returned more than an hour after it was given', () => {
    expect(when(given(...untilSent()), 120 + HOUR + 1, returnOrder()).refusal).toBe('return-too-late');
    expect(when(given(...untilSent()), 120 + HOUR, returnOrder()).refusal).toBeNull();
  });

  test('a hotline case may be returned for two working hours', () => {
    const sent = given(...untilSent('EV18', 'hotline'));
    expect(when(sent, 120 + 2 * HOUR, returnOrder()).refusal).toBeNull();
    expect(when(sent, 121 + 2 * HOUR, returnOrder()).refusal).toBe('return-too-late');
  });

  const ruled = (ruling: 'force' | 'another'): CaseCommand => ({
    kind: 'rule',
    by: 'user:district',
    ruling,
    reason: `ruled-${ruling}`,
  });
  /** Returned by U1 and then by U2: the district has to rule. */
  const untilSecondReturn = [
    ...untilSent(),
    at(200, returnOrder('U1')),
    at(210, stages.sent('U2', 'O2')),
    at(220, returnOrder('U2')),
  ];

  test('the second return goes to the district, the third to the city, and there is no fourth', () => {
    let state = given(...untilSent());
    const goesTo: (string | undefined)[] = [];
    for (const n of [1, 2, 3]) {
      const { state: returned, events } = when(state, 200, returnOrder(`U${n}`));
      goesTo.push(events.find((event) => event.kind === 'case.escalated')?.to);
      const free = n === 1 ? returned : when(returned, 205, ruled('another')).state;
      state = when(free, 210, stages.sent(`U${n + 1}`, `O${n + 1}`)).state;
    }
    expect(goesTo).toEqual([undefined, 'district', 'city']);
    expect(state).toMatchObject({ level: 'city', returns: 3 });
    expect(when(state, 220, returnOrder('U4')).refusal).toBe('returns-exhausted');
  });

  test('a case that was returned twice is not sent out before the district has ruled', () => {
    const waiting = given(...untilSecondReturn);
    expect(waiting).toMatchObject({ status: 'filed', ruling: 'district', level: 'district' });
    expect(when(waiting, 230, stages.sent('U3', 'O3')).refusal).toBe('awaits-ruling');
    const { state, events } = when(waiting, 230, ruled('another'));
    expect(events).toMatchObject([{ kind: 'case.ruled', level: 'district', ruling: 'another' }]);
    expect(when(state, 240, stages.sent('U3', 'O3')).state).toMatchObject({ status: 'dispatched', forced: false });
    expect(when(state, 240, ruled('force')).refusal).toBe('nothing-to-rule');
  });

  test('a unit that was ruled to do it cannot return the order again, another one that gets it could', () => {
    const forced = given(...untilSecondReturn, at(230, ruled('force')));
    const sent = when(forced, 240, stages.sent('U2', 'O3')).state;
    expect(when(sent, 250, returnOrder('U2')).refusal).toBe('order-forced');
    const handedOver = when(sent, 260, { ...stages.sent('U3', 'O4'), reason: 'no-arrival' }).state;
    expect(when(handedOver, 270, returnOrder('U3')).events).toMatchObject([
      { kind: 'case.returned' },
      { kind: 'case.escalated', to: 'city', reason: 'third-return' },
    ]);
  });
});

describe('返工', () => {
  test('a failed check sends the case back with half the limit', () => {
    const failed = given(...untilHandled(), at(2400, stages.failed));
    const { state, events } = when(failed, 2400, stages.reworked);
    expect(events).toMatchObject([{ kind: 'case.reworked', dueTick: 2400 + 69 * MINUTE, reason: 'still-there' }]);
    expect(state).toMatchObject({ status: 'filed', reworks: 1 });
  });

  test('the second failure is supervised one level up', () => {
    const again = [
      at(2460, stages.sent('U1', 'O2')),
      at(2500, stages.arrived),
      at(3000, stages.handled),
      at(3100, stages.failed),
    ];
    const state = given(...untilHandled(), at(2400, stages.failed), at(2400, stages.reworked), ...again);
    expect(when(state, 3100, stages.reworked).events).toMatchObject([
      { kind: 'case.reworked' },
      { kind: 'case.escalated', to: 'district', reason: 'second-rework' },
    ]);
  });

  test('nothing is reworked that did not fail', () => {
    expect(when(given(...untilPassed()), 2400, stages.reworked).refusal).toBe('not-failed');
  });
});

describe('督办', () => {
  const urge = (percent: 80 | 100 | 150): CaseCommand => ({ kind: 'urge', by: 'rule:limit', percent });
  const due = 60 + 138 * MINUTE;

  test('a rule urges at 80, 100 and 150 % and not before', () => {
    const sent = given(...untilSent());
    const at80 = 60 + Math.ceil(0.8 * 138 * MINUTE);
    expect(when(sent, at80 - 2, urge(80)).refusal).toBe('not-due');
    const urged = when(sent, at80, urge(80)).state;
    expect(urged).toMatchObject({ urged: 80, status: 'dispatched' });
    expect(when(urged, at80, urge(80)).refusal).toBe('already-urged');
    expect(kinds(when(when(urged, due, urge(100)).state, due + 69 * MINUTE, urge(150)).events)).toEqual([
      'case.urged',
      'case.escalated',
    ]);
  });
});

describe('延期, 挂账, 重开', () => {
  const extend = (minutes: number): CaseCommand => ({
    kind: 'extend',
    by: 'user:lead',
    minutes,
    reason: 'complex-case',
  });
  const suspend = (untilTick: number): CaseCommand => ({
    kind: 'suspend',
    by: 'user:district',
    untilTick,
    plan: 'after the rain',
    reason: 'weather',
  });

  test('a case is extended once, before half of its time is used, by at most its own limit', () => {
    const sent = given(...untilSent());
    expect(when(sent, 200, extend(139)).refusal).toBe('extension-too-long');
    expect(when(sent, 60 + 69 * MINUTE, extend(60)).refusal).toBe('extension-too-late');
    const longer = when(sent, 200, extend(60)).state;
    expect(longer).toMatchObject({ dueTick: 60 + 198 * MINUTE });
    expect(shareUsed(longer as FiledCase, 60 + 99 * MINUTE, EPOCH_MS)).toBeCloseTo(0.5);
    expect(when(longer, 210, extend(1)).refusal).toBe('already-extended');
  });

  test('the clock stands still while a case is suspended', () => {
    const suspended = given(...untilSent(), at(60 + 38 * MINUTE, suspend(2 * DAY)));
    expect(shareUsed(suspended as FiledCase, DAY, EPOCH_MS)).toBeCloseTo(38 / 138);
    const { state } = when(suspended, 2 * DAY, { kind: 'resume', by: 'rule:until-date' });
    expect(state).toMatchObject({ status: 'filed', dueTick: 2 * DAY + 100 * MINUTE });
  });

  test('a date to resume lies ahead', () => {
    expect(when(given(...untilSent()), 500, suspend(500)).refusal).toBe('until-not-later');
  });

  test('a closed case can be reopened for seven days', () => {
    const closed = given(...untilPassed(), at(2400, stages.closed));
    const reopen: CaseCommand = { kind: 'reopen', by: 'user:citizen', reason: 'seen-again' };
    expect(when(closed, 2400 + 7 * DAY, reopen).state).toMatchObject({
      status: 'filed',
      dueTick: 2400 + 7 * DAY + 138 * MINUTE,
    });
    expect(when(closed, 2401 + 7 * DAY, reopen).refusal).toBe('reopen-too-late');
  });

  test('a case that failed before is not closed by its old check after a reopening', () => {
    const closed = given(...untilPassed(), at(2400, stages.closed));
    const reopened = when(closed, 2500, { kind: 'reopen', by: 'user:citizen', reason: 'seen-again' }).state;
    expect(when(reopened, 2600, stages.closed).refusal).toBe('not-checked');
  });
});

describe('a shop that puts it right itself', () => {
  test('a filed case whose place is clear closes with no unit', () => {
    const filed = given(at(0, stages.found('XJ03')), at(0, stages.accepted), at(60, stages.filed));
    const cleared = when(filed, 700, stages.passed).state;
    expect(when(cleared, 700, stages.closed).state).toMatchObject({ status: 'closed', automatic: true });
  });

  test('one whose place is not clear is sent out', () => {
    const filed = given(at(0, stages.found('XJ03')), at(0, stages.accepted), at(60, stages.filed));
    const notCleared = when(filed, 700, stages.failed).state;
    expect(when(notCleared, 700, stages.sent()).state).toMatchObject({ status: 'dispatched' });
  });
});
