// Up by time, by severity and by spread; one commander for an incident; and closing climbs back level by level (brief §3.7).
import { areaByCode } from '@onescreen/shared/geography';
import type { Signal } from '@onescreen/shared/protocol';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import type { Town, World } from './engineKit.ts';
import { createTown, eastOf, goodUnit, goodWorld, signalId, threeHits, townInfo, trip, unit } from './engineKit.ts';

const C1 = 'C00001';
const good = goodWorld();
const noUnits = townInfo('2024-05-14T09:00', []);
const reasons = (town: Town): (string | undefined)[] => town.of('case.escalated').map(({ reason }) => reason);
const response = (tick: number, level: 0 | 1 | 2 | 3 | 4): Signal => ({
  kind: 'response.level',
  id: signalId(),
  tick,
  level,
  colour: 'any',
  lead: 'swj',
});

describe('by time', () => {
  test('past its limit a case is the district’s, and at 150 % the city’s', () => {
    const town = createTown(noUnits, good);
    town.send(...threeHits(0));
    town.until(6 * HOUR);
    expect(town.of('case.urged').map(({ percent }) => percent)).toEqual([80, 100, 150]);
    // The district has it already, since nobody was free; at 150 % it goes on to the city.
    expect(reasons(town)).toEqual(['no-unit-free', 'past-150-percent']);
    expect(town.engine.cases.cases[C1]!.level).toBe('city');
  });

  test('a unit that takes too long brings the district in at the limit', () => {
    const stays: World = (order, tick) => (order.kind === 'go' ? goodUnit(order, tick).slice(0, 2) : good(order, tick));
    const town = createTown(townInfo(), stays);
    town.send(...threeHits(0));
    town.until(3 * HOUR);
    expect(town.of('case.escalated')).toMatchObject([{ by: 'rule:past-limit', to: 'district', reason: 'past-limit' }]);
    const overdue = town.of('case.urged').find(({ percent }) => percent === 100)!;
    expect(town.of('case.escalated')[0]!.tick).toBe(overdue.tick);
  });
});

describe('closing', () => {
  const helped: World = (order, tick) =>
    order.kind === 'go'
      ? [
          ...goodUnit(order, tick),
          {
            kind: 'unit.help',
            id: signalId(),
            tick: tick + 400,
            unit: order.unit,
            order: order.id,
            needs: { zh: '增援', en: 'Help' },
          },
        ]
      : good(order, tick);

  test('waits for each level that the case has climbed, the lowest first', () => {
    const town = createTown(townInfo('2024-05-14T09:00', [unit('HW', 'sanitation', eastOf(0.01))]), helped);
    town.send(...threeHits(0, 0.9, 'XJ05'));
    town.until(3 * HOUR);
    expect(town.of('case.confirmed').map(({ level, by }) => [level, by])).toEqual([
      ['street', 'user:street-centre'],
      ['district', 'user:district-centre'],
    ]);
    const [closed] = town.of('case.closed');
    // The type closes by rule all the same, but people were in it.
    expect(closed).toMatchObject({ by: 'rule:auto-close', automatic: false });
    expect(closed!.tick).toBeGreaterThanOrEqual(town.of('case.confirmed')[1]!.tick);
  });

  test('of a held case is agreed to by people: each level by somebody of that level', () => {
    const town = createTown(townInfo(), helped);
    town.send(...threeHits(0));
    for (let tick = 5; town.of('case.checked').length === 0; tick += 5) town.until(tick);
    town.ask({ kind: 'take', case: C1 });
    town.until(2 * HOUR);
    expect(town.of('case.confirmed')).toEqual([]);
    expect(town.ask({ kind: 'close', case: C1 })).toMatchObject({ ok: false, refusal: 'not-confirmed' });
    const inStreet = { name: 'street', role: 'operator', area: '310118106' } as const;
    expect(town.ask({ kind: 'confirm', case: C1 }, inStreet)).toMatchObject({ refusal: 'level-above-needed' });
    expect(town.ask({ kind: 'confirm', case: C1 })).toEqual({ ok: true });
    expect(town.ask({ kind: 'close', case: C1 })).toEqual({ ok: true });
  });
});

describe('by severity', () => {
  test('at level Ⅲ what is of the first priority is the district’s, at Ⅱ the city’s, open and new alike', () => {
    const town = createTown(noUnits, good);
    town.send(trip(0, 'EV16'), ...threeHits(0));
    town.send(response(100, 4), response(200, 3), response(300, 2));
    town.send(trip(400, 'EV16', eastOf(0.1), 'SEN-2'));
    town.until(500);
    expect(town.of('case.escalated').map(({ case: id, to, reason }) => [id, to, reason])).toEqual([
      [C1, 'district', 'response-level'],
      [C1, 'city', 'response-level'],
      ['C00003', 'city', 'response-level'],
    ]);
  });

  test('an alarm of one household stays with the village, whatever the city answers to', () => {
    const town = createTown(noUnits, good);
    town.send(response(10, 1), trip(60, 'ZR01'));
    town.until(200);
    expect(town.of('case.filed')).toHaveLength(1);
    expect(town.of('case.escalated')).toEqual([]);
  });

  test('when the level is lifted new cases stay where they belong', () => {
    const town = createTown(noUnits, good);
    town.send(response(10, 1), response(20, 0), trip(60, 'EV16'));
    town.until(200);
    expect(town.of('case.escalated')).toEqual([]);
  });
});

describe('by spread', () => {
  const street = (code: string): number => areaByCode(code).index;
  const QINGPU = ['310118001', '310118002', '310118106', '310118107'] as const;
  const OTHERS = ['310104003', '310105001', '310106006'] as const;
  /** Water on a road in each street. */
  const flooded = (codes: readonly string[], from = 0): Signal[] =>
    codes.map((code, i) => ({
      ...(trip(from + 30 * i, 'EV16', eastOf(0.05 * (i + from / 1000)), `SEN-${code}-${from}`) as Extract<
        Signal,
        { kind: 'trip' }
      >),
      area: street(code),
    }));

  test('three streets of a district make an incident with one commander, and a fourth joins it', () => {
    const town = createTown(noUnits, good);
    town.send(...flooded(QINGPU.slice(0, 2)));
    town.until(200);
    expect(town.of('incident.opened')).toEqual([]);
    town.send(...flooded(QINGPU.slice(2), 300));
    town.until(500);
    expect(town.of('incident.opened')).toMatchObject([
      {
        type: 'EV16',
        area: areaByCode('310118').index,
        level: 'district',
        commander: 'user:commander-310118',
        reason: 'spread-streets',
      },
    ]);
    const [incident] = Object.values(town.engine.cases.incidents);
    expect(incident!.cases).toHaveLength(4);
    expect(Object.values(town.engine.cases.cases).map(({ level, incident: of }) => [level, of])).toEqual(
      Array(4).fill(['district', incident!.id]),
    );
  });

  test('three districts make it the city’s: the incident is raised and takes in what was its own', () => {
    const town = createTown(noUnits, good);
    town.send(...flooded(QINGPU.slice(0, 3)));
    town.until(300);
    town.send(...flooded(OTHERS.slice(0, 2), 400));
    town.until(600);
    expect(town.of('incident.opened')).toHaveLength(1);
    expect(town.of('incident.raised')).toMatchObject([{ level: 'city', area: 0, commander: 'user:commander-310000' }]);
    const [incident] = Object.values(town.engine.cases.incidents);
    expect(incident).toMatchObject({ level: 'city', closedTick: null });
    expect(incident!.cases).toHaveLength(5);
    expect(reasons(town)).toContain('spread-districts');
  });

  test('it is over when all its cases are and half an hour stays quiet', () => {
    const trucks = Array.from({ length: 4 }, (_, i) => unit(`PS-${i}`, 'drainage', eastOf(0.02 * i)));
    const town = createTown(townInfo('2024-05-14T09:00', trucks), good);
    town.send(...flooded(QINGPU.slice(0, 3)));
    town.until(4 * HOUR);
    const last = Math.max(...town.of('case.closed').map(({ tick }) => tick));
    expect(town.of('case.closed')).toHaveLength(3);
    expect(town.of('incident.closed')).toMatchObject([{ tick: last + 30 * MINUTE }]);
    expect(town.of('case.confirmed').map(({ level }) => level)).toEqual(['district', 'district', 'district']);
  });

  test('street vendors in three streets are three vendors', () => {
    const town = createTown(noUnits, good);
    for (const [i, code] of QINGPU.entries()) {
      const at = eastOf(0.05 * i);
      for (const later of [0, 15, 30]) {
        town.send({
          kind: 'hit',
          id: signalId(),
          tick: later,
          camera: `CAM-${i}`,
          type: 'XJ01',
          at,
          area: street(code),
          confidence: 0.9,
          count: 1,
        });
      }
    }
    town.until(HOUR);
    expect(town.of('case.filed')).toHaveLength(4);
    expect(town.of('incident.opened')).toEqual([]);
  });

  test('what is no more than usual for the size of the city is no incident', () => {
    const wholeCity = { ...noUnits, density: 20 };
    const town = createTown(wholeCity, good);
    // 70 power cuts a day in estates: three an hour are what is to be expected.
    for (const [i, code] of QINGPU.slice(0, 3).entries())
      town.send({
        ...(trip(30 * i, 'EV15', eastOf(0.05 * i), `S-${i}`) as Extract<Signal, { kind: 'trip' }>),
        area: street(code),
      });
    town.until(300);
    expect(town.of('case.filed')).toHaveLength(3);
    expect(town.of('incident.opened')).toEqual([]);
  });
});
