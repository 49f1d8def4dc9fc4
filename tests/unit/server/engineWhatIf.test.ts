// What a person changes of the run: the dispatch policy, and what is brought into the world. Each is in the log, allowed or not.
import type { Order } from '@onescreen/shared/protocol';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../server/src/engine/index.ts';
import { createTown, eastOf, goodWorld, operator, report, SPOT, signalId, threeHits, townInfo } from './engineKit.ts';

const lost = (unit: string, tick: number) =>
  ({ kind: 'unit.lost', id: signalId(), tick, unit, at: eastOf(0.004) }) as const;
const goes = (orders: readonly Order[]) => orders.filter((order) => order.kind === 'go').map(({ unit }) => unit);

describe('the dispatch policy', () => {
  test('is changed for all that is sent from now on, and says so in the log', () => {
    const town = createTown(townInfo(), goodWorld());
    expect(town.ask({ kind: 'policy', policy: 'batch' })).toEqual({ ok: true });
    town.send(...threeHits(10));
    town.until(400);
    expect(town.of('case.dispatched')[0]).toMatchObject({ by: 'rule:batch', reason: 'least-total-distance' });
    expect(town.of('command.received')).toMatchObject([{ command: 'policy', body: { policy: 'batch' } }]);
  });

  test('that does not exist, or is in force already, is refused in both languages', () => {
    const town = createTown();
    expect(town.ask({ kind: 'policy', policy: 'fastest' })).toMatchObject({ ok: false, refusal: 'no-such-policy' });
    const again = town.ask({ kind: 'policy', policy: 'nearest' });
    expect(again).toMatchObject({ ok: false, refusal: 'policy-in-force', message: { zh: '已在使用该派遣策略' } });
    expect(town.of('command.refused').map(({ reason }) => reason)).toEqual(['no-such-policy', 'policy-in-force']);
  });

  test('is the whole city’s: a district’s shift leader may not change it', () => {
    const town = createTown();
    const leader = { name: 'li', role: 'shift-leader', area: '310118' } as const;
    expect(town.ask({ kind: 'policy', policy: 'batch' }, leader)).toMatchObject({ refusal: 'level-above-needed' });
    expect(town.ask({ kind: 'policy', policy: 'batch' }, { ...leader, area: '310000' })).toEqual({ ok: true });
  });

  test('outlives a snapshot', () => {
    const town = createTown(townInfo(), goodWorld());
    town.ask({ kind: 'policy', policy: 'batch' });
    const resumed = createTown(townInfo(), goodWorld(), createEngine(townInfo(), town.engine.snapshot()), 5);
    expect(resumed.ask({ kind: 'policy', policy: 'batch' })).toMatchObject({ refusal: 'policy-in-force' });
    resumed.send(...threeHits(10));
    resumed.until(400);
    expect(resumed.of('case.dispatched')[0]!.by).toBe('rule:batch');
  });
});

describe('what is brought in', () => {
  test('goes to the world with the ack, each under a number of its own', () => {
    const town = createTown();
    const burst = { kind: 'burst', type: 'EV16', count: 9, area: '310118106', minutes: 10 } as const;
    const effect = {
      kind: 'effect',
      indicator: 'tti-surface',
      area: '310118',
      factor: 2,
      minutes: 20,
      rampMinutes: 5,
    } as const;
    town.ask({ kind: 'inject', what: burst });
    town.ask({ kind: 'inject', what: effect });
    expect(town.orders).toEqual([
      { kind: 'inject', id: 'I1', what: burst },
      { kind: 'inject', id: 'I2', what: effect },
    ]);
  });

  test('is refused where the indicator is not measured, for a unit that does not exist, and outside one’s area', () => {
    const town = createTown();
    const effect = { kind: 'effect', indicator: 'ferry-suspended', add: 2, minutes: 20, rampMinutes: 5 } as const;
    expect(town.ask({ kind: 'inject', what: { ...effect, area: '310118106' } })).toMatchObject({
      refusal: 'not-measured-there',
    });
    expect(town.ask({ kind: 'inject', what: { kind: 'unit-lost', unit: 'X-9', minutes: 5 } })).toMatchObject({
      refusal: 'no-such-unit',
    });
    const elsewhere = { name: 'li', role: 'shift-leader', area: '310101' } as const;
    const burst = { kind: 'burst', type: 'EV16', count: 9, area: '310118106', minutes: 10 } as const;
    expect(town.ask({ kind: 'inject', what: burst }, elsewhere)).toMatchObject({ refusal: 'outside-your-area' });
    expect(town.ask({ kind: 'inject', what: burst }, { ...operator, role: 'dispatcher' })).toMatchObject({
      refusal: 'role-may-not',
    });
    expect(town.orders).toEqual([]);
  });
});

describe('a unit that is lost', () => {
  test('gets no work until it is back, and stands away where it was lost', () => {
    const town = createTown(townInfo(), goodWorld());
    town.send(lost('CG-near', 0), ...threeHits(10));
    town.until(400);
    expect(goes(town.orders)).toEqual(['CG-far']);
    expect(town.engine.cases.units['CG-near']).toMatchObject({
      status: 'away',
      case: null,
      path: [[...eastOf(0.004), 0]],
    });
    const inform = { kind: 'unit-lost', unit: 'CG-near', minutes: 5 } as const;
    expect(town.ask({ kind: 'inject', what: inform })).toMatchObject({ refusal: 'unit-lost-already' });
    town.send({ kind: 'unit.back', id: signalId(), tick: 410, unit: 'CG-near' });
    town.until(420);
    expect(town.engine.cases.units['CG-near']).toMatchObject({ status: 'returning' });
    town.send(report(430, 'XJ01', [SPOT[0], SPOT[1] + 0.01]));
    town.until(6000);
    expect(goes(town.orders)).toContain('CG-near');
  });

  test('leaves its case to another one, and cannot be sent by hand', () => {
    const town = createTown(townInfo(), () => []);
    town.send(...threeHits(10));
    town.until(300);
    expect(goes(town.orders)).toEqual(['CG-near']);
    town.send(lost('CG-near', 300));
    town.until(309);
    expect(goes(town.orders)).toEqual(['CG-near', 'CG-far']);
    expect(town.of('case.dispatched').at(-1)).toMatchObject({ unit: 'CG-far', reason: 'unit-left' });
    const assign = { kind: 'assign', case: 'C00001', unit: 'CG-near', reason: 'knows-the-place' } as const;
    expect(town.ask(assign)).toMatchObject({ ok: false, refusal: 'unit-away' });
    expect(town.engine.propose('C00001')!.candidates.find(({ unit }) => unit === 'CG-near')).toMatchObject({
      unavailable: 'away',
    });
  });
});
