// The map's own promises: every street lies where it belongs, and a position has exactly one street.

import {
  areaAt,
  areaByCode,
  areaFeature,
  areaHolds,
  areas,
  bearingDegrees,
  CITY_AREA,
  DISTRICT_COUNT,
  distanceMetres,
  districtOutlines,
  FIRST_STREET,
  lineage,
  metroLines,
  metroStations,
  type Position,
  places,
  randomPointIn,
  rivers,
  roads,
  streetCells,
} from '@onescreen/shared/geography';
import { GRID_COUNT, gridAt, gridsOf } from '@onescreen/shared/geography/grids';
import { createRandom } from '@onescreen/shared/random';
import { expect, test } from 'vitest';
import { contains } from '../../../scripts/generate/planar.ts';
import { districtRows } from '../../../shared/src/geography/data/districts.ts';
import { candidatesAt } from '../../../shared/src/geography/locate.ts';

const streets = areas.slice(FIRST_STREET);
/** The generator's own test, not the one that `areaAt` uses. */
const inside = (index: number, position: Position) =>
  contains(areaFeature(index)!.geometry.coordinates as [number, number][][][], position);

test('there are 16 districts, 215 statutory streets and 19 special zones', () => {
  expect(areas.filter((area) => area.level === 'district')).toHaveLength(16);
  expect(streets.filter((area) => area.type !== 'special')).toHaveLength(215);
  expect(streets.filter((area) => area.type === 'special')).toHaveLength(19);
  expect(areas.every((area, i) => area.index === i)).toBe(true);
});

test('every area has a shape of its own, in the order of the areas', () => {
  expect(districtOutlines.features.map(({ properties }) => properties.index)).toEqual(
    areas.slice(1, FIRST_STREET).map(({ index }) => index),
  );
  expect(streetCells.features.map(({ properties }) => properties.index)).toEqual(streets.map(({ index }) => index));
  expect(streetCells.features.every(({ properties }) => properties.synthetic)).toBe(true);
  expect(areaFeature(CITY_AREA)).toBeUndefined();
});

test('rings are closed and hold at least three corners', () => {
  const rings = [...districtOutlines.features, ...streetCells.features].flatMap(({ geometry }) =>
    geometry.coordinates.flat(),
  );
  for (const ring of rings) {
    expect(ring.length).toBeGreaterThanOrEqual(4);
    expect(ring.at(-1)).toEqual(ring[0]);
  }
});

test.each(districtRows.map((row) => [row.zh, row] as const))('the outline of %s holds its seat', (_, row) => {
  expect(inside(areaByCode(row.code).index, row.seat)).toBe(true);
});

test("every street's centre lies in its own cell and in its district", () => {
  for (const street of streets) {
    expect(inside(street.index, street.centre), street.zh).toBe(true);
    expect(inside(street.parent, street.centre), street.zh).toBe(true);
  }
});

test('a position in the city has exactly one cell', () => {
  const random = createRandom(1, 'one cell');
  for (let i = 0; i < 3000; i++) {
    const position = randomPointIn(CITY_AREA, random);
    const cells = candidatesAt(position).filter((index) => inside(index, position));
    expect(cells, String(position)).toEqual([areaAt(position)]);
  }
});

test('a random point of a street lies in that street', () => {
  const random = createRandom(2, 'streets');
  for (const street of streets) {
    for (let i = 0; i < 5; i++) expect(areaAt(randomPointIn(street.index, random)), street.zh).toBe(street.index);
  }
});

test('a random point of a district lies in a street of that district, and larger streets get more of them', () => {
  const random = createRandom(3, 'districts');
  const pudong = areaByCode('310115');
  const hits = new Map<number, number>();
  for (let i = 0; i < 2000; i++) {
    const street = areaAt(randomPointIn(pudong.index, random));
    expect(areas[street]!.parent).toBe(pudong.index);
    hits.set(street, (hits.get(street) ?? 0) + 1);
  }
  expect(hits.get(areaByCode('310115145').index)!).toBeGreaterThan(hits.get(areaByCode('310115005').index) ?? 0);
});

test('the same stream gives the same random points', () => {
  const draw = () => {
    const random = createRandom(7, 'again');
    return Array.from({ length: 20 }, () => randomPointIn(CITY_AREA, random));
  };
  expect(draw()).toEqual(draw());
});

test('looking up a position tests only a few of the 234 cells', () => {
  const random = createRandom(4, 'candidates');
  const counts = Array.from({ length: 2000 }, () => candidatesAt(randomPointIn(CITY_AREA, random)).length);
  expect(Math.max(...counts)).toBeLessThanOrEqual(8);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThan(3);
});

test.each([
  ['xujing', '310118106'],
  ['zhenru', '310107022'],
  ['bund', '310101013'],
  ['lujiazui', '310115005'],
  ['xujiahui', '310104014'],
  ['jingan-temple', '310106013'],
  ['wujiaochang', '310110019'],
  ['necc', '310118106'],
  ['lingang', '310115145'],
  ['jinshan-petro', '310116001'],
  ['disney', '310115103'],
  ['pudong-airport', '310115139'],
])('%s lies in street %s', (place, code) => {
  const { at } = places.find(({ id }) => id === place)!;
  expect(areas[areaAt(at)]!.code).toBe(code);
});

test('长兴 and 横沙 have their islands to themselves', () => {
  expect(areas[areaAt([121.62, 31.42])]!.zh).toBe('长兴镇');
  expect(areas[areaAt([121.86, 31.33])]!.zh).toBe('横沙乡');
  expect(areas[areaAt([121.8, 31.5])]!.zh).toBe('陈家镇');
});

test('outside the city there is no street', () => {
  for (const position of [
    [122.067, 30.617],
    [121.0, 31.6],
    [120.6, 31.3],
    [0, 0],
  ] as const) {
    expect(areaAt(position)).toBe(CITY_AREA);
    expect(areaHolds(CITY_AREA, position)).toBe(false);
    expect(gridAt(position)).toBeUndefined();
  }
});

test('a position is held by its street, its district and the city, and by no other district', () => {
  const position: Position = [121.27, 31.173];
  const holders = areas.filter(({ index }) => areaHolds(index, position)).map(({ index }) => index);
  expect(holders).toEqual(lineage(areaAt(position)).map(({ index }) => index));
});

test('weights and ground of the children add up to those of their parent', () => {
  for (const parent of areas.filter(({ children }) => children.length > 0)) {
    const children = parent.children.map((index) => areas[index]!);
    for (const kind of ['population', 'area', 'jobs'] as const) {
      expect(children.reduce((sum, child) => sum + child.weight[kind], 0)).toBeCloseTo(parent.weight[kind], 10);
    }
    expect(children.reduce((sum, child) => sum + child.areaKm2, 0)).toBeCloseTo(parent.areaKm2, 6);
  }
});

test('no street has an unbelievable size', () => {
  for (const street of streets) {
    expect(street.areaKm2, street.zh).toBeGreaterThan(0.8);
    expect(street.areaKm2, street.zh).toBeLessThan(160);
  }
});

test('1 829 grids fill the streets, each found again from a point in it', () => {
  expect(GRID_COUNT).toBe(1829);
  const all = streets.flatMap(({ index }) => gridsOf(index));
  expect(new Set(all.map(({ id }) => id)).size).toBe(1829);
  expect(streets.every(({ index }) => gridsOf(index).length >= 2)).toBe(true);
  const random = createRandom(5, 'grids');
  for (let i = 0; i < 500; i++) {
    const position = randomPointIn(CITY_AREA, random);
    const grid = gridAt(position)!;
    expect(grid.street).toBe(areaAt(position));
    expect(grid.id.startsWith(`${areas[grid.street]!.code}-`)).toBe(true);
  }
});

test('English names are written in Latin letters and say what kind of street it is', () => {
  for (const { en, zh } of streets) expect(en, zh).toMatch(/^[A-Za-zü'()., -]+[\w)]$|No\. 2 Road Subdistrict$/);
  const english = (code: string) => areaByCode(code).en;
  expect(english('310118106')).toBe('Xujing Town');
  expect(english('310107022')).toBe('Zhenruzhen Subdistrict');
  expect(english('310112101')).toBe('Xinzhuang Town');
  expect(english('310113103')).toBe('Yanghang Town');
  expect(english('310118109')).toBe('Zhonggu Town');
  expect(english('310105')).toBe('Changning');
});

test('initials have one letter for each Chinese character of the name', () => {
  for (const { initials, zh } of areas) expect(initials, zh).toHaveLength(zh.replace(/[（）]/g, '').length);
  expect(areaByCode('310118106').initials).toBe('xjz');
});

test('the airport-to-airport distance and bearing are those of the map', () => {
  const hongqiao: Position = [121.336, 31.198];
  const pudong: Position = [121.8053, 31.1434];
  expect(distanceMetres(hongqiao, pudong)).toBeGreaterThan(44_500);
  expect(distanceMetres(hongqiao, pudong)).toBeLessThan(45_500);
  expect(bearingDegrees(hongqiao, pudong)).toBeGreaterThan(97);
  expect(bearingDegrees(hongqiao, pudong)).toBeLessThan(98);
  expect(bearingDegrees([121.4, 31], [121.4, 31.1])).toBe(0);
  expect(bearingDegrees([121.4, 31], [121.4, 30.9])).toBe(180);
});

test('nineteen metro lines stop at known stations; neighbours are less than 12 km apart', () => {
  expect(metroLines).toHaveLength(19);
  for (const line of metroLines) {
    expect(line.stations.length, line.zh).toBeGreaterThanOrEqual(6);
    for (const path of line.paths) {
      for (let i = 1; i < path.length; i++)
        expect(distanceMetres(path[i - 1]!, path[i]!), line.zh).toBeLessThan(12_000);
    }
  }
  const linesAt = (zh: string) => metroStations.find((station) => station.zh === zh)!.lines;
  expect(linesAt('人民广场')).toEqual(['1', '2', '8']);
  expect(linesAt('世纪大道')).toEqual(['2', '4', '6', '9']);
});

test('metro stations lie in the city, but for the three of line 11 in 江苏', () => {
  expect(metroStations.filter(({ at }) => areaAt(at) === CITY_AREA).map(({ zh }) => zh)).toEqual([
    '花桥',
    '光明路',
    '兆丰路',
  ]);
});

test('ring roads are closed, and rivers and roads keep to Shanghai', () => {
  for (const road of roads.filter(({ kind }) => kind === 'ring')) expect(road.path.at(-1)).toEqual(road.path[0]);
  for (const [lon, lat] of [...rivers, ...roads].flatMap(({ path }) => path)) {
    expect(lon).toBeGreaterThan(120.8);
    expect(lon).toBeLessThan(122.1);
    expect(lat).toBeGreaterThan(30.6);
    expect(lat).toBeLessThan(31.9);
  }
});

test('an unknown area is refused by name', () => {
  expect(() => areaByCode('310230')).toThrow('no area 310230');
  expect(() => lineage(areas.length)).toThrow(RangeError);
  expect(() => randomPointIn(areas.length, createRandom(1, 'x'))).toThrow(RangeError);
  expect(DISTRICT_COUNT).toBe(16);
});
