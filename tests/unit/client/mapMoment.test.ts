// What the base map shows of a moment: light, water, crossings, metro and weather, each from the vital signs and cases of that very second.
import type { CaseState, CasesState } from '@onescreen/shared/cases';
import { createCasesState } from '@onescreen/shared/cases';
import { indicatorById } from '@onescreen/shared/catalogue';
import { type CityState, createCity, quantumOf, SERIES_STATE, seriesOf } from '@onescreen/shared/city';
import { areaByCode, crossings, metroLines, rivers } from '@onescreen/shared/geography';
import { expect, test } from 'vitest';
import { crossingStates } from '../../../client/src/map/moment/bridges.ts';
import { cutStretches, metroStates, stretches } from '../../../client/src/map/moment/metro.ts';
import { spotsOf } from '../../../client/src/map/moment/spots.ts';
import { daylightAt } from '../../../client/src/map/moment/sun.ts';
import { waterLevel } from '../../../client/src/map/moment/water.ts';
import { weatherOfDistricts } from '../../../client/src/map/moment/weather.ts';

const HOUR = 3600;
const MIDNIGHT = Date.parse('2024-06-21T00:00:00+08:00');

/** A city of which only these values are known. */
function cityWith(...values: [indicator: string, area: number, value: number][]): CityState {
  const city = createCity();
  for (const [id, area, value] of values) {
    const series = seriesOf(indicatorById(id).index, area);
    city.quanta[series] = quantumOf(series, value);
  }
  return city;
}
const casesWith = (...cases: Partial<CaseState>[]): CasesState => ({
  ...createCasesState(),
  cases: Object.fromEntries(cases.map((one, i) => [`c${i}`, one as CaseState])),
});

test('it is day at noon, night at midnight and neither at dusk', () => {
  expect(daylightAt(MIDNIGHT, 12 * HOUR)).toEqual({ darkness: 0, lit: 0 });
  expect(daylightAt(MIDNIGHT, 23 * HOUR).darkness).toBe(1);
  const dusk = daylightAt(MIDNIGHT, 19 * HOUR);
  expect(dusk.darkness).toBeGreaterThan(0);
  expect(dusk.darkness).toBeLessThan(1);
});

test('more windows are lit in the evening than before dawn', () => {
  expect(daylightAt(MIDNIGHT, 20.5 * HOUR).lit).toBeGreaterThan(3 * daylightAt(MIDNIGHT, 3 * HOUR).lit);
});

test('the rivers are as full as the tide gauge says, and say so at the warning line', () => {
  const gauge = 'tide-huangpu-park';
  expect(waterLevel(createCity())).toEqual({ fullness: null, isHigh: false });
  expect(waterLevel(cityWith([gauge, 0, 0.6])).fullness).toBe(0);
  expect(waterLevel(cityWith([gauge, 0, 2.6])).fullness).toBeCloseTo(0.5, 1);
  const high = cityWith([gauge, 0, 4.7]);
  high.states[seriesOf(indicatorById(gauge).index, 0)] = SERIES_STATE.warning;
  expect(waterLevel(high)).toEqual({ fullness: 1, isHigh: true });
});

test('while no bridge is restricted all crossings are open', () => {
  expect(new Set(crossingStates(createCity()).values())).toEqual(new Set(['open']));
});

test('the sea bridges are slowed first, and fog shuts them; tunnels stay open', () => {
  const slow = crossingStates(cityWith(['bridge-restrictions', 0, 2], ['visibility', 0, 180]));
  expect([...slow].filter(([, state]) => state === 'slow').map(([id]) => id)).toEqual([
    'yangtze-bridge',
    'donghai-bridge',
  ]);
  const fog = crossingStates(cityWith(['bridge-restrictions', 0, 4], ['visibility', 0, 40]));
  expect([...fog.values()].filter((state) => state === 'shut')).toHaveLength(4);
  for (const { id, exposure } of crossings) if (exposure === null) expect(fog.get(id)).toBe('open');
});

test('every bridge and tunnel of the Huangpu crosses the river as it is drawn', () => {
  const cross = ([ax, ay]: readonly number[], [bx, by]: readonly number[], [px, py]: readonly number[]): number =>
    (bx! - ax!) * (py! - ay!) - (by! - ay!) * (px! - ax!);
  const river = rivers.find(({ id }) => id === 'huangpu')!.path;
  const meets = (path: readonly (readonly number[])[]): boolean =>
    path.slice(1).some((to, i) =>
      river.slice(1).some((b, j) => {
        const [from, a] = [path[i]!, river[j]!];
        return cross(from, to, a) * cross(from, to, b) < 0 && cross(a, b, from) * cross(a, b, to) < 0;
      }),
    );
  const over = crossings.filter(({ id }) => id !== 'yangtze-bridge' && id !== 'donghai-bridge');
  expect(over.filter(({ path }) => !meets(path)).map(({ id }) => id)).toEqual([]);
});

test('a line carries what the stations of its districts carry', () => {
  const huangpu = areaByCode('310101').index;
  const states = metroStates(cityWith(['metro-station-saturation', huangpu, 90]), createCasesState());
  expect(states).toHaveLength(stretches.length);
  const known = states.filter(({ load }) => load !== null);
  expect(known.length).toBeGreaterThan(5);
  expect(known.length).toBeLessThan(states.length / 4);
  expect(new Set(known.map(({ load }) => load))).toEqual(new Set([0.9]));
});

test('an open equipment failure cuts its line around it, and only until the case has ended', () => {
  const station = metroLines.find(({ id }) => id === '2')!.stations.find(({ zh }) => zh === '唐镇')!;
  const failure = { id: 'c0', type: 'EM03', status: 'dispatched', at: station.at } as unknown as CaseState;
  const cut = cutStretches(casesWith(failure));
  expect(cut.size).toBeGreaterThan(1);
  expect(cut.size).toBeLessThan(6);
  expect(new Set([...cut].map((id) => stretches[id]!.line))).toEqual(new Set(['2']));
  const ended = { ...failure, status: 'closed', closedTick: 9 } as unknown as CaseState;
  expect(cutStretches(casesWith(ended)).size).toBe(0);
  expect(cutStretches(casesWith({ ...failure, type: 'EV16' } as CaseState)).size).toBe(0);
});

test('weather shows where it is, and nothing where nothing goes on', () => {
  const dry = weatherOfDistricts(createCity());
  expect(new Set(dry.flatMap((one) => Object.values(one)))).toEqual(new Set([0]));
  const [first, second] = weatherOfDistricts(
    cityWith(['rain-1h', 1, 80], ['waterlogged-points', 1, 20], ['rain-1h', 2, 5], ['visibility', 2, 50]),
  );
  expect(first).toEqual({ rain: 1, fog: 0, wind: 0, heat: 0, flood: 1 });
  expect(second!.rain).toBeGreaterThan(0.2);
  expect(second!.rain).toBeLessThan(0.6);
  expect(second!.fog).toBe(1);
});

test('a typhoon blows and a heat wave glows over the districts that they are in', () => {
  const [first, second, third] = weatherOfDistricts(
    cityWith(['gust', 1, 40], ['gust', 2, 20], ['air-temperature', 3, 38.8], ['gust', 3, 6]),
  );
  expect(first!.wind).toBe(1);
  expect(second!.wind).toBeGreaterThan(0.3);
  expect(second!.wind).toBeLessThan(0.6);
  expect(third).toMatchObject({ wind: 0, heat: 0.85 });
});

test('a crowd shows on the Bund before it is too large, and gas at the plant that it comes from', () => {
  const jinshan = areaByCode('310116').index;
  expect(spotsOf(createCity())).toEqual([]);
  expect(spotsOf(cityWith(['crowd-bund', 0, 31_000], ['hazchem-gas-lel', jinshan, 2]))).toEqual([]);
  const spots = spotsOf(cityWith(['crowd-bund', 0, 70_000], ['hazchem-gas-lel', jinshan, 30]));
  expect(spots.map(({ kind, place, value, strength }) => [kind, place.id, value, strength])).toEqual([
    ['crowd', 'bund', 70_000, 1],
    ['gas', 'jinshan-petro', 30, 0.6],
  ]);
});
