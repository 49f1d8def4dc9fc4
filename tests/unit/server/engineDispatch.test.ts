import { indicatorById } from '@onescreen/shared/catalogue';
import { quantumOf, seriesOf } from '@onescreen/shared/city';
import { areaByCode } from '@onescreen/shared/geography';
import type { RosterUnit } from '@onescreen/shared/log';
import type { Order, Signal } from '@onescreen/shared/protocol';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import type { Sample, Town, World } from './engineKit.ts';
import {
  createTown,
  eastOf,
  goodUnit,
  goodWorld,
  hit,
  operator,
  report,
  signalId,
  threeHits,
  townInfo,
  trip,
  unit,
} from './engineKit.ts';

type Go = Extract<Order, { kind: 'go' }>;
const theCase = (town: Town, id = 'C00001') => town.engine.cases.cases[id];
const goes = (town: Town): Go[] => town.orders.filter((order) => order.kind === 'go');
const leads = (town: Town): string[] =>
  goes(town)
    .filter(({ role }) => role === 'lead')
    .map((order) => order.unit);
const recalls = (town: Town): string[] =>
  town.orders.filter((order) => order.kind === 'recall').map((order) => order.unit);
const onShift = (one: RosterUnit, shift: 'day' | 'night'): RosterUnit => ({ ...one, shift });
const CONGESTION = indicatorById('tti-surface').index;
const congestion = (code: string, index: number): Sample => {
  const series = seriesOf(CONGESTION, areaByCode(code).index);
  return [0, series, quantumOf(series, index)];
};
/** Units that only drive: they report where they go and never arrive. */
const drivers: World = (order, tick) => (order.kind === 'go' ? goodUnit(order, tick).slice(0, 1) : []);
/** Units that arrive and stay at work. */
const workers: World = (order, tick) => (order.kind === 'go' ? goodUnit(order, tick).slice(0, 2) : []);

describe('how long the way is', () => {
  const secondsWith = (...samples: Sample[]): number => {
    const town = createTown(townInfo(), drivers);
    town.sample(...samples);
    town.send(...threeHits(0));
    town.until(200);
    return town.of('case.dispatched')[0]!.travelSeconds;
  };

  test('is the road at 38 km/h in the suburbs, longer by the travel-time index that the street reports', () => {
    const free = secondsWith();
    expect(secondsWith(congestion('310118106', 2))).toBeCloseTo(2 * free, -1);
    expect(secondsWith(congestion('310000', 3))).toBeCloseTo(3 * free, -1);
    expect(secondsWith(congestion('310118106', 2), congestion('310000', 3))).toBeCloseTo(2 * free, -1);
  });

  test('is told with each order and for each of the runners-up', () => {
    const town = createTown(townInfo(), drivers);
    town.send(...threeHits(0));
    town.until(200);
    const [ordered] = town.of('case.dispatched');
    expect(ordered!.travelSeconds).toBeGreaterThan(60);
    expect(ordered!.runnersUp.map(({ travelSeconds }) => travelSeconds)).toEqual(
      [...ordered!.runnersUp.map(({ travelSeconds }) => travelSeconds)].sort((a, b) => a - b),
    );
    expect(ordered!.runnersUp[0]!.travelSeconds).toBeGreaterThan(ordered!.travelSeconds);
  });
});

describe('cases of the same half minute', () => {
  const asked = (policy: string): number => {
    const town = createTown({ ...townInfo(), policy }, drivers);
    town.send(...threeHits(7));
    town.until(300);
    return town.of('case.dispatched')[0]!.tick;
  };

  test('are solved together by batch and balanced, at once by nearest', () => {
    expect(asked('nearest')).toBe(157);
    expect(asked('batch')).toBe(180);
    expect(asked('balanced')).toBe(180);
  });

  test('do not keep an emergency waiting', () => {
    const town = createTown({ ...townInfo(), policy: 'batch' }, drivers);
    town.send(trip(3));
    town.until(100);
    expect(town.of('case.dispatched')[0]!.tick).toBe(28);
  });
});

describe('an emergency', () => {
  const pumps = [unit('PS-1', 'drainage', eastOf(0.02)), unit('PS-far', 'drainage', eastOf(0.9))];
  const others = [unit('CB-1', 'office', eastOf(0.1))];
  /** A black river (priority 4) takes the near pump truck, then a road floods. */
  const flood = (units: readonly RosterUnit[], secondTick: number, world: World = drivers): Town => {
    const town = createTown(townInfo('2024-05-14T09:00', units), world);
    town.send(trip(0, 'EV10', eastOf(0.1), 'SEN-river'));
    town.until(secondTick - 1);
    expect(leads(town)).toEqual(['PS-1']);
    town.send(trip(secondTick));
    town.until(secondTick + MINUTE);
    return town;
  };
  const whenSent = (units: readonly RosterUnit[]): number => {
    const town = createTown(townInfo('2024-05-14T09:00', units), drivers);
    town.send(trip(0, 'EV10', eastOf(0.1), 'SEN-river'));
    town.until(4 * HOUR);
    return town.of('case.dispatched')[0]!.tick;
  };
  const reserve = [...pumps, ...others];

  test('takes a unit that is still on its way to something that can wait', () => {
    const town = flood(reserve, whenSent(reserve) + MINUTE);
    const [withdrawn] = town.of('case.withdrawn');
    expect(withdrawn).toMatchObject({ unit: 'PS-1', reason: 'pre-empted', by: 'rule:pre-emption', case: 'C00001' });
    const [, emergency] = town.of('case.dispatched');
    expect(emergency).toMatchObject({ case: 'C00002', unit: 'PS-1', tick: withdrawn!.tick });
    expect(emergency!.runnersUp.map((one) => one.unit)).toEqual(['PS-far']);
    // It drives on to the emergency: calling it home first would confuse it.
    expect(recalls(town)).toEqual([]);
    expect(town.engine.cases.units['PS-1']).toMatchObject({ case: 'C00002' });
  });

  test('gives the case that lost its unit another one as soon as there is one', () => {
    const from = whenSent(reserve) + MINUTE;
    const town = flood([...reserve, unit('PS-2', 'drainage', eastOf(2))], from);
    town.until(from + HOUR);
    const again = town.of('case.dispatched').filter(({ case: id }) => id === 'C00001');
    expect(again.map((one) => one.unit)).toEqual(['PS-1', 'PS-far']);
  });

  test('leaves a case alone that lost its unit less than half an hour ago', () => {
    const from = whenSent(reserve) + MINUTE;
    const town = flood([...reserve, unit('PS-2', 'drainage', eastOf(2))], from);
    town.until(from + 4 * MINUTE);
    expect(leads(town).at(-1)).toBe('PS-far');
    town.send(trip(from + 5 * MINUTE, 'EV16', eastOf(0.85), 'SEN-9'));
    town.until(from + 8 * MINUTE);
    expect(town.of('case.withdrawn')).toHaveLength(1);
    expect(leads(town).at(-1)).toBe('PS-2');
  });

  test('takes the free unit when that is not twice as far', () => {
    const near = [pumps[0]!, unit('PS-2', 'drainage', eastOf(-0.03)), ...others];
    const town = flood(near, whenSent(near) + MINUTE);
    expect(town.of('case.withdrawn')).toEqual([]);
    expect(leads(town)).toEqual(['PS-1', 'PS-2']);
  });

  test('does not call a unit away that has arrived', () => {
    const town = flood(reserve, whenSent(reserve) + 10 * MINUTE, workers);
    expect(town.of('case.withdrawn')).toEqual([]);
    expect(leads(town)).toEqual(['PS-1', 'PS-far']);
  });
});

describe('several units for one incident', () => {
  const crewed = [
    unit('F-1', 'fire', eastOf(0.01)),
    unit('A-1', 'ambulance', eastOf(0.02)),
    unit('P-1', 'police', eastOf(0.01)),
    unit('P-2', 'police', eastOf(0.02)),
  ];
  const fire = (world: World, units: readonly RosterUnit[] = crewed): Town => {
    const town = createTown(townInfo('2024-05-14T09:00', units), world);
    town.send(trip(0, 'EM01'));
    return town;
  };

  test('a fire gets an engine first, and an ambulance and police beside it', () => {
    const town = fire(drivers);
    town.until(2 * MINUTE);
    expect(goes(town).map((order) => [order.unit, order.role])).toEqual([
      ['F-1', 'lead'],
      ['A-1', 'support'],
      ['P-1', 'support'],
    ]);
    expect(town.of('case.supported').map(({ reason, by }) => [reason, by])).toEqual([
      ['second-unit', 'rule:crew'],
      ['second-unit', 'rule:crew'],
    ]);
    expect(theCase(town)!.support.map((one) => one.unit)).toEqual(['A-1', 'P-1']);
  });

  test('is handled by the first unit alone; then the others are called back', () => {
    const slow: World = (order, tick) =>
      order.kind === 'go' && order.role === 'support' ? goodUnit(order, tick).slice(0, 2) : goodWorld()(order, tick);
    const town = fire(slow);
    town.until(HOUR);
    const [handled] = town.of('case.handled');
    expect(handled).toMatchObject({ unit: 'F-1' });
    expect(town.of('case.arrived').map((one) => one.unit)).toEqual(['F-1']);
    expect(town.of('unit.arrived').map((one) => [one.unit, one.case])).toEqual([
      ['F-1', 'C00001'],
      ['A-1', 'C00001'],
      ['P-1', 'C00001'],
    ]);
    expect(recalls(town)).toEqual(['A-1', 'P-1']);
    expect(town.of('unit.freed').filter(({ tick }) => tick === handled!.tick)).toHaveLength(2);
    expect(town.engine.cases.units['A-1']?.case ?? null).toBeNull();
  });

  test('a report of a unit that helps handles nothing', () => {
    const eager: World = (order, tick) =>
      order.kind === 'go' && order.role === 'support' ? goodUnit(order, tick) : drivers(order, tick);
    const town = fire(eager);
    town.until(HOUR);
    expect(town.of('case.handled')).toEqual([]);
    expect(town.engine.cases.units['P-1']?.case ?? null).toBeNull();
    // The case is still with its first unit, which has not come.
    expect(theCase(town)).toMatchObject({ status: 'dispatched', unit: 'F-1' });
  });

  test('a crew takes no unit that was meant for another case of the same moment', () => {
    const alone = fire(drivers, crewed.slice(0, 3));
    alone.until(5 * MINUTE);
    const sentTick = alone.of('case.dispatched')[0]!.tick;
    const town = fire(drivers, crewed.slice(0, 3));
    // A crowd over its limit: its police are sent 25 seconds after it was seen.
    town.send(trip(sentTick - 25, 'EV20', eastOf(0.005), 'SEN-crowd'));
    town.until(5 * MINUTE);
    expect(town.of('case.dispatched').map(({ tick, unit: id }) => [tick, id])).toEqual([
      [sentTick, 'F-1'],
      [sentTick, 'P-1'],
    ]);
    expect(goes(town).map((order) => order.unit)).toEqual(['F-1', 'P-1', 'A-1']);
  });

  test('a call for help brings a second unit of the same kind', () => {
    const help: World = (order, tick) => {
      const signals = goodWorld()(order, tick);
      if (order.kind !== 'go' || order.role === 'support') return signals.slice(0, 2);
      const asks: Signal = {
        kind: 'unit.help',
        id: signalId(),
        tick: tick + 400,
        unit: order.unit,
        order: order.id,
        needs: { zh: '增派一组', en: 'second team' },
      };
      return [...signals, asks];
    };
    const town = createTown(townInfo(), help);
    town.send(...threeHits(0));
    town.until(25 * MINUTE);
    expect(town.of('case.escalated')).toMatchObject([{ to: 'district', reason: 'needs-help', by: 'unit:CG-near' }]);
    expect(town.of('case.supported')).toMatchObject([{ unit: 'CG-far', reason: 'needs-help' }]);
    expect(goes(town).at(-1)).toMatchObject({ unit: 'CG-far', role: 'support' });
  });
});

describe('shifts', () => {
  const workday = onShift(unit('YH-day', 'road-crew', eastOf(0.01)), 'day');
  const night = onShift(unit('YH-night', 'road-crew', eastOf(0.03)), 'night');

  test('a long job goes on with a colleague of the next shift', () => {
    const town = createTown(townInfo('2024-05-14T17:00', [workday, night]), workers);
    town.send(report(0, 'CM03'));
    town.until(2 * HOUR - 1);
    expect(leads(town)).toEqual(['YH-day']);
    town.until(2 * HOUR);
    expect(town.of('case.dispatched').at(-1)).toMatchObject({
      tick: 2 * HOUR,
      unit: 'YH-night',
      reason: 'shift-handover',
      by: 'rule:shift-change',
    });
    expect(recalls(town)).toEqual(['YH-day']);
  });

  test('without a colleague the unit finishes what it has begun', () => {
    const town = createTown(townInfo('2024-05-14T17:00', [workday]), workers);
    town.send(report(0, 'CM03'));
    town.until(2 * HOUR + MINUTE);
    expect(leads(town)).toEqual(['YH-day']);
    expect(theCase(town)).toMatchObject({ status: 'handling', unit: 'YH-day' });
  });

  test('an emergency stays with those who began it', () => {
    const pumps = [
      onShift(unit('PS-day', 'drainage', eastOf(0.01)), 'day'),
      onShift(unit('PS-night', 'drainage', eastOf(0.03)), 'night'),
    ];
    const town = createTown(townInfo('2024-05-14T18:00', pumps), workers);
    town.send(trip(0));
    town.until(HOUR + MINUTE);
    expect(leads(town)).toEqual(['PS-day']);
  });

  test('who is off shift gets no new orders until the shift begins', () => {
    const town = createTown(townInfo('2024-05-14T16:00', [night]), drivers);
    town.send(report(0, 'CM03'));
    town.until(3 * HOUR - 1);
    expect(town.of('case.filed')).toHaveLength(1);
    expect(goes(town)).toEqual([]);
    town.until(3 * HOUR + 3 * MINUTE);
    expect(leads(town)).toEqual(['YH-night']);
  });
});

describe('what a dispatcher sees', () => {
  test('is whom the policy would send, who else there is, and why some cannot go', () => {
    const units = [
      unit('CG-busy', 'chengguan', eastOf(0.001)),
      onShift(unit('CG-night', 'chengguan', eastOf(0.002)), 'night'),
      unit('CG-1', 'chengguan', eastOf(0.01)),
      unit('CG-2', 'chengguan', eastOf(0.02)),
      unit('CG-elsewhere', 'chengguan', eastOf(0.03), 20),
    ];
    const town = createTown(townInfo('2024-05-14T09:00', units), drivers);
    town.send(...threeHits(0));
    town.until(200);
    town.send(...[300, 315, 330].map((tick) => hit(tick, 0.9, eastOf(0.004), 'CAM-2')));
    town.until(400);
    expect(theCase(town, 'C00002')!.status).toBe('filed');
    const proposal = town.engine.propose('C00002')!;
    expect(proposal).toMatchObject({ policy: 'nearest', unit: 'CG-1', reason: 'nearest-unit' });
    expect(proposal.candidates.map(({ unit: id, unavailable }) => [id, unavailable])).toEqual([
      ['CG-1', null],
      ['CG-2', null],
      ['CG-night', 'off-duty'],
      ['CG-busy', 'busy'],
      ['CG-elsewhere', 'other-district'],
    ]);
    const { seq } = town.engine.cases;
    expect(town.engine.propose('C00002')).toEqual(proposal);
    expect(town.engine.cases.seq).toBe(seq);
  });

  test('is nothing for a case that needs no unit', () => {
    const town = createTown(townInfo(), goodWorld());
    town.send(...threeHits(0));
    town.until(60);
    expect(town.engine.propose('C00001')).toBeNull();
    expect(town.engine.propose('C00099')).toBeNull();
  });

  test('names at most twelve, the nearest that are not free among them', () => {
    const many = Array.from({ length: 30 }, (_, i) => unit(`CG-${i}`, 'chengguan', eastOf(0.01 * (i + 1))));
    const far = onShift(unit('CG-night', 'chengguan', eastOf(0.5)), 'night');
    const town = createTown(townInfo('2024-05-14T09:00', [...many, far]), drivers);
    town.send(...threeHits(0));
    town.until(200);
    const { candidates } = town.engine.propose('C00001')!;
    expect(candidates).toHaveLength(12);
    expect(candidates.at(-1)).toMatchObject({ unit: 'CG-night', unavailable: 'off-duty' });
    // Not the one that has it: the question is who else could.
    expect(candidates.map((one) => one.unit)).not.toContain('CG-0');
  });
});

describe('a person who sends another unit', () => {
  test('calls the first one back, and the log says who and why', () => {
    const town = createTown(townInfo(), drivers);
    town.send(...threeHits(0));
    town.until(200);
    town.command({
      person: operator,
      command: { kind: 'assign', case: 'C00001', unit: 'CG-far', reason: 'knows-the-place' },
    });
    town.until(300);
    expect(town.of('case.dispatched').at(-1)).toMatchObject({
      unit: 'CG-far',
      by: 'user:wang',
      reason: 'knows-the-place',
    });
    expect(recalls(town)).toEqual(['CG-near']);
    expect(town.engine.cases.units['CG-near']?.case ?? null).toBeNull();
    expect(leads(town)).toEqual(['CG-near', 'CG-far']);
  });

  test('is told why when the unit cannot go', () => {
    const units = [...townInfo().units, onShift(unit('CG-night', 'chengguan', eastOf(0.001)), 'night')];
    const town = createTown(townInfo('2024-05-14T09:00', units), drivers);
    town.send(...threeHits(0), ...[0, 15, 30].map((tick) => hit(tick, 0.9, eastOf(0.004), 'CAM-2')));
    town.until(200);
    let tick = 200;
    const refusalOf = (id: string): string | null => {
      town.command({
        person: operator,
        command: { kind: 'assign', case: 'C00001', unit: id, reason: 'better-suited' },
      });
      tick += 5;
      town.until(tick);
      const outcome = town.steps.flatMap(({ outcomes }) => outcomes).at(-1)!;
      return outcome.ok ? null : outcome.refusal;
    };
    expect(refusalOf('CG-nowhere')).toBe('no-such-unit');
    expect(refusalOf('PS-1')).toBe('unit-not-able');
    expect(refusalOf('CG-far')).toBe('unit-busy');
    expect(refusalOf('CG-night')).toBe('unit-off-duty');
    expect(refusalOf('CG-near')).toBe('same-unit');
    expect(refusalOf('CG-farther')).toBeNull();
  });
});

test('a case in a person’s hands is not sent out by the rules, and is once it is given back', () => {
  const town = createTown(townInfo(), drivers);
  town.send(...threeHits(0));
  town.until(100);
  town.command({ person: operator, command: { kind: 'take', case: 'C00001' } });
  town.until(HOUR);
  expect(goes(town)).toEqual([]);
  town.command({ person: operator, command: { kind: 'release', case: 'C00001' } });
  town.until(HOUR + 5 * MINUTE);
  expect(leads(town)).toEqual(['CG-near']);
});

test.each(['nearest', 'batch', 'balanced'])(
  'under %s a busy morning is worked off with few units, each on one case at a time',
  (policy) => {
    const units = [0.01, 0.02, 0.03].map((east, i) => unit(`CG-${i}`, 'chengguan', eastOf(east)));
    const town = createTown({ ...townInfo('2024-05-14T09:00', units), policy }, goodWorld());
    const cases = Array.from({ length: 9 }, (_, k) => eastOf(0.004 * k));
    for (const [k, at] of cases.entries())
      town.send(...[0, 15, 30].map((tick) => hit(40 * k + tick, 0.9, at, `CAM-${k}`)));
    const on = new Map<string, string>();
    town.until(6 * HOUR);
    for (const entry of town.entries) {
      if (entry.kind === 'unit.freed') on.delete(entry.unit);
      if (entry.kind !== 'unit.ordered') continue;
      expect(on.has(entry.unit)).toBe(false);
      on.set(entry.unit, entry.case);
    }
    expect(town.of('case.evaluated')).toHaveLength(cases.length);
    expect(town.of('case.dispatched').every(({ by }) => by === `rule:${policy}`)).toBe(true);
  },
);
