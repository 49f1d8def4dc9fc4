import { HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { call, createTown, eastOf, goodWorld, hit, SPOT, signalId, threeHits, townInfo, trip } from './engineKit.ts';

/** About this many metres east of the spot. */
const metresEast = (metres: number) => eastOf(metres / 95_200);

describe('three frames in a minute', () => {
  test('two frames are not enough', () => {
    const town = createTown();
    town.send(hit(0), hit(20));
    town.until(200);
    expect(town.of('case.discovered')).toEqual([]);
  });

  test('three frames over more than a minute are not enough', () => {
    const town = createTown();
    town.send(hit(0), hit(40), hit(80));
    town.until(200);
    expect(town.of('case.discovered')).toEqual([]);
    town.send(hit(210), hit(225), hit(240));
    town.until(300);
    expect(town.of('case.discovered')).toHaveLength(1);
  });

  test('frames of two cameras, two classes or two places do not add up', () => {
    const town = createTown();
    town.send(
      hit(0),
      hit(10),
      hit(20, 0.9, SPOT, 'CAM-2'),
      hit(30, 0.9, SPOT, 'CAM-1', 'XJ05'),
      hit(40, 0.9, metresEast(100)),
    );
    town.until(200);
    expect(town.of('case.discovered')).toEqual([]);
  });

  test('the confidence of a case is the mean of its three frames', () => {
    const town = createTown();
    town.send(hit(0, 0.7), hit(15, 0.8), hit(30, 0.84));
    town.until(100);
    expect(town.of('case.discovered')[0]).toMatchObject({ confidence: 0.78 });
    expect(town.of('case.accepted')[0]).toMatchObject({ by: 'rule:confidence-gate', reason: 'confidence-above-gate' });
  });
});

describe('what is known already', () => {
  test('frames of an open case are merged, one entry in five minutes', () => {
    const town = createTown(townInfo(), goodWorld());
    for (let tick = 0; tick <= 12 * MINUTE; tick += 15) town.send(hit(tick));
    town.until(13 * MINUTE);
    expect(town.of('case.discovered')).toHaveLength(1);
    expect(town.of('case.merged').map(({ reason }) => reason)).toEqual(['same-camera', 'same-camera']);
    expect(town.engine.cases.cases.C00001!.merged).toBe(2);
  });

  test('thirty metres further it is another stall', () => {
    const town = createTown(townInfo(), goodWorld());
    town.send(...threeHits(0));
    town.send(...[60, 75, 90].map((tick) => hit(tick, 0.9, metresEast(28))));
    town.send(...[60, 75, 90].map((tick) => hit(tick, 0.9, metresEast(62))));
    town.until(200);
    expect(town.of('case.discovered')).toHaveLength(2);
  });

  test('after half an hour of silence it is another matter', () => {
    const town = createTown();
    town.send(...threeHits(0), ...threeHits(29 * MINUTE), ...threeHits(29 * MINUTE + 30 * MINUTE));
    town.until(HOUR + 60);
    expect(town.of('case.discovered')).toHaveLength(1);
    town.send(...threeHits(2 * HOUR));
    town.until(2 * HOUR + 60);
    expect(town.of('case.discovered')).toHaveLength(2);
  });

  test('the second citizen who calls about a place is merged', () => {
    const town = createTown(townInfo(), goodWorld());
    town.send(call(0), call(600, 'EV18', metresEast(40)), call(900, 'EV18', metresEast(120)), call(950, 'EV19', SPOT));
    town.until(1000);
    expect(town.of('case.discovered').map(({ type }) => type)).toEqual(['EV18', 'EV18', 'EV19']);
    expect(town.of('case.merged')).toMatchObject([{ case: 'C00001', reason: 'same-place' }]);
  });

  test('a citizen who calls about what a gauge has found is merged with it', () => {
    const town = createTown(townInfo(), goodWorld());
    town.send(trip(0), call(400, 'EV16', metresEast(50)));
    town.until(500);
    expect(town.of('case.discovered')).toHaveLength(1);
    expect(town.of('case.merged')).toHaveLength(1);
  });

  test('a sensor in alarm repeats itself without a new case, however long the case takes', () => {
    const town = createTown(townInfo('2024-05-14T09:00', []), goodWorld());
    town.send(trip(0), trip(50 * MINUTE), trip(100 * MINUTE));
    town.until(2 * HOUR);
    expect(town.of('case.discovered')).toHaveLength(1);
    expect(town.of('case.merged').map(({ reason }) => reason)).toEqual(['same-sensor', 'same-sensor']);
  });

  test('once a case is closed, what the camera sees is new', () => {
    const town = createTown(townInfo(), goodWorld());
    town.send(...threeHits(0));
    town.until(HOUR);
    expect(town.of('case.closed')).toHaveLength(1);
    town.send(...threeHits(HOUR + 60));
    town.until(HOUR + 120);
    expect(town.of('case.discovered')).toHaveLength(2);
  });
});

describe('signals that make no sense', () => {
  test('a repeated signal counts once', () => {
    const town = createTown();
    const [first, second] = [hit(0), hit(15)];
    town.send(first, second, { ...first }, { ...second, tick: 20 });
    town.until(100);
    expect(town.of('case.discovered')).toEqual([]);
    expect(town.engine.counters.repeatedSignals).toBe(2);
  });

  test('unknown types, areas and units are left out and counted', () => {
    const town = createTown();
    town.send(hit(0, 0.9, SPOT, 'CAM-1', 'ZZ99'), { ...hit(0), area: 4000 } as ReturnType<typeof hit>);
    town.send({ kind: 'unit.freed', id: signalId(), tick: 0, unit: 'nobody' });
    town.until(10);
    expect(town.engine.counters.unknownSignals).toBe(3);
    expect(town.entries.map(({ kind }) => kind)).toEqual(['run.started']);
  });

  test('reports and answers for orders that nobody gave change nothing', () => {
    const town = createTown();
    const evidence = { kind: 'photo', id: 'x', tick: 0 } as const;
    town.send({ kind: 'unit.handled', id: signalId(), tick: 0, unit: 'CG-near', order: 'O999999', evidence });
    town.send({ kind: 'checked', id: signalId(), tick: 0, order: 'O999999', evidence });
    town.send({
      kind: 'unit.returned',
      id: signalId(),
      tick: 0,
      unit: 'CG-near',
      order: 'O999999',
      reason: 'not-our-duty',
    });
    town.until(10);
    expect(town.engine.counters.staleAnswers).toBe(3);
    expect(town.entries).toHaveLength(1);
  });

  test('a late signal is taken when it comes, with its own time as evidence', () => {
    const town = createTown();
    town.until(100);
    town.send(trip(40));
    town.until(110);
    expect(town.of('case.discovered')[0]).toMatchObject({ tick: 105, evidence: [{ tick: 40 }] });
  });
});
