// Paths as they are typed by hand: `lon lat, lon lat, …`.
import type { Position } from './types.ts';

/** Throws RangeError for a point that is not two numbers. */
export function readPath(text: string): Position[] {
  return text.split(',').map((point) => {
    const [lon, lat, ...rest] = point.trim().split(/\s+/).map(Number);
    if (lon === undefined || lat === undefined || rest.length > 0 || !Number.isFinite(lon + lat)) {
      throw new RangeError(`not a point of a path: ${point}`);
    }
    return [lon, lat];
  });
}
