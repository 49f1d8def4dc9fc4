// Hazards: how many, where, when; and that nobody's orders shift them.
import { caseTypes } from '@onescreen/shared/catalogue';
import { areaAt, areaByCode, areas, distanceMetres } from '@onescreen/shared/geography';
import { HOUR, MINUTE, parseInstant } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { hazardKind, shareOfHour } from '../../../simulator/src/world/hazardKinds.ts';
import {
  createHazardSource,
  hourOf,
  sampled,
  sampledBurst,
  startOfHour,
} from '../../../simulator/src/world/hazards.ts';
import { ofKind, plainDay, rosterOf, runField } from './fieldKit.ts';

const epochMs = parseInstant(plainDay().startLocal);
const firstHour = hourOf(epochMs, 0);

function dayOfHazards(seed: number, density: number, scenario = plainDay()) {
  const source = createHazardSource({ scenario, seed, density, epochMs, cameras: rosterOf(seed).cameras });
  return Array.from({ length: 24 }, (_, i) => source.hazardsIn(firstHour + i)).flat();
}

describe('how many hazards there are', () => {
  test('a day at the default density has about a thousand, of at least forty types', () => {
    const days = [1, 2, 3, 4, 5, 6].map((seed) => dayOfHazards(seed, 1));
    const mean = days.reduce((sum, day) => sum + day.length, 0) / days.length;
    expect(mean).toBeGreaterThan(950);
    expect(mean).toBeLessThan(1200);
    expect(new Set(days[0]!.map(({ type }) => type)).size).toBeGreaterThanOrEqual(40);
  });

  test('density 20 is the whole city', () => {
    const whole = caseTypes.reduce((sum, { perDayCity }) => sum + perDayCity, 0);
    expect(dayOfHazards(1, 20).length / whole).toBeGreaterThan(0.96);
    expect(dayOfHazards(1, 20).length / whole).toBeLessThan(1.04);
  });

  test('a rare type is not sampled away, and a common one is', () => {
    expect(sampled(0.6, 1)).toBe(0.6);
    expect(sampled(60, 1)).toBe(5);
    expect(sampled(2000, 1)).toBe(100);
    expect(sampled(2000, 20)).toBe(2000);
  });

  test('a burst keeps at least twenty cases, and one that names its streets happens whole', () => {
    const burst = { caseType: 'CM06', count: 2600, from: 0, to: 60, districts: ['310101'] };
    expect(sampledBurst(burst, 1)).toBe(130);
    expect(sampledBurst({ ...burst, count: 90 }, 1)).toBe(20);
    expect(sampledBurst({ ...burst, count: 9 }, 1)).toBe(9);
    expect(sampledBurst({ ...burst, count: 90, streets: ['310118106'] }, 1)).toBe(90);
  });
});

describe('where and when hazards are', () => {
  test('every hazard lies in its own street, or within sight of the camera that will see it', () => {
    const { cameras } = rosterOf(3);
    for (const hazard of dayOfHazards(3, 1)) {
      const camera = cameras.find(({ id }) => id === hazard.device);
      if (camera === undefined) expect(areaAt(hazard.at)).toBe(hazard.area);
      else {
        expect(camera.area).toBe(hazard.area);
        expect(camera.sees).toContain(hazard.type);
        expect(distanceMetres(camera.at, hazard.at)).toBeLessThan(100);
      }
    }
  });

  test('a burst stays in its districts and its window', () => {
    const bursts = [{ caseType: 'EV16', count: 60, from: 120, to: 180, districts: ['310101', '310104'] }];
    const burst = dayOfHazards(4, 20, plainDay({ bursts })).filter(({ cause }) => cause === 'scenario:plain-day');
    expect(burst).toHaveLength(60);
    for (const { area, startTick } of burst) {
      expect(['310101', '310104']).toContain(areas[areas[area]!.parent]!.code);
      expect(startTick).toBeGreaterThanOrEqual(120 * MINUTE);
      expect(startTick).toBeLessThan(180 * MINUTE);
    }
  });

  test('street vending sleeps at night and site noise does not', () => {
    for (const { code } of caseTypes) {
      const { hours } = hazardKind(code);
      const day = Array.from({ length: 24 }, (_, hour) => shareOfHour(hours, hour)).reduce(
        (sum, share) => sum + share,
        0,
      );
      expect(day).toBeCloseTo(1, 12);
    }
    expect(shareOfHour(hazardKind('XJ01').hours, 18)).toBeGreaterThan(10 * shareOfHour(hazardKind('XJ01').hours, 3));
    expect(shareOfHour(hazardKind('EV05').hours, 3)).toBeGreaterThan(0.05);
    expect(shareOfHour(hazardKind('EV05').hours, 12)).toBe(0);
  });

  test('an hour begins where the clock of Shanghai says', () => {
    expect(startOfHour(epochMs, firstHour)).toBe(-30 * MINUTE);
    expect(firstHour % 24).toBe(7);
    expect(hourOf(epochMs, HOUR)).toBe(firstHour + 1);
  });
});

test('what is ordered does not change what goes wrong', () => {
  const watched = runField();
  watched.run(3 * HOUR);
  const acted = runField();
  for (let i = 0; i < 36; i++) {
    acted.run(5 * MINUTE);
    const hit = ofKind(acted.signals, 'hit').at(-1);
    const unit = rosterOf(7).units[i]!.id;
    if (hit !== undefined)
      acted.order({ kind: 'go', id: `O${i}`, unit, case: `C${i}`, type: hit.type, to: hit.at, role: 'lead' });
  }
  const born = (run: typeof acted) => run.truth.filter(({ kind }) => kind === 'truth.hazard');
  expect(ofKind(acted.signals, 'unit.handled').length).toBeGreaterThan(5);
  expect(born(acted)).toEqual(born(watched));
});

describe('cameras', () => {
  test('Xujing has one for each of its ten scenes, every other street sees all ten with two', () => {
    const { cameras } = rosterOf(7);
    const scenes = caseTypes.filter(({ code }) => code.startsWith('XJ')).map(({ code }) => code);
    const xujing = areaByCode('310118106');
    const own = cameras.filter(({ area }) => area === xujing.index);
    expect(own.map(({ sees }) => sees[0])).toEqual(scenes);
    for (const street of areas.filter(({ level }) => level === 'street')) {
      const there = cameras.filter(({ area }) => area === street.index);
      expect(there).toHaveLength(street.index === xujing.index ? 10 : 2);
      expect(there.every(({ at }) => areaAt(at) === street.index)).toBe(true);
      expect(
        there
          .flatMap(({ sees }) => sees)
          .filter((code) => scenes.includes(code))
          .sort(),
      ).toEqual(scenes);
    }
  });
});
