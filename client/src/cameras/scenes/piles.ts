// XJ04 乱堆物: a back street between walls. Cartons and planks that stay block the way.
import { drawPile, one } from '../draw/goods.ts';
import { riders, walkers } from '../draw/passing.ts';
import { drawBike, drawPerson, somebody } from '../draw/people.ts';
import type { Scene } from '../draw/scene.ts';
import { prop } from '../draw/scene.ts';
import { drawBlock, drawGround, drawLamp, drawTree } from '../draw/street.ts';
import { drawVan } from '../draw/vehicles.ts';

const LEFT = [-5.4, 6, -5.4, 46] as const;
const RIGHT = [5.4, 46, 5.4, 6] as const;
const ROOM = [2.7, 1.6, 1.4] as const;

export const piles: Scene = {
  lens: { height: 4.8, down: 15 },
  backdrop(brush) {
    drawGround(brush, '#76736c');
    drawBlock(brush, 0, 60, 20, 20, '#a7a199');
    brush.ground(-5.4, 6, 5.4, 46, '#7d7a73');
    for (let y = 8; y < 46; y += 4.5) brush.line([-5.4, y, 0], [5.4, y, 0], 0.05, '#6b6862');
    brush.ground(-0.35, 6, 0.35, 46, '#6a6761');
    for (const [line, color, n] of [
      [LEFT, '#b7a68f', 0],
      [RIGHT, '#a89a8b', 3],
    ] as const) {
      brush.wall(line, 0, 1, 0, 8.5, color);
      brush.wall(line, 0, 1, 0, 1.1, '#8d8173');
      for (let i = 0; i < 9; i++) {
        const u = (i + 0.5) / 9;
        if ((i + n) % 3 === 0) {
          brush.wall(line, u - 0.022, u + 0.022, 0, 2.2, '#5c6a62');
          brush.wall(line, u - 0.018, u + 0.018, 0.1, 2.1, '#6d7c72');
        } else {
          brush.wall(line, u - 0.026, u + 0.026, 1.6, 2.9, '#55636d');
          for (let k = -2; k <= 2; k++)
            brush.wall(line, u + k * 0.01 - 0.001, u + k * 0.01 + 0.001, 1.6, 2.9, '#a9adb0');
        }
        brush.wall(line, u - 0.028, u + 0.028, 4.4, 5.9, '#5d6c77');
        brush.wall(line, u - 0.045, u - 0.03, 3.5, 4.1, '#d9dad6');
      }
      brush.wall(line, 0, 1, 3.2, 3.26, '#5f5a52');
    }
    brush.line([-5.4, 26, 7], [5.4, 24, 7.2], 0.05, '#3a3a3a');
    brush.line([-5.4, 27, 6.6], [5.4, 25.5, 6.9], 0.05, '#3a3a3a');
    // A marked bay for unloading.
    for (const [x0, y0, x1, y1] of [
      [2.2, 17, 5.2, 17.12],
      [2.2, 23.4, 5.2, 23.52],
      [2.2, 17, 2.32, 23.5],
    ] as const)
      brush.ground(x0, y0, x1, y1, '#dfe0da');
  },
  props: (brush, moment) => [
    prop(-4.9, 30, () => drawTree(brush, -4.9, 30, 5, 2)),
    prop(5, 13, () => drawLamp(brush, 5, 13, 5.4, -1)),
    prop(-4.7, 26, () => drawBike(brush, -4.7, 26, '#8a9096')),
    ...walkers(brush, moment, [
      { name: 'alley', from: [0.6, 7], to: [-0.6, 44], seconds: 32, every: 13, beside: 1.2, both: true },
    ]),
    ...riders(brush, moment, [{ name: 'alley', from: [-1.4, 40], to: [-1.2, 7], seconds: 10, every: 24, beside: 0.4 }]),
  ],
  places: [
    { x: -3.7, y: 13, size: ROOM },
    { x: 3.3, y: 14.2, size: ROOM },
    { x: -3.7, y: 17.2, size: ROOM },
    { x: -1.4, y: 11.2, size: ROOM },
    { x: -3.6, y: 21.8, size: ROOM },
    { x: 2.6, y: 11, size: ROOM },
  ],
  decoys: [
    { x: 3.7, y: 20, size: [2.8, 5.6, 2.2] },
    { x: 3.7, y: 20, size: [2.8, 5.6, 2.2] },
    { x: 0.6, y: 25, size: [2, 1.2, 1.9] },
  ],
  hazard: (brush, { x, y }, { n, count }) => [prop(x, y, () => drawPile(brush, x, y, n, count))],
  // A delivery: a van in the bay, or somebody who carries cartons and goes again.
  decoy: (brush, { x, y }, n) =>
    n < 2
      ? [
          prop(x, y, () => drawVan(brush, { x, y: y + 0.5, color: '#dfe3e4' })),
          prop(x - 0.6, y - 2.6, () => {
            brush.box({ x: x + 0.3, y: y - 2.3, size: [0.5, 0.5, 0.45], color: '#b98c57' });
            drawPerson(brush, x - 0.3, y - 2.4, somebody(0.21 + n / 5), { reach: 1, vest: '#2f6a9a' });
          }),
        ]
      : [
          prop(x, y, () => {
            drawPerson(brush, x - 0.3, y, somebody(0.56), { reach: 1, vest: one(['#2f6a9a', '#d9822b'], n) });
            brush.box({ x: x + 0.25, y, z: 0.7, size: [0.55, 0.5, 0.45], color: '#b98c57' });
          }),
        ],
  lamps: [
    { x: 4, y: 13, radius: 6.5 },
    { x: -4, y: 12.5, radius: 4.6 },
    { x: -4.4, y: 25, radius: 6 },
    { x: 0, y: 38, radius: 6 },
  ],
  glow(brush, strength) {
    brush.ctx.globalAlpha = strength;
    for (const [line, n] of [
      [LEFT, 1],
      [RIGHT, 2],
    ] as const)
      for (let i = n; i < 9; i += 3)
        brush.wall(line, (i + 0.5) / 9 - 0.028, (i + 0.5) / 9 + 0.028, 4.4, 5.9, '#ffdc98b0');
    brush.ctx.globalAlpha = 1;
  },
};
