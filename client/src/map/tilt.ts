// The show look leans the camera when it is close enough for houses; the calm look stays flat. Whoever tilts it by hand keeps it so.
import type { Map as LibreMap } from 'maplibre-gl';
import type { Look } from '../store/index.ts';

const CLOSE_ZOOM = 13;
const LEANING_DEGREES = 52;
const EASE_MS = 700;

export interface Tilt {
  /** Degrees that a flight to this zoom ends with. */
  at(zoom: number): number;
  setLook(look: Look): void;
}

/** Whether the viewer wants nothing to move by itself. */
export const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export function keepTilt(map: LibreMap, firstLook: Look): Tilt {
  let look = firstLook;
  let isByHand = false;
  const at = (zoom: number): number => {
    if (isByHand) return map.getPitch();
    return look === 'show' && zoom >= CLOSE_ZOOM ? LEANING_DEGREES : 0;
  };
  const lean = (): void => {
    const pitch = at(map.getZoom());
    if (Math.abs(map.getPitch() - pitch) > 1) map.easeTo({ pitch, duration: isStill() ? 0 : EASE_MS });
  };
  map.on('pitchend', ({ originalEvent }) => {
    if (originalEvent !== undefined) isByHand = map.getPitch() > 0;
  });
  // Only after a zoom by hand: a flight brings its own end along, and a second map follows the first.
  map.on('zoomend', ({ originalEvent }) => {
    if (originalEvent !== undefined) lean();
  });
  return {
    at,
    setLook(next) {
      if (next === look) return;
      look = next;
      isByHand = false;
      lean();
    },
  };
}
