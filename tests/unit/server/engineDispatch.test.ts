import { indicatorById } from '@onescreen/shared/catalogue';
import { quantumOf, seriesOf } from '@onescreen/shared/city';
import { areaByCode } from '@onescreen/shared/geography';
import type { RosterUnit } from '@onescreen/shared/log';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { drivers, goes, leads, onShift, recalls, theCase, workers } from './engineDispatchKit.ts';
import type { Sample, Town, World } from './engineKit.ts';
import { createTown, eastOf, goodWorld, hit, operator, threeHits, townInfo, trip, unit } from './engineKit.ts';

const CONGESTION = indicatorById('tti-surface').index;
const congestion = (code: string, index: number): Sample => {
  const series = seriesOf(CONGESTION, areaByCode(code).index);
  return [0, series, quantumOf(series, index)];
};

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

  test('has its unit also when that says only then that it set off for the other case', () => {
    // The last word of the step in which it is called away is about the first order.
    const late: World = (order, tick) => drivers(order, tick).map((signal) => ({ ...signal, tick: tick + 4 }));
    const nextStep = 5 * Math.ceil((whenSent(reserve) + 1) / 5);
    const town = createTown(townInfo('2024-05-14T09:00', reserve), late);
    town.send(trip(0, 'EV10', eastOf(0.1), 'SEN-river'), trip(nextStep + 1 - 25));
    town.until(nextStep + 4);
    expect(town.of('case.withdrawn')).toMatchObject([{ unit: 'PS-1', tick: nextStep + 1 }]);
    expect(town.of('unit.moved').at(-1)).toMatchObject({ unit: 'PS-1', tick: nextStep + 4 });
    expect(town.engine.cases.units['PS-1']).toMatchObject({ case: 'C00002', status: 'driving' });
  });

  test('does not call a unit away that has arrived', () => {
    const town = flood(reserve, whenSent(reserve) + 10 * MINUTE, workers);
    expect(town.of('case.withdrawn')).toEqual([]);
    expect(leads(town)).toEqual(['PS-1', 'PS-far']);
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
