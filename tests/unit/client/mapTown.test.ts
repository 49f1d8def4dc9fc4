// The synthetic town close up: the same for everyone, inside its street, out of the water, and never too much of it.
import { areaAt, areaByCode, areas, distanceMetres, rivers } from '@onescreen/shared/geography';
import { expect, test } from 'vitest';
import { smoothed } from '../../../client/src/map/smooth.ts';
import { createTownTiles } from '../../../client/src/map/town/tile.ts';
import { type Town, townOf } from '../../../client/src/map/town/town.ts';

const town = (code: string): Town => townOf(areaByCode(code).index);
const bund = town('310101013');
const middleOf = (ring: readonly (readonly [number, number])[]): [number, number] => {
  const corners = ring.slice(1);
  return [
    corners.reduce((sum, [lon]) => sum + lon, 0) / corners.length,
    corners.reduce((sum, [, lat]) => sum + lat, 0) / corners.length,
  ];
};
const densityOf = (code: string): number => town(code).buildings.length / areas[areaByCode(code).index]!.areaKm2;
const tallestOf = (code: string): number => Math.max(...town(code).buildings.map(({ height }) => height));

test('a street has the same town every time, to the last corner', () => {
  expect(town('310101013')).toEqual(bund);
  expect(bund.buildings.length).toBeGreaterThan(100);
});

test.each(['310101013', '310118106', '310151101', '310115004'])(
  'every house of %s stands in its own street',
  (code) => {
    const { index } = areaByCode(code);
    const outside = town(code).buildings.filter(({ ring }) => areaAt(middleOf(ring)) !== index);
    expect(outside).toEqual([]);
  },
);

test('no house stands in the Huangpu', () => {
  const huangpu = rivers.find(({ id }) => id === 'huangpu')!;
  const points = smoothed(huangpu.path);
  for (const { ring } of bund.buildings) {
    const nearest = Math.min(...points.map((point) => distanceMetres(point, ring[0]!)));
    expect(nearest).toBeGreaterThan(huangpu.widthMetres / 2);
  }
});

test('the middle of the city is denser and higher than a town, and a town than a farm', () => {
  expect(densityOf('310101013')).toBeGreaterThan(densityOf('310118106') * 1.2);
  expect(densityOf('310118106')).toBeGreaterThan(densityOf('310151501') * 1.2);
  expect(tallestOf('310115005')).toBe(632);
  expect(tallestOf('310118106')).toBeLessThan(120);
});

test('a tile far out has no houses, and one close up never more than a screen can draw', () => {
  const tiles = createTownTiles();
  const tileOf = (z: number, lon: number, lat: number) => {
    const sin = Math.sin((lat * Math.PI) / 180);
    const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
    return tiles.tile({ z, x: Math.floor(((lon + 180) / 360) * 2 ** z), y: Math.floor(y * 2 ** z) });
  };
  const names = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
  expect(names(tileOf(12, 121.4855, 31.2385))).not.toContain('height');
  const close = tileOf(14, 121.4855, 31.2385);
  expect(names(close)).toContain('height');
  expect(close.length).toBeLessThan(150_000);
  expect(tileOf(14, 121.4855, 31.2385)).toEqual(close);
  expect(tileOf(14, 122.6, 31.0)).toHaveLength(0);
});

test('however long somebody roams, only the last towns are kept', () => {
  const tiles = createTownTiles(9);
  for (let x = 3428; x < 3434; x++) tiles.tile({ z: 12, x, y: 1672 });
  expect(tiles.kept).toBe(9);
});
