// Sky, dark and rain over a picture. The dark is a cover with holes of warm light, multiplied over what was drawn by day.
import { spread } from '@onescreen/shared/random';
import type { Lens } from './lens.ts';
import { FRAME } from './lens.ts';
import type { Keep, Lamp } from './scene.ts';

const { width: WIDE, height: HIGH } = FRAME;

export function drawSky(ctx: CanvasRenderingContext2D): void {
  const sky = ctx.createLinearGradient(0, 0, 0, HIGH * 0.5);
  sky.addColorStop(0, '#9db8cc');
  sky.addColorStop(1, '#dfe5e4');
  ctx.fillStyle = sky;
  ctx.fillRect(0, 0, WIDE, HIGH);
}

/** The cover is this much coarser than the frame: light has no edges. */
const COARSE = 4;
const STEPS = 24;

/** Lays the dark over all, with the pools of the lamps left lighter. The cover is kept while the light is the same. */
export function drawDark(
  ctx: CanvasRenderingContext2D,
  lens: Lens,
  lamps: readonly Lamp[],
  night: number,
  keep: Keep,
  document: Document,
): void {
  const step = Math.round(night * STEPS) / STEPS;
  if (keep.dark?.night !== step) keep.dark = { night: step, canvas: coverOf(lens, lamps, step, document) };
  ctx.globalCompositeOperation = 'multiply';
  ctx.imageSmoothingEnabled = true;
  ctx.drawImage(keep.dark.canvas, 0, 0, WIDE, HIGH);
  ctx.globalCompositeOperation = 'source-over';
}

const mix = (from: readonly number[], to: readonly number[], part: number): string =>
  `rgb(${from.map((value, i) => Math.round(value + (to[i]! - value) * part)).join(' ')})`;

function coverOf(lens: Lens, lamps: readonly Lamp[], night: number, document: Document): HTMLCanvasElement {
  const cover = document.createElement('canvas');
  cover.width = WIDE / COARSE;
  cover.height = HIGH / COARSE;
  const ctx = cover.getContext('2d')!;
  ctx.scale(1 / COARSE, 1 / COARSE);
  const dark = ctx.createLinearGradient(0, 0, 0, HIGH);
  // Dusk is warm before it is blue.
  dark.addColorStop(0, mix([255, 250, 244], [20, 27, 54], night));
  dark.addColorStop(1, mix([255, 252, 248], [44, 52, 82], night));
  ctx.fillStyle = dark;
  ctx.fillRect(0, 0, WIDE, HIGH);
  ctx.globalCompositeOperation = 'lighter';
  for (const { x, y, radius, color = '255 205 140' } of lamps) {
    const seen = lens.see([x, y, 0]);
    if (seen.depth < 1) continue;
    const rx = (radius * lens.focal) / seen.depth;
    ctx.save();
    ctx.translate(seen.x, seen.y);
    ctx.scale(1, 0.62);
    const pool = ctx.createRadialGradient(0, -rx * 0.12, 0, 0, -rx * 0.12, rx);
    pool.addColorStop(0, `rgb(${color} / ${0.78 * night})`);
    pool.addColorStop(0.5, `rgb(${color} / ${0.34 * night})`);
    pool.addColorStop(1, `rgb(${color} / 0)`);
    ctx.fillStyle = pool;
    ctx.fillRect(-rx, -rx * 1.2, 2 * rx, 2.4 * rx);
    ctx.restore();
  }
  return cover;
}

/** Wet ground under a grey sky. */
export function drawWet(ctx: CanvasRenderingContext2D, rain: number): void {
  ctx.fillStyle = `rgb(96 108 122 / ${0.18 + 0.2 * rain})`;
  ctx.fillRect(0, 0, WIDE, HIGH);
  for (let i = 0; i < 9; i++) {
    const [x, y] = [spread(`puddle/x/${i}`) * WIDE, HIGH * (0.52 + 0.46 * spread(`puddle/y/${i}`))];
    const size = 18 + (y / HIGH) * 46 * spread(`puddle/${i}`);
    ctx.fillStyle = `rgb(196 212 224 / ${0.1 + 0.14 * rain})`;
    ctx.beginPath();
    ctx.ellipse(x, y, size, size * 0.2, 0, 0, 7);
    ctx.fill();
  }
}

const MOST_DROPS = 200;
/** Where each drop begins, and how fast it falls. */
const DROPS = Array.from({ length: MOST_DROPS }, (_, i) => ({
  x: spread(`drop/x/${i}`),
  y: spread(`drop/y/${i}`),
  fast: 1.1 + 0.7 * spread(`drop/${i}`),
}));

/** Falling drops; where they fall depends on the tick alone. */
export function drawRain(ctx: CanvasRenderingContext2D, rain: number, tick: number, night: number): void {
  ctx.strokeStyle = `rgb(222 232 242 / ${(0.34 - 0.12 * night) * (0.5 + 0.5 * rain)})`;
  ctx.lineWidth = 0.9;
  ctx.beginPath();
  for (const drop of DROPS.slice(0, Math.round(MOST_DROPS * (0.2 + 0.8 * rain)))) {
    const fallen = drop.y + tick * drop.fast;
    const y = (fallen % 1) * (HIGH + 40) - 20;
    const x = ((drop.x + Math.floor(fallen) * 0.38) % 1) * (WIDE + 60) - 20 - y * 0.08;
    ctx.moveTo(x, y);
    ctx.lineTo(x - 1.6, y + 13 + 10 * rain);
  }
  ctx.stroke();
  ctx.fillStyle = `rgb(150 165 180 / ${0.08 * rain})`;
  ctx.fillRect(0, 0, WIDE, HIGH);
}
