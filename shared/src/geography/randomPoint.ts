// Seeded points inside an area: where the world lets things happen.
import type { Random } from '../random.ts';
import { areas } from './areas.ts';
import { areaFeature } from './cells.ts';
import { areaAt, boundsOf } from './locate.ts';
import type { Position } from './types.ts';

/** Far more than the thinnest cell needs (it fills an eighth of its box); then the centre is good enough. */
const TRIES = 200;

const boundsByStreet = new Map<number, ReturnType<typeof boundsOf>>();
function boundsOfStreet(index: number): ReturnType<typeof boundsOf> {
  let bounds = boundsByStreet.get(index);
  if (bounds === undefined) {
    bounds = boundsOf(areaFeature(index)!.geometry.coordinates.map((polygon) => polygon[0]!));
    boundsByStreet.set(index, bounds);
  }
  return bounds;
}

/** An area below, larger ones more often. */
function pickChild(index: number, random: Random): number {
  const { children, areaKm2 } = areas[index]!;
  let rest = random.next() * areaKm2;
  for (const child of children) {
    rest -= areas[child]!.areaKm2;
    if (rest < 0) return child;
  }
  return children.at(-1)!;
}

/**
 * A point inside the area, uniform over its ground: `areaAt(randomPointIn(street, random)) === street`.
 * Draws from `random`, so the same stream gives the same points. Throws RangeError for an unknown area.
 */
export function randomPointIn(index: number, random: Random): Position {
  const area = areas[index];
  if (area === undefined) throw new RangeError(`no area with index ${index}`);
  if (area.level !== 'street') return randomPointIn(pickChild(index, random), random);
  const [west, south, east, north] = boundsOfStreet(index);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const point: Position = [west + random.next() * (east - west), south + random.next() * (north - south)];
    if (areaAt(point) === index) return point;
  }
  return area.centre;
}
