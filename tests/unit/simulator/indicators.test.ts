// The city's numbers: sums that hold, counters that begin again at midnight, noise that is the same in every run.
import { indicators } from '@onescreen/shared/catalogue';
import {
  areaOfSeries,
  expectedFactor,
  indicatorOf,
  indicatorOfSeries,
  periodOf,
  SERIES_COUNT,
  seriesOf,
} from '@onescreen/shared/city';
import { areas, CITY_AREA, FIRST_STREET } from '@onescreen/shared/geography';
import { HOUR, MINUTE, parseInstant } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { listScenarios, loadScenario } from '../../../simulator/src/scenarios/files.ts';
import { createIndicatorWorld } from '../../../simulator/src/world/indicators/index.ts';
import { createFold, PLAIN, run, scenarioOf, series, worldOf } from './worldKit.ts';

/** Names of the sums that do not hold: an area against the areas below it. */
function brokenSums(quanta: Int32Array): string[] {
  const broken: string[] = [];
  for (const indicator of indicators) {
    if (indicator.aggregation !== 'sum') continue;
    for (const area of areas) {
      if (area.children.length === 0) continue;
      const own = seriesOf(indicator.index, area.index);
      const below = area.children.map((child) => seriesOf(indicator.index, child));
      if (own < 0 || below.some((child) => child < 0)) continue;
      if (quanta[own] !== below.reduce((sum, child) => sum + quanta[child]!, 0))
        broken.push(`${indicator.id}@${area.code}`);
    }
  }
  return broken;
}

/** Sums hold as they are sent: at the tick in which the city and its districts are. */
function brokenCitySums(fold: ReturnType<typeof createFold>, tick: number): string[] {
  return indicators
    .filter((indicator) => indicator.aggregation === 'sum' && fold.ticks[seriesOf(indicator.index, CITY_AREA)] === tick)
    .filter((indicator) => {
      const districts = areas[CITY_AREA]!.children.map((area) => fold.quanta[seriesOf(indicator.index, area)]!);
      return fold.quanta[seriesOf(indicator.index, CITY_AREA)] !== districts.reduce((sum, value) => sum + value, 0);
    })
    .map((indicator) => `${indicator.id} at ${tick}`);
}

describe('sums', () => {
  test.each(listScenarios().map((scenario) => [scenario.id, scenario] as const))(
    'in %s the districts add up to the city in every quantum, whenever the city is sent',
    (_, scenario) => {
      const fold = createFold();
      const world = worldOf(scenario);
      run(world, 0, 1, fold);
      expect(brokenSums(fold.quanta)).toEqual([]);
      run(world, 1, 700, fold, (tick) => expect(brokenCitySums(fold, tick)).toEqual([]));
    },
  );

  test('the streets of a district add up to what it showed when it was last sent', () => {
    const fold = createFold();
    const district = areas.find((area) => area.code === '310118')!;
    const people = indicators.find((indicator) => indicator.id === 'population-now')!.index;
    const own = seriesOf(people, district.index);
    let looked = 0;
    run(worldOf(loadScenario('ciie')), 0, 400, fold, (tick) => {
      if (fold.ticks[own] !== tick) return;
      looked++;
      expect(fold.quanta[own]).toBe(
        district.children.reduce((sum, street) => sum + fold.quanta[seriesOf(people, street)]!, 0),
      );
    });
    expect(looked).toBeGreaterThan(70);
  });

  test('a mean lies between the least and the greatest below it, a maximum is the greatest', () => {
    const fold = createFold();
    run(worldOf(loadScenario('typhoon')), 0, 1, fold);
    for (const indicator of indicators) {
      const city = seriesOf(indicator.index, CITY_AREA);
      const below = areas[CITY_AREA]!.children.map((area) => seriesOf(indicator.index, area));
      if (below.some((child) => child < 0)) continue;
      const values = below.map((child) => fold.quanta[child]!);
      if (indicator.aggregation === 'max') expect(fold.quanta[city]).toBe(Math.max(...values));
      if (indicator.aggregation === 'min') expect(fold.quanta[city]).toBe(Math.min(...values));
      if (indicator.aggregation !== 'mean') continue;
      expect(fold.quanta[city], indicator.id).toBeGreaterThanOrEqual(Math.min(...values));
      expect(fold.quanta[city], indicator.id).toBeLessThanOrEqual(Math.max(...values));
    }
  });
});

describe('counters', () => {
  test('never fall within a day, and all begin again at 0 at local midnight', () => {
    const scenario = scenarioOf(PLAIN, '2024-05-14T23:50+08:00');
    const isCounter = Uint8Array.from(indicatorOfSeries, (index) => (indicators[index]!.kind === 'counter' ? 1 : 0));
    const midnight = 600;
    const last = new Int32Array(SERIES_COUNT);
    const zeroed = new Uint8Array(SERIES_COUNT);
    const falls: string[] = [];
    run(worldOf(scenario), 0, 1500, {
      add(tick, index, quantum) {
        if (isCounter[index] === 0) return;
        if (tick === midnight) {
          zeroed[index] = quantum === 0 ? 1 : 0;
        } else if (quantum < last[index]!) falls.push(`${indicatorOf(index).id}@${areaOfSeries[index]} at ${tick}`);
        last[index] = quantum;
      },
    });
    expect(falls).toEqual([]);
    expect(zeroed).toEqual(isCounter);
  });

  test('grow by what the hour is expected to bring, each by its own profile', () => {
    const scenario = scenarioOf(PLAIN, '2024-05-14T08:00+08:00');
    const epochMs = parseInstant(scenario.startLocal);
    const fold = createFold();
    const world = worldOf(scenario);
    run(world, 0, 1, fold);
    const before = fold.quanta.slice();
    const until = 40 * MINUTE;
    run(world, 1, until + 60, fold);
    for (const indicator of indicators) {
      if (indicator.kind !== 'counter') continue;
      const city = seriesOf(indicator.index, CITY_AREA);
      const expected = expectedFactor(indicator.index, epochMs, until) - expectedFactor(indicator.index, epochMs, 0);
      const seen = (fold.quanta[city]! - before[city]!) * indicator.precision;
      // Chance, the noise of the rate, a minute more or less, and a quantum for every area.
      const scatter =
        4 * Math.sqrt(expected * Math.min(1, indicator.precision)) + 0.09 * expected + 16 * indicator.precision;
      expect(Math.abs(seen - expected), `${indicator.id}: ${seen} of ${expected}`).toBeLessThan(scatter + 2);
    }
  });

  test('a total that a scenario names is reached at its peak and kept: 1461 cancelled flights', () => {
    const fold = createFold();
    const effect =
      '{ indicator: flight-cancellations, mode: abs, value: 1461, start: 2, peakFrom: 10, peakTo: 60, end: 90 }';
    run(worldOf(scenarioOf(`effects: [${effect}]`)), 0, 14 * MINUTE, fold);
    expect(Math.abs(fold.quanta[series('flight-cancellations')]! - 1461)).toBeLessThan(15);
  });

  test('one broken pipe is one broken pipe, in the street that was named', () => {
    const fold = createFold();
    const world = worldOf(loadScenario('gas-dig'));
    run(world, 0, 1, fold);
    const before = fold.quanta[series('pipe-dig-damage', '310107022')]!;
    run(world, 1, 300, fold);
    expect(fold.quanta[series('pipe-dig-damage', '310107022')]).toBe(before + 1);
  });
});

describe('time and chance', () => {
  test('every series is sent at once, then each at its own period, and something at every second', () => {
    const scenario = scenarioOf(PLAIN);
    const perTick = new Int32Array(600);
    const perSeries = new Int32Array(SERIES_COUNT);
    run(worldOf(scenario), 0, 600, {
      add(tick, index) {
        perTick[tick]!++;
        if (tick > 0) perSeries[index]!++;
      },
    });
    expect(perTick[0]).toBe(SERIES_COUNT);
    expect(Math.min(...perTick)).toBeGreaterThan(50);
    const wrong: string[] = [];
    for (let index = 0; index < SERIES_COUNT; index++) {
      const period = periodOf(index);
      const { id, aggregation } = indicatorOf(index);
      // A street's device may be silent; the test's own effect is watched more closely.
      if (id === 'hotel-occupancy' || (areaOfSeries[index]! >= FIRST_STREET && aggregation !== 'sum')) continue;
      const most = period <= 300 ? Math.ceil(600 / period) : 1;
      if (perSeries[index]! > most || perSeries[index]! < Math.floor(600 / period) - 1)
        wrong.push(`${id}: ${perSeries[index]}`);
    }
    expect(wrong).toEqual([]);
  });

  test('a few street devices fall silent for a while and come back', () => {
    const scenario = scenarioOf(PLAIN);
    const lastTick = new Int32Array(SERIES_COUNT);
    const longest = new Int32Array(SERIES_COUNT);
    run(worldOf(scenario), 0, 3 * HOUR, {
      add(tick, index) {
        longest[index] = Math.max(longest[index]!, tick - lastTick[index]!);
        lastTick[index] = tick;
      },
    });
    const gaps = longest.filter((gap, index) => periodOf(index) <= 300 && gap > 3 * periodOf(index)).length;
    expect(gaps).toBeGreaterThan(5);
    expect(gaps).toBeLessThan(150);
  });

  test('the same seed gives the same samples, another seed others', () => {
    const trace = (seed: number) => {
      const rows: number[] = [];
      run(worldOf(loadScenario('cloudburst'), seed), 0, 300, { add: (...row) => rows.push(...row) });
      return rows;
    };
    const first = trace(7);
    expect(trace(7)).toEqual(first);
    expect(trace(8)).not.toEqual(first);
  });

  test('a world goes on from a snapshot exactly, across midnight too', () => {
    const scenario = scenarioOf(
      'effects: [{ indicator: rain-1h, mode: abs, value: 60, start: 0, peakFrom: 4, peakTo: 20, end: 40 }]',
      '2024-06-20T23:55+08:00',
    );
    const whole: number[] = [];
    const rest: number[] = [];
    const world = worldOf(scenario);
    run(world, 0, 211, { add: () => undefined });
    const stored = structuredClone(world.snapshot());
    run(world, 211, 700, { add: (...row) => whole.push(...row) });
    const again = createIndicatorWorld({ scenario, seed: 7, epochMs: parseInstant(scenario.startLocal) }, stored);
    run(again, 211, 700, { add: (...row) => rest.push(...row) });
    expect(whole.length).toBeGreaterThan(100_000);
    expect(rest).toEqual(whole);
    expect(again.snapshot()).toEqual(world.snapshot());
  });

  test('a tick left out is refused', () => {
    const world = worldOf(scenarioOf(PLAIN));
    expect(() => world.sampleTick(1, createFold())).toThrow('the next tick of this world is 0, not 1');
  });
});

describe('what others ask', () => {
  test('a field is the newest value, and the area above answers where an area has none', () => {
    const world = worldOf(loadScenario('fog-bridge'));
    const fold = createFold();
    run(world, 0, 61, fold);
    const xujing = areas.find((area) => area.code === '310118106')!.index;
    const surface = indicators.find((indicator) => indicator.id === 'tti-surface')!;
    expect(world.field('tti-surface', xujing)).toBe(fold.quanta[seriesOf(surface.index, xujing)]! * surface.precision);
    expect(world.field('crowd-bund', xujing)).toBe(world.field('crowd-bund', CITY_AREA));
    expect(() => world.field('no-such', 0)).toThrow('no indicator no-such');
  });

  test('every value lies inside what its kind allows', () => {
    const fold = createFold();
    run(worldOf(loadScenario('epidemic')), 0, 120, fold);
    for (let index = 0; index < SERIES_COUNT; index++) {
      const { id, kind, precision } = indicatorOf(index);
      const value = fold.quanta[index]! * precision;
      if (id !== 'air-temperature') expect(value, id).toBeGreaterThanOrEqual(0);
      if (kind === 'ratio' && !/^metro-|^park-load$/.test(id)) expect(value, id).toBeLessThanOrEqual(100);
    }
  });
});
