// Rings as short text, unpacked at load: the published "encoded polyline" form, 1e-5 degree (about 1 m), latitude first.
// It keeps 2 000 polygons small in the browser's bundle; as GeoJSON numbers they would be five times as long.

/** Per polygon: its outer ring, then holes; each ring packed, without the repeated last point. */
export type PackedPolygons = readonly (readonly string[])[];

const STEPS_PER_DEGREE = 1e5;

/** A closed ring (first point repeated at the end) of `[lon, lat]`, as GeoJSON wants it. */
export function unpackRing(text: string): [number, number][] {
  const ring: [number, number][] = [];
  let lat = 0;
  let lon = 0;
  for (let at = 0; at < text.length; ) {
    [lat, at] = readDelta(text, at, lat);
    [lon, at] = readDelta(text, at, lon);
    ring.push([lon / STEPS_PER_DEGREE, lat / STEPS_PER_DEGREE]);
  }
  const first = ring[0];
  return first === undefined ? ring : [...ring, [...first]];
}

/** The sum after the delta that starts at `at`, and where the next one starts. */
function readDelta(text: string, at: number, sum: number): [sum: number, next: number] {
  let bits = 0;
  let shift = 0;
  for (;;) {
    const five = text.charCodeAt(at++) - 63;
    bits |= (five & 0x1f) << shift;
    shift += 5;
    if (five < 0x20) return [sum + (bits & 1 ? ~(bits >> 1) : bits >> 1), at];
  }
}

/** Coordinates of a GeoJSON MultiPolygon. */
export const unpackPolygons = (packed: PackedPolygons): [number, number][][][] =>
  packed.map((rings) => rings.map(unpackRing));
