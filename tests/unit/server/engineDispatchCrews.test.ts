import type { RosterUnit } from '@onescreen/shared/log';
import type { Signal } from '@onescreen/shared/protocol';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { drivers, goes, leads, onShift, recalls, theCase, workers } from './engineDispatchKit.ts';
import type { Town, World } from './engineKit.ts';
import {
  createTown,
  eastOf,
  goodUnit,
  goodWorld,
  report,
  signalId,
  threeHits,
  townInfo,
  trip,
  unit,
} from './engineKit.ts';

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
