// 接管: while a person holds a case neither rules nor the desk's staff move it on; when it is given back, all goes on from where it is.
import type { Order, RunCommand } from '@onescreen/shared/protocol';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import type { Town, World } from './engineKit.ts';
import { call, createTown, goodUnit, goodWorld, report, threeHits, townInfo, unit } from './engineKit.ts';

const C1 = 'C00001';
const theCase = (town: Town) => town.engine.cases.cases[C1]!;
const kinds = (town: Town) => town.caseKinds().filter((kind) => kind !== 'case.taken' && kind !== 'case.released');
const done = (town: Town, command: RunCommand) => expect(town.ask(command)).toEqual({ ok: true });
const take: RunCommand = { kind: 'take', case: C1 };
const release: RunCommand = { kind: 'release', case: C1 };

/** A case taken as soon as it has the status, with `send` to bring it up. */
function takenAs(status: string, send: (town: Town) => void, world: World = goodWorld()): Town {
  const town = createTown(townInfo(), world);
  send(town);
  for (let tick = 5; town.engine.cases.cases[C1]?.status !== status; tick += 5) town.until(tick);
  done(town, take);
  return town;
}
const vendor = (town: Town) => town.send(...threeHits(0));
const silentReview: World = (order, tick) =>
  order.kind === 'check' && order.purpose === 'review' ? [] : goodWorld((one) => one.purpose !== 'review')(order, tick);

test.each([
  ['discovered', (town: Town) => town.send(...threeHits(0, 0.6)), silentReview],
  ['discovered', (town: Town) => town.send(report(0)), goodWorld()],
  ['accepted', vendor, goodWorld()],
  ['filed', vendor, goodWorld()],
  ['filed', (town: Town) => town.send(...threeHits(0, 0.9, 'XJ03')), goodWorld()],
] as const)(
  'a held case that is %s stays so for hours, and is closed after it was given back',
  (status, send, world) => {
    const town = takenAs(status, send, world);
    const before = town.orders.length;
    town.until(4 * HOUR);
    expect(theCase(town)).toMatchObject({ status, held: 'user:wang' });
    expect(kinds(town).filter((kind) => kind !== 'case.urged' && kind !== 'case.escalated').length).toBeLessThan(4);
    expect(town.orders.length).toBeLessThanOrEqual(before + 2);
    done(town, release);
    town.until(9 * HOUR);
    expect(town.of('case.evaluated')).toHaveLength(1);
  },
);

describe('units go on working for the holder', () => {
  test('one that reports that it is done is not checked by itself; the check begins when the case is given back', () => {
    const town = takenAs('dispatched', vendor);
    town.until(2 * HOUR);
    expect(theCase(town)).toMatchObject({ status: 'checking', held: 'user:wang' });
    expect(town.orders.filter(({ kind }) => kind === 'check')).toEqual([]);
    done(town, release);
    expect(town.orders.filter(({ kind }) => kind === 'check')).toHaveLength(1);
    town.until(3 * HOUR);
    expect(town.of('case.closed')).toHaveLength(1);
  });

  test('one that never comes is not replaced until the case is given back', () => {
    let gone = 0;
    const world: World = (order, tick) => (order.kind === 'go' && ++gone === 1 ? [] : goodWorld()(order, tick));
    const town = takenAs('dispatched', vendor, world);
    town.until(3 * HOUR);
    expect(town.of('case.dispatched')).toHaveLength(1);
    done(town, release);
    town.until(5 * HOUR);
    expect(town.of('case.dispatched').map(({ reason }) => reason)).toEqual(['nearest-unit', 'no-arrival']);
    expect(town.of('case.closed')).toHaveLength(1);
  });

  test('a failed check sends nobody back by itself; the holder decides', () => {
    const town = takenAs(
      'checking',
      vendor,
      goodWorld(() => false),
    );
    town.until(2 * HOUR);
    expect(town.of('case.checked')).toMatchObject([{ pass: false }]);
    expect(town.of('case.reworked')).toEqual([]);
    done(town, { kind: 'rework', case: C1, reason: 'still-there' });
    town.until(3 * HOUR);
    expect(theCase(town).status).toBe('filed');
    done(town, { kind: 'assign', case: C1, unit: 'CG-far', reason: 'better-suited' });
    expect(theCase(town)).toMatchObject({ status: 'dispatched', unit: 'CG-far' });
  });

  test('the whole way by hand: assigned, verified, closed, and not a machine in between', () => {
    const town = takenAs('filed', vendor);
    done(town, { kind: 'assign', case: C1, unit: 'CG-farther', reason: 'knows-the-place' });
    town.until(HOUR);
    expect(theCase(town).status).toBe('checking');
    done(town, { kind: 'verify', case: C1, means: 'reshoot' });
    town.until(HOUR + 30);
    done(town, { kind: 'close', case: C1 });
    expect(town.of('case.closed')).toMatchObject([{ by: 'user:wang', automatic: false }]);
    expect(theCase(town)).toMatchObject({ status: 'evaluated', held: null });
    expect(town.of('case.checked')).toMatchObject([{ by: 'user:wang', pass: true }]);
  });
});

test('the date of a suspension comes for a held case too, and then it waits for its holder', () => {
  const town = takenAs('filed', vendor);
  done(town, { kind: 'suspend', case: C1, untilTick: 2 * HOUR, plan: '待材料到场', reason: 'engineering-work' });
  town.until(3 * HOUR);
  expect(town.of('case.resumed')).toMatchObject([{ by: 'rule:until-date' }]);
  expect(theCase(town)).toMatchObject({ status: 'filed', held: 'user:wang' });
  done(town, release);
  town.until(5 * HOUR);
  expect(town.of('case.closed')).toHaveLength(1);
});

test('a citizen is not called by the desk while a person holds the case, and is afterwards', () => {
  const isContact = (order: Order): boolean => order.kind === 'check' && order.purpose === 'contact';
  const world: World = (order, tick) =>
    order.kind === 'go' ? goodUnit(order, tick).slice(0, 2) : goodWorld()(order, tick);
  const town = takenAs('accepted', (one) => one.send(call(60)), world);
  town.until(5 * HOUR);
  expect(town.orders.filter(isContact)).toEqual([]);
  done(town, release);
  town.until(6 * HOUR);
  expect(town.of('case.contacted')).toMatchObject([{ by: 'user:hotline' }]);
});

test('a return that waits for its ruling waits for the holder to rule', () => {
  const back: World = (order, tick) =>
    order.kind === 'go'
      ? [
          {
            kind: 'unit.returned',
            id: `R${order.id}`,
            tick: tick + 60,
            unit: order.unit,
            order: order.id,
            reason: 'not-our-duty',
          },
        ]
      : goodWorld()(order, tick);
  const units = [unit('CG-a', 'chengguan', [121.28, 31.173]), unit('CG-b', 'chengguan', [121.29, 31.173])];
  const town = createTown(townInfo(undefined, units), back);
  vendor(town);
  for (let tick = 5; (town.engine.cases.cases[C1]?.returns ?? 0) < 2; tick += 5) town.until(tick);
  done(town, take);
  town.until(2 * HOUR);
  expect(theCase(town)).toMatchObject({ status: 'filed', ruling: 'district' });
  done(town, { kind: 'rule', case: C1, ruling: 'another', reason: 'ruled-another' });
  town.until(2 * HOUR + 10 * MINUTE);
  expect(theCase(town)).toMatchObject({ status: 'filed', ruling: null });
  done(town, release);
  town.until(3 * HOUR);
  expect(town.of('case.dispatched').length).toBeGreaterThan(2);
});
