// Cuts a region into Voronoi cells: one per seed, clipped to the region, islands kept whole where nobody is seeded on them.
import { Delaunay } from 'd3-delaunay';
import * as clip from 'polyclip-ts';
import type { Position } from '../../shared/src/geography/types.ts';
import type { Random } from '../../shared/src/random.ts';
import { boundsOf, centroidOf, contains, distanceKm, LON_SCALE, type Polygon, ringAreaKm2 } from './planar.ts';

type Loose = [number, number][][][];
const loosen = (polygons: readonly Polygon[]): Loose =>
  polygons.map((polygon) => polygon.map((ring) => [...ring, ring[0]!].map(([x, y]): [number, number] => [x, y])));
const tighten = (polygons: Loose): Polygon[] => polygons.map((polygon) => polygon.map((ring) => ring.slice(0, -1)));

/** Scraps below this come from rounding, not from the city (0.0001 km² = 10 m × 10 m). */
const SCRAP_KM2 = 0.0001;
const withoutScraps = (polygons: Polygon[]): Polygon[] => polygons.filter(([outer]) => ringAreaKm2(outer!) > SCRAP_KM2);

export const subtract = (polygons: readonly Polygon[], others: readonly Polygon[]): Polygon[] =>
  withoutScraps(tighten(clip.difference(loosen(polygons) as never, loosen(others) as never) as Loose));

/** Voronoi cells of the seeds inside one polygon; `cells[i]` belongs to `seeds[i]`. */
function divide(polygon: Polygon, seeds: readonly Position[]): Polygon[][] {
  if (seeds.length === 1) return [[polygon]];
  const [west, south, east, north] = boundsOf([polygon]);
  const margin = 0.5;
  const voronoi = Delaunay.from(seeds.map(([lon, lat]): [number, number] => [lon * LON_SCALE, lat])).voronoi([
    (west - margin) * LON_SCALE,
    south - margin,
    (east + margin) * LON_SCALE,
    north + margin,
  ]);
  return seeds.map((_, i) => {
    const cell = voronoi.cellPolygon(i).map(([x, y]): [number, number] => [x / LON_SCALE, y]);
    return withoutScraps(tighten(clip.intersection([cell] as never, loosen([polygon]) as never) as Loose));
  });
}

/** Cells of a region of several polygons. Each polygon goes to the seeds on it; one with none goes to the nearest seed. */
export function cellsOf(region: readonly Polygon[], seeds: readonly Position[]): Polygon[][] {
  const cells: Polygon[][] = seeds.map(() => []);
  for (const polygon of region) {
    const here = seeds.flatMap((seed, i) => (contains([polygon], seed) ? [i] : []));
    if (here.length === 0) {
      const middle = centroidOf(polygon[0]!);
      const nearest = seeds.reduce(
        (best, seed, i) => (distanceKm(seed, middle) < distanceKm(seeds[best]!, middle) ? i : best),
        0,
      );
      cells[nearest]!.push(polygon);
      continue;
    }
    const parts = divide(
      polygon,
      here.map((i) => seeds[i]!),
    );
    for (const [k, i] of here.entries()) cells[i]!.push(...parts[k]!);
  }
  return cells;
}

/** A seeded point inside the region. */
function pointIn(region: readonly Polygon[], random: Random): Position {
  const [west, south, east, north] = boundsOf(region);
  for (;;) {
    const point: Position = [west + random.next() * (east - west), south + random.next() * (north - south)];
    if (contains(region, point)) return point;
  }
}

/** The largest polygon of a cell: the one to stand on. */
export const largestOf = (polygons: readonly Polygon[]): Polygon =>
  polygons.reduce((best, polygon) => (ringAreaKm2(polygon[0]!) > ringAreaKm2(best[0]!) ? polygon : best));

/** Seeded, evenly spread points in the largest polygon: `rounds` of Lloyd's relaxation, points that would leave stay. */
export function spreadPoints(region: readonly Polygon[], count: number, rounds: number, random: Random): Position[] {
  const ground = [largestOf(region)];
  let points = Array.from({ length: count }, () => pointIn(ground, random));
  for (let round = 0; round < rounds; round++) {
    const cells = cellsOf(ground, points);
    points = points.map((point, i) => {
      const cell = cells[i]!;
      if (cell.length === 0) return point;
      const middle = centroidOf(largestOf(cell)[0]!);
      return contains(ground, middle) ? middle : point;
    });
  }
  return points;
}
