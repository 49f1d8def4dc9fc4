// Whose case is it: levels and their confirmations, a person who takes a case in hand, the first call to the citizen, the spot check.
import type { CaseCommand } from '@onescreen/shared/cases';
import { confirmationsMissing, createCasesState, evolveCases, startLevel } from '@onescreen/shared/cases';
import type { Entry } from '@onescreen/shared/log';
import { DAY, HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { at, given, stages, untilHandled, untilPassed, untilSent, when } from './caseKit.ts';

const LI = 'user:li' as const;
const escalate = (to: 'grid' | 'street' | 'district' | 'city'): CaseCommand => ({
  kind: 'escalate',
  by: LI,
  to,
  reason: 'beyond-our-power',
});
const confirm = (level: 'grid' | 'street' | 'district' | 'city'): CaseCommand => ({ kind: 'confirm', by: LI, level });

describe('the five levels', () => {
  test.each([
    ['ZR01', 'village'],
    ['XJ05', 'grid'],
    ['XJ01', 'street'],
    ['EM01', 'district'],
    ['EM03', 'city'],
  ])('%s starts at the lowest level that can handle it: %s', (type, level) => {
    expect(startLevel(type)).toBe(level);
    expect(given(at(0, stages.found(type)))).toMatchObject({ level });
  });

  test('a case goes up, not down and not to where it is', () => {
    const sent = given(...untilSent());
    expect(when(sent, 200, escalate('grid')).refusal).toBe('not-higher');
    expect(when(sent, 200, escalate('street')).refusal).toBe('not-higher');
    expect(when(sent, 200, escalate('district')).state).toMatchObject({ level: 'district', status: 'dispatched' });
  });

  test('closing climbs step by step: every level that the case went through agrees, the lowest first', () => {
    const passed = given(...untilSent(), at(150, escalate('city')), ...untilPassed().slice(4));
    expect(confirmationsMissing(passed!)).toEqual(['district', 'city']);
    expect(when(passed, 2400, stages.closed).refusal).toBe('not-confirmed');
    expect(when(passed, 2400, confirm('city')).refusal).toBe('not-its-turn');
    const district = when(passed, 2400, confirm('district')).state;
    expect(when(district, 2500, stages.closed).refusal).toBe('not-confirmed');
    const city = when(district, 2500, confirm('city')).state;
    expect(city).toMatchObject({ confirmed: ['district', 'city'] });
    expect(when(city, 2500, confirm('city')).refusal).toBe('already-confirmed');
    expect(when(city, 2500, stages.closed).state).toMatchObject({ status: 'closed', automatic: false });
  });

  test('nobody agrees to closing before the check has passed, and a rework asks all of them again', () => {
    const handled = given(...untilSent(), at(150, escalate('district')), ...untilHandled().slice(4));
    expect(when(handled, 1900, confirm('district')).refusal).toBe('not-checked');
    const agreed = when(when(handled, 2400, stages.passed).state, 2400, confirm('district')).state;
    const again = when(agreed, 2500, { kind: 'rework', by: LI, reason: 'proof-insufficient' }).state;
    expect(again).toMatchObject({ status: 'filed', confirmed: [] });
    expect(confirmationsMissing(again!)).toEqual(['district']);
  });
});

describe('a person who has taken a case in hand', () => {
  const taken = [...untilSent(), at(200, { kind: 'take', by: LI } as const)];

  test('no rule and nobody else moves it on; the holder does', () => {
    const held = given(...taken);
    expect(held).toMatchObject({ held: LI, automatic: false });
    const another = { ...stages.sent('U2', 'O2'), reason: 'better-suited' } as CaseCommand;
    expect(when(held, 300, another).refusal).toBe('held');
    expect(when(held, 300, { ...another, by: 'user:wang' } as CaseCommand).refusal).toBe('held');
    expect(when(held, 300, { ...another, by: LI } as CaseCommand).state).toMatchObject({ unit: 'U2' });
  });

  test('its unit still reports, its limit still runs, what is seen is still written down', () => {
    const due = 60 + 138 * MINUTE;
    const held = given(...taken, at(600, stages.arrived), at(1800, stages.handled));
    expect(held).toMatchObject({ status: 'checking', held: LI });
    expect(when(held, due, { kind: 'urge', by: 'rule:limit', percent: 100 }).refusal).toBeNull();
    const seen = when(held, 2400, stages.passed).state;
    expect(when(seen, 2400, stages.closed).refusal).toBe('held');
    expect(when(seen, 2400, { kind: 'close', by: LI }).state).toMatchObject({ status: 'closed', held: null });
  });

  test('a suspension ends at its date whoever holds the case, and only the holder ends it before', () => {
    const suspend = { kind: 'suspend', by: LI, untilTick: DAY, plan: 'after the rain', reason: 'weather' } as const;
    const held = given(...taken, at(300, suspend));
    expect(when(held, 400, { kind: 'resume', by: 'user:wang' }).refusal).toBe('held');
    expect(when(held, 400, { kind: 'resume', by: LI }).refusal).toBeNull();
    expect(when(held, DAY, { kind: 'resume', by: 'rule:until-date' }).state).toMatchObject({ held: LI });
  });

  test('it goes over to a colleague who takes it, and back to the rules when it is released', () => {
    const held = given(...taken);
    expect(when(held, 300, { kind: 'take', by: LI }).refusal).toBe('already-held');
    expect(when(held, 300, { kind: 'take', by: 'user:wang' }).state).toMatchObject({ held: 'user:wang' });
    const released = when(held, 300, { kind: 'release', by: LI }).state;
    expect(released).toMatchObject({ held: null });
    expect(when(released, 300, { kind: 'release', by: LI }).refusal).toBe('not-held');
  });
});

describe('units', () => {
  const support = (unit: string): CaseCommand => ({
    kind: 'support',
    by: 'rule:crew',
    unit,
    order: 'O7',
    distanceMetres: 90,
    reason: 'second-unit',
  });

  test('a second unit stands beside the first until it is handled, or becomes the first', () => {
    const two = given(...untilSent(), at(130, support('U2')));
    expect(two).toMatchObject({ unit: 'U1', support: [{ unit: 'U2', order: 'O7' }] });
    for (const unit of ['U1', 'U2']) expect(when(two, 140, support(unit)).refusal).toBe('same-unit');
    const handedOver = when(two, 300, { ...stages.sent('U2', 'O2'), reason: 'shift-handover' }).state;
    expect(handedOver).toMatchObject({ unit: 'U2', support: [] });
    expect(given(...untilSent(), at(130, support('U2')), ...untilHandled().slice(4))).toMatchObject({ support: [] });
  });

  test('an order that is taken back leaves the case filed, with its reason', () => {
    const { state, events } = when(given(...untilSent()), 300, { kind: 'withdraw', by: LI, reason: 'pre-empted' });
    expect(events).toMatchObject([{ kind: 'case.withdrawn', unit: 'U1', reason: 'pre-empted' }]);
    expect(state).toMatchObject({ status: 'filed', returns: 0 });
  });
});

describe('先行联系', () => {
  const contact: CaseCommand = { kind: 'contact', by: 'user:hotline' };

  test('a citizen who called the hotline is called back once', () => {
    const called = when(given(...untilSent('EV18', 'hotline')), 900, contact).state;
    expect(called).toMatchObject({ contactedTick: 900, status: 'dispatched' });
    expect(when(called, 950, contact).refusal).toBe('already-contacted');
    expect(when(given(...untilSent()), 900, contact).refusal).toBe('not-hotline');
  });
});

describe('并案', () => {
  const join = (into: string): CaseCommand => ({ kind: 'join', by: LI, into, reason: 'same-matter' });

  test('a case that is the same matter as another ends as part of it, before anybody goes', () => {
    const filed = given(...untilSent().slice(0, 3));
    expect(when(filed, 90, join('C00007')).state).toMatchObject({ status: 'joined', into: 'C00007', endedTick: 90 });
    expect(when(filed, 90, join('C00001')).refusal).toBe('same-case');
    expect(when(given(...untilSent()), 200, join('C00007')).refusal).toBe('wrong-status');
  });
});

describe('抽查, 重开', () => {
  const inspect = (pass: boolean): CaseCommand => ({ kind: 'spot-check', by: 'user:checker', pass });
  const closed = [...untilPassed(), at(2400, stages.closed)];

  test('a spot check that finds it gone stays on the line, and is made once', () => {
    const looked = when(given(...closed), 3000, inspect(true)).state;
    expect(looked).toMatchObject({ status: 'closed' });
    expect(looked!.steps.at(-1)).toMatchObject({ kind: 'case.inspected', pass: true });
    expect(when(looked, 3100, inspect(false)).refusal).toBe('already-inspected');
  });

  test('one that finds it still there opens the case again', () => {
    const { state, events } = when(given(...closed), 3000, inspect(false));
    expect(events.map(({ kind }) => kind)).toEqual(['case.inspected', 'case.reopened']);
    expect(events[1]).toMatchObject({ reason: 'spot-check-failed', dueTick: 3000 + 138 * MINUTE });
    expect(state).toMatchObject({ status: 'filed', urged: 0 });
  });

  test('a case that the state has let go comes back as it was, and is not counted as found again', () => {
    const gone = given(...closed)!;
    const reopen: CaseCommand = { kind: 'reopen', by: LI, reason: 'seen-again', was: gone };
    const { events } = when(null, 5 * HOUR, reopen);
    expect(events).toMatchObject([{ kind: 'case.reopened', was: { id: gone.id, status: 'closed' } }]);
    expect(when(gone, 5 * HOUR, reopen).events[0]).not.toHaveProperty('was');
    const state = evolveCases(createCasesState(), { run: 'r', seq: 1, tick: 5 * HOUR, ...events[0]! } as Entry);
    expect(state.cases[gone.id]).toMatchObject({ status: 'filed', number: 'number' in gone ? gone.number : '' });
    expect(state.cases[gone.id]!.steps).toHaveLength(gone.steps.length + 1);
    expect(state.loop.found).toBe(0);
  });
});

describe('督办 by a person', () => {
  const urge = (percent: 80 | 100 | 150): CaseCommand => ({ kind: 'urge', by: LI, percent });

  test('a person may urge before 80 % is used; red is red only when it is', () => {
    const sent = given(...untilSent());
    const { state, events } = when(sent, 300, urge(80));
    expect(events).toMatchObject([{ kind: 'case.urged', percent: 80, reason: 'urged-by-person' }]);
    expect(when(state, 310, urge(100)).refusal).toBe('not-due');
    const due = 60 + 138 * MINUTE;
    expect(when(state, due, urge(100)).events).toMatchObject([{ percent: 100, reason: 'past-limit' }]);
  });

  test('at 150 % a case goes one level up, from the street to the district; above the city is nobody', () => {
    const late = 60 + 207 * MINUTE;
    expect(when(given(...untilSent()), late, urge(150)).events).toMatchObject([
      { kind: 'case.urged', percent: 150, reason: 'past-150-percent' },
      { kind: 'case.escalated', to: 'district' },
    ]);
    expect(when(given(...untilSent('EM03')), DAY, urge(150)).events).toMatchObject([{ kind: 'case.urged' }]);
  });
});
