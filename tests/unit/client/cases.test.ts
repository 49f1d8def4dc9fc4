// The lists and the line of a case, as the screen orders them.
import type { CaseState } from '@onescreen/shared/cases';
import { runningSeconds } from '@onescreen/shared/cases';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactDueTick } from '../../../client/src/cases/caseFacts.ts';
import { lineOf } from '../../../client/src/cases/caseSteps.ts';
import { idOf } from '../../../client/src/cases/FindInLog.tsx';
import { median, numbersOfCases } from '../../../client/src/cases/loopNumbers.ts';
import { listedCases } from '../../../client/src/cases/order.ts';
import { passedCheck } from '../../../client/src/cases/ProofOfClosure.tsx';
import { endOfBar, hourMarks } from '../../../client/src/time/window.ts';
import { at, EPOCH_MS, given, stages, type Timed, untilHandled, untilSent } from '../shared/caseKit.ts';

const ALL = { status: 'all', priority: 'all', automatic: false, level: 'all', mine: false, text: '' } as const;
const OPEN = { ...ALL, status: 'open' } as const;
const caseOf = (...steps: readonly Timed[][]): CaseState => given(...steps.flat())!;
const closed = (): CaseState => caseOf(untilHandled(), [at(2400, stages.passed), at(2460, stages.closed)]);
const renamed = (state: CaseState, changes: Partial<CaseState>): CaseState => ({ ...state, ...changes }) as CaseState;

test('an urgent case stands before an ordinary one, a late one before both, an ended one last', () => {
  const ordinary = renamed(caseOf(untilSent()), { id: 'ordinary' });
  const urgent = renamed(ordinary, { id: 'urgent', priority: 1 } as Partial<CaseState>);
  const late = renamed(ordinary, { id: 'late', dueTick: 100 } as Partial<CaseState>);
  const ended = renamed(closed(), { id: 'ended' });
  expect(listedCases([ended, ordinary, urgent, late], 0, ALL, 3000, null).map(({ id }) => id)).toEqual([
    'late',
    'urgent',
    'ordinary',
    'ended',
  ]);
  expect(listedCases([ended, ordinary], 0, OPEN, 3000, null).map(({ id }) => id)).toEqual(['ordinary']);
});

test('a district lists the cases of its streets and no others', () => {
  const one = caseOf(untilSent());
  const inside = listedCases([one], one.area, ALL, 200, null);
  const elsewhere = listedCases([one], one.area === 30 ? 31 : 30, ALL, 200, null);
  expect([inside.length, elsewhere.length]).toEqual([1, 0]);
});

test('a person finds the cases in their own hands, and nobody else’s', () => {
  const mine = renamed(caseOf(untilSent()), { id: 'mine', held: 'user:lin' });
  const hers = renamed(mine, { id: 'hers', held: 'user:wu' });
  const free = renamed(mine, { id: 'free', held: null });
  const filter = { ...ALL, mine: true };
  expect(listedCases([mine, hers, free], 0, filter, 200, 'user:lin').map(({ id }) => id)).toEqual(['mine']);
  expect(listedCases([mine, hers, free], 0, filter, 200, null)).toEqual([]);
});

test('a level lists the cases that are in its hands', () => {
  const street = renamed(caseOf(untilSent()), { id: 'street', level: 'street' });
  const city = renamed(street, { id: 'city', level: 'city' });
  expect(listedCases([street, city], 0, { ...ALL, level: 'city' }, 200, null).map(({ id }) => id)).toEqual(['city']);
});

test('suspended cases and returns that wait for a ruling have lists of their own', () => {
  const suspended = caseOf(untilSent(), [
    at(200, {
      kind: 'suspend',
      by: 'user:lin',
      reason: 'weather',
      untilTick: 90_000,
      plan: 'wait for the wind to drop',
    }),
  ]);
  const ruling = renamed(caseOf(untilSent()), { id: 'ruling', ruling: 'district' });
  const list = (status: 'suspended' | 'ruling') =>
    listedCases([suspended, ruling], 0, { ...ALL, status }, 300, null).map(({ id }) => id);
  expect([list('suspended'), list('ruling')]).toEqual([[suspended.id], ['ruling']]);
});

test('part of a number finds its case in any area and any status', () => {
  const one = closed();
  const { number } = one as Extract<CaseState, { number: string }>;
  const filter = { ...OPEN, text: number.slice(-6) };
  expect(listedCases([one], 999, filter, 3000, null)).toEqual([one]);
  expect(listedCases([one], 0, { ...filter, text: '999999' }, 3000, null)).toEqual([]);
});

test('nothing runs while a case is suspended, and it has to be dispatched again', () => {
  const line = lineOf(
    caseOf(untilSent(), [
      at(200, { kind: 'suspend', by: 'user:lin', reason: 'weather', untilTick: 90_000, plan: 'wait' }),
    ]),
  );
  expect(line.filter(({ state }) => state !== 'done').map(({ state, name }) => `${name} ${state}`)).toEqual([
    'dispatched pending',
    'arrived pending',
    'handled pending',
    'checked pending',
    'closed pending',
  ]);
});

test('a case is closed because of the last check that passed before it', () => {
  const reworked = caseOf(
    untilHandled(),
    [at(2400, stages.failed), at(2410, stages.reworked)],
    [at(2420, { ...stages.sent('U1', 'O2'), reason: 'same-unit' }), at(2600, stages.arrived), at(2700, stages.handled)],
    [at(2800, stages.passed), at(2900, stages.closed)],
  );
  expect(passedCheck(reworked)).toMatchObject({ tick: 2800, pass: true });
  expect(passedCheck(caseOf(untilHandled(), [at(2400, stages.failed)]))).toBeNull();
});

test('a hotline case says until when the citizen has to be called, until somebody called', () => {
  const called = caseOf(untilSent('EV11', 'hotline'));
  const due = contactDueTick(called, EPOCH_MS)!;
  expect(runningSeconds('workingDays', called.discoveredTick, due, EPOCH_MS)).toBe(8 * 3600);
  expect(contactDueTick(renamed(called, { contactedTick: 500 }), EPOCH_MS)).toBeNull();
  expect(contactDueTick(caseOf(untilSent()), EPOCH_MS)).toBeNull();
});

test('an id may be typed short', () => {
  expect(['c3', '3', 'C00003', 'C123456', '310118-106-20201117-E05-000123'].map(idOf)).toEqual([
    'C00003',
    'C00003',
    'C00003',
    'C123456',
    '310118-106-20201117-E05-000123',
  ]);
});

test('the line of a case shows what was done and what is still to come', () => {
  const line = lineOf(caseOf(untilSent()));
  expect(line.map(({ state, name }) => `${name} ${state}`)).toEqual([
    'discovered done',
    'accepted done',
    'filed done',
    'dispatched done',
    'arrived running',
    'handled pending',
    'checked pending',
    'closed pending',
  ]);
});

test('after a failed check and rework the case waits to be dispatched again', () => {
  const line = lineOf(caseOf(untilHandled(), [at(2400, stages.failed), at(2410, stages.reworked)]));
  expect(line.find(({ state }) => state === 'running')?.name).toBe('dispatched');
});

test('a closed case has nothing to come', () => {
  expect(lineOf(closed()).every(({ state }) => state === 'done')).toBe(true);
});

test('the loop’s numbers count each case once at each stage', () => {
  const numbers = numbersOfCases([caseOf(untilSent()), closed()]);
  expect([numbers.found.count, numbers.dispatched.count, numbers.verified.count, numbers.closed.count]).toEqual([
    2, 2, 1, 1,
  ]);
  expect(numbers.closed).toMatchObject({ byItself: 1, medianSeconds: 2460 });
});

test('a median lies between the smallest and the largest, and of nothing there is none', () => {
  expect(median([])).toBeNull();
  expect(median([3, 1, 2, 10])).toBe(2.5);
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const middle = median(values)!;
      expect(middle).toBeGreaterThanOrEqual(Math.min(...values));
      expect(middle).toBeLessThanOrEqual(Math.max(...values));
    }),
  );
});

test('now is always on the time bar, and its hours are few and in order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 600, max: 14 * 86_400 }),
      fc.nat(14 * 86_400),
      fc.nat(86_399),
      (duration, tick, second) => {
        const now = Math.min(tick, duration);
        const end = endOfBar(now, duration);
        const marks = hourMarks(end, second);
        expect(end).toBeGreaterThanOrEqual(now);
        expect(marks.length).toBeLessThanOrEqual(14);
        expect(marks.every((mark) => mark >= 0 && mark <= end)).toBe(true);
      },
    ),
  );
});
