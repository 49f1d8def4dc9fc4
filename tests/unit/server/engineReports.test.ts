// Cases that people report: on their own clocks, called back about, and proven by people.
import { DAY, HOUR, isoShanghai } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import type { Town, World } from './engineKit.ts';
import { call, createTown, goodWorld, report, townInfo, trip } from './engineKit.ts';

const theCase = (town: Town, id = 'C00001') => town.engine.cases.cases[id];

describe('what people report', () => {
  test('a hotline request of Friday evening is accepted on Monday and due fifteen working days later', () => {
    const town = createTown(townInfo('2024-05-17T17:00'), goodWorld());
    town.send(call(2 * HOUR));
    town.until(3 * DAY);
    const local = (tick: number) => isoShanghai(town.engine.info.epochMs, tick);
    expect(town.of('case.accepted')[0]!.by).toBe('user:intake');
    expect(local(town.of('case.accepted')[0]!.tick).slice(0, 13)).toBe('2024-05-20T08');
    const [filed] = town.of('case.filed');
    expect(filed!.by).toBe('user:shift-leader');
    // 16 working days and a bit (dispatch and check included) from 20 May, over the Dragon Boat day of 10 June.
    expect(local(filed!.dueTick).slice(0, 10)).toBe('2024-06-12');
  });

  test('a request is called back about and rated by the citizen', () => {
    const content: World = (order, tick) =>
      goodWorld()(order, tick).map((signal) =>
        signal.kind === 'checked'
          ? { ...signal, evidence: { ...signal.evidence, kind: 'callback', value: 3, unit: 'satisfaction' } }
          : signal,
      );
    const town = createTown(townInfo(), content);
    town.send(call(60));
    town.until(8 * HOUR);
    expect(town.of('case.checked')[0]).toMatchObject({ means: 'callback', by: 'user:hotline', pass: true });
    expect(town.of('case.closed')[0]).toMatchObject({ by: 'user:shift-leader', automatic: false });
    expect(town.of('case.evaluated')[0]).toMatchObject({ answer: 'very-satisfied', by: 'user:citizen' });
  });

  test('a citizen who does not pick up is called again', () => {
    let asked = 0;
    const town = createTown(
      townInfo(),
      goodWorld(({ purpose }) => (purpose === 'closure' && ++asked === 1 ? undefined : true)),
    );
    town.send(call(60));
    town.until(8 * HOUR);
    const closures = town.orders.filter((order) => order.kind === 'check' && order.purpose === 'closure');
    expect(closures).toMatchObject([{ means: 'callback' }, { means: 'callback' }]);
    expect(theCase(town)!.status).toBe('evaluated');
  });

  test('a pothole is proven by the pair of photos', () => {
    const town = createTown(townInfo(), goodWorld());
    town.send(report(0));
    town.until(8 * HOUR);
    const [check] = town.of('case.checked');
    expect(check).toMatchObject({ means: 'photo', by: 'user:checker' });
    expect(check!.evidence).toHaveLength(2);
  });

  test('safety does not wait for the morning', () => {
    const town = createTown(townInfo('2024-05-18T02:00'), goodWorld());
    town.send(trip(0));
    town.until(HOUR);
    expect(town.of('case.dispatched')[0]).toMatchObject({ unit: 'PS-1' });
    expect(town.of('case.dispatched')[0]!.tick).toBeLessThan(60);
  });
});
