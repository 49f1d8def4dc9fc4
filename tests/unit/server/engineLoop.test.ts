import { isEnded, reasonCodes } from '@onescreen/shared/cases';
import { caseTypes } from '@onescreen/shared/catalogue';
import type { Order, Signal } from '@onescreen/shared/protocol';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import type { Town, World } from './engineKit.ts';
import {
  call,
  createTown,
  eastOf,
  goodUnit,
  goodWorld,
  hit,
  report,
  signalId,
  threeHits,
  townInfo,
  trip,
  unit,
  XUJING,
} from './engineKit.ts';

const theCase = (town: Town, id = 'C00001') => town.engine.cases.cases[id];
const goes = (town: Town) => town.orders.filter((order) => order.kind === 'go');
const looks = (town: Town) => town.orders.filter((order) => order.kind === 'check');

describe('a street vendor', () => {
  test('is found, accepted, filed, reached, handled, checked twice and closed with no person', () => {
    const town = createTown(townInfo(), goodWorld());
    town.send(...threeHits(100));
    town.until(HOUR);
    expect(town.caseKinds()).toEqual([
      'case.discovered',
      'case.accepted',
      'case.filed',
      'case.dispatched',
      'case.arrived',
      'case.handled',
      'case.checked',
      'case.closed',
      'case.evaluated',
    ]);
    const [discovered] = town.of('case.discovered');
    expect(discovered).toMatchObject({
      tick: 130,
      confidence: 0.9,
      camera: 'CAM-1',
      by: 'rule:three-hits',
      source: 'ai_camera',
    });
    expect(discovered!.evidence).toHaveLength(3);
    expect(town.of('case.filed')[0]!.tick).toBe(190);
    expect(town.of('case.dispatched')[0]).toMatchObject({ tick: 250, unit: 'CG-near', by: 'rule:nearest' });
    expect(town.of('case.closed')[0]).toMatchObject({ automatic: true });
    expect(town.entries.filter((entry) => 'by' in entry && entry.by.startsWith('user:'))).toEqual([]);
  });

  test('the nearest free unit goes, and the log says who else could have gone', () => {
    const town = createTown(townInfo(), goodWorld());
    town.send(...threeHits(0));
    town.until(200);
    const [dispatched] = town.of('case.dispatched');
    expect(dispatched!.runnersUp.map((one) => one.unit)).toEqual(['CG-far', 'CG-farther']);
    expect(dispatched!.distanceMetres).toBeGreaterThan(1200);
    expect(dispatched!.distanceMetres).toBeLessThan(1400);
    expect(goes(town)).toMatchObject([{ unit: 'CG-near', case: 'C00001', type: 'XJ01' }]);
  });

  test('the two re-shots are ten minutes apart and both are evidence', () => {
    const town = createTown(townInfo(), goodWorld());
    town.send(...threeHits(0));
    town.until(HOUR);
    expect(looks(town)).toMatchObject([
      { means: 'reshoot', purpose: 'closure', device: 'CAM-1', afterTicks: 0 },
      { means: 'reshoot', purpose: 'closure', device: 'CAM-1', afterTicks: 600 },
    ]);
    const [first, second] = town.of('case.checked')[0]!.evidence!;
    expect(second!.tick - first!.tick).toBeGreaterThanOrEqual(600);
  });

  test('a second re-shot that still shows the stall sends the same unit again', () => {
    const town = createTown(
      townInfo(),
      goodWorld((_, nth) => nth !== 2),
    );
    town.send(...threeHits(0));
    town.until(3 * HOUR);
    expect(town.caseKinds().filter((kind) => kind === 'case.reworked')).toHaveLength(1);
    expect(town.of('case.dispatched').map(({ unit: who, reason }) => [who, reason])).toEqual([
      ['CG-near', 'nearest-unit'],
      ['CG-near', 'same-unit'],
    ]);
    expect(town.of('case.closed')).toHaveLength(1);
  });

  test('one who goes on for ever is urged at 80, 100 and 150 % and stays inside its clock', () => {
    const town = createTown(
      townInfo(),
      goodWorld(() => false),
    );
    town.send(...threeHits(0));
    town.until(8 * HOUR);
    expect(theCase(town)!.reworks).toBeGreaterThan(2);
    expect(town.of('case.escalated').map(({ reason }) => reason)).toContain('second-rework');
    const idle = createTown(townInfo('2024-05-14T09:00', []), goodWorld());
    idle.send(...threeHits(0));
    idle.until(6 * HOUR);
    expect(idle.of('case.urged').map(({ percent }) => percent)).toEqual([80, 100, 150]);
    expect(idle.of('case.escalated').map(({ reason }) => reason)).toEqual(['no-unit-free', 'past-150-percent']);
  });
});

describe('the gate', () => {
  test('a doubtful detection is looked at by a person, and rejected when there is nothing', () => {
    const town = createTown(townInfo(), goodWorld());
    town.send(...threeHits(0, 0.6));
    town.until(300);
    expect(looks(town)).toMatchObject([{ purpose: 'review', device: 'CAM-1' }]);
    expect(town.caseKinds()).toEqual(['case.discovered', 'case.rejected']);
    expect(town.of('case.rejected')[0]).toMatchObject({ by: 'user:intake', reason: 'false-alarm' });
  });

  test('the same false alarm is not found again while it goes on', () => {
    const town = createTown(townInfo(), goodWorld());
    for (let tick = 0; tick < 1200; tick += 15) town.send(hit(tick, 0.6));
    town.until(1300);
    expect(town.of('case.discovered')).toHaveLength(1);
    expect(town.of('case.merged')).toHaveLength(0);
    town.send(...threeHits(1200 + 31 * MINUTE, 0.6));
    town.until(1200 + 33 * MINUTE);
    expect(town.of('case.discovered')).toHaveLength(2);
  });

  test('a doubtful detection that is real goes on, but is not closed "by itself"', () => {
    const town = createTown(
      townInfo(),
      goodWorld((order) => order.purpose !== 'review'),
    );
    town.send(...threeHits(0, 0.7));
    town.until(2 * HOUR);
    expect(town.of('case.accepted')[0]).toMatchObject({ by: 'user:intake', reason: 'seen-on-review' });
    expect(town.of('case.closed')[0]).toMatchObject({ automatic: false });
  });

  test('when nobody answers the review, the case is taken as real', () => {
    const silent: World = (order, tick) =>
      order.kind === 'check' && order.purpose === 'review' ? [] : goodWorld()(order, tick);
    const town = createTown(townInfo(), silent);
    town.send(...threeHits(0, 0.6));
    town.until(2 * HOUR);
    expect(looks(town).filter((order) => order.purpose === 'review')).toHaveLength(3);
    expect(town.of('case.accepted')[0]).toMatchObject({ reason: 'review-unanswered' });
    expect(theCase(town)!.status).toBe('evaluated');
  });
});

describe('a shop that trades outside', () => {
  test('gets ten minutes after the SMS and no unit when it complies', () => {
    const town = createTown(townInfo(), goodWorld());
    town.send(...threeHits(0, 0.9, 'XJ03'));
    town.until(HOUR);
    expect(town.of('case.filed')[0]).toMatchObject({ reason: 'self-correct-first' });
    expect(goes(town)).toEqual([]);
    expect(town.caseKinds()).toEqual([
      'case.discovered',
      'case.accepted',
      'case.filed',
      'case.checked',
      'case.closed',
      'case.evaluated',
    ]);
    expect(town.of('case.checked')[0]!.tick - town.of('case.filed')[0]!.tick).toBeGreaterThanOrEqual(600);
  });

  test('gets a unit when it does not', () => {
    const town = createTown(
      townInfo(),
      goodWorld((_, nth) => nth > 1),
    );
    town.send(...threeHits(0, 0.9, 'XJ03'));
    town.until(2 * HOUR);
    expect(town.of('case.checked').map(({ pass }) => pass)).toEqual([false, true]);
    expect(town.of('case.dispatched')).toHaveLength(1);
    expect(theCase(town)!.status).toBe('evaluated');
  });
});

describe('units that do otherwise', () => {
  const otherwise = (first: (order: Extract<Order, { kind: 'go' }>, tick: number) => Signal[]): World => {
    let gone = 0;
    const good = goodWorld();
    return (order, tick) => (order.kind === 'go' && ++gone === 1 ? first(order, tick) : good(order, tick));
  };
  const back = (order: Extract<Order, { kind: 'go' }>, tick: number): Signal[] => [
    {
      kind: 'unit.returned',
      id: signalId(),
      tick: tick + 100,
      unit: order.unit,
      order: order.id,
      reason: 'not-our-duty',
    },
    { kind: 'unit.freed', id: signalId(), tick: tick + 100, unit: order.unit },
  ];

  test('a returned case goes to another unit, not to the one that returned it', () => {
    const town = createTown(townInfo(), otherwise(back));
    town.send(...threeHits(0));
    town.until(2 * HOUR);
    expect(town.of('case.returned')).toMatchObject([{ unit: 'CG-near', reason: 'not-our-duty' }]);
    expect(town.of('case.dispatched').map(({ unit: who }) => who)).toEqual(['CG-near', 'CG-far']);
    expect(theCase(town)!.status).toBe('evaluated');
  });

  test('a unit that never comes is called back and another one sent', () => {
    const town = createTown(
      townInfo(),
      otherwise(() => []),
    );
    town.send(...threeHits(0));
    town.until(3 * HOUR);
    expect(town.orders.filter(({ kind }) => kind === 'recall')).toMatchObject([{ unit: 'CG-near' }]);
    expect(town.of('case.dispatched').map(({ reason }) => reason)).toEqual(['nearest-unit', 'no-arrival']);
    expect(theCase(town)!.status).toBe('evaluated');
    expect(town.engine.cases.units['CG-near']?.case ?? null).toBeNull();
  });

  test('a unit that arrives and never finishes is replaced too', () => {
    const town = createTown(
      townInfo(),
      otherwise((order, tick) => goodUnit(order, tick).slice(0, 2)),
    );
    town.send(...threeHits(0));
    town.until(8 * HOUR);
    expect(town.of('case.dispatched').map(({ reason }) => reason)).toEqual(['nearest-unit', 'not-finished']);
    expect(theCase(town)!.status).toBe('evaluated');
  });

  test('a job of days goes on after the unit has left, and its report is taken when it comes', () => {
    const longJob = (order: Extract<Order, { kind: 'go' }>, tick: number): Signal[] => {
      const [moved, arrived, handled, freed] = goodUnit(order, tick);
      return [moved!, arrived!, { ...freed!, tick: tick + 900 }, { ...handled!, tick: tick + 5000 }];
    };
    const town = createTown(townInfo(), otherwise(longJob));
    town.send(...threeHits(0));
    town.until(3 * HOUR);
    expect(town.of('case.dispatched')).toHaveLength(1);
    expect(theCase(town)!.status).toBe('evaluated');
  });

  test('a call for help is heard one level up', () => {
    const help = (order: Extract<Order, { kind: 'go' }>, tick: number): Signal[] => [
      ...goodUnit(order, tick),
      {
        kind: 'unit.help',
        id: signalId(),
        tick: tick + 400,
        unit: order.unit,
        order: order.id,
        needs: { zh: '请求增援', en: 'a second team' },
      },
    ];
    const town = createTown(townInfo(), otherwise(help));
    town.send(...threeHits(0));
    town.until(HOUR);
    expect(town.of('case.escalated')).toMatchObject([{ to: 'district', reason: 'needs-help', by: 'unit:CG-near' }]);
  });

  test('a check that is never answered is asked again, then proven by a visit', () => {
    const deaf: World = (order, tick) =>
      order.kind === 'check' && order.means !== 'visit' ? [] : goodWorld()(order, tick);
    const town = createTown(townInfo(), deaf);
    town.send(...threeHits(0));
    town.until(3 * HOUR);
    expect(looks(town).map(({ means }) => means)).toEqual(['reshoot', 'reshoot', 'reshoot', 'visit']);
    expect(town.of('case.escalated')[0]).toMatchObject({ reason: 'check-unanswered' });
    expect(theCase(town)!.status).toBe('evaluated');
  });
});

describe('dispatch', () => {
  test('a unit is never on two cases at once', () => {
    const town = createTown(townInfo(), goodWorld());
    for (let k = 0; k < 3; k++) town.send(...[0, 15, 30].map((tick) => hit(tick, 0.9, eastOf(0.001 * k), `CAM-${k}`)));
    town.until(400);
    expect(new Set(goes(town).map((order) => order.unit)).size).toBe(goes(town).length);
  });

  test('low priorities leave a quarter of the units for what is urgent', () => {
    const office = Array.from({ length: 4 }, (_, i) => unit(`CB-${i}`, 'office', eastOf(0.01 * i)));
    const noWork: World = (order, tick) => (order.kind === 'go' ? goodUnit(order, tick).slice(0, 2) : []);
    const town = createTown(townInfo('2024-05-14T09:00', office), noWork);
    for (let k = 0; k < 6; k++) town.send(call(k * 10, 'EV18', eastOf(0.002 * k)));
    town.until(3 * HOUR);
    expect(town.of('case.filed')).toHaveLength(6);
    expect(goes(town)).toHaveLength(3);
    town.send(trip(3 * HOUR + 10, 'EV04', eastOf(0.1)));
    town.until(3.2 * HOUR);
    expect(goes(town).at(-1)).toMatchObject({ type: 'EV04' });
  });

  test('street teams stay in their district until the case has gone one level up', () => {
    const elsewhere = unit('CG-elsewhere', 'chengguan', eastOf(0.1), 20);
    expect(elsewhere.area).not.toBe(XUJING);
    const town = createTown(townInfo('2024-05-14T09:00', [elsewhere]), goodWorld());
    town.send(...threeHits(0));
    town.until(14 * MINUTE);
    expect(goes(town)).toEqual([]);
    town.until(20 * MINUTE);
    expect(town.of('case.escalated')[0]).toMatchObject({ reason: 'no-unit-free', to: 'district' });
    expect(goes(town)).toMatchObject([{ unit: 'CG-elsewhere' }]);
  });
});

test('every type of the catalogue runs from its discovery to an end, with evidence at its check', () => {
  const units = [...new Set(caseTypes.flatMap((type) => type.unitKinds))].flatMap((kind) =>
    Array.from({ length: 8 }, (_, i) => unit(`${kind}-${i}`, kind, eastOf(0.001 * i))),
  );
  const town = createTown(townInfo('2024-05-14T09:00', units), goodWorld());
  caseTypes.forEach((type, i) => {
    const at = eastOf(0.002 * (i + 1));
    if (type.source === 'ai_camera')
      for (const tick of [0, 15, 30]) town.send(hit(tick, 0.9, at, `CAM-${type.code}`, type.code));
    else if (type.source === 'iot_sensor' || type.source === 'data')
      town.send(trip(5, type.code, at, `SEN-${type.code}`));
    else if (type.source === 'hotline' || type.source === 'call') town.send(call(5, type.code, at));
    else town.send(report(5, type.code, at));
  });
  town.until(30 * HOUR);
  const ended = new Map(town.of('case.evaluated').map((entry) => [entry.case, entry]));
  const unfinished = town
    .of('case.discovered')
    .filter((entry) => !ended.has(entry.case))
    .map(({ type }) => type);
  expect(town.of('case.discovered')).toHaveLength(52);
  expect(unfinished).toEqual([]);
  expect(Object.values(town.engine.cases.cases).filter((one) => !isEnded(one))).toEqual([]);
  for (const check of town.of('case.checked')) expect(check.evidence!.length).toBeGreaterThan(0);
  const reasons = town.entries.flatMap((entry) =>
    'reason' in entry && entry.reason && entry.kind.startsWith('case.') ? [entry.reason] : [],
  );
  for (const reason of reasons) expect(reasonCodes).toContain(reason);
});
