// Cars, vans, buses and slag trucks as solid things that stand or drive along a direction.
import type { Brush } from './brush.ts';
import { shade } from './brush.ts';

export interface Parked {
  x: number;
  y: number;
  color: string;
  /** Its nose points away from the camera at 0, to the right at −90. Degrees. */
  turn?: number;
}

type Local = (across: number, along: number) => [number, number];
const local = ({ x, y, turn = 0 }: Parked): Local => {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  return (a, b) => [x + a * cos - b * sin, y + a * sin + b * cos];
};

const GLASS = '#2b3a4a';
const TYRE = '#17191c';

interface Part {
  a: number;
  b: number;
  z: number;
  size: readonly [number, number, number];
  color: string;
  top?: string;
}

/** Parts farther away first, so that nearer ones cover them. */
function assemble(brush: Brush, car: Parked, parts: readonly Part[]): void {
  const at = local(car);
  const placed = parts.map((part) => {
    const [x, y] = at(part.a, part.b);
    return { ...part, x, y, depth: brush.lens.depthOf(x, y) - part.z * 0.01 };
  });
  // What lies lower is drawn first at about the same depth.
  placed.sort((one, two) => (Math.abs(one.z - two.z) > 0.3 ? one.z - two.z : two.depth - one.depth));
  for (const { x, y, z, size, color, top } of placed)
    brush.box({ x, y, z, size, color, turn: car.turn ?? 0, ...(top === undefined ? {} : { top }) });
}

const wheels = (half: number, ...along: number[]): Part[] =>
  along.flatMap((b) => [-half, half].map((a): Part => ({ a, b, z: 0, size: [0.24, 0.66, 0.62], color: TYRE })));

export function drawCar(brush: Brush, car: Parked): void {
  const { color } = car;
  brush.shadow(car.x, car.y, 1.6, 1.5, 0.28);
  assemble(brush, car, [
    ...wheels(0.74, -1.35, 1.4),
    { a: 0, b: 0, z: 0.3, size: [1.8, 4.5, 0.56], color },
    { a: 0, b: -0.25, z: 0.86, size: [1.56, 2.4, 0.5], color: GLASS, top: color },
  ]);
  const at = local(car);
  // Lamps and plate on the end that the camera sees.
  for (const [b, lamp] of [
    [-2.26, '#b8302c'],
    [2.26, '#f3efd8'],
  ] as const) {
    const [x, y] = at(0, b);
    if (brush.lens.depthOf(x, y) > brush.lens.depthOf(car.x, car.y)) continue;
    const [lx, ly] = at(-0.85, b);
    const [rx, ry] = at(0.85, b);
    const line = [lx, ly, rx, ry] as const;
    brush.wall(line, 0, 0.2, 0.58, 0.74, lamp);
    brush.wall(line, 0.8, 1, 0.58, 0.74, lamp);
    brush.wall(line, 0.36, 0.64, 0.42, 0.56, '#1f4fa0');
  }
}

export function drawVan(brush: Brush, van: Parked): void {
  brush.shadow(van.x, van.y, 2.4, 1.8, 0.28);
  assemble(brush, van, [
    ...wheels(0.88, -1.6, 1.6),
    { a: 0, b: -0.3, z: 0.3, size: [1.95, 4.4, 1.75], color: van.color },
    { a: 0, b: 2.1, z: 0.3, size: [1.9, 0.9, 0.9], color: van.color },
    { a: 0, b: 2, z: 1.2, size: [1.8, 0.5, 0.7], color: GLASS, top: van.color },
  ]);
}

export function drawBus(brush: Brush, bus: Parked): void {
  brush.shadow(bus.x, bus.y, 4, 3, 0.28);
  assemble(brush, bus, [
    ...wheels(1.1, -3.2, 3.2),
    { a: 0, b: 0, z: 0.32, size: [2.5, 10.5, 1], color: bus.color },
    { a: 0, b: 0, z: 1.32, size: [2.46, 10.4, 1.1], color: GLASS },
    { a: 0, b: 0, z: 2.42, size: [2.5, 10.5, 0.45], color: bus.color, top: '#e6e8e8' },
  ]);
}

/** A slag truck: `cover` lies over the load, or the load lies open. */
export function drawTruck(brush: Brush, truck: Parked, isCovered: boolean): void {
  brush.shadow(truck.x, truck.y, 3.6, 2.6, 0.3);
  const bed = '#5d6a52';
  assemble(brush, truck, [
    ...wheels(1.1, -2.7, -1.7, 2.6),
    { a: 0, b: -1, z: 0.75, size: [2.45, 5.4, 0.2], color: '#2c2f33' },
    { a: 0, b: 2.75, z: 0.5, size: [2.4, 1.9, 1.3], color: truck.color },
    { a: 0, b: 2.75, z: 1.8, size: [2.3, 1.8, 0.9], color: GLASS, top: truck.color },
    { a: 0, b: -1, z: 0.95, size: [2.5, 5.3, 1.5], color: bed, top: isCovered ? '#2f6b46' : '#3f352b' },
  ]);
  const at = local(truck);
  if (isCovered) {
    for (const b of [-3, -1.9, -0.8, 0.3, 1.2]) {
      const [lx, ly] = at(-1.25, b);
      const [rx, ry] = at(1.25, b);
      brush.line([lx, ly, 2.52], [rx, ry, 2.52], 0.08, '#1d4a30');
    }
    return;
  }
  // Heaps of spoil that stand out over the bed.
  for (const [b, size] of [
    [0.7, 0.95],
    [-2.3, 0.9],
    [-0.8, 1.15],
  ] as const) {
    const [x, y] = at(0, b);
    brush.upright(x, y, 2.35, (ctx) => {
      ctx.fillStyle = '#7b6448';
      heap(ctx, size);
      ctx.fillStyle = shade('#7b6448', 0.8);
      heap(ctx, size * 0.55);
    });
  }
}

function heap(ctx: CanvasRenderingContext2D, size: number): void {
  ctx.beginPath();
  ctx.moveTo(-1.25 * size, 0);
  ctx.quadraticCurveTo(-0.6 * size, 0.9 * size, 0, 0.85 * size);
  ctx.quadraticCurveTo(0.7 * size, 0.8 * size, 1.25 * size, 0);
  ctx.fill();
}
