// 重开: a closed case comes back within seven days, also when the state has let it go; and what is closed and seen again within a day goes to a person.
import { createCasesState, evolveCases } from '@onescreen/shared/cases';
import { DAY, HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import type { EngineState } from '../../../server/src/engine/state.ts';
import type { Town, World } from './engineKit.ts';
import { checked, createTown, eastOf, goodWorld, hit, report, threeHits, townInfo, trip } from './engineKit.ts';

const C1 = 'C00001';
const reopen = { kind: 'reopen', case: C1, reason: 'citizen-disagrees' } as const;
const closedTown = (world: World = goodWorld()): Town => {
  const town = createTown(townInfo(), world);
  town.send(...threeHits(0));
  town.until(HOUR);
  expect(town.of('case.closed')).toHaveLength(1);
  return town;
};

test.each([
  ['an hour', 2 * HOUR, [], false],
  ['a day in which nothing happened,', DAY, [], true],
  ['a day, when only the log had it,', DAY, [report(5 * HOUR, 'CM03', eastOf(0.1))], true],
])('a case that is reopened after %s is sent out, handled and closed once more', (_, tick, between, wasGone) => {
  const town = closedTown();
  town.send(...between);
  town.until(tick);
  expect(town.ask(reopen)).toEqual({ ok: true });
  expect(town.engine.cases.cases[C1]).toMatchObject({ status: 'filed', urged: 0 });
  expect(town.of('case.reopened')[0]!.was !== undefined).toBe(wasGone);
  town.until(tick + 2 * HOUR);
  const closed = town.of('case.closed').filter(({ case: id }) => id === C1);
  expect(closed).toHaveLength(2);
  expect(closed[1]).toMatchObject({ by: 'user:shift-leader', automatic: false });
  // The camera is known still: the closure was proven by it.
  expect(town.of('case.checked').at(-1)).toMatchObject({ case: C1, means: 'reshoot' });
  const cases = town.entries.reduce(evolveCases, createCasesState());
  expect(cases).toEqual(town.engine.cases);
});

test('what a gone case carries into the log is small: no evidence, no runners-up', () => {
  const town = closedTown();
  town.until(DAY);
  town.ask(reopen);
  const [entry] = town.of('case.reopened');
  expect(entry!.was).toMatchObject({ id: C1, status: 'evaluated' });
  expect(JSON.stringify(entry!.was)).not.toContain('evidence');
  expect(JSON.stringify(entry).length).toBeLessThan(2000);
});

test('after seven days a case is let go and cannot be reopened', () => {
  const town = closedTown();
  const archive = () => Object.keys((town.engine.snapshot() as EngineState).archive);
  expect(archive()).toEqual([C1]);
  town.until(7 * DAY + 3 * HOUR);
  expect(archive()).toEqual([]);
  expect(town.ask(reopen)).toMatchObject({ ok: false, refusal: 'no-such-case' });
});

describe('a repeat within a day', () => {
  const twice = (town: Town, at: number): void => town.send(...[0, 15, 30].map((later) => hit(at + later)));

  test('before the same camera is looked at by a person and closed by a person', () => {
    const world: World = (order, tick) =>
      order.kind === 'check'
        ? [checked(order, tick + order.afterTicks + 2, order.purpose !== 'review')]
        : goodWorld()(order, tick);
    const town = closedTown(world);
    twice(town, 5 * HOUR);
    town.until(7 * HOUR);
    expect(town.of('case.accepted').map(({ by, reason }) => [by, reason])).toEqual([
      ['rule:confidence-gate', 'confidence-above-gate'],
      ['user:intake', 'repeat-within-a-day'],
    ]);
    expect(town.of('case.closed').map(({ by, automatic, reason }) => [by, automatic, reason])).toEqual([
      ['rule:auto-close', true, undefined],
      ['user:shift-leader', false, 'repeat-within-a-day'],
    ]);
  });

  test('by a sensor a few metres on goes to intake', () => {
    const town = createTown(townInfo(), goodWorld());
    town.send(trip(0, 'EV16'));
    town.until(2 * HOUR);
    town.send(trip(3 * HOUR, 'EV16', eastOf(0.0003), 'SEN-2'));
    town.until(3 * HOUR + 10 * MINUTE);
    expect(town.of('case.accepted').map(({ by }) => by)).toEqual(['rule:sensor-alarm', 'user:intake']);
    expect(town.of('case.accepted')[1]).toMatchObject({ reason: 'repeat-within-a-day' });
  });

  test('is none elsewhere, and none a day later', () => {
    const town = createTown(townInfo(), goodWorld());
    town.send(trip(0, 'EV16'), trip(4 * HOUR, 'EV16', eastOf(0.01), 'SEN-2'), trip(DAY + 3 * HOUR, 'EV16'));
    town.until(DAY + 4 * HOUR);
    expect(town.of('case.accepted').map(({ by }) => by)).toEqual(Array(3).fill('rule:sensor-alarm'));
  });
});
