// Positions as devices know them.
import type { Position } from '@onescreen/shared/geography';

/** Of latitude; of longitude it is this times the cosine of the latitude. */
export const METRES_PER_DEGREE = 111_320;

/** Five decimals are about a metre: what a vehicle's receiver or a surveyed mast knows. */
export const rounded = ([lon, lat]: Position): Position => [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
