// Solid things in front of a lens: flat ground, walls, boxes, round things and upright cut-outs, shaded by the side that they turn to the light.
import type { Lens, Place3 } from './lens.ts';

export interface BoxAt {
  /** Middle of its footprint, metres. */
  x: number;
  y: number;
  /** Height of its underside. */
  z?: number;
  /** Across, along, up, metres; before it is turned. */
  size: readonly [width: number, length: number, height: number];
  color: string;
  /** Turned about its middle, degrees. */
  turn?: number;
  /** Colour of its top, where that is another. */
  top?: string;
}

export interface Brush {
  readonly ctx: CanvasRenderingContext2D;
  readonly lens: Lens;
  polygon(points: readonly Place3[], color: string): void;
  /** A rectangle on the ground between two corners. */
  ground(x0: number, y0: number, x1: number, y1: number, color: string, z?: number): void;
  /** A part of an upright wall from (x0, y0) to (x1, y1): shares of its length, heights in metres. */
  wall(
    line: readonly [number, number, number, number],
    u0: number,
    u1: number,
    z0: number,
    z1: number,
    color: string,
  ): void;
  box(at: BoxAt): void;
  /** A round thing standing at a place, drawn as its outline. */
  drum(x: number, y: number, z: number, radius: number, height: number, color: string, top?: string): void;
  /** Draws in metres at an upright cut-out that stands at a place: x to the right, y up. */
  upright(x: number, y: number, z: number, draw: (ctx: CanvasRenderingContext2D) => void): void;
  line(from: Place3, to: Place3, metres: number, color: string): void;
  /** A dark soft patch on the ground under a thing. */
  shadow(x: number, y: number, rx: number, ry: number, strength?: number): void;
}

const shades = new Map<string, string>();

/** A colour `#rrggbb` made lighter or darker. */
export function shade(color: string, by: number): string {
  const key = `${color}${by}`;
  const known = shades.get(key);
  if (known !== undefined) return known;
  const part = (from: number): number =>
    Math.max(0, Math.min(255, Math.round(Number.parseInt(color.slice(from, from + 2), 16) * by)));
  const made = `rgb(${part(1)} ${part(3)} ${part(5)})`;
  shades.set(key, made);
  return made;
}

/** How bright a side is that faces this way: the sun stands behind the camera, to its left. */
const sideLight = (nx: number, ny: number): number => 0.8 - 0.1 * nx - 0.12 * ny;

export function createBrush(ctx: CanvasRenderingContext2D, lens: Lens): Brush {
  function polygon(points: readonly Place3[], color: string): void {
    const seen = lens.outline(points);
    if (seen.length < 3) return;
    ctx.fillStyle = color;
    ctx.beginPath();
    for (const { x, y } of seen) ctx.lineTo(x, y);
    ctx.closePath();
    ctx.fill();
  }

  function box({ x, y, z = 0, size: [width, length, height], color, turn = 0, top }: BoxAt): void {
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
    const at = (a: number, b: number): [number, number] => [x + a * cos - b * sin, y + a * sin + b * cos];
    const [w, l] = [width / 2, length / 2];
    const base = [at(-w, -l), at(w, -l), at(w, l), at(-w, l)] as const;
    const normals = [at(0, -1), at(1, 0), at(0, 1), at(-1, 0)].map(([a, b]) => [a - x, b - y] as const);
    base.forEach(([ax, ay], i) => {
      const [bx, by] = base[(i + 1) % 4]!;
      const [nx, ny] = normals[i]!;
      if (nx * (lens.x - ax) + ny * (0 - ay) <= 0) return;
      polygon(
        [
          [ax, ay, z],
          [bx, by, z],
          [bx, by, z + height],
          [ax, ay, z + height],
        ],
        shade(color, sideLight(nx, ny)),
      );
    });
    if (z + height < lens.height)
      polygon(
        base.map(([a, b]): Place3 => [a, b, z + height]),
        shade(top ?? color, 1.06),
      );
  }

  function upright(x: number, y: number, z: number, draw: (ctx: CanvasRenderingContext2D) => void): void {
    const foot = lens.see([x, y, z]);
    if (foot.depth < 1) return;
    const scale = lens.focal / foot.depth;
    ctx.save();
    ctx.translate(foot.x, foot.y);
    ctx.scale(scale, -scale);
    draw(ctx);
    ctx.restore();
  }

  function ellipse(x: number, y: number, z: number, radius: number, flat: number, color: string): void {
    const seen = lens.see([x, y, z]);
    if (seen.depth < 1) return;
    const rx = (radius * lens.focal) / seen.depth;
    ctx.fillStyle = color;
    ctx.beginPath();
    ctx.ellipse(seen.x, seen.y, rx, Math.max(0.5, rx * flat), 0, 0, 7);
    ctx.fill();
  }
  /** How flat a circle on the ground looks at a place. */
  const flatness = (x: number, y: number, z: number): number => {
    const seen = lens.see([x, y, z]);
    const farther = lens.see([x, y + 0.1, z]);
    return Math.min(1, Math.max(0.08, (Math.abs(seen.y - farther.y) * seen.depth) / (0.1 * lens.focal)));
  };

  return {
    ctx,
    lens,
    polygon,
    ground: (x0, y0, x1, y1, color, z = 0) =>
      polygon(
        [
          [x0, y0, z],
          [x1, y0, z],
          [x1, y1, z],
          [x0, y1, z],
        ],
        color,
      ),
    wall([x0, y0, x1, y1], u0, u1, z0, z1, color) {
      const at = (u: number, z: number): Place3 => [x0 + u * (x1 - x0), y0 + u * (y1 - y0), z];
      polygon([at(u0, z0), at(u1, z0), at(u1, z1), at(u0, z1)], color);
    },
    box,
    drum(x, y, z, radius, height, color, top) {
      const flat = flatness(x, y, z);
      upright(x, y, z, (c) => {
        c.fillStyle = color;
        c.fillRect(-radius, 0, 2 * radius, height);
        c.fillStyle = '#00000022';
        c.fillRect(radius * 0.3, 0, radius * 0.7, height);
      });
      ellipse(x, y, z, radius, flat, shade(color, 0.85));
      ellipse(x, y, z + height, radius, flat, top ?? shade(color, 1.12));
    },
    upright,
    line(from, to, metres, color) {
      const [a, b] = lens.outline([from, to, to]);
      if (a === undefined || b === undefined) return;
      ctx.strokeStyle = color;
      ctx.lineWidth = Math.max(0.7, (metres * lens.focal * 2) / (a.depth + b.depth));
      ctx.beginPath();
      ctx.moveTo(a.x, a.y);
      ctx.lineTo(b.x, b.y);
      ctx.stroke();
    },
    shadow(x, y, rx, ry, strength = 0.25) {
      const seen = lens.see([x, y, 0]);
      if (seen.depth < 1) return;
      const metre = lens.focal / seen.depth;
      ctx.fillStyle = `rgb(0 0 0 / ${strength})`;
      ctx.beginPath();
      ctx.ellipse(seen.x, seen.y, rx * metre, Math.max(1, ry * metre * flatness(x, y, 0)), 0, 0, 7);
      ctx.fill();
    },
  };
}
