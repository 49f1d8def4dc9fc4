// The city as a fold of changes, and changes joined and narrowed.

import { indicatorById } from '@onescreen/shared/catalogue';
import type { Changes, CityState } from '@onescreen/shared/city';
import {
  applyChanges,
  changesOfCity,
  collectChanges,
  copyCity,
  createCity,
  filterChanges,
  mergeChanges,
  SERIES_COUNT,
  seriesOf,
  valueOfSeries,
} from '@onescreen/shared/city';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences, madeChangesArbitrary } from './arbitraries.ts';

const ticks = fc.array(madeChangesArbitrary, { maxLength: 5 });

function fold(list: readonly Changes[]) {
  const city = createCity();
  for (const [tick, changes] of list.entries()) applyChanges(city, tick, changes);
  return city;
}

/** Only the values and states count. */
const forgetTicks = (city: CityState): CityState => ({ ...city, tick: 0, changedTick: new Int32Array(SERIES_COUNT) });

test('a collector sorts and keeps the newest of each series', () => {
  const collector = collectChanges();
  collector.value(7, 1);
  collector.value(3, 2);
  collector.value(7, 5);
  collector.state(9, 2);
  expect(collector.take()).toEqual({
    series: Uint16Array.of(3, 7),
    quanta: Int32Array.of(2, 5),
    stateSeries: Uint16Array.of(9),
    states: Uint8Array.of(2),
  });
  expect(collector.take().series).toHaveLength(0);
});

test('folding merged changes gives the same values and states as folding them one by one', () => {
  fc.assert(
    fc.property(ticks, (list) => {
      const merged = fold(list.length === 0 ? [] : [mergeChanges(list)]);
      const stepwise = fold(list);
      expect(differences(forgetTicks(merged), forgetTicks(stepwise))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('a city told as changes is the same city again', () => {
  fc.assert(
    fc.property(ticks, (list) => {
      const city = fold(list);
      const again = createCity();
      applyChanges(again, city.tick, changesOfCity(city));
      expect(differences(forgetTicks(again), forgetTicks(city))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('a screen gets only what it is interested in, and exactly that', () => {
  const wanted = Uint8Array.from({ length: SERIES_COUNT }, (_, series) => series % 2);
  fc.assert(
    fc.property(madeChangesArbitrary, (changes) => {
      const kept = filterChanges(changes, wanted);
      expect([...kept.series]).toEqual([...changes.series].filter((series) => series % 2 === 1));
      expect([...kept.stateSeries]).toEqual([...changes.stateSeries].filter((series) => series % 2 === 1));
      for (const [i, series] of [...kept.series].entries())
        expect(kept.quanta[i]).toBe(changes.quanta[changes.series.indexOf(series)]);
      expect(changesOfCity(fold([changes]), wanted).series).toEqual(kept.series);
    }),
    { numRuns: 50 },
  );
});

test('the tick of the last change moves only when something changed', () => {
  const city = createCity();
  const load = seriesOf(indicatorById('power-load').index, 0);
  const say = (tick: number, quantum: number) =>
    applyChanges(
      city,
      tick,
      mergeChanges([
        {
          series: Uint16Array.of(load),
          quanta: Int32Array.of(quantum),
          stateSeries: new Uint16Array(0),
          states: new Uint8Array(0),
        },
      ]),
    );
  expect(valueOfSeries(city, load)).toBeNull();
  say(5, 22_000);
  say(9, 22_000);
  expect(city.tick).toBe(9);
  expect(city.changedTick[load]).toBe(5);
  const before = copyCity(city);
  say(10, 22_500);
  expect(city.changedTick[load]).toBe(10);
  expect(valueOfSeries(city, load)).toBe(22.5);
  expect(before.changedTick[load]).toBe(5);
  expect(differences(before, city)).toEqual([-1, load]);
});
