// Rounds the corners of a schematic line: Chaikin's corner cutting, which keeps the ends and never leaves the line by more than a quarter of a side.
import type { Position } from '@onescreen/shared/geography';

const ROUNDS = 3;

const between = (a: Position, b: Position, share: number): Position => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** A line with eight times the points; a ring (first point repeated at the end) keeps its first point. */
export function smoothed(path: readonly Position[]): readonly Position[] {
  let points = path;
  for (let round = 0; round < ROUNDS && points.length > 2; round++) {
    const inner = points.slice(1).flatMap((to, i) => [between(points[i]!, to, 0.25), between(points[i]!, to, 0.75)]);
    points = [points[0]!, ...inner.slice(1, -1), points.at(-1)!];
  }
  return points;
}
