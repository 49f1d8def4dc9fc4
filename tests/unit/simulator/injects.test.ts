// What a person brings into the world: a burst of hazards, an effect on an indicator, a unit that is lost.
import type { Inject, Order, Signal } from '@onescreen/shared/protocol';
import { encodeBatch } from '@onescreen/shared/protocol';
import { MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { createSimulation } from '../../../simulator/src/createSimulation.ts';
import { goTo, isKind, ofKind, plainDay, rosterOf, runField } from './fieldKit.ts';
import { createFold, PLAIN, run, scenarioOf, series, worldOf } from './worldKit.ts';

const inject = (id: string, what: Inject): Order => ({ kind: 'inject', id, what });
const burst: Inject = { kind: 'burst', type: 'EV16', count: 30, area: '310118106', minutes: 20 };

describe('a burst', () => {
  test('makes so many hazards, there and then, whatever the density, and they are seen', () => {
    const field = runField();
    field.run(10);
    field.order(inject('I1', burst));
    field.run(40 * MINUTE);
    const mine = field.truth.filter((truth) => truth.kind === 'truth.hazard' && truth.cause === 'inject:I1');
    expect(mine).toHaveLength(30);
    for (const { tick } of mine) expect(tick).toBeLessThanOrEqual(10 + 20 * MINUTE);
    const seen = new Set(field.truth.flatMap((truth) => (truth.kind === 'truth.seen' ? [truth.hazard] : [])));
    expect([...seen].filter((id) => id?.startsWith('I1-')).length).toBeGreaterThan(20);
  });

  test('of the same number is the same burst, and shifts nothing else', () => {
    const births = (orders: Order[]) => {
      const field = runField();
      field.order(...orders);
      field.run(30 * MINUTE);
      return field.truth.filter((truth) => truth.kind === 'truth.hazard');
    };
    const with1 = births([inject('I1', burst)]);
    expect(births([inject('I1', burst)])).toEqual(with1);
    expect(births([inject('I2', burst)])).not.toEqual(with1);
    expect(with1.filter(({ cause }) => cause !== 'inject:I1')).toEqual(births([]));
  });
});

describe('an effect', () => {
  const xuhui = { indicator: 'tti-surface', area: '310104', minutes: 10, rampMinutes: 2 } as const;

  test('multiplies an indicator where it is felt, after its ramp, and ends', () => {
    const values = (effect: boolean) => {
      const world = worldOf(scenarioOf(PLAIN));
      const fold = createFold();
      run(world, 0, 5 * MINUTE, fold);
      if (effect) world.inject('I1', { kind: 'effect', ...xuhui, factor: 2 });
      run(world, 5 * MINUTE, 12 * MINUTE, fold);
      const during = [fold.quanta[series('tti-surface', '310104')]!, fold.quanta[series('tti-surface', '310115')]!];
      run(world, 12 * MINUTE, 30 * MINUTE, fold);
      return [...during, fold.quanta[series('tti-surface', '310104')]!];
    };
    const [there, elsewhere, after] = values(true);
    const [plain, plainElsewhere, plainAfter] = values(false);
    expect(there! / plain!).toBeGreaterThan(1.8);
    expect(elsewhere! / plainElsewhere!).toBeLessThan(1.1);
    expect(Math.abs(after! / plainAfter! - 1)).toBeLessThan(0.1);
  });

  test('adds to a sum in one district and to the city by as much', () => {
    const of = (add: number) => {
      const world = worldOf(scenarioOf(PLAIN));
      const fold = createFold();
      run(world, 0, MINUTE, fold);
      const what = { indicator: 'power-outage-customers', area: '310104', add, minutes: 20, rampMinutes: 0 } as const;
      if (add > 0) world.inject('I1', { kind: 'effect', ...what });
      run(world, MINUTE, 8 * MINUTE, fold);
      return [fold.quanta[series('power-outage-customers', '310104')]!, fold.quanta[series('power-outage-customers')]!];
    };
    const [district, city] = of(3000);
    const [before, cityBefore] = of(0);
    expect(district! - before!).toBeGreaterThan(2800);
    expect(Math.abs(city! - cityBefore! - (district! - before!))).toBeLessThan(60);
  });

  test('on a figure of once a day is seen within minutes', () => {
    const world = worldOf(scenarioOf(PLAIN));
    const fold = createFold();
    run(world, 0, MINUTE, fold);
    const before = fold.quanta[series('food-price-index')]!;
    world.inject('I1', {
      kind: 'effect',
      indicator: 'food-price-index',
      area: '310000',
      factor: 1.5,
      minutes: 30,
      rampMinutes: 0,
    });
    run(world, MINUTE, 4 * MINUTE, fold);
    expect(fold.quanta[series('food-price-index')]! / before).toBeGreaterThan(1.4);
  });
});

describe('a unit that is lost', () => {
  const [unit] = rosterOf(7).units;
  const lose = (minutes: number) => inject('I1', { kind: 'unit-lost', unit: unit!.id, minutes });

  test('stops where it is, hears no order, and is back after its time', () => {
    const field = runField();
    field.order(goTo('O1', unit!.id));
    const moved = field.until(isKind('unit.moved', unit!.id));
    field.run(120);
    field.order(lose(30));
    const { tick, at } = field.until(isKind('unit.lost', unit!.id));
    expect(at).not.toEqual(unit!.station);
    expect(at).not.toEqual(moved.path.at(-1)!.slice(0, 2));
    field.order(goTo('O2', unit!.id), lose(5), { kind: 'recall', id: 'O3', unit: unit!.id });
    const back = field.until(isKind('unit.back', unit!.id));
    expect(back.tick - tick).toBe(30 * MINUTE);
    const heard = field.signals.filter((signal: Signal) => 'order' in signal && signal.order === 'O2');
    expect(heard).toEqual([]);
    expect(ofKind(field.signals, 'unit.moved').at(-1)).toMatchObject({ tick: back.tick, unit: unit!.id, order: null });
    expect(field.until(isKind('unit.arrived', unit!.id))).toMatchObject({ at: unit!.station, order: null });
    expect(ofKind(field.signals, 'unit.lost')).toHaveLength(1);
  });

  test('at its station is there again at once when it is back', () => {
    const field = runField();
    field.order(lose(1));
    field.until(isKind('unit.back', unit!.id));
    expect(field.signals.at(-1)).toMatchObject({ kind: 'unit.arrived', unit: unit!.id, at: unit!.station });
  });

  test('that is not on the roster is an error of the platform', () => {
    expect(() => runField().order(inject('I1', { kind: 'unit-lost', unit: 'CG-000-1', minutes: 1 }))).toThrow(
      /CG-000-1.*not on the roster/,
    );
  });
});

test('a snapshot in the middle of everything goes on to the same bytes', () => {
  const options = { run: 'r', scenario: plainDay(), seed: 7, density: 1, policy: 'nearest' };
  const through = createSimulation(options);
  const bytesOf = (simulation: typeof through) => Buffer.from(encodeBatch(simulation.step([]))).toString('base64');
  for (let i = 0; i < 10; i++) through.step([]);
  const effect = {
    kind: 'effect',
    indicator: 'tti-surface',
    area: '310104',
    factor: 2,
    minutes: 4,
    rampMinutes: 2,
  } as const;
  const slow = { ...effect, indicator: 'food-price-index', area: '310000' } as const;
  const { id: unit } = through.info.units[0]!;
  through.step([
    inject('I1', burst),
    inject('I2', effect),
    inject('I3', slow),
    inject('I4', { kind: 'unit-lost', unit, minutes: 5 }),
  ]);
  for (let i = 0; i < 20; i++) through.step([]);
  const resumed = createSimulation(options, structuredClone(through.snapshot()));
  for (let i = 0; i < 100; i++) expect(bytesOf(resumed)).toBe(bytesOf(through));
});
