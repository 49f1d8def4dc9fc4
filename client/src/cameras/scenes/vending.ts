// XJ01 占道经营: a market gate on a street. Stalls belong inside; on pavement and carriageway they do not.
import { drawCart, drawMat } from '../draw/goods.ts';
import { cars, riders, walkers } from '../draw/passing.ts';
import { drawPerson, somebody } from '../draw/people.ts';
import type { Scene } from '../draw/scene.ts';
import { prop } from '../draw/scene.ts';
import type { ShopRow } from '../draw/street.ts';
import {
  ASPHALT,
  drawBlock,
  drawDashes,
  drawGround,
  drawKerb,
  drawLamp,
  drawShops,
  drawSlabs,
  drawTree,
  lightShops,
} from '../draw/street.ts';

const LEFT: ShopRow = { line: [-34, 24, -4.4, 24], shops: 7, height: 10, color: '#c3b49d', n: 2 };
const RIGHT: ShopRow = { line: [4.4, 24, 34, 24], shops: 7, height: 12.5, color: '#b8a8a0', n: 5 };
const STALL = [2.2, 1.8, 1.9] as const;

export const vending: Scene = {
  lens: { height: 5.2, down: 15, right: -3 },
  backdrop(brush) {
    drawGround(brush, ASPHALT);
    drawBlock(brush, -22, 60, 18, 26, '#a9b2b6');
    drawBlock(brush, 6, 70, 22, 34, '#b7b2a8');
    drawBlock(brush, 32, 58, 16, 22, '#9fa9ae');
    drawSlabs(brush, -40, 14, 40, 24);
    drawKerb(brush, -40, 14, 40, 14);
    drawDashes(brush, [-40, 10.4], [40, 10.4], 0.14, 1.6);
    brush.ground(-40, 13.3, 40, 13.42, '#d8b64a');
    drawShops(brush, LEFT);
    drawShops(brush, RIGHT);
    // The gate: two pillars and a board, the hall of the market behind.
    brush.ground(-4.4, 24, 4.4, 46, '#8d857a');
    brush.wall([-4.4, 46, 4.4, 46], 0, 1, 0, 7, '#5d6468');
    brush.polygon(
      [
        [-4.4, 24, 0],
        [-4.4, 46, 0],
        [-4.4, 46, 7],
        [-4.4, 24, 7],
      ],
      '#8a8377',
    );
    brush.polygon(
      [
        [4.4, 24, 0],
        [4.4, 46, 0],
        [4.4, 46, 7],
        [4.4, 24, 7],
      ],
      '#7b7469',
    );
    for (let y = 28; y < 44; y += 4)
      for (const x of [-2.9, 2.9])
        brush.box({ x, y, size: [1.6, 2.4, 0.9], color: '#6c8a5a', top: y % 8 === 0 ? '#b5603f' : '#c79a3d' });
    for (const x of [-4.6, 4.6]) brush.box({ x, y: 24, size: [1, 1, 5.2], color: '#9c4a38' });
    const board = [-5.1, 23.5, 5.1, 23.5] as const;
    brush.wall(board, 0, 1, 5.2, 7, '#8f2f2a');
    for (let i = 0; i < 5; i++) {
      brush.wall(board, 0.13 + i * 0.16, 0.23 + i * 0.16, 5.6, 6.6, '#f0d48a');
      brush.wall(board, 0.155 + i * 0.16, 0.205 + i * 0.16, 5.9, 6.1, '#8f2f2a');
    }
  },
  props: (brush, moment) => [
    prop(-8.6, 14.8, () => drawTree(brush, -8.6, 14.8, 5.2, 1)),
    prop(9.5, 14.8, () => drawTree(brush, 9.5, 14.8, 5.6, 4)),
    prop(-14.5, 14.8, () => drawTree(brush, -14.5, 14.8, 5.4, 2)),
    prop(6.8, 14.5, () => drawLamp(brush, 6.8, 14.5, 6, -1)),
    ...walkers(brush, moment, [
      { name: 'pavement', from: [-22, 19.8], to: [22, 19.8], seconds: 36, every: 5, beside: 1.8, both: true },
      { name: 'gate', from: [-1, 15], to: [1, 38], seconds: 20, every: 7, beside: 1.4, both: true },
    ]),
    ...riders(brush, moment, [{ name: 'edge', from: [-20, 12.3], to: [20, 12.3], seconds: 10, every: 9 }]),
    ...cars(brush, moment, [{ name: 'near', from: [26, 9.4], to: [-26, 9.4], seconds: 6.5, every: 16, beside: 0.1 }]),
  ],
  places: [
    { x: -4.2, y: 16, size: STALL },
    { x: 1.2, y: 15.4, size: STALL },
    { x: 4.4, y: 17.6, size: STALL },
    { x: -1.4, y: 12.6, size: STALL },
    { x: -7.2, y: 17.8, size: STALL },
    { x: 3.6, y: 12.6, size: STALL },
  ],
  decoys: [
    { x: -1.7, y: 19.4, size: [1.9, 1.2, 1.9] },
    { x: 6.4, y: 19.2, size: [1.9, 1.2, 1.9] },
    { x: -5.6, y: 20.4, size: [1.9, 1.2, 1.9] },
  ],
  hazard: (brush, { x, y }, { n, count }, moment) => [
    prop(x - 0.2, y + 0.35, () => (n % 3 === 0 ? drawMat(brush, x - 0.2, y, n) : drawCart(brush, x - 0.2, y, n))),
    prop(x + 0.7, y + 0.3, () =>
      drawPerson(brush, x + 0.75, y + 0.35, somebody((n % 97) / 97), {
        reach: -1,
        hat: n % 2 === 0 ? '#c9a45a' : '#3d4a5c',
      }),
    ),
    ...(count > 1
      ? [
          prop(x - 0.6, y - 0.7, () =>
            drawPerson(brush, x - 0.6, y - 0.65, somebody((n % 61) / 61), {
              stride: 0.2 * Math.sin(moment.tick),
              carries: '#c65a44',
            }),
          ),
        ]
      : []),
    ...(count > 2
      ? [prop(x + 0.3, y - 0.75, () => drawPerson(brush, x + 0.35, y - 0.75, somebody((n % 53) / 53), { reach: 1 }))]
      : []),
  ],
  // A porter with a hand truck on the way into the market.
  decoy: (brush, { x, y }, n) => [
    prop(x, y, () => {
      brush.shadow(x, y, 0.9, 0.4);
      for (let i = 0; i < 3; i++)
        brush.box({
          x: x - 0.3,
          y,
          z: 0.15 + i * 0.42,
          size: [0.8, 0.6, 0.4],
          color: i % 2 === 0 ? '#3f7a55' : '#b98c57',
        });
      drawPerson(brush, x + 0.5, y + 0.1, somebody(0.31 + n / 7), { reach: -1, vest: '#d9822b' });
    }),
  ],
  lamps: [
    { x: 5.8, y: 14.5, radius: 7 },
    { x: -12, y: 14.5, radius: 7 },
    { x: -3, y: 14.5, radius: 5 },
    { x: 0, y: 27, radius: 6, color: '255 220 160' },
    { x: 17, y: 15, radius: 7 },
    { x: -9, y: 21, radius: 4, color: '255 225 175' },
    { x: 10, y: 21, radius: 4, color: '255 225 175' },
  ],
  glow(brush, strength) {
    lightShops(brush, LEFT, strength);
    lightShops(brush, RIGHT, strength);
    brush.ctx.globalAlpha = strength * 0.8;
    const board = [-5.1, 23.5, 5.1, 23.5] as const;
    for (let i = 0; i < 5; i++) brush.wall(board, 0.13 + i * 0.16, 0.23 + i * 0.16, 5.6, 6.6, '#ffd977');
    brush.ctx.globalAlpha = 1;
  },
};
