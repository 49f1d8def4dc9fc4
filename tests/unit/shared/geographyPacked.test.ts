// What the generator packs, the runtime unpacks.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeRing } from '../../../scripts/generate/encode.ts';
import { unpackRing } from '../../../shared/src/geography/packed.ts';
import { readPath } from '../../../shared/src/geography/readPath.ts';

const step = (low: number, high: number) => fc.integer({ min: low * 1e5, max: high * 1e5 });
const ring = fc
  .uniqueArray(fc.tuple(step(-180, 180), step(-90, 90)), { minLength: 3, maxLength: 40, selector: String })
  .map((points) => points.map(([lon, lat]): [number, number] => [lon / 1e5, lat / 1e5]));

test('a packed ring comes back point for point, closed', () => {
  fc.assert(
    fc.property(ring, (points) => {
      expect(unpackRing(encodeRing(points))).toEqual([...points, points[0]]);
    }),
  );
});

test('points that round to the same place are kept once', () => {
  const points = unpackRing(
    encodeRing([
      [121, 31],
      [121.000001, 31],
      [121.1, 31],
      [121.1, 31.1],
    ]),
  );
  expect(points).toEqual([
    [121, 31],
    [121.1, 31],
    [121.1, 31.1],
    [121, 31],
  ]);
});

test('a hand-written path with a wrong point is refused', () => {
  expect(readPath('121.4 31.2, 121.5 31.3')).toEqual([
    [121.4, 31.2],
    [121.5, 31.3],
  ]);
  expect(() => readPath('121.4 31.2, 121.5')).toThrow('not a point of a path');
  expect(() => readPath('121.4 31.2, 121.5 north')).toThrow('not a point of a path');
});
