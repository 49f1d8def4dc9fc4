// Where the map looks from, once a hand has moved it there. Until then, and again after another area is chosen, it looks at the area.
import { createSeen } from './sight.ts';

/** WGS84 degrees; bearing and pitch in degrees. */
export interface Camera {
  center: [lon: number, lat: number];
  zoom: number;
  bearing: number;
  pitch: number;
}

export const useCamera = createSeen<{ camera: Camera | null }>(() => ({ camera: null }));

const NUMBER = /^-?\d{1,3}(\.\d{1,6})?$/;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** About a metre, and a hundredth of a zoom: enough to see the same. */
export const cameraText = ({ center: [lon, lat], zoom, bearing, pitch }: Camera): string =>
  [round(lon, 5), round(lat, 5), round(zoom, 2), round(bearing, 1), round(pitch, 1)].join(',');

/** The camera of such a text; null for what is none. */
export function cameraOf(text: string | null): Camera | null {
  const parts = text?.split(',') ?? [];
  if (parts.length !== 5 || !parts.every((one) => NUMBER.test(one))) return null;
  const [lon, lat, zoom, bearing, pitch] = parts.map(Number) as [number, number, number, number, number];
  const isOnEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
  return isOnEarth ? { center: [lon, lat], zoom, bearing, pitch } : null;
}
