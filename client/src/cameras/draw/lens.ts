// The lens of a street camera: from metres on the ground to points of a frame. x to the right, y away from the camera, z up.

/** A frame is drawn in these units, whatever its size on the screen. */
export const FRAME = { width: 640, height: 360 } as const;

export type Place3 = readonly [x: number, y: number, z: number];
export interface Seen {
  x: number;
  y: number;
  /** Metres from the lens along its axis. */
  depth: number;
}
export interface LensAt {
  /** Height above the ground, metres. */
  height: number;
  /** How far it looks down, degrees. */
  down: number;
  /** How far it looks to the right, degrees. */
  right?: number;
  /** Sideways place, metres. */
  x?: number;
  /** Width of the frame over the distance at which it is that wide. */
  zoom?: number;
}

/** What is nearer than this is cut off, metres. */
const NEAREST = 0.6;

export interface Lens {
  height: number;
  x: number;
  /** Frame units of a metre at a depth of one metre. */
  focal: number;
  see(point: Place3): Seen;
  /** A polygon in the frame; what lies behind the lens is cut off. Fewer than three points: nothing to see. */
  outline(points: readonly Place3[]): Seen[];
  depthOf(x: number, y: number): number;
}

export function createLens({ height, down, right = 0, x: at = 0, zoom = 0.9 }: LensAt): Lens {
  const focal = FRAME.width * zoom;
  const [cosDown, sinDown] = [Math.cos((down * Math.PI) / 180), Math.sin((down * Math.PI) / 180)];
  const [cosRight, sinRight] = [Math.cos((right * Math.PI) / 180), Math.sin((right * Math.PI) / 180)];

  /** Sideways, up and depth as the lens has them. */
  function turned([x, y, z]: Place3): [number, number, number] {
    const [dx, dz] = [x - at, z - height];
    const side = dx * cosRight - y * sinRight;
    const ahead = dx * sinRight + y * cosRight;
    return [side, ahead * sinDown + dz * cosDown, ahead * cosDown - dz * sinDown];
  }
  const shown = ([side, up, depth]: readonly [number, number, number]): Seen => ({
    x: FRAME.width / 2 + (focal * side) / depth,
    y: FRAME.height / 2 - (focal * up) / depth,
    depth,
  });

  return {
    height,
    x: at,
    focal,
    see: (point) => shown(turned(point)),
    depthOf: (x, y) => turned([x, y, 0])[2],
    outline(points) {
      const all = points.map(turned);
      const cut: Seen[] = [];
      all.forEach((here, i) => {
        const next = all[(i + 1) % all.length]!;
        if (here[2] >= NEAREST) cut.push(shown(here));
        if (here[2] >= NEAREST === next[2] >= NEAREST) return;
        const part = (NEAREST - here[2]) / (next[2] - here[2]);
        cut.push(shown([here[0] + part * (next[0] - here[0]), here[1] + part * (next[1] - here[1]), NEAREST]));
      });
      return cut;
    },
  };
}
