// Field units: they drive at believable speeds, work, sometimes need help or send an order back, and go home.

import { distanceMetres } from '@onescreen/shared/geography';
import type { Path } from '@onescreen/shared/log';
import type { Order, Signal } from '@onescreen/shared/protocol';
import { createRandom } from '@onescreen/shared/random';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { DETOUR, drive, lengthMetres, positionOn } from '../../../simulator/src/world/paths.ts';
import type { Go } from './fieldKit.ts';
import { goTo, isKind, ofKind, plainDay, rosterOf, runField } from './fieldKit.ts';

const metresOf = (path: Path): number => lengthMetres(path.map(([lon, lat]) => [lon, lat] as const));
const kmhOf = (path: Path): number => (metresOf(path) / (path.at(-1)![2] - path[0]![2])) * 3.6;

/** A burst of one type all over the city, each hazard answered by the nearest team that has no order yet, as soon as it is heard of. */
function answeredBurst(type: string, kind: string, hours: number, congestion = 1) {
  const streets = [
    '310101002',
    '310118106',
    '310115005',
    '310112001',
    '310107022',
    '310120101',
    '310104012',
    '310113101',
  ];
  const bursts = [{ caseType: type, count: 120, from: 10, to: 11, streets }];
  const run = runField({ scenario: plainDay({ bursts }), congestion });
  const free = rosterOf(7).units.filter((unit) => unit.kind === kind);
  const jobs = new Map<string, Go>();
  for (const end = run.tick + hours * HOUR; run.tick < end; ) {
    const before = run.truth.length;
    run.run(5);
    for (const entry of run.truth.slice(before)) {
      if (
        entry.kind !== 'truth.seen' ||
        entry.hazard === null ||
        !entry.hazard.startsWith('B1-') ||
        jobs.has(entry.hazard)
      )
        continue;
      const signal = run.signals.find(({ id }) => id === entry.signal);
      if (signal === undefined || !('type' in signal) || free.length === 0) continue;
      free.sort((a, b) => distanceMetres(a.station, signal.at) - distanceMetres(b.station, signal.at));
      const number = jobs.size + 1;
      const order: Go = {
        kind: 'go',
        id: `O${number}`,
        unit: free.shift()!.id,
        case: `C${number}`,
        type: signal.type,
        to: signal.at,
        role: 'lead',
      };
      jobs.set(entry.hazard, order);
      run.order(order);
    }
  }
  return { run, jobs };
}

describe('a path', () => {
  test('has two to four legs, is 1.35 times the straight line and never stands still', () => {
    const random = createRandom(1, 'paths');
    for (let i = 0; i < 300; i++) {
      const from = [121.4 + random.next() / 5, 31.1 + random.next() / 5] as const;
      const to = [121.4 + random.next() / 5, 31.1 + random.next() / 5] as const;
      const path = drive(from, to, 100, 8, random);
      expect(path.length).toBeGreaterThanOrEqual(3);
      expect(path.length).toBeLessThanOrEqual(5);
      expect(metresOf(path) / distanceMetres(from, to)).toBeCloseTo(DETOUR, 1);
      for (let k = 1; k < path.length; k++) expect(path[k]![2]).toBeGreaterThan(path[k - 1]![2]);
      expect(distanceMetres(positionOn(path, path.at(-1)![2]), to)).toBeLessThan(3);
    }
  });

  test('gives a position for any tick: at the start before it, at the end after it, between in between', () => {
    const path: Path = [
      [121, 31, 10],
      [121.2, 31, 20],
      [121.2, 31.4, 40],
    ];
    expect(positionOn(path, 0)).toEqual([121, 31]);
    expect(positionOn(path, 15)).toEqual([121.1, 31]);
    expect(positionOn(path, 30)).toEqual([121.2, 31.2]);
    expect(positionOn(path, 99)).toEqual([121.2, 31.4]);
  });
});

describe('a unit that is ordered', () => {
  const { run, jobs } = answeredBurst('EV15', 'power-crew', 5);
  const orders = [...jobs.values()];

  test('sets off within two minutes and arrives after driving at 10 to 90 km/h', () => {
    expect(orders.length).toBeGreaterThan(70);
    const moves = ofKind(run.signals, 'unit.moved').filter(({ order }) => order !== null);
    expect(moves.length).toBeGreaterThan(70);
    for (const { path, unit, order } of moves) {
      expect(kmhOf(path)).toBeGreaterThan(10);
      expect(kmhOf(path)).toBeLessThan(90);
      const arrived = ofKind(run.signals, 'unit.arrived').find(
        (signal) => signal.unit === unit && signal.order === order,
      );
      expect(arrived?.tick).toBe(path.at(-1)![2]);
      expect(distanceMetres(arrived!.at, orders.find(({ id }) => id === order)!.to)).toBeLessThan(5);
    }
  });

  test('reports with a photo, is free, and drives home', () => {
    const handled = ofKind(run.signals, 'unit.handled');
    expect(handled.length).toBeGreaterThan(60);
    for (const { unit, tick, evidence, id } of handled) {
      expect(evidence).toMatchObject({ kind: 'photo', id, tick });
      const freed = ofKind(run.signals, 'unit.freed').find((signal) => signal.unit === unit && signal.tick >= tick);
      expect(freed!.tick - tick).toBeLessThan(2 * MINUTE);
      const home = ofKind(run.signals, 'unit.arrived').find((signal) => signal.unit === unit && signal.order === null);
      if (home !== undefined)
        expect(home.at).toEqual(rosterOf(7).units.find(({ id: other }) => other === unit)!.station);
    }
    expect(ofKind(run.signals, 'unit.arrived').filter(({ order }) => order === null).length).toBeGreaterThan(5);
  });

  test('takes about as long as its type says: median 65, p90 118 minutes from order to report', () => {
    const minutes = ofKind(run.signals, 'unit.handled').map(({ order, tick }) => {
      const called = ofKind(run.signals, 'unit.moved').find((move) => move.order === order)!.tick;
      return (tick - called) / MINUTE;
    });
    minutes.sort((a, b) => a - b);
    expect(minutes[Math.floor(minutes.length / 2)]).toBeGreaterThan(35);
    expect(minutes[Math.floor(minutes.length / 2)]).toBeLessThan(110);
  });

  test('is slower in a jam', () => {
    const jam = answeredBurst('EV15', 'power-crew', 1, 2);
    const speed = (signals: readonly Signal[]) => {
      const speeds = ofKind(signals, 'unit.moved')
        .filter(({ order }) => order !== null)
        .map(({ path }) => kmhOf(path));
      return speeds.reduce((sum, kmh) => sum + kmh, 0) / speeds.length;
    };
    expect(speed(jam.run.signals)).toBeLessThan(0.65 * speed(run.signals));
  });
});

describe('plans change', () => {
  test('a unit on its way home is sent out again from where it is', () => {
    const run = runField();
    const unit = rosterOf(7).units.find(({ kind }) => kind === 'police')!;
    run.order(goTo('O1', unit.id));
    run.until(isKind('unit.freed', unit.id));
    const home = run.signals.filter(isKind('unit.moved', unit.id)).at(-1)!;
    run.run(Math.floor((home.path.at(-1)![2] - home.tick) / 2));
    run.order(goTo('O2', unit.id, { to: [121.5, 31.25] }));
    const again = run.until(isKind('unit.moved', unit.id));
    expect(again.order).toBe('O2');
    expect(distanceMetres([again.path[0]![0], again.path[0]![1]], positionOn(home.path, again.tick))).toBeLessThan(3);
    const back = run.until(isKind('unit.arrived', unit.id));
    expect(back.order).toBe('O2');
  });

  test('a unit that is called back frees itself and the old order is heard of no more', () => {
    const run = runField();
    const unit = rosterOf(7).units.find(({ kind }) => kind === 'greening')!;
    run.order(goTo('O1', unit.id));
    run.until(isKind('unit.moved', unit.id));
    run.run(20);
    run.order({ kind: 'recall', id: 'O2', unit: unit.id });
    const freed = run.until(isKind('unit.freed', unit.id), 10);
    run.run(HOUR);
    const after = run.signals.filter(
      (signal) => 'unit' in signal && signal.unit === unit.id && signal.tick > freed.tick,
    );
    expect(after.every((signal) => !('order' in signal) || signal.order === null)).toBe(true);
  });

  test('a unit at work sends a second order back instead of leaving', () => {
    const run = runField();
    const unit = rosterOf(7).units.find(({ kind }) => kind === 'police')!;
    run.order(goTo('O1', unit.id));
    run.until(isKind('unit.arrived', unit.id));
    run.order(goTo('O2', unit.id, { to: [121.5, 31.25] }));
    run.run(1);
    expect(run.signals.filter(isKind('unit.returned', unit.id)).map(({ order }) => order)).toEqual(['O2']);
    expect(run.until(isKind('unit.handled', unit.id)).order).toBe('O1');
  });

  test('an order for nobody is refused by name', () => {
    expect(() => runField().order(goTo('O1', 'CG-000-1'))).toThrow(/CG-000-1.*not on the roster/);
  });
});

describe('not everything goes well', () => {
  /** Many short jobs: every police unit of the city to an own place, again and again. */
  function manyJobs() {
    const run = runField();
    const police = rosterOf(7).units.filter(({ kind }) => kind === 'police');
    for (let round = 0; round < 4; round++) {
      police.forEach((unit, i) => {
        run.order({
          kind: 'go',
          id: `O${round}-${i}`,
          unit: unit.id,
          case: `C${round}-${i}`,
          type: 'EV11',
          to: unit.station,
          role: 'lead',
        });
      });
      run.run(HOUR);
    }
    return { run, jobs: 4 * police.length };
  }

  test('about three orders in a hundred are sent back, with a reason, and the unit is free again', () => {
    const { run, jobs } = manyJobs();
    const returned = ofKind(run.signals, 'unit.returned');
    expect(returned.length / jobs).toBeGreaterThan(0.015);
    expect(returned.length / jobs).toBeLessThan(0.05);
    expect(new Set(returned.map(({ reason }) => reason)).size).toBe(3);
    for (const { unit, tick } of returned) {
      expect(ofKind(run.signals, 'unit.freed').some((signal) => signal.unit === unit && signal.tick === tick)).toBe(
        true,
      );
    }
  });

  test('now and then a job that is reported as done has not ended its hazard: the re-shot sees it', () => {
    const { run, jobs } = answeredBurst('CM01', 'drainage', 10);
    const ended = new Set(run.truth.flatMap((entry) => (entry.kind === 'truth.ended' ? [entry.hazard] : [])));
    const reported = new Set(ofKind(run.signals, 'unit.handled').map(({ order }) => order));
    const handled = [...jobs].filter(([, { id }]) => reported.has(id));
    const left = handled.filter(([hazard]) => !ended.has(hazard));
    expect(handled.length).toBeGreaterThan(50);
    expect(left.length / handled.length).toBeGreaterThan(0.01);
    expect(left.length / handled.length).toBeLessThan(0.15);
    left.forEach(([, { to }], i) => {
      const place = { type: 'CM01', at: to, area: 20, device: null, afterTicks: 0 } as const;
      run.order({ kind: 'check', id: `K${i}`, case: 'C1', purpose: 'closure', means: 'sensor', ...place });
    });
    run.run(10);
    expect(ofKind(run.signals, 'checked').some(({ evidence }) => evidence.clear === false)).toBe(true);
  });
});

test('a check says what the truth is: a lasting hazard is seen, an ended one is not', () => {
  const bursts = [{ caseType: 'XJ08', count: 60, from: 5, to: 6, streets: ['310118106', '310101002', '310112001'] }];
  const run = runField({ scenario: plainDay({ bursts }) });
  run.run(30 * MINUTE);
  const lasting = run.truth.filter((entry) => entry.kind === 'truth.hazard' && entry.type === 'XJ08');
  const ended = new Set(run.truth.flatMap((entry) => (entry.kind === 'truth.ended' ? [entry.hazard] : [])));
  const check = (id: string, at: readonly [number, number]): Order => ({
    kind: 'check',
    id,
    case: 'C1',
    purpose: 'closure',
    means: 'reshoot',
    type: 'XJ08',
    at,
    area: 20,
    device: null,
    afterTicks: 0,
  });
  lasting.forEach((entry, i) => {
    if (entry.kind === 'truth.hazard' && !ended.has(entry.hazard)) run.order(check(`K${i}`, entry.at));
  });
  for (let i = 0; i < 100; i++) run.order(check(`N${i}`, [121.2 + i / 300, 30.9]));
  run.run(10);
  const answers = ofKind(run.signals, 'checked');
  const clearShare = (prefix: string) => {
    const own = answers.filter(({ order }) => order.startsWith(prefix));
    return own.filter(({ evidence }) => evidence.clear).length / own.length;
  };
  expect(answers.length).toBeGreaterThan(140);
  expect(clearShare('K')).toBeLessThan(0.12);
  expect(clearShare('N')).toBeGreaterThan(0.9);
});

test('a spot check by a person on site sees what was never put right, and says so where nothing is wrong', () => {
  const bursts = [{ caseType: 'CM03', count: 100, from: 1, to: 2, streets: ['310118106', '310101002', '310112001'] }];
  const run = runField({ scenario: plainDay({ bursts }) });
  run.run(3 * MINUTE);
  const left = run.truth.flatMap((entry) => (entry.kind === 'truth.hazard' && entry.type === 'CM03' ? [entry.at] : []));
  const visit = (id: string, at: readonly [number, number]): Order => ({
    kind: 'check',
    id,
    case: 'C1',
    purpose: 'closure',
    means: 'visit',
    type: 'CM03',
    at,
    area: 20,
    device: null,
    afterTicks: 0,
  });
  left.forEach((at, i) => {
    run.order(visit(`K${i}`, [at[0], at[1]]), visit(`N${i}`, [121.2 + i / 300, 30.9]));
  });
  run.run(HOUR);
  const answers = ofKind(run.signals, 'checked');
  expect(answers).toHaveLength(2 * left.length);
  for (const { evidence, tick } of answers) {
    expect(evidence.kind).toBe('visit');
    expect(tick).toBeGreaterThanOrEqual(10 * MINUTE);
  }
  const clear = (prefix: string) =>
    answers.filter(({ order, evidence }) => order.startsWith(prefix) && evidence.clear).length / left.length;
  expect(clear('K')).toBeLessThan(0.05);
  expect(clear('N')).toBeGreaterThan(0.95);
});
