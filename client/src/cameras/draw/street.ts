// What a street is made of: ground with its marks, buildings with their shops, trees, lamps, signals.
import type { Brush } from './brush.ts';
import { shade } from './brush.ts';
import { one } from './goods.ts';
import { disc, round, stroke } from './people.ts';

export const ASPHALT = '#565b61';
export const PAVEMENT = '#a39c91';
export const KERB = '#c9c4b8';

/** The ground as far as the camera sees, and the sky over it. */
export function drawGround(brush: Brush, color: string, far = 120): void {
  brush.ground(-90, 0.2, 90, far, color);
}

/** Slabs of a pavement between two corners. */
export function drawSlabs(
  brush: Brush,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  color = PAVEMENT,
  step = 1.2,
): void {
  brush.ground(x0, y0, x1, y1, color);
  const joint = shade(color, 0.93);
  for (let x = x0; x <= x1; x += step) brush.line([x, Math.max(1, y0), 0], [x, y1, 0], 0.035, joint);
  for (let y = y0; y <= Math.min(y1, y0 + 26); y += step) brush.line([x0, y, 0], [x1, y, 0], 0.035, joint);
}

export function drawKerb(brush: Brush, x0: number, y0: number, x1: number, y1: number): void {
  brush.ground(
    Math.min(x0, x1) - 0.12,
    Math.min(y0, y1) - 0.12,
    Math.max(x0, x1) + 0.12,
    Math.max(y0, y1) + 0.12,
    KERB,
  );
}

/** A line of dashes along x or y. */
export function drawDashes(
  brush: Brush,
  from: readonly [number, number],
  to: readonly [number, number],
  width = 0.15,
  dash = 2,
  color = '#dfe2e2',
): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  for (let at = 0; at < length; at += dash * 2) {
    const end = Math.min(length, at + dash);
    const p = (s: number): [number, number] => [from[0] + (dx * s) / length, from[1] + (dy * s) / length];
    const [a, b] = [p(at), p(end)];
    const h = width / 2;
    brush.ground(
      Math.min(a[0], b[0]) - (dx === 0 ? h : 0),
      Math.min(a[1], b[1]) - (dy === 0 ? h : 0),
      Math.max(a[0], b[0]) + (dx === 0 ? h : 0),
      Math.max(a[1], b[1]) + (dy === 0 ? h : 0),
      color,
    );
  }
}

/** Zebra stripes: bars along y from `y0` to `y1`, side by side from `x0` to `x1`. */
export function drawZebra(brush: Brush, x0: number, x1: number, y0: number, y1: number, isAcross = false): void {
  if (isAcross) for (let y = y0; y < y1; y += 0.95) brush.ground(x0, y, x1, y + 0.48, '#e3e5e4');
  else for (let x = x0; x < x1; x += 0.95) brush.ground(x, y0, x + 0.48, y1, '#e3e5e4');
}

export interface ShopRow {
  /** The front, from its left end to its right as the camera sees it. */
  line: readonly [number, number, number, number];
  /** How many shops. */
  shops: number;
  height: number;
  color: string;
  /** Chooses colours. */
  n: number;
  /** Shutters down: share 0 to 1. */
  shut?: number;
}

const SIGNS = ['#b23a35', '#2f6a9a', '#3c7d55', '#c4862f', '#6a4a86', '#a8484f', '#2d7f86'] as const;

/** A row of shops under flats: glass, doors, signs with strokes for letters, windows over them. */
export function drawShops(brush: Brush, { line, shops, height, color, n, shut = 0 }: ShopRow): void {
  brush.wall(line, 0, 1, 0, height, color);
  for (let i = 0; i < shops; i++) {
    const [u0, u1] = [i / shops, (i + 1) / shops];
    const w = u1 - u0;
    const isShut = ((n + i) * 0.37) % 1 < shut;
    brush.wall(line, u0 + 0.06 * w, u1 - 0.06 * w, 0.1, 2.6, isShut ? '#8b9095' : '#3a4a55');
    if (isShut)
      for (let z = 0.4; z < 2.5; z += 0.35) brush.wall(line, u0 + 0.06 * w, u1 - 0.06 * w, z, z + 0.06, '#767c82');
    else {
      brush.wall(line, u0 + 0.1 * w, u0 + 0.48 * w, 0.5, 2.4, '#7e8f92');
      brush.wall(
        line,
        u0 + 0.14 * w,
        u0 + 0.44 * w,
        0.5,
        1.2,
        one(['#a88a5c', '#8a5a4a', '#5c7a6a', '#8f8aa0'], n + i),
      );
      brush.wall(line, u0 + 0.56 * w, u0 + 0.86 * w, 0.05, 2.4, '#55666e');
      brush.wall(line, u0 + 0.7 * w, u0 + 0.715 * w, 0.05, 2.4, '#c5cccf');
    }
    const sign = one(SIGNS, n * 3 + i);
    brush.wall(line, u0 + 0.03 * w, u1 - 0.03 * w, 2.7, 3.5, sign);
    const letters = 3 + ((n + i) % 3);
    for (let k = 0; k < letters; k++) {
      const at = u0 + w * (0.2 + (0.6 * (k + 0.15)) / letters);
      brush.wall(line, at, at + (0.42 * w) / letters, 2.88, 3.32, '#f5efdf');
      brush.wall(line, at + (0.1 * w) / letters, at + (0.32 * w) / letters, 2.98, 3.08, sign);
    }
  }
  for (let z = 4.3; z + 1.3 < height; z += 2.7)
    for (let i = 0; i < shops * 2; i++) {
      const u = (i + 0.5) / (shops * 2);
      brush.wall(line, u - 0.15 / shops, u + 0.15 / shops, z, z + 1.4, '#5a6a76');
      brush.wall(line, u - 0.15 / shops, u - 0.01 / shops, z, z + 1.4, '#748490');
      brush.wall(line, u - 0.18 / shops, u + 0.18 / shops, z - 0.1, z, shade(color, 1.12));
    }
}

/** Glow of the open shops after dark; `strength` 0 to 1. */
export function lightShops(brush: Brush, { line, shops, n, shut = 0, height }: ShopRow, strength: number): void {
  const { ctx } = brush;
  ctx.globalAlpha = strength;
  for (let i = 0; i < shops; i++) {
    if (((n + i) * 0.37) % 1 < shut) continue;
    const [u0, w] = [i / shops, 1 / shops];
    brush.wall(line, u0 + 0.08 * w, u0 + 0.92 * w, 0.1, 2.5, '#ffdca033');
    brush.wall(line, u0 + 0.1 * w, u0 + 0.48 * w, 0.5, 2.4, '#ffd890b0');
    brush.wall(line, u0 + 0.56 * w, u0 + 0.86 * w, 0.05, 2.4, '#ffe3b090');
    brush.wall(line, u0 + 0.03 * w, u0 + 0.97 * w, 2.7, 3.5, `${one(SIGNS, n * 3 + i)}c0`);
    const letters = 3 + ((n + i) % 3);
    for (let k = 0; k < letters; k++) {
      const at = u0 + w * (0.2 + (0.6 * (k + 0.15)) / letters);
      brush.wall(line, at, at + (0.42 * w) / letters, 2.88, 3.32, '#fff6da');
    }
  }
  for (let z = 4.3, floor = 0; z + 1.3 < height; z += 2.7, floor++)
    for (let i = 0; i < shops * 2; i++)
      if ((n * 7 + i * 5 + floor * 3) % 4 === 0) {
        const u = (i + 0.5) / (shops * 2);
        brush.wall(line, u - 0.15 / shops, u + 0.15 / shops, z, z + 1.4, '#ffdf9ca0');
      }
  ctx.globalAlpha = 1;
}

/** A plain building far away with rows of windows. */
export function drawBlock(brush: Brush, x: number, y: number, width: number, height: number, color: string): void {
  brush.box({ x, y, size: [width, 8, height], color });
  const line = [x - width / 2, y - 4, x + width / 2, y - 4] as const;
  const columns = Math.max(3, Math.round(width / 3));
  for (let z = 2.5; z < height - 1.5; z += 3.2)
    for (let i = 0; i < columns; i++)
      brush.wall(
        line,
        (i + 0.2) / columns,
        (i + 0.75) / columns,
        z,
        z + 1.7,
        (i + Math.round(z)) % 5 === 0 ? '#8fa0ab' : '#66757f',
      );
}

export function drawTree(brush: Brush, x: number, y: number, height = 5.5, n = 0): void {
  brush.shadow(x, y, height * 0.32, height * 0.25, 0.2);
  brush.upright(x, y, 0, (ctx) => {
    ctx.fillStyle = '#5b4a3a';
    ctx.fillRect(-0.13, 0, 0.26, height * 0.55);
    const greens = ['#3f5f3a', '#4c7044', '#5c804c', '#6b8f55'] as const;
    for (let i = 0; i < 11; i++) {
      const angle = i * 2.39 + n;
      const far = height * 0.05 * Math.sqrt(i) * 1.5;
      ctx.fillStyle = greens[Math.min(3, Math.floor(i / 3))]!;
      disc(
        ctx,
        far * Math.cos(angle),
        height * 0.68 + far * 0.75 * Math.sin(angle) + (i > 6 ? height * 0.05 : 0),
        height * (0.17 - 0.006 * i),
      );
    }
  });
}

export function drawLamp(brush: Brush, x: number, y: number, height = 6, way = 1): void {
  brush.upright(x, y, 0, (ctx) => {
    ctx.strokeStyle = '#3d444c';
    ctx.lineWidth = 0.12;
    stroke(ctx, 0, 0, 0, height);
    stroke(ctx, 0, height, way * 1.1, height + 0.15);
    ctx.fillStyle = '#e9e6d8';
    round(ctx, way > 0 ? 0.8 : -1.4, height + 0.02, 0.6, 0.14, 0.06);
  });
}

export type SignalColor = 'red' | 'green' | 'yellow';
/** A signal for those on foot. */
export function drawSignal(brush: Brush, x: number, y: number, shown: SignalColor): void {
  brush.upright(x, y, 0, (ctx) => {
    ctx.strokeStyle = '#3d444c';
    ctx.lineWidth = 0.11;
    stroke(ctx, 0, 0, 0, 2.9);
    ctx.fillStyle = '#1b1e22';
    round(ctx, -0.24, 2.3, 0.48, 0.95, 0.08);
    ctx.fillStyle = shown === 'green' ? '#4a1f1f' : shown === 'yellow' ? '#e8b93c' : '#ff4a40';
    disc(ctx, 0, 3, 0.16);
    ctx.fillStyle = shown === 'green' ? '#3fe07c' : '#1d3a28';
    disc(ctx, 0, 2.57, 0.16);
  });
}

/** A round plate on a pole: no parking, no stopping. */
export function drawPlate(brush: Brush, x: number, y: number): void {
  brush.upright(x, y, 0, (ctx) => {
    ctx.strokeStyle = '#8a9096';
    ctx.lineWidth = 0.08;
    stroke(ctx, 0, 0, 0, 2.4);
    ctx.fillStyle = '#c6322c';
    disc(ctx, 0, 2.5, 0.36);
    ctx.fillStyle = '#20519e';
    disc(ctx, 0, 2.5, 0.28);
    ctx.strokeStyle = '#c6322c';
    stroke(ctx, -0.2, 2.7, 0.2, 2.3);
  });
}
