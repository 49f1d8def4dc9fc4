import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { Position } from '@onescreen/shared/geography';
import { areaByCode } from '@onescreen/shared/geography';
import type { RosterUnit } from '@onescreen/shared/log';
import { describe, expect, test } from 'vitest';
import type { Assignment, DispatchPolicy, DispatchRequest } from '../../../server/src/engine/dispatchPolicy.ts';
import { createFleet } from '../../../server/src/engine/fleet.ts';
import { policyByName, policyNames } from '../../../server/src/engine/policies.ts';
import type { EngineState } from '../../../server/src/engine/state.ts';
import { createEngineState } from '../../../server/src/engine/state.ts';
import { eastOf, townInfo, unit, XUJING } from './engineKit.ts';

const PUDONG_STREET = areaByCode('310115').children[0]!;
const [nearest, batch, balanced] = ['nearest', 'batch', 'balanced'].map(policyByName) as [
  DispatchPolicy,
  DispatchPolicy,
  DispatchPolicy,
];

const request = (id: string, type: string, at: Position, more: Partial<DispatchRequest> = {}): DispatchRequest => ({
  case: id,
  type: caseTypeByCode(type),
  at,
  area: XUJING,
  wide: false,
  excluded: [],
  before: null,
  only: null,
  waitedSeconds: 0,
  ...more,
});

function assign(
  policy: DispatchPolicy,
  units: readonly RosterUnit[],
  requests: readonly DispatchRequest[],
  change: (state: EngineState) => void = () => {},
): readonly Assignment[] {
  const state = createEngineState('nearest');
  change(state);
  return policy.assign(
    requests,
    createFleet(townInfo('2024-05-14T09:00', units), state, () => 0),
  );
}
const pairs = (assignments: readonly Assignment[]) => assignments.map((one) => `${one.case} ${one.unit}`);
/** The unit has been out so many times this morning. */
const hasReached = (id: string, times: number) => (state: EngineState) => {
  state.reached[id] = Array.from({ length: times }, (_, i) => -600 * (i + 1)).reverse();
};

test('the policies that a run can ask for', () => {
  expect(policyNames).toEqual(['nearest', 'batch', 'balanced']);
  expect(() => policyByName('farthest')).toThrow(RangeError);
});

describe.each(['nearest', 'batch', 'balanced'])('every policy (%s)', (name) => {
  const policy = policyByName(name);
  const fires = ['F-1', 'F-2', 'F-3', 'F-4', 'F-5'].map((id, i) => unit(id, 'fire', eastOf(0.02 * (i + 1))));

  test('sends the unit that is there soonest and logs the next three with way and time', () => {
    const [one] = assign(policy, fires, [request('C1', 'EM01', eastOf(0))]);
    expect(one).toMatchObject({ unit: 'F-1' });
    expect(one!.runnersUp.map(({ unit: id }) => id)).toEqual(['F-2', 'F-3', 'F-4']);
    for (const { distanceMetres, travelSeconds } of [one!, ...one!.runnersUp]) {
      // The suburbs: 38 km/h, and 1.4 times that with a blue light.
      expect(travelSeconds).toBeCloseTo(distanceMetres / ((38 * 1.4) / 3.6), -1);
    }
  });

  test('gives each unit to one case, most urgent first', () => {
    const [only] = fires;
    const both = [request('C1', 'EM01', eastOf(0.1)), request('C2', 'CM05', eastOf(0.019))];
    expect(pairs(assign(policy, [only!], both))).toEqual(['C1 F-1']);
  });

  test('gives a rework to the unit that knows the case', () => {
    const [one] = assign(policy, fires, [request('C1', 'EM01', eastOf(0), { before: 'F-3' })]);
    expect(one).toMatchObject({ unit: 'F-3', reason: 'same-unit' });
  });

  test('sends the unit that a ruling names and nobody else', () => {
    const [one] = assign(policy, fires, [request('C1', 'EM01', eastOf(0), { only: 'F-4', excluded: ['F-4'] })]);
    expect(one).toMatchObject({ unit: 'F-4' });
    const gone = assign(policy, fires, [request('C1', 'EM01', eastOf(0), { only: 'F-9' })]);
    expect(gone).toEqual([]);
  });

  test('prefers a skill where that costs less than five minutes', () => {
    const skilled = (id: string, east: number) => ({ ...unit(id, 'fire', eastOf(east)), skills: ['high-rise'] });
    const near = [fires[0]!, skilled('F-tower', 0.04)];
    expect(pairs(assign(policy, near, [request('C1', 'EM01', eastOf(0))]))).toEqual(['C1 F-tower']);
    const far = [fires[0]!, skilled('F-tower', 0.2)];
    expect(pairs(assign(policy, far, [request('C1', 'EM01', eastOf(0))]))).toEqual(['C1 F-1']);
  });

  test('leaves street teams in their district until the case has gone up', () => {
    const elsewhere = unit('CG-9', 'chengguan', eastOf(0.1), PUDONG_STREET);
    expect(assign(policy, [elsewhere], [request('C1', 'XJ01', eastOf(0))])).toEqual([]);
    expect(pairs(assign(policy, [elsewhere], [request('C1', 'XJ01', eastOf(0), { wide: true })]))).toEqual(['C1 CG-9']);
  });

  test('leaves a quarter free of low priority work, also when many ask at once', () => {
    const offices = Array.from({ length: 8 }, (_, i) => unit(`CB-${i}`, 'office', eastOf(0.01 * i)));
    const asking = Array.from({ length: 8 }, (_, i) => request(`C${i}`, 'EV18', eastOf(0.01 * i)));
    expect(assign(policy, offices, asking)).toHaveLength(6);
  });

  test('asks those on shift, and for an emergency anybody where nobody is', () => {
    const night = { ...unit('F-night', 'fire', eastOf(0.001)), shift: 'night' as const };
    const day = { ...unit('F-day', 'fire', eastOf(0.03)), shift: 'day' as const };
    const ask = [request('C1', 'EM01', eastOf(0))];
    expect(pairs(assign(policy, [night, day], ask))).toEqual(['C1 F-day']);
    expect(pairs(assign(policy, [night], ask))).toEqual(['C1 F-night']);
    const sleeping = { ...unit('HW-1', 'sanitation', eastOf(0.001)), shift: 'night' as const };
    expect(assign(policy, [sleeping], [request('C1', 'EV01', eastOf(0))])).toEqual([]);
  });
});

describe('batch', () => {
  test('crosses no ways: two cases together are nearer than each in turn', () => {
    // The first case is a little nearer to the unit that the second one needs.
    const units = [unit('PS-west', 'drainage', eastOf(-0.03)), unit('PS-east', 'drainage', eastOf(0.02))];
    const asking = [request('C1', 'EV16', eastOf(0)), request('C2', 'EV16', eastOf(0.08))];
    expect(pairs(assign(nearest, units, asking))).toEqual(['C1 PS-east', 'C2 PS-west']);
    const together = assign(batch, units, asking);
    expect(pairs(together)).toEqual(['C1 PS-west', 'C2 PS-east']);
    expect(together.map(({ reason }) => reason)).toEqual(['least-total-distance', 'least-total-distance']);
  });

  test('serves the urgent one when there is one unit for two, however near the other is', () => {
    const one = [unit('DL-1', 'power-crew', eastOf(0))];
    const asking = [request('C1', 'EV15', eastOf(0.2)), request('C2', 'CM02', eastOf(0.001))];
    expect(pairs(assign(batch, one, asking))).toEqual(['C1 DL-1']);
  });

  test('serves the one that has waited longest, of two alike', () => {
    const one = [unit('PS-1', 'drainage', eastOf(0))];
    const asking = [request('C1', 'EV16', eastOf(0.01)), request('C2', 'EV16', eastOf(0.02), { waitedSeconds: 3600 })];
    expect(pairs(assign(batch, one, asking))).toEqual(['C2 PS-1']);
  });
});

describe('balanced', () => {
  const pair = [unit('YH-1', 'road-crew', eastOf(0.01)), unit('YH-2', 'road-crew', eastOf(0.02))];
  const spare = [unit('YH-3', 'road-crew', eastOf(0.5)), unit('YH-4', 'road-crew', eastOf(0.5))];

  test('sends a rested unit before a tired one that is nearer', () => {
    const ask = [request('C1', 'CM03', eastOf(0))];
    const tired = hasReached('YH-1', 8);
    expect(pairs(assign(batch, [...pair, ...spare], ask, tired))).toEqual(['C1 YH-1']);
    const [one] = assign(balanced, [...pair, ...spare], ask, tired);
    expect(one).toMatchObject({ unit: 'YH-2', reason: 'balanced-load' });
  });

  test('forgets what was more than eight hours ago', () => {
    const lastNight = (state: EngineState) => {
      state.reached['YH-1'] = Array.from({ length: 8 }, (_, i) => -9 * 3600 + i);
    };
    const rested = assign(balanced, [...pair, ...spare], [request('C1', 'CM03', eastOf(0))], lastNight);
    expect(pairs(rested)).toEqual(['C1 YH-1']);
  });

  test('does not let the last of a kind leave its district for routine work, and does for an emergency', () => {
    const busy = (state: EngineState) => {
      const units = state.cases.units as Record<string, unknown>;
      units['PS-2'] = { id: 'PS-2', status: 'working', case: 'C9', path: null };
    };
    const two = [unit('PS-1', 'drainage', eastOf(0.01)), unit('PS-2', 'drainage', eastOf(0.01))];
    expect(assign(balanced, two, [request('C1', 'EV10', eastOf(0))], busy)).toEqual([]);
    expect(pairs(assign(balanced, two, [request('C1', 'EV16', eastOf(0))], busy))).toEqual(['C1 PS-1']);
  });

  test('takes from the district that has more of them', () => {
    const here = [unit('PS-1', 'drainage', eastOf(0.03)), unit('PS-2', 'drainage', eastOf(0.5))];
    const there = [0.032, 0.6, 0.6, 0.6, 0.6, 0.6].map((east, i) =>
      unit(`PS-there-${i}`, 'drainage', eastOf(east), PUDONG_STREET),
    );
    const ask = [request('C1', 'EV10', eastOf(0))];
    expect(pairs(assign(batch, [...here, ...there], ask))).toEqual(['C1 PS-1']);
    expect(pairs(assign(balanced, [...here, ...there], ask))).toEqual(['C1 PS-there-0']);
  });
});
