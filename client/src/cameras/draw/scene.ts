// What a scene is made of, and how its picture is painted: backdrop, things by depth, the dark with its lamps, rain.
import type { Picture } from '@onescreen/shared/cameras';
import { hash32 } from '@onescreen/shared/random';
import { drawDark, drawRain, drawSky, drawWet } from './air.ts';
import type { Brush } from './brush.ts';
import { createBrush } from './brush.ts';
import type { Lens, LensAt } from './lens.ts';
import { createLens, FRAME } from './lens.ts';
import type { Moment } from './moment.ts';

/** A thing in the scene; what is farther away is drawn first. */
export interface Prop {
  x: number;
  y: number;
  draw(): void;
}
export const prop = (x: number, y: number, draw: () => void): Prop => ({ x, y, draw });

/** A place in the scene and the room that is taken there: what a box is drawn round. Metres. */
export interface Spot {
  x: number;
  y: number;
  size: readonly [width: number, length: number, height: number];
}
export interface Lamp {
  x: number;
  y: number;
  radius: number;
  color?: string;
}
export interface Drawn {
  /** Chooses looks. */
  n: number;
  count: number;
  /** Seconds since it began. */
  age: number;
}

export interface Scene {
  lens: LensAt;
  /** An indoor scene has its own light, day and night, and no weather. */
  isIndoors?: boolean;
  /** What never moves and lies behind all else. */
  backdrop(brush: Brush): void;
  /** Things that stand there or pass by. */
  props(brush: Brush, moment: Moment): Prop[];
  places: readonly Spot[];
  decoys: readonly Spot[];
  /** The thing that should not be. */
  hazard(brush: Brush, at: Spot, drawn: Drawn, moment: Moment): Prop[];
  /** A harmless thing that looks like it. */
  decoy(brush: Brush, at: Spot, n: number, moment: Moment): Prop[];
  lamps: readonly Lamp[];
  /** What shines by itself after dark. */
  glow?(brush: Brush, strength: number, moment: Moment): void;
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}
const lenses = new WeakMap<Scene, Lens>();
const lensOf = (scene: Scene): Lens => {
  const lens = lenses.get(scene) ?? createLens(scene.lens);
  lenses.set(scene, lens);
  return lens;
};

/** Where a spot is in the frame, as shares of its width and height, with a little room around. */
export function rectOf(scene: Scene, { x, y, size: [w, l, h] }: Spot): Rect {
  const lens = lensOf(scene);
  const corners = [-1, 1].flatMap((i) =>
    [-1, 1].flatMap((j) => [0, h].map((z) => lens.see([x + (i * w) / 2, y + (j * l) / 2, z]))),
  );
  const xs = corners.map((one) => one.x / FRAME.width);
  const ys = corners.map((one) => one.y / FRAME.height);
  const [left, right] = [Math.max(0.01, Math.min(...xs) - 0.008), Math.min(0.99, Math.max(...xs) + 0.008)];
  const [top, bottom] = [Math.max(0.02, Math.min(...ys) - 0.012), Math.min(0.985, Math.max(...ys) + 0.012)];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Number of objects where nobody has counted them yet. */
const uncounted = (n: number): number => 1 + (n % 3);

function propsOf(scene: Scene, brush: Brush, picture: Picture, moment: Moment): Prop[] {
  const props = scene.props(brush, moment);
  for (const { id, place, count, age } of picture.hazards) {
    const n = hash32(`looks/${id}`) % 997;
    props.push(...scene.hazard(brush, scene.places[place]!, { n, count: count ?? uncounted(n), age }, moment));
  }
  const decoys = new Set(picture.boxes.flatMap(({ spot }) => (spot.kind === 'decoy' ? [spot.place] : [])));
  for (const place of decoys) props.push(...scene.decoy(brush, scene.decoys[place]!, place, moment));
  const { lens } = brush;
  return props
    .map((one) => ({ one, depth: lens.depthOf(one.x, one.y) }))
    .sort((a, b) => b.depth - a.depth)
    .map(({ one }) => one);
}

/** Something that can keep pictures between two paintings. */
export interface Keep {
  scene: Scene | null;
  width: number;
  backdrop: HTMLCanvasElement | null;
  dark: { night: number; canvas: HTMLCanvasElement } | null;
}
export const emptyKeep = (): Keep => ({ scene: null, width: 0, backdrop: null, dark: null });

function backdropOf(scene: Scene, keep: Keep, canvas: HTMLCanvasElement): HTMLCanvasElement {
  if (keep.backdrop !== null && keep.scene === scene && keep.width === canvas.width) return keep.backdrop;
  const made = canvas.ownerDocument.createElement('canvas');
  made.width = canvas.width;
  made.height = canvas.height;
  const ctx = made.getContext('2d')!;
  ctx.scale(made.width / FRAME.width, made.height / FRAME.height);
  if (!scene.isIndoors) drawSky(ctx);
  scene.backdrop(createBrush(ctx, lensOf(scene)));
  Object.assign(keep, { scene, width: canvas.width, backdrop: made, dark: null });
  return made;
}

/** Paints one frame. `keep` is the canvas's own. */
export function paint(scene: Scene, canvas: HTMLCanvasElement, picture: Picture, moment: Moment, keep: Keep): void {
  const ctx = canvas.getContext('2d');
  if (ctx === null) return;
  const lens = lensOf(scene);
  const brush = createBrush(ctx, lens);
  const night = scene.isIndoors ? 0 : moment.night;
  const rain = scene.isIndoors ? 0 : moment.rain;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(backdropOf(scene, keep, canvas), 0, 0);
  ctx.setTransform(canvas.width / FRAME.width, 0, 0, canvas.height / FRAME.height, 0, 0);
  if (rain > 0) drawWet(ctx, rain);
  for (const one of propsOf(scene, brush, picture, moment)) one.draw();
  if (night > 0.02) {
    drawDark(ctx, lens, scene.lamps, night, keep, canvas.ownerDocument);
    scene.glow?.(brush, night ** 1.6, moment);
  }
  if (rain > 0) drawRain(ctx, rain, moment.tick, night);
}
