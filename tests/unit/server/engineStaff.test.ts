// The desk's simulated people: coordinators who rule and grant, the hotline that calls first, checkers who look again.

import type { Order, Signal } from '@onescreen/shared/protocol';
import { spread } from '@onescreen/shared/random';
import { DAY, HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import type { Town, World } from './engineKit.ts';
import {
  call,
  checked,
  createTown,
  eastOf,
  goodUnit,
  goodWorld,
  hit,
  report,
  signalId,
  threeHits,
  townInfo,
  unit,
} from './engineKit.ts';

const C1 = 'C00001';
const good = goodWorld();

describe('裁定', () => {
  type Reason = Extract<Signal, { kind: 'unit.returned' }>['reason'];
  /** The first `times` orders come back for the reason. */
  const returning = (times: number, reason: Reason): World => {
    let gone = 0;
    return (order, tick) => {
      if (order.kind !== 'go' || ++gone > times) return good(order, tick);
      const base = { tick: tick + 100, unit: order.unit };
      return [
        { kind: 'unit.returned', id: signalId(), ...base, order: order.id, reason },
        { kind: 'unit.freed', id: signalId(), ...base },
      ];
    };
  };
  const townOf = (times: number, reason: Reason): Town => {
    const town = createTown(townInfo(), returning(times, reason));
    town.send(...threeHits(0));
    town.until(4 * HOUR);
    return town;
  };

  test('after a second return of a unit whose duty it is, the district makes that unit do it', () => {
    const town = townOf(2, 'not-our-duty');
    expect(town.of('case.ruled')).toMatchObject([
      { by: 'user:district-coordinator', level: 'district', ruling: 'force', reason: 'ruled-force' },
    ]);
    const units = town.of('case.dispatched').map(({ unit: who }) => who);
    expect(units).toEqual(['CG-near', 'CG-far', 'CG-far']);
    expect(town.of('case.dispatched').at(-1)).toMatchObject({ reason: 'ruled-force' });
    expect(town.of('case.closed')).toHaveLength(1);
  });

  test('a unit that says that it is not its territory is believed: another one goes', () => {
    const town = townOf(2, 'not-our-territory');
    expect(town.of('case.ruled')).toMatchObject([{ ruling: 'another', reason: 'ruled-another' }]);
    expect(town.of('case.dispatched').map(({ unit: who }) => who)).toEqual(['CG-near', 'CG-far', 'CG-farther']);
  });

  test('the third return is ruled on by the city', () => {
    const town = townOf(3, 'not-our-territory');
    expect(town.of('case.ruled').map(({ level, by }) => [level, by])).toEqual([
      ['district', 'user:district-coordinator'],
      ['city', 'user:city-coordinator'],
    ]);
    expect(town.of('case.closed')).toHaveLength(1);
  });

  test('nobody is sent before the ruling, and a person who rules first is not overruled', () => {
    const town = createTown(townInfo(), returning(2, 'not-our-duty'));
    town.send(...threeHits(0));
    for (let tick = 5; town.of('case.returned').length < 2; tick += 5) town.until(tick);
    const sent = town.of('case.dispatched').length;
    const ruling = { kind: 'rule', case: C1, ruling: 'another', reason: 'ruled-another' } as const;
    expect(town.ask(ruling)).toEqual({ ok: true });
    expect(town.of('case.dispatched')).toHaveLength(sent);
    town.until(4 * HOUR);
    expect(town.of('case.ruled')).toMatchObject([{ by: 'user:wang' }]);
    expect(town.of('case.closed')).toHaveLength(1);
  });
});

describe('先行联系', () => {
  const reached = (order: Order, tick: number, value: number): Signal =>
    checked(order, tick + 60, undefined, { kind: 'callback', value, unit: value === 0 ? 'satisfaction' : 'reached' });
  /** Units never finish; the citizen picks up at the nth call. */
  const citizenAt = (nth: number): World => {
    let calls = 0;
    return (order, tick) => {
      if (order.kind === 'go') return goodUnit(order, tick).slice(0, 2);
      if (order.kind !== 'check' || order.purpose !== 'contact') return good(order, tick);
      return [reached(order, tick, ++calls < nth ? 0 : 1)];
    };
  };

  test('a citizen who called the hotline is called back within a working day, with what was said', () => {
    const town = createTown(townInfo(), citizenAt(1));
    town.send(call(60));
    town.until(4 * HOUR);
    expect(town.of('case.contacted')).toMatchObject([{ by: 'user:hotline', case: C1 }]);
    expect(town.of('case.contacted')[0]!.evidence).toMatchObject([{ kind: 'callback', unit: 'reached' }]);
    expect(town.engine.cases.cases[C1]!.contactedTick).toBeLessThan(4 * HOUR);
  });

  test('who does not pick up is called again an hour later, four times in all', () => {
    const third = createTown(townInfo(), citizenAt(3));
    third.send(call(60));
    third.until(8 * HOUR);
    expect(third.of('case.contacted')).toHaveLength(1);
    const never = createTown(townInfo(), citizenAt(99));
    never.send(call(60));
    never.until(9 * HOUR);
    expect(never.orders.filter((order) => order.kind === 'check' && order.purpose === 'contact')).toHaveLength(4);
    expect(never.of('case.contacted')).toEqual([]);
  });

  test('who reported to an inspector is not called', () => {
    const town = createTown(townInfo(), good);
    town.send(report(0));
    town.until(6 * HOUR);
    expect(town.orders.filter((order) => order.kind === 'check' && order.purpose === 'contact')).toEqual([]);
  });
});

describe('延期 and 挂账', () => {
  type Ask = Pick<Extract<Signal, { kind: 'unit.asks' }>, 'what' | 'minutes' | 'reason' | 'plan'>;
  const asking = (ask: Ask): World => {
    let gone = 0;
    return (order, tick) => {
      if (order.kind !== 'go' || ++gone > 1) return good(order, tick);
      const [moved, arrived] = goodUnit(order, tick);
      const asked = {
        kind: 'unit.asks',
        id: signalId(),
        tick: tick + 600,
        unit: order.unit,
        order: order.id,
        ...ask,
      } as const;
      return [moved!, arrived!, asked];
    };
  };
  const townOf = (ask: Ask, toTick: number): Town => {
    const town = createTown(townInfo(), asking(ask));
    town.send(report(0, 'CM03'));
    town.until(toTick);
    return town;
  };

  test('more time is granted by the district once, and moves the due tick', () => {
    const town = townOf({ what: 'extend', minutes: 600, reason: 'complex-case', plan: '需多方协调' }, 4 * HOUR);
    expect(town.of('case.extended')).toMatchObject([{ by: 'user:district-coordinator', reason: 'complex-case' }]);
    expect(town.of('case.extended')[0]!.evidence).toMatchObject([{ kind: 'report', text: { zh: '需多方协调' } }]);
    expect(town.of('case.extended')[0]!.dueTick).toBeGreaterThan(town.of('case.filed')[0]!.dueTick);
  });

  test('a stop frees the unit and comes to its end on the date', () => {
    const town = townOf({ what: 'suspend', minutes: 240, reason: 'engineering-work', plan: '待沥青到场' }, 4 * HOUR);
    expect(town.engine.cases.cases[C1]).toMatchObject({ status: 'suspended', plan: '待沥青到场' });
    expect(town.engine.cases.units['YH-1']?.case ?? null).toBeNull();
    expect(town.of('case.urged')).toEqual([]);
    town.until(1.3 * DAY);
    expect(town.of('case.resumed')).toMatchObject([{ by: 'rule:until-date' }]);
    expect(town.of('case.closed')).toHaveLength(1);
  });

  test('what the rule book does not admit is not granted: the case goes on', () => {
    const town = townOf({ what: 'extend', minutes: 900_000, reason: 'complex-case', plan: '久' }, 6 * HOUR);
    expect(town.of('case.extended')).toEqual([]);
    expect(town.engine.cases.cases[C1]!.status).toBe('handling');
  });
});

describe('抽查', () => {
  const COUNT = 120;
  /** Many cases at many cameras, closed by rule; visits show what `clear` says. */
  function townOfMany(clear: boolean): Town {
    const world: World = (order, tick) => {
      if (order.kind !== 'check') return good(order, tick);
      return [checked(order, tick + order.afterTicks + 2, order.means === 'visit' ? clear : true)];
    };
    const units = Array.from({ length: COUNT }, (_, i) => unit(`CG-${i}`, 'chengguan', eastOf(0.001 * i)));
    const town = createTown(townInfo(undefined, units), world);
    for (let i = 0; i < COUNT; i++)
      town.send(...[0, 15, 30].map((later) => hit(later, 0.9, eastOf(0.001 * i), `CAM-${i}`)));
    town.until(2 * HOUR);
    expect(town.of('case.closed').filter(({ automatic }) => automatic)).toHaveLength(COUNT);
    return town;
  }
  const drawn = Array.from({ length: COUNT }, (_, i) => `C${String(i + 1).padStart(5, '0')}`).filter(
    (id) => spread(`1/${id}/spot`) < 0.05,
  );

  test('one in twenty of what machines closed is looked at by a person', () => {
    const town = townOfMany(true);
    expect(drawn.length).toBeGreaterThan(1);
    expect(
      town
        .of('case.inspected')
        .map(({ case: id }) => id)
        .sort(),
    ).toEqual(drawn);
    expect(town.of('case.inspected')[0]).toMatchObject({ by: 'user:checker', pass: true });
    expect(town.of('case.inspected')[0]!.evidence).toHaveLength(1);
    expect(town.of('case.reopened')).toEqual([]);
  });

  test('what is still there is open again and closed by a person', () => {
    const town = townOfMany(false);
    expect(town.of('case.reopened').map(({ reason }) => reason)).toEqual(drawn.map(() => 'spot-check-failed'));
    town.until(4 * HOUR);
    const again = town
      .of('case.closed')
      .filter(({ case: id }) => drawn.includes(id))
      .slice(drawn.length);
    expect(again.map(({ by }) => by)).toEqual(drawn.map(() => 'user:shift-leader'));
  });
});

test('where the camera is away a visit proves it, and a person closes', () => {
  const blind: World = (order, tick) => (order.kind === 'check' && order.means === 'reshoot' ? [] : good(order, tick));
  const town = createTown(townInfo(), blind);
  town.send(...threeHits(0));
  town.until(3 * HOUR);
  expect(town.of('case.checked')).toMatchObject([{ means: 'visit', by: 'user:checker' }]);
  expect(town.of('case.closed')).toMatchObject([{ by: 'user:shift-leader', automatic: false }]);
  expect(town.of('case.closed')[0]!.tick - town.of('case.checked')[0]!.tick).toBeGreaterThan(MINUTE);
});
