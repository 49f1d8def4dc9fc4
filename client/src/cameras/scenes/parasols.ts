// XJ02 违规撑伞: a walking street. Parasols and tents outside the shop line are against the rules.
import { drawParasol, drawTent } from '../draw/goods.ts';
import { walkers } from '../draw/passing.ts';
import { drawPerson, somebody } from '../draw/people.ts';
import type { Scene } from '../draw/scene.ts';
import { prop } from '../draw/scene.ts';
import type { ShopRow } from '../draw/street.ts';
import { drawBlock, drawGround, drawLamp, drawShops, drawSlabs, drawTree, lightShops } from '../draw/street.ts';

const LEFT: ShopRow = { line: [-8.6, 7, -8.6, 52], shops: 9, height: 9.5, color: '#c9bda8', n: 1 };
const RIGHT: ShopRow = { line: [8.6, 52, 8.6, 7], shops: 9, height: 11, color: '#b9aca6', n: 4 };
const COLORS = ['#c0473f', '#2f7a8a', '#c98a2e', '#3e6aa8'] as const;
const ROOM = [3, 3, 3] as const;

export const parasols: Scene = {
  lens: { height: 5.4, down: 14 },
  backdrop(brush) {
    drawGround(brush, '#9d958a');
    drawBlock(brush, 0, 76, 26, 22, '#aab3b8');
    drawSlabs(brush, -8.6, 6, 8.6, 54, '#b4a898', 1.4);
    brush.ground(-1.3, 6, 1.3, 54, '#c6bba8');
    for (const x of [-6.2, 6.2]) brush.ground(x - 0.06, 6, x + 0.06, 54, '#d8b64a');
    drawShops(brush, LEFT);
    drawShops(brush, RIGHT);
  },
  props: (brush, moment) => [
    ...[14, 24, 34].flatMap((y) => [
      prop(-5.6, y + 2, () => drawTree(brush, -5.6, y + 2, 4.6, y)),
      prop(5.6, y + 5, () => drawTree(brush, 5.6, y + 5, 4.8, y + 1)),
    ]),
    prop(0, 29, () => drawLamp(brush, 0, 29, 5, 1)),
    prop(1.9, 27, () => brush.box({ x: 1.9, y: 27, size: [1.8, 0.5, 0.45], color: '#7d5a3c' })),
    // Two parasols of a café inside its line: they may stand there.
    prop(-7.4, 11.8, () => drawParasol(brush, -7.4, 11.8, '#6f7f58', 1)),
    ...walkers(brush, moment, [
      { name: 'up', from: [2.6, 7], to: [2.2, 46], seconds: 34, every: 4, beside: 1.6, both: true },
      { name: 'down', from: [-2.6, 46], to: [-2.4, 7], seconds: 33, every: 4.4, beside: 1.6, both: true },
    ]),
  ],
  places: [
    { x: -3.4, y: 14, size: ROOM },
    { x: 3.5, y: 15, size: ROOM },
    { x: -4, y: 20, size: ROOM },
    { x: 3.9, y: 21, size: ROOM },
    { x: 0.4, y: 18, size: ROOM },
    { x: -0.4, y: 25, size: ROOM },
  ],
  decoys: [
    { x: -1, y: 13, size: [1.8, 0.8, 2.2] },
    { x: 1.6, y: 20.5, size: [1.8, 0.8, 2.2] },
    { x: -2, y: 22.6, size: [1.8, 0.8, 2.2] },
  ],
  hazard: (brush, { x, y }, { n, count }) => {
    const color = COLORS[n % COLORS.length]!;
    const stand = prop(x, y, () => {
      brush.shadow(x, y, 1.2, 0.8);
      brush.box({ x, y: y + 0.3, size: [1.7, 0.7, 0.85], color: '#8a6a48', top: '#d7cbb2' });
      for (let i = 0; i < 4; i++)
        brush.box({ x: x - 0.6 + i * 0.4, y: y + 0.25, z: 0.85, size: [0.26, 0.3, 0.2], color: COLORS[(n + i) % 4]! });
    });
    const keeper = prop(x + 0.3, y + 0.8, () =>
      drawPerson(brush, x + 0.3, y + 0.8, somebody((n % 89) / 89), { vest: '#e8e2d2' }),
    );
    const roof = prop(x, y - 0.9, () => {
      if (n % 2 === 0) drawTent(brush, x, y, color, 2.7);
      else drawParasol(brush, x, y, color, 1.45);
      if (count > 1 && n % 2 === 1) drawParasol(brush, x + 1.05, y - 0.5, COLORS[(n + 1) % 4]!, 1.05);
    });
    return [stand, keeper, roof];
  },
  // Two people under one large umbrella, talking.
  decoy: (brush, { x, y }, n) => [
    prop(x, y, () => {
      drawPerson(brush, x + 0.4, y + 0.1, somebody(0.17 + n / 9), {});
      drawPerson(brush, x, y, somebody(0.63 + n / 9), { umbrella: COLORS[n % 4]!, reach: 1 });
    }),
  ],
  lamps: [
    { x: 0.9, y: 29, radius: 8 },
    { x: -7.4, y: 13, radius: 4.6 },
    { x: 7.4, y: 13, radius: 4.6 },
    { x: -7.4, y: 22, radius: 5 },
    { x: 7.4, y: 22, radius: 5 },
    { x: 0, y: 15, radius: 7 },
    { x: 0, y: 44, radius: 9 },
  ],
  glow(brush, strength) {
    lightShops(brush, LEFT, strength);
    lightShops(brush, RIGHT, strength);
  },
};
