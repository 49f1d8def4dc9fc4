// XJ03 出店经营: a row of shops with a yellow line before them. Goods belong behind the line.
import { drawRack, drawSign, one } from '../draw/goods.ts';
import { riders, walkers } from '../draw/passing.ts';
import { drawPerson, somebody } from '../draw/people.ts';
import type { Scene } from '../draw/scene.ts';
import { prop } from '../draw/scene.ts';
import type { ShopRow } from '../draw/street.ts';
import {
  ASPHALT,
  drawDashes,
  drawGround,
  drawKerb,
  drawLamp,
  drawShops,
  drawSlabs,
  drawTree,
  lightShops,
} from '../draw/street.ts';

const ROW: ShopRow = { line: [-26, 17.5, 30, 17.5], shops: 11, height: 12, color: '#cbb9a2', n: 7 };
const AWNINGS = ['#9c3f3a', '#386a58', '#b0752c', '#345f8a'] as const;
const ROOM = [2.6, 1.3, 1.3] as const;

export const shopfronts: Scene = {
  lens: { height: 4.6, down: 14, right: 4 },
  backdrop(brush) {
    drawGround(brush, ASPHALT);
    drawSlabs(brush, -40, 10.2, 44, 17.5, '#b0a596', 1);
    drawKerb(brush, -40, 10.2, 44, 10.2);
    drawDashes(brush, [-40, 8.6], [44, 8.6], 0.12, 1.6);
    brush.ground(-40, 15.2, 44, 15.34, '#e0b93c');
    drawShops(brush, ROW);
    for (let i = 0; i < 11; i++) {
      const x = -26 + (56 * (i + 0.5)) / 11;
      brush.polygon(
        [
          [x - 2.2, 17.5, 2.75],
          [x + 2.2, 17.5, 2.75],
          [x + 2.2, 16.2, 2.35],
          [x - 2.2, 16.2, 2.35],
        ],
        one(AWNINGS, i),
      );
      brush.polygon(
        [
          [x - 2.2, 16.2, 2.35],
          [x + 2.2, 16.2, 2.35],
          [x + 2.2, 16.2, 2.15],
          [x - 2.2, 16.2, 2.15],
        ],
        '#e9e2d2',
      );
    }
    // What stands behind the line may stand there.
    for (const x of [-8.8, 1.4, 11.6]) drawRack(brush, x, 16.7, Math.round(x));
  },
  props: (brush, moment) => [
    prop(-6, 10.8, () => drawTree(brush, -6, 10.8, 4.8, 3)),
    prop(9.6, 10.8, () => drawTree(brush, 9.6, 10.8, 5, 5)),
    prop(3, 10.7, () => drawLamp(brush, 3, 10.7, 5.6, 1)),
    ...walkers(brush, moment, [
      { name: 'pavement', from: [-17, 12.3], to: [22, 12.3], seconds: 31, every: 4.5, beside: 0.9, both: true },
    ]),
    ...riders(brush, moment, [{ name: 'road', from: [20, 9.2], to: [-16, 9.2], seconds: 9, every: 8, beside: 0.2 }]),
  ],
  places: [
    { x: -3.4, y: 14.3, size: ROOM },
    { x: 0.4, y: 14.4, size: ROOM },
    { x: 4.2, y: 14.3, size: ROOM },
    { x: 7.8, y: 14.4, size: ROOM },
    { x: -6.6, y: 14.4, size: ROOM },
    { x: 2.4, y: 13, size: ROOM },
  ],
  decoys: [
    { x: -1.6, y: 15.8, size: [1.7, 0.8, 1.9] },
    { x: 6, y: 15.8, size: [1.7, 0.8, 1.9] },
    { x: 9.6, y: 15.8, size: [1.7, 0.8, 1.9] },
  ],
  hazard: (brush, { x, y }, { n, count }) => [
    prop(x - 0.5, y, () => drawRack(brush, x - 0.5, y, n)),
    ...(count > 1 ? [prop(x + 0.75, y - 0.2, () => drawRack(brush, x + 0.75, y - 0.2, n + 3))] : []),
    ...(count > 3 ? [prop(x + 0.2, y - 0.5, () => drawSign(brush, x + 0.2, y - 0.55, one(AWNINGS, n)))] : []),
  ],
  // Two customers with their bags at the door.
  decoy: (brush, { x, y }, n) => [
    prop(x, y, () => {
      drawPerson(brush, x - 0.3, y, somebody(0.43 + n / 8), { carries: '#c65a44' });
      drawPerson(brush, x + 0.35, y, somebody(0.77 + n / 8), { carries: '#d9dde0', reach: -1 });
    }),
  ],
  lamps: [
    { x: 3.8, y: 10.7, radius: 7 },
    { x: -12, y: 10.7, radius: 6 },
    { x: -5, y: 16, radius: 4.5, color: '255 225 175' },
    { x: 2, y: 16, radius: 4.5, color: '255 225 175' },
    { x: 9, y: 16, radius: 4.5, color: '255 225 175' },
    { x: 16, y: 13, radius: 6 },
  ],
  glow: (brush, strength) => lightShops(brush, ROW, strength),
};
