// 申请延期, 申请挂账: how often units ask for more time or a suspension, for what, and what becomes of the work.
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { DAY, HOUR, MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import type { Weather } from '../../../simulator/src/world/happenings.ts';
import type { FieldRun } from './fieldKit.ts';
import { goTo, isKind, ofKind, plainDay, rosterOf, runField } from './fieldKit.ts';

const streets = ['310101002', '310118106', '310115005', '310112001', '310107022', '310120101'];
const { units } = rosterOf(7);

/** Many hazards of these types, each with a unit of its own on the way; unit `i` has order `Oi`. */
function begun(types: readonly string[], count: number, weather?: Weather) {
  const bursts = types.map((caseType) => ({ caseType, count, from: 1, to: 2, streets }));
  const run = runField({ scenario: plainDay({ bursts }), ...(weather === undefined ? {} : { weather }) });
  run.run(3 * MINUTE);
  const hazards = run.truth.flatMap((entry) =>
    entry.kind === 'truth.hazard' && entry.cause !== 'ordinary' ? [entry] : [],
  );
  expect(hazards).toHaveLength(types.length * count);
  hazards.forEach(({ type, at }, i) => {
    run.order(goTo(`O${i}`, units[i]!.id, { case: `C${i}`, type, to: at }));
  });
  return { run, hazards };
}

const ended = (run: FieldRun, hazard: string) =>
  run.truth.some((entry) => entry.kind === 'truth.ended' && entry.hazard === hazard);

describe('on a calm day', () => {
  const { run, hazards } = begun(['CM03', 'EV02', 'EV18', 'EV11'], 600);
  const calledTick = run.tick;
  run.run(4 * HOUR);
  const asked = ofKind(run.signals, 'unit.asks').map((signal) => ({
    ...signal,
    type: hazards[Number(signal.order.slice(1))]!.type,
  }));
  const shareOf = (what: string, type: string) =>
    asked.filter((one) => one.what === what && one.type === type).length / 600;

  test('three to five in a hundred jobs of days ask for more time, since they are complex', () => {
    const share = (shareOf('extend', 'CM03') + shareOf('extend', 'EV02') + shareOf('extend', 'EV18')) / 3;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.05);
    for (const { what, reason } of asked) if (what === 'extend') expect(reason).toBe('complex-case');
  });

  test('one or two in a hundred that need material ask for a suspension; no desk and no quarrel does', () => {
    const share = (shareOf('suspend', 'CM03') + shareOf('suspend', 'EV02')) / 2;
    expect(share).toBeGreaterThan(0.008);
    expect(share).toBeLessThan(0.025);
    expect(shareOf('suspend', 'EV18')).toBe(0);
    expect(asked.filter(({ type }) => type === 'EV11')).toEqual([]);
    for (const { what, reason } of asked) if (what === 'suspend') expect(reason).toBe('engineering-work');
  });

  test('they ask on the spot, before half of the time is gone, for no more than the limit, with a plan in Chinese', () => {
    for (const { tick, order, unit, what, minutes, plan, type } of asked) {
      const arrived = ofKind(run.signals, 'unit.arrived').find((signal) => signal.order === order)!;
      const freed = ofKind(run.signals, 'unit.freed').find(
        (signal) => signal.unit === unit && signal.tick > arrived.tick,
      );
      const { handle } = caseTypeByCode(type).limitMinutes;
      expect(tick).toBeGreaterThan(arrived.tick);
      expect(tick).toBeLessThan(freed?.tick ?? Number.POSITIVE_INFINITY);
      expect(tick - calledTick).toBeLessThan((handle * MINUTE) / 2);
      if (what === 'extend') expect(minutes).toBeLessThanOrEqual(handle);
      expect(minutes).toBeGreaterThanOrEqual(30);
      expect(plan).toMatch(/^[\p{Script=Han}，]{4,20}$/u);
    }
  });

  test('nobody asks twice', () => {
    expect(new Set(asked.map(({ order }) => order)).size).toBe(asked.length);
  });
});

describe('bad weather', () => {
  const asking = (type: string, weather: Weather) => {
    const { run } = begun([type], 200, weather);
    run.run(2 * HOUR);
    return ofKind(run.signals, 'unit.asks').filter(({ reason }) => reason === 'weather');
  };
  const rain: Weather = { rainMmPerHour: 40, gustMetresPerSecond: 8 };
  const gale: Weather = { rainMmPerHour: 0, gustMetresPerSecond: 20 };

  test('rain stops road works, wind stops work aloft, neither stops those who clear fallen trees', () => {
    for (const [type, weather] of [
      ['CM03', rain],
      ['CM07', gale],
    ] as const) {
      const asked = asking(type, weather);
      expect(asked.length / 200).toBeGreaterThan(0.1);
      expect(asked.length / 200).toBeLessThan(0.3);
      for (const { what, minutes } of asked) {
        expect(what).toBe('suspend');
        expect(minutes).toBeLessThanOrEqual(DAY / MINUTE);
      }
    }
    expect(asking('CM03', gale)).toEqual([]);
    expect(asking('CM07', rain)).toEqual([]);
    expect(asking('CM06', { ...rain, ...gale })).toEqual([]);
  });
});

describe('a suspension', () => {
  /** Shop signs in a gale that keeps some units from their work, and what these ask for. */
  function asked() {
    const { run, hazards } = begun(['EV17'], 200, { rainMmPerHour: 0, gustMetresPerSecond: 20 });
    run.run(80 * MINUTE);
    const requests = ofKind(run.signals, 'unit.asks').filter(({ what }) => what === 'suspend');
    expect(requests.length).toBeGreaterThan(20);
    return { run, requests, hazardOf: (order: string) => hazards[Number(order.slice(1))]! };
  }

  test('that is granted by calling the unit back leaves the hazard there, for the unit that comes later', () => {
    const { run, requests, hazardOf } = asked();
    requests.forEach(({ unit }, i) => {
      run.order({ kind: 'recall', id: `R${i}`, unit });
    });
    run.run(20 * HOUR);
    const reported = (order: string) => ofKind(run.signals, 'unit.handled').find((signal) => signal.order === order);
    for (const { order } of requests) {
      expect(reported(order)).toBeUndefined();
      expect(ended(run, hazardOf(order).hazard)).toBe(false);
    }
    requests.forEach(({ order }, i) => {
      const at = hazardOf(order).at;
      run.order(goTo(`AGAIN-${order}`, units[700 + i]!.id, { case: `C${order.slice(1)}`, type: 'EV17', to: at }));
    });
    run.run(3 * DAY);
    const done = requests.filter(({ order }) => reported(`AGAIN-${order}`) !== undefined);
    const cured = done.filter(({ order }) => ended(run, hazardOf(order).hazard));
    expect(done.length / requests.length).toBeGreaterThan(0.8);
    expect(cured.length / done.length).toBeGreaterThan(0.8);
    for (const { order } of done) expect(reported(`AGAIN-${order}`)!.evidence.text?.en).not.toMatch(/Nothing found/);
    expect(ofKind(run.signals, 'unit.asks').filter(({ order }) => order.startsWith('AGAIN'))).toEqual([]);
  });

  test('that nobody grants: the unit waits on the spot for an hour and a half, then gets on with it as it can', () => {
    const { run, requests } = asked();
    const { unit, order, tick } = requests.at(-1)!;
    run.run(tick + 89 * MINUTE - run.tick);
    expect(ofKind(run.signals, 'unit.freed').filter((signal) => signal.unit === unit)).toEqual([]);
    expect(run.until(isKind('unit.handled', unit), 3 * DAY).order).toBe(order);
  });
});

describe('a long job that goes on without its unit', () => {
  /** A visit is over, the unit is free, and the report is still to come. */
  function visited() {
    const { run, hazards } = begun(['CM03'], 20);
    run.run(3 * HOUR);
    const returned = new Set(ofKind(run.signals, 'unit.returned').map(({ unit }) => unit));
    const freed = ofKind(run.signals, 'unit.freed').find(({ unit }) => !returned.has(unit))!;
    const index = units.findIndex(({ id }) => id === freed.unit);
    expect(ofKind(run.signals, 'unit.handled').filter(({ unit }) => unit === freed.unit)).toEqual([]);
    return { run, index, hazard: hazards[index]! };
  }
  const reports = (run: FieldRun, index: number) =>
    ofKind(run.signals, 'unit.handled').filter(({ order }) => order === `O${index}`);

  test('is reported later', () => {
    const { run, index } = visited();
    run.run(5 * DAY);
    expect(reports(run, index)).toHaveLength(1);
  });

  test('is called off with its unit, also after that has left', () => {
    const { run, index, hazard } = visited();
    run.order({ kind: 'recall', id: 'R1', unit: units[index]!.id });
    run.run(5 * DAY);
    expect(reports(run, index)).toEqual([]);
    expect(ended(run, hazard.hazard)).toBe(false);
  });

  test('is called off when another unit gets the case', () => {
    const { run, index, hazard } = visited();
    run.order(goTo('NEXT', units[700]!.id, { case: `C${index}`, type: 'CM03', to: hazard.at }));
    run.run(5 * DAY);
    expect(reports(run, index)).toEqual([]);
    expect(ofKind(run.signals, 'unit.handled').filter(({ order }) => order === 'NEXT')).toHaveLength(1);
  });
});
