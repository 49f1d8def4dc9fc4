// People as upright cut-outs: standing, walking, cooking, under an umbrella, on an e-bike. Nobody in particular.
import type { Brush } from './brush.ts';
import { shade } from './brush.ts';

export interface Person {
  coat: string;
  legs: string;
  hair: string;
  /** Metres. */
  height: number;
}

const COATS = [
  '#3c5a78',
  '#8b3d45',
  '#4d6b52',
  '#2f3540',
  '#a3804f',
  '#6b5a86',
  '#b56b4a',
  '#d0cdc4',
  '#50707a',
] as const;
const LEGS = ['#2a303a', '#3f4a5c', '#54493f', '#23262c'] as const;
const HAIRS = ['#1d1a18', '#2b2420', '#6d6a66', '#1d1a18'] as const;
const SKIN = '#d9ae8c';

const pick = <T>(list: readonly T[], share: number): T => list[Math.floor(share * list.length) % list.length]!;

/** Somebody out of a share 0 to 1. */
export const somebody = (share: number): Person => ({
  coat: pick(COATS, (share * 7.3) % 1),
  legs: pick(LEGS, (share * 3.7) % 1),
  hair: pick(HAIRS, (share * 11.9) % 1),
  height: 1.55 + 0.25 * ((share * 5.1) % 1),
});

export interface Pose {
  /** Swing of the legs, −1 to 1; 0 stands. */
  stride?: number;
  umbrella?: string | null;
  /** A hat of this colour. */
  hat?: string;
  /** An apron or vest over the coat. */
  vest?: string;
  /** Arms forward, to the right (1) or left (−1). */
  reach?: number;
  carries?: string;
}

/** Draws a person at a place on the ground, `z` metres up. */
export function drawPerson(brush: Brush, x: number, y: number, who: Person, pose: Pose = {}, z = 0): void {
  if (z === 0) brush.shadow(x, y, 0.3, 0.3);
  brush.upright(x, y, z, (ctx) => figure(ctx, who, pose));
}

function figure(ctx: CanvasRenderingContext2D, who: Person, pose: Pose): void {
  const h = who.height;
  const swing = 0.2 * (pose.stride ?? 0);
  ctx.lineCap = 'round';
  ctx.strokeStyle = who.legs;
  ctx.lineWidth = 0.15;
  stroke(ctx, 0.06, h * 0.47, 0.08 + swing, 0.05);
  stroke(ctx, -0.06, h * 0.47, -0.08 - swing, 0.05);
  ctx.fillStyle = who.coat;
  round(ctx, -0.21, h * 0.42, 0.42, h * 0.42, 0.12);
  if (pose.vest !== undefined) {
    ctx.fillStyle = pose.vest;
    round(ctx, -0.17, h * 0.42, 0.34, h * 0.34, 0.06);
  }
  ctx.strokeStyle = shade(who.coat, 0.82);
  ctx.lineWidth = 0.11;
  const reach = pose.reach ?? 0;
  stroke(ctx, -0.2, h * 0.77, -0.24 + (reach < 0 ? -0.28 : -0.4 * swing), h * (reach < 0 ? 0.6 : 0.48));
  stroke(ctx, 0.2, h * 0.77, 0.24 + (reach > 0 ? 0.28 : 0.4 * swing), h * (reach > 0 ? 0.6 : 0.48));
  ctx.fillStyle = SKIN;
  disc(ctx, 0, h * 0.92, 0.125);
  ctx.fillStyle = who.hair;
  ctx.beginPath();
  ctx.arc(0, h * 0.935, 0.13, 0.1, Math.PI - 0.1);
  ctx.fill();
  if (pose.hat !== undefined) {
    ctx.fillStyle = pose.hat;
    round(ctx, -0.14, h * 0.95, 0.28, 0.17, 0.05);
  }
  if (pose.carries !== undefined) {
    ctx.fillStyle = pose.carries;
    round(ctx, 0.22, h * 0.26, 0.24, 0.3, 0.05);
  }
  if (pose.umbrella != null) umbrella(ctx, h, pose.umbrella);
}

function umbrella(ctx: CanvasRenderingContext2D, h: number, color: string): void {
  ctx.strokeStyle = '#3a3f46';
  ctx.lineWidth = 0.03;
  stroke(ctx, 0.16, h * 0.62, 0.1, h + 0.3);
  ctx.fillStyle = color;
  ctx.beginPath();
  ctx.moveTo(-0.5, h + 0.02);
  ctx.quadraticCurveTo(0.1, h + 0.62, 0.7, h + 0.02);
  ctx.quadraticCurveTo(0.1, h + 0.16, -0.5, h + 0.02);
  ctx.fill();
}

export function stroke(ctx: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}
export function disc(ctx: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 7);
  ctx.fill();
}
export function round(ctx: CanvasRenderingContext2D, x: number, y: number, w: number, h: number, r: number): void {
  ctx.beginPath();
  ctx.roundRect(x, y, w, h, r);
  ctx.fill();
}

/** A bike or e-bike seen from its side; `rider` sits on it. `way`: 1 to the right, −1 to the left. */
export function drawBike(
  brush: Brush,
  x: number,
  y: number,
  color: string,
  { rider, way = 1, basket }: { rider?: Person; way?: 1 | -1; basket?: string } = {},
): void {
  brush.shadow(x, y, 0.8, 0.25);
  brush.upright(x, y, 0, (ctx) => {
    ctx.scale(way, 1);
    ctx.strokeStyle = '#202328';
    ctx.lineWidth = 0.07;
    for (const at of [-0.55, 0.55]) {
      ctx.beginPath();
      ctx.arc(at, 0.31, 0.29, 0, 7);
      ctx.stroke();
    }
    ctx.strokeStyle = color;
    ctx.lineWidth = 0.1;
    ctx.lineJoin = 'round';
    ctx.beginPath();
    ctx.moveTo(-0.55, 0.31);
    ctx.lineTo(-0.25, 0.72);
    ctx.lineTo(0.1, 0.34);
    ctx.lineTo(-0.55, 0.31);
    ctx.moveTo(0.1, 0.34);
    ctx.lineTo(0.42, 0.8);
    ctx.lineTo(0.55, 0.31);
    ctx.moveTo(0.42, 0.8);
    ctx.lineTo(0.36, 1.02);
    ctx.lineTo(0.24, 1.04);
    ctx.stroke();
    ctx.fillStyle = '#24262b';
    round(ctx, -0.42, 0.74, 0.34, 0.1, 0.04);
    if (basket !== undefined) {
      ctx.fillStyle = basket;
      round(ctx, 0.44, 0.62, 0.3, 0.24, 0.03);
    }
    if (rider === undefined) return;
    ctx.translate(-0.18, 0.28);
    figure(ctx, { ...rider, height: rider.height * 0.9 }, { reach: 1, hat: '#e7e7e2' });
  });
}
