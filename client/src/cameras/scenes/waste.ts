// XJ05 垃圾外溢: a waste room with its row of sorted bins. Bags beside them and litter are what should not be.
import { drawBag, drawBin, drawLitter, one } from '../draw/goods.ts';
import { riders, walkers } from '../draw/passing.ts';
import { drawPerson, somebody } from '../draw/people.ts';
import type { Scene } from '../draw/scene.ts';
import { prop } from '../draw/scene.ts';
import { drawBlock, drawGround, drawKerb, drawLamp, drawSlabs, drawTree } from '../draw/street.ts';

/** The four sorts of Shanghai: recyclable, harmful, wet, dry. */
const SORTS = ['#2c62a8', '#b23530', '#6b4a34', '#2f3236'] as const;
const BINS = [-5, -3.9, -2.8, -1.7, 1.3, 2.4, 3.5, 4.6] as const;
const BAGS = ['#23262a', '#3b4a5c', '#e2ded2', '#7a2f2c', '#2c3a30'] as const;
const ROOM = [1.9, 1.7, 1.5] as const;

export const waste: Scene = {
  lens: { height: 4.3, down: 15 },
  backdrop(brush) {
    drawGround(brush, '#8f9288');
    drawBlock(brush, -18, 42, 16, 24, '#b5aea2');
    drawBlock(brush, 4, 46, 18, 28, '#a9b0b2');
    drawBlock(brush, 26, 40, 14, 20, '#bdb4a4');
    brush.ground(-40, 15, 40, 30, '#7f9068');
    drawSlabs(brush, -14, 6, 14, 15, '#b1aba0', 0.9);
    drawKerb(brush, -14, 15, 14, 15);
    // The room: green walls, a roof, four hatches with their sorts.
    brush.box({ x: 0, y: 16.6, size: [13, 4, 3], color: '#7fa08a', top: '#566a5e' });
    const front = [-6.5, 14.6, 6.5, 14.6] as const;
    brush.wall(front, 0, 1, 2.5, 3.1, '#3f7a5a');
    for (let i = 0; i < 9; i++) brush.wall(front, 0.1 + i * 0.09, 0.155 + i * 0.09, 2.66, 2.96, '#eef3ea');
    SORTS.forEach((color, i) => {
      const u = 0.06 + i * 0.24;
      brush.wall(front, u, u + 0.16, 0.95, 2.1, color);
      brush.wall(front, u + 0.02, u + 0.14, 1.2, 1.85, '#1e2225');
      brush.wall(front, u + 0.05, u + 0.11, 2.15, 2.4, '#e8ece6');
    });
    brush.ground(-6.2, 11.7, 5.6, 11.8, '#e0d9a0');
  },
  props: (brush, moment) => [
    ...BINS.map((x, i) => prop(x, 13.4, () => drawBin(brush, x, 13.4, SORTS[i % 4]!))),
    prop(8.6, 15.4, () => drawTree(brush, 8.6, 15.4, 5, 2)),
    prop(-9.4, 15.4, () => drawTree(brush, -9.4, 15.4, 5.4, 6)),
    prop(6.9, 12.6, () => drawLamp(brush, 6.9, 12.6, 5, -1)),
    ...walkers(brush, moment, [
      { name: 'path', from: [-14, 9.2], to: [14, 9.2], seconds: 25, every: 8, beside: 0.8, both: true },
      { name: 'throw', from: [-9, 10.6], to: [0.2, 12.8], seconds: 14, every: 38, beside: 0.3 },
    ]),
    ...riders(brush, moment, [{ name: 'path', from: [13, 8.2], to: [-13, 8.2], seconds: 9, every: 26, beside: 0.3 }]),
  ],
  places: [
    { x: -4.4, y: 12.5, size: ROOM },
    { x: -2.2, y: 12.4, size: ROOM },
    { x: 0, y: 12.8, size: ROOM },
    { x: 2.2, y: 12.4, size: ROOM },
    { x: 4.4, y: 12.5, size: ROOM },
    { x: -6.4, y: 12.6, size: ROOM },
  ],
  decoys: [
    { x: -4.4, y: 10.6, size: [1.8, 1, 1.9] },
    { x: 4.2, y: 10.4, size: [1.8, 1, 1.9] },
    { x: 0.4, y: 10.6, size: [1.8, 1, 1.9] },
  ],
  hazard: (brush, { x, y }, { n, count }) => {
    const bags = Math.min(7, 2 + Math.floor(count / 2));
    return [
      prop(x, y + 0.5, () => {
        drawBin(brush, x, y + 0.85, SORTS[(n + 2) % 4]!, true);
        drawBag(brush, x - 0.12, y + 0.7, one(BAGS, n), 0.32, 0.85);
        drawBag(brush, x + 0.16, y + 0.75, one(BAGS, n + 2), 0.27, 0.95);
      }),
      prop(x, y - 0.2, () => {
        drawLitter(brush, x, y - 0.2, n);
        for (let i = 0; i < bags; i++)
          drawBag(
            brush,
            x - 0.75 + ((i * 0.53 + n * 0.1) % 1.5),
            y + 0.35 - (i % 3) * 0.36,
            one(BAGS, n + i),
            0.26 + 0.04 * (i % 3),
          );
      }),
    ];
  },
  // A cleaner with broom and cart at work.
  decoy: (brush, { x, y }, n) => [
    prop(x, y, () => {
      brush.shadow(x, y, 0.9, 0.4);
      brush.box({ x: x - 0.35, y, z: 0.2, size: [0.8, 0.6, 0.7], color: '#d98a2b', top: '#4a4238' });
      drawBag(brush, x - 0.35, y, '#3b4a5c', 0.28, 0.8);
      drawPerson(brush, x + 0.5, y, somebody(0.35 + n / 6), { vest: '#f08a24', hat: '#f0a030', reach: -1 });
      brush.line([x + 0.2, y - 0.1, 1.1], [x + 0.75, y - 0.35, 0.05], 0.05, '#8a6a48');
    }),
  ],
  lamps: [
    { x: 6, y: 12.6, radius: 6.5 },
    { x: 0, y: 12.6, radius: 5, color: '235 245 235' },
    { x: -5, y: 12.6, radius: 4.5, color: '235 245 235' },
    { x: -12, y: 10, radius: 5 },
  ],
  glow(brush, strength) {
    brush.ctx.globalAlpha = strength;
    brush.wall([-6.5, 14.6, 6.5, 14.6], 0.02, 0.98, 2.42, 2.5, '#f4fff0');
    brush.ctx.globalAlpha = 1;
  },
};
