// Packs rings as text: the published "encoded polyline" form, latitude before longitude, 1e-5 degree (about 1 m).
import type { Polygon, Ring } from './planar.ts';

const STEPS_PER_DEGREE = 1e5;

function encodeNumber(value: number): string {
  let rest = value < 0 ? ~(value << 1) : value << 1;
  let text = '';
  while (rest >= 0x20) {
    text += String.fromCharCode((0x20 | (rest & 0x1f)) + 63);
    rest >>= 5;
  }
  return text + String.fromCharCode(rest + 63);
}

/** A ring whose points all differ after rounding; shorter than three points means that nothing is left of it. */
function roundRing(ring: Ring): [number, number][] {
  const rounded = ring.map(([lon, lat]): [number, number] => [
    Math.round(lon * STEPS_PER_DEGREE),
    Math.round(lat * STEPS_PER_DEGREE),
  ]);
  return rounded.filter(([x, y], i) => {
    const [previousX, previousY] = rounded.at(i - 1)!;
    return rounded.length === 1 || x !== previousX || y !== previousY;
  });
}

export function encodeRing(ring: Ring): string {
  let [lastX, lastY] = [0, 0];
  let text = '';
  for (const [x, y] of roundRing(ring)) {
    text += encodeNumber(y - lastY) + encodeNumber(x - lastX);
    [lastX, lastY] = [x, y];
  }
  return text;
}

/** Rings of each polygon as text; rings that rounding made empty are left out. */
export const encodePolygons = (polygons: readonly Polygon[]): string[][] =>
  polygons
    .map((polygon) => polygon.filter((ring) => roundRing(ring).length >= 3).map(encodeRing))
    .filter((rings) => rings.length > 0);
