// What stands about in a street: stalls, parasols, tents, racks of goods, piles, bins, bags.
import type { Brush } from './brush.ts';
import { shade } from './brush.ts';
import type { Place3 } from './lens.ts';
import { disc, round } from './people.ts';

const PRODUCE = ['#c8402f', '#e39a2d', '#6f9c3d', '#d8c24a', '#8a4a86', '#4f8a4a'] as const;
const GOODS = ['#b5483f', '#3f6fae', '#d9a441', '#5a8f5c', '#8c5aa0', '#d0d3d6'] as const;
const CARTON = ['#b98c57', '#a87b48', '#c79c66'] as const;
export const one = <T>(list: readonly T[], n: number): T => list[((n % list.length) + list.length) % list.length]!;

/** A tricycle cart with a tray of fruit; `n` chooses its wares. */
export function drawCart(brush: Brush, x: number, y: number, n: number): void {
  brush.shadow(x, y, 1.1, 0.7);
  brush.box({ x: x - 0.55, y: y + 0.3, size: [0.12, 0.5, 0.5], color: '#1d1f22' });
  brush.box({ x: x + 0.55, y: y + 0.3, size: [0.12, 0.5, 0.5], color: '#1d1f22' });
  brush.box({ x, y, z: 0.42, size: [1.5, 1, 0.34], color: one(['#3e6c8e', '#7c5a3a', '#4b7a5a'], n), top: '#3a3128' });
  for (let i = 0; i < 3; i++)
    brush.upright(x - 0.5 + i * 0.5, y - 0.15, 0.76, (ctx) => {
      const color = one(PRODUCE, n * 3 + i);
      ctx.fillStyle = shade(color, 0.85);
      disc(ctx, -0.1, 0.06, 0.13);
      disc(ctx, 0.12, 0.06, 0.13);
      ctx.fillStyle = color;
      disc(ctx, 0, 0.15, 0.14);
    });
}

/** A mat with goods laid out on it. */
export function drawMat(brush: Brush, x: number, y: number, n: number): void {
  brush.ground(x - 0.8, y - 0.5, x + 0.8, y + 0.5, one(['#7a3b3b', '#35547a', '#6b6a3a'], n), 0.02);
  for (let i = 0; i < 8; i++)
    brush.box({
      x: x - 0.6 + (i % 4) * 0.4,
      y: y - 0.22 + Math.floor(i / 4) * 0.44,
      size: [0.24, 0.24, 0.16],
      color: one(GOODS, n + i),
    });
}

/** A round parasol: pole, cone of coloured and white parts. */
export function drawParasol(brush: Brush, x: number, y: number, color: string, radius = 1.5): void {
  brush.shadow(x, y, radius, radius * 0.9, 0.22);
  brush.line([x, y, 0], [x, y, 2.7], 0.08, '#d8d8d4');
  const parts = 10;
  const rim = (i: number): Place3 => {
    const angle = (2 * Math.PI * i) / parts;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle), 2.15];
  };
  // The far half first: the near one covers it.
  const order = Array.from({ length: parts }, (_, i) => i).sort(
    (a, b) => Math.sin((2 * Math.PI * (b + 0.5)) / parts) - Math.sin((2 * Math.PI * (a + 0.5)) / parts),
  );
  for (const i of order)
    brush.polygon(
      [rim(i), rim(i + 1), [x, y, 2.85]],
      shade(i % 2 === 0 ? color : '#efe9da', 0.85 + 0.2 * Math.abs(Math.cos((2 * Math.PI * (i + 0.5)) / parts))),
    );
}

/** A four-legged tent with a pointed roof. */
export function drawTent(brush: Brush, x: number, y: number, color: string, side = 2.6): void {
  const h = side / 2;
  brush.shadow(x, y, h, h, 0.22);
  const corners: Place3[] = [
    [x - h, y + h, 2.1],
    [x + h, y + h, 2.1],
    [x + h, y - h, 2.1],
    [x - h, y - h, 2.1],
  ];
  for (const [cx, cy] of corners) brush.line([cx, cy, 0], [cx, cy, 2.1], 0.07, '#c9ccd0');
  const top: Place3 = [x, y, 3];
  const sides = [0, 1, 3, 2].map((i) => [corners[i]!, corners[(i + 1) % 4]!] as const);
  for (const [i, [a, b]] of sides.entries()) brush.polygon([a, b, top], shade(color, [0.78, 0.92, 0.86, 1.02][i]!));
  brush.polygon(
    [
      [x - h, y - h, 2.1],
      [x + h, y - h, 2.1],
      [x + h, y - h, 1.85],
      [x - h, y - h, 1.85],
    ],
    shade(color, 0.9),
  );
}

/** A table or rack of goods before a shop. */
export function drawRack(brush: Brush, x: number, y: number, n: number): void {
  brush.shadow(x, y, 0.9, 0.5);
  brush.box({ x, y, size: [1.4, 0.6, 0.55], color: '#8a6a48', top: '#9a7a55' });
  brush.box({ x, y: y + 0.18, z: 0.55, size: [1.4, 0.24, 0.35], color: '#7c5e40', top: '#9a7a55' });
  for (let i = 0; i < 5; i++) {
    brush.box({ x: x - 0.56 + i * 0.28, y: y + 0.18, z: 0.9, size: [0.2, 0.2, 0.24], color: one(GOODS, n + i) });
    brush.box({ x: x - 0.56 + i * 0.28, y: y - 0.14, z: 0.55, size: [0.2, 0.2, 0.2], color: one(PRODUCE, n + i + 1) });
  }
}

/** Cartons, planks and sacks, as many as counted. */
export function drawPile(brush: Brush, x: number, y: number, n: number, count: number): void {
  brush.shadow(x, y, 1.3, 0.8);
  const many = Math.min(8, Math.max(2, count + 1));
  for (let i = 0; i < Math.min(4, many); i++)
    brush.box({
      x: x - 0.8 + i * 0.56,
      y: y + 0.25 - (i % 2) * 0.2,
      size: [0.54, 0.56, 0.46 + 0.08 * ((n + i) % 3)],
      color: one(CARTON, n + i),
      turn: ((n + i) % 3) * 5 - 5,
    });
  for (let i = 4; i < many; i++)
    brush.box({
      x: x - 0.55 + (i - 4) * 0.52,
      y: y + 0.15,
      z: 0.54,
      size: [0.5, 0.5, 0.4],
      color: one(CARTON, n + i + 1),
      turn: ((n + i) % 4) * 4 - 6,
    });
  brush.line([x - 1.2, y - 0.35, 0.06], [x + 1.2, y - 0.5, 0.06], 0.14, '#8c7350');
  brush.line([x - 1.1, y - 0.45, 0.12], [x + 1.25, y - 0.3, 0.12], 0.12, '#a08560');
  if (n % 2 === 0) drawBag(brush, x + 1, y - 0.3, '#c8c3b2', 0.36);
}

/** A waste bin with its lid. */
export function drawBin(brush: Brush, x: number, y: number, color: string, isOpen = false): void {
  brush.shadow(x, y, 0.5, 0.4);
  brush.box({ x, y, z: 0.05, size: [0.62, 0.7, 0.92], color, top: isOpen ? '#26221d' : shade(color, 1.1) });
  if (!isOpen) brush.box({ x, y, z: 0.97, size: [0.68, 0.76, 0.09], color: shade(color, 0.85) });
  else
    brush.polygon(
      [
        [x - 0.33, y + 0.38, 0.97],
        [x + 0.33, y + 0.38, 0.97],
        [x + 0.33, y + 0.55, 1.5],
        [x - 0.33, y + 0.55, 1.5],
      ],
      shade(color, 0.8),
    );
}

export function drawBag(brush: Brush, x: number, y: number, color: string, radius = 0.34, z = 0): void {
  if (z === 0) brush.shadow(x, y, radius * 1.2, radius * 0.8);
  brush.upright(x, y, z, (ctx) => {
    ctx.fillStyle = color;
    ctx.beginPath();
    ctx.ellipse(0, radius * 0.75, radius, radius * 0.8, 0, 0, 7);
    ctx.fill();
    ctx.fillRect(-radius * 0.16, radius * 1.3, radius * 0.32, radius * 0.45);
    ctx.fillStyle = '#ffffff2e';
    ctx.beginPath();
    ctx.ellipse(-radius * 0.3, radius * 0.95, radius * 0.28, radius * 0.36, 0.5, 0, 7);
    ctx.fill();
  });
}

/** Bits of waste strewn on the ground. */
export function drawLitter(brush: Brush, x: number, y: number, n: number): void {
  for (let i = 0; i < 9; i++) {
    const angle = (i * 2.4 + n) % 6.28;
    const far = 0.4 + 0.16 * i * 0.6;
    brush.box({
      x: x + far * Math.cos(angle),
      y: y + far * 0.6 * Math.sin(angle),
      size: [0.18, 0.14, 0.04],
      color: one(['#e8e4d8', '#c65a44', '#8aa0a8', '#d4b25a'], n + i),
      turn: i * 30,
    });
  }
}

/** A low sign that folds out. */
export function drawSign(brush: Brush, x: number, y: number, color: string): void {
  brush.shadow(x, y, 0.4, 0.25);
  brush.upright(x, y, 0, (ctx) => {
    ctx.fillStyle = color;
    round(ctx, -0.32, 0, 0.64, 0.95, 0.05);
    ctx.fillStyle = '#ffffffd0';
    for (const at of [0.72, 0.52, 0.32]) ctx.fillRect(-0.2, at, 0.4, 0.09);
  });
}
