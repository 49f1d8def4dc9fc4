import { indicators } from '@onescreen/shared/catalogue';
import { areaOfSeries, CITY_ONLY, interestOf, seriesOf, streetSeriesOf, upperSeries } from '@onescreen/shared/city';
import { areaByCode, areas, FIRST_STREET } from '@onescreen/shared/geography';
import type { Person } from '@onescreen/shared/people';
import { describe, expect, test } from 'vitest';
import type { Packet } from '../../../server/src/broadcast/packet.ts';
import { createBroadcastKit, type Screen } from './broadcastKit.ts';

const WANG: Person = { name: 'wang', role: 'dispatcher', area: '310107' };

const atAllLevels = indicators.find(({ levels }) => levels.includes('street') && levels.includes('district'))!.index;
const city = seriesOf(atAllLevels, 0);
const street = areas.find(({ level }) => level === 'street')!;
const ofStreet = seriesOf(atAllLevels, street.index);
const otherDistrict = areas.find(({ level, index }) => level === 'district' && index !== street.parent)!;

const seqsOf = (screen: Screen): number[] => screen.advances().flatMap(({ entries }) => entries.map(({ seq }) => seq));
const valuesOf = (screen: Screen, series: number): number[] =>
  screen.frames.flatMap((frame) =>
    frame.kind === 'status'
      ? []
      : [...frame.changes.series].flatMap((one, i) => (one === series ? [frame.changes.quanta[i]!] : [])),
  );
const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

describe('interest', () => {
  test('a screen of the city pays for no street, a screen of a street for the streets of its district only', () => {
    expect(interestOf('310000')).toBe(CITY_ONLY);
    expect(interestOf(street.code)).toBe(street.parent);
    expect(interestOf(areas[street.parent]!.code)).toBe(street.parent);
    expect(upperSeries.every((series) => areaOfSeries[series]! < FIRST_STREET)).toBe(true);
    const streets = streetSeriesOf(street.parent);
    expect(streets.includes(ofStreet)).toBe(true);
    expect(streets.every((series) => areas[areaOfSeries[series]!]!.parent === street.parent)).toBe(true);
  });
});

describe('a screen that keeps up', () => {
  test('gets a status and everything once, then only what came after', () => {
    const kit = createBroadcastKit();
    kit.step([[city, 5]], 2);
    kit.pass(200);
    const screen = kit.connect();
    kit.broadcaster.admit(screen, CITY_ONLY, WANG, null);
    expect(screen.frames.map(({ kind }) => kind)).toEqual(['status', 'reset']);
    expect(screen.frames[0]).toMatchObject({ person: WANG, state: 'live' });
    expect(screen.resets()[0]).toMatchObject({ tick: 0, seq: 2 });
    kit.pass(200);
    kit.step([[city, 6]], 1);
    expect(screen.advances()).toHaveLength(1);
    expect(screen.advances()[0]).toMatchObject({ fromTick: 0, tick: 1, seq: 3 });
    expect(valuesOf(screen, city)).toEqual([5, 6]);
    expect(seqsOf(screen)).toEqual([3]);
  });

  test('is told who looks at it: all who are nobody share a packet, so do the screens of one person', () => {
    const kit = createBroadcastKit();
    const people = [null, null, null, WANG, { ...WANG }, { ...WANG, area: '310101' }];
    const screens = people.map(() => kit.connect());
    const viewers = screens.map((screen, i) => kit.broadcaster.admit(screen, CITY_ONLY, people[i]!, null));
    kit.counts.status = 0;
    kit.status();
    expect(kit.counts.status).toBe(3);
    const told = screens.map(({ frames }) => frames.findLast((frame) => frame.kind === 'status')?.person);
    expect(told).toEqual(people);
    kit.broadcaster.setPerson(viewers[3]!, null);
    expect(screens[3]!.frames.at(-1)).toMatchObject({ kind: 'status', person: null });
    expect(screens[4]!.frames.filter(({ kind }) => kind === 'status')).toHaveLength(2);
  });

  test('gets at most ten frames a second: newest values, every entry', () => {
    const kit = createBroadcastKit();
    const screen = kit.connect();
    kit.broadcaster.admit(screen, CITY_ONLY, null, null);
    kit.pass(1000);
    for (let tick = 0; tick < 200; tick++) {
      kit.step([[city, 1000 + tick]], 3);
      kit.pass(5);
    }
    kit.pass(100);
    expect(screen.frames.length).toBeLessThanOrEqual(14);
    expect(valuesOf(screen, city).at(-1)).toBe(1199);
    expect(seqsOf(screen)).toEqual(upTo(600));
  });

  test('is one of many that share one encoding', () => {
    const kit = createBroadcastKit();
    const many = Array.from({ length: 50 }, () => kit.connect());
    for (const screen of many) kit.broadcaster.admit(screen, CITY_ONLY, null, null);
    kit.pass(500);
    kit.step([[city, 1]], 1);
    expect(kit.counts.room).toBe(1);
    for (const screen of many) expect(seqsOf(screen)).toEqual([1]);
    expect(new Set(many.map(({ packets }) => packets.at(-1))).size).toBe(1);
  });

  test('shares the bytes of its reset with all who come while the state is the same, whenever that is', () => {
    const kit = createBroadcastKit();
    kit.step([[city, 1]], 1);
    kit.pass(200);
    const resetsOfNewcomers = (): Set<Packet | undefined> => {
      const screens = Array.from({ length: 20 }, () => {
        const screen = kit.connect();
        kit.broadcaster.admit(screen, CITY_ONLY, null, null);
        kit.pass(30);
        return screen;
      });
      kit.pass(200);
      return new Set(screens.map(({ packets, frames }) => packets[frames.findIndex(({ kind }) => kind === 'reset')]));
    };
    const [before, ...others] = resetsOfNewcomers();
    kit.step([[city, 2]], 1);
    const [after, ...othersAfter] = resetsOfNewcomers();
    expect([others, othersAfter]).toEqual([[], []]);
    expect(before).toBeDefined();
    expect(after).toBeDefined();
    expect(after).not.toBe(before);
  });

  test('hears nothing that is not committed yet', () => {
    const kit = createBroadcastKit();
    const screen = kit.connect();
    kit.stage.stepping = true;
    kit.broadcaster.admit(screen, CITY_ONLY, null, null);
    kit.pass(500);
    expect(screen.frames.map(({ kind }) => kind)).toEqual(['status']);
    kit.stage.stepping = false;
    kit.step([[city, 1]], 1);
    expect(screen.resets()).toHaveLength(1);
  });

  test('starts anew with another run, and goes on when the same run is brought back', () => {
    const kit = createBroadcastKit();
    const screen = kit.connect();
    kit.broadcaster.admit(screen, CITY_ONLY, null, null);
    kit.pass(200);
    kit.step([], 2);
    kit.bringBack();
    kit.pass(200);
    kit.step([], 2);
    kit.pass(200);
    expect(seqsOf(screen)).toEqual([1, 2, 3, 4]);
    kit.startRun('R2');
    kit.pass(200);
    kit.step([], 1);
    expect(screen.resets().map(({ info }) => info.run)).toEqual(['R1', 'R2']);
    expect(screen.advances().at(-1)).toMatchObject({ run: 'R2', seq: 1 });
    expect(kit.failures).toEqual([]);
  });
});

describe('a change of area', () => {
  test('brings the streets of the district in full, then only their changes, and leaves others without', () => {
    const kit = createBroadcastKit();
    const screen = kit.connect();
    const elsewhere = kit.connect();
    const viewer = kit.broadcaster.admit(screen, CITY_ONLY, null, null);
    kit.broadcaster.admit(elsewhere, otherDistrict.index, null, null);
    kit.step([[ofStreet, 40]], 1);
    kit.pass(200);
    expect(valuesOf(screen, ofStreet)).toEqual([]);
    kit.broadcaster.setInterest(viewer, interestOf(street.code));
    kit.pass(200);
    expect(valuesOf(screen, ofStreet)).toEqual([40]);
    kit.step([[ofStreet, 41]], 1);
    kit.pass(200);
    expect(valuesOf(screen, ofStreet)).toEqual([40, 41]);
    expect(valuesOf(elsewhere, ofStreet)).toEqual([]);
    expect(areaByCode(street.code).index).toBe(street.index);
  });
});

describe('a screen that comes back', () => {
  test('by its cursor gets exactly what it missed', () => {
    const kit = createBroadcastKit();
    for (let tick = 0; tick < 20; tick++) kit.step([[city, tick]], 2);
    kit.pass(200);
    const screen = kit.connect();
    kit.broadcaster.admit(screen, CITY_ONLY, null, { run: 'R1', seq: 10, tick: 4 });
    expect(screen.resets()).toHaveLength(0);
    expect(screen.advances()[0]).toMatchObject({ fromTick: 4, tick: 19, seq: 40 });
    expect(seqsOf(screen)).toEqual(upTo(40).slice(10));
    expect(valuesOf(screen, city)).toEqual([19]);
  });

  test('after long gets its entries from the store, each once, while the run goes on', async () => {
    const kit = createBroadcastKit();
    for (let tick = 0; tick < 300; tick++) kit.step([], 50);
    kit.pass(200);
    const screen = kit.connect();
    kit.broadcaster.admit(screen, CITY_ONLY, null, { run: 'R1', seq: 50, tick: 0 });
    kit.step([], 50);
    await new Promise((resolve) => setImmediate(resolve));
    kit.pass(200);
    kit.step([], 50);
    kit.pass(200);
    expect(kit.failures).toEqual([]);
    expect(screen.resets()).toHaveLength(0);
    expect(seqsOf(screen)).toEqual(upTo(302 * 50).slice(50));
  });

  test.each([
    ['of another run', { run: 'R0', seq: 1, tick: 0 }],
    ['ahead of the log', { run: 'R1', seq: 41, tick: 19 }],
    ['ahead of time', { run: 'R1', seq: 40, tick: 20 }],
  ])('with a cursor %s gets everything anew', (_what, cursor) => {
    const kit = createBroadcastKit();
    for (let tick = 0; tick < 20; tick++) kit.step([[city, tick]], 2);
    kit.pass(200);
    const screen = kit.connect();
    kit.broadcaster.admit(screen, CITY_ONLY, null, cursor);
    expect(screen.resets()).toHaveLength(1);
    expect(screen.advances()).toHaveLength(0);
  });

  test('having missed more than a reset is worth gets everything anew', () => {
    const kit = createBroadcastKit({ catchUpEntries: 30 });
    for (let tick = 0; tick < 20; tick++) kit.step([], 2);
    kit.pass(200);
    const [near, far] = [kit.connect(), kit.connect()];
    kit.broadcaster.admit(near, CITY_ONLY, null, { run: 'R1', seq: 10, tick: 4 });
    kit.broadcaster.admit(far, CITY_ONLY, null, { run: 'R1', seq: 8, tick: 3 });
    kit.pass(200);
    expect([near.resets().length, far.resets().length]).toEqual([0, 1]);
  });
});

describe('a slow screen', () => {
  test('leaves its room, loses no entry, gets the newest values when it takes frames again', () => {
    const kit = createBroadcastKit();
    const screen = kit.connect();
    kit.broadcaster.admit(screen, CITY_ONLY, null, null);
    kit.pass(200);
    screen.stuck = 6;
    for (let tick = 0; tick < 50; tick++) {
      kit.step([[city, tick]], 1);
      kit.pass(100);
    }
    const whileStuck = screen.advances().length;
    expect(whileStuck).toBeLessThanOrEqual(2);
    screen.stuck = 0;
    kit.pass(100);
    expect(screen.advances()).toHaveLength(whileStuck + 1);
    expect(valuesOf(screen, city).at(-1)).toBe(49);
    expect(seqsOf(screen)).toEqual(upTo(50));
    kit.step([[city, 99]], 1);
    kit.pass(100);
    expect(seqsOf(screen)).toEqual(upTo(51));
  });

  test('that takes nothing for half a minute is cut, and only then', () => {
    const kit = createBroadcastKit();
    const screen = kit.connect();
    const brisk = kit.connect();
    kit.broadcaster.admit(screen, CITY_ONLY, null, null);
    kit.broadcaster.admit(brisk, CITY_ONLY, null, null);
    kit.pass(200);
    screen.stuck = 6;
    kit.step([], 1);
    kit.pass(29_000);
    expect(screen.wasCut).toBe(false);
    kit.pass(2000);
    expect(screen.wasCut).toBe(true);
    kit.step([], 1);
    kit.pass(200);
    expect(seqsOf(brisk)).toEqual([1, 2]);
    expect(brisk.wasCut).toBe(false);
  });
});
