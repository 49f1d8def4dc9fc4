// Distances and directions on the ground.
import type { Position } from './types.ts';

const EARTH_RADIUS_METRES = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Great-circle distance, metres. */
export function distanceMetres([lonA, latA]: Position, [lonB, latB]: Position): number {
  const halfLat = Math.sin(((latB - latA) * RADIANS) / 2);
  const halfLon = Math.sin(((lonB - lonA) * RADIANS) / 2);
  const square = halfLat * halfLat + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * halfLon * halfLon;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(Math.min(1, square)));
}

/** Direction from `a` to `b` at the start, degrees clockwise from north, [0, 360). Of a point to itself: 0. */
export function bearingDegrees([lonA, latA]: Position, [lonB, latB]: Position): number {
  const turn = (lonB - lonA) * RADIANS;
  const east = Math.sin(turn) * Math.cos(latB * RADIANS);
  const north =
    Math.cos(latA * RADIANS) * Math.sin(latB * RADIANS) -
    Math.sin(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.cos(turn);
  return (Math.atan2(east, north) / RADIANS + 360) % 360;
}
