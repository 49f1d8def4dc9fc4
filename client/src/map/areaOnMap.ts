// Where an area is on the map: the source that draws it, and the box that holds it.
import { areaFeature, CITY_AREA, FIRST_STREET } from '@onescreen/shared/geography';

/** Where the mainland of the city is; Chongming's far end may lie outside. */
export const CITY_BOUNDS: [number, number, number, number] = [120.86, 30.68, 121.98, 31.87];

export const sourceOf = (area: number): 'districts' | 'streets' => (area < FIRST_STREET ? 'districts' : 'streets');

/** West, south, east and north of an area. */
export function boundsOf(area: number): [number, number, number, number] {
  const feature = area === CITY_AREA ? undefined : areaFeature(area);
  if (feature === undefined) return CITY_BOUNDS;
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  for (const [lon, lat] of feature.geometry.coordinates.flat(2) as [number, number][]) {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return bounds;
}
