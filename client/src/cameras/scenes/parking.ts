// XJ09 机动车管理: a stretch with a yellow kerb line where nobody may stop. A car that stands there is the matter; one that stops at the bus bay is not.
import { carColor, cars, riders, walkers } from '../draw/passing.ts';
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
  drawPlate,
  drawShops,
  drawSlabs,
  drawTree,
  lightShops,
} from '../draw/street.ts';
import { drawBus, drawCar, drawVan } from '../draw/vehicles.ts';

const ROW: ShopRow = { line: [13.5, 70, 13.5, 9], shops: 12, height: 11, color: '#bfb2a0', n: 3 };
const ROOM = [2.2, 4.8, 1.6] as const;

export const parking: Scene = {
  lens: { height: 5.8, down: 15, right: 6 },
  backdrop(brush) {
    drawGround(brush, ASPHALT);
    drawBlock(brush, -26, 70, 16, 26, '#aab1b4');
    drawBlock(brush, 2, 96, 22, 30, '#b3aca2');
    brush.ground(-40, 4, -7.4, 120, '#83906f');
    drawSlabs(brush, -10, 5, -7.4, 90, '#a9a297', 1.3);
    drawSlabs(brush, 7.6, 5, 13.5, 90, '#aca497', 1.3);
    drawKerb(brush, 7.6, 5, 7.6, 90);
    drawKerb(brush, -7.4, 5, -7.4, 90);
    // The two yellow lines along the kerb, and crosses in the lane beside it.
    for (const x of [7.1, 6.8]) brush.ground(x - 0.07, 5, x + 0.07, 44, '#e2ba3a');
    for (let y = 8; y < 42; y += 4.6) {
      brush.line([4.6, y, 0], [6.5, y + 3.2, 0], 0.12, '#e2ba3a');
      brush.line([6.5, y, 0], [4.6, y + 3.2, 0], 0.12, '#e2ba3a');
    }
    brush.ground(-0.2, 5, -0.07, 100, '#e6d48a');
    brush.ground(0.07, 5, 0.2, 100, '#e6d48a');
    for (const x of [-3.7, 3.9]) drawDashes(brush, [x, 5], [x, 100], 0.13, 2.6);
    // The bus bay farther on.
    brush.ground(4.4, 46, 7.5, 60, '#6e6258');
    drawShops(brush, ROW);
  },
  props: (brush, moment) => [
    ...[15, 27, 39].map((y) => prop(8.4, y, () => drawTree(brush, 8.4, y, 5.4, y))),
    ...[18, 32, 48].map((y) => prop(-8.6, y, () => drawTree(brush, -8.6, y, 5.8, y + 1))),
    prop(8, 20.5, () => drawPlate(brush, 8, 20.5)),
    prop(8, 11.8, () => drawPlate(brush, 8, 11.8)),
    prop(-7.8, 23, () => drawLamp(brush, -7.8, 23, 7, 1)),
    prop(8, 33, () => drawLamp(brush, 8, 33, 7, -1)),
    ...walkers(brush, moment, [
      { name: 'pavement', from: [10.6, 8], to: [10.6, 60], seconds: 42, every: 6, beside: 1.2, both: true },
    ]),
    ...riders(brush, moment, [{ name: 'left', from: [-6.4, 60], to: [-6.4, 5], seconds: 14, every: 9, beside: 0.3 }]),
    ...cars(brush, moment, [
      { name: 'up', from: [2, 2], to: [2, 110], seconds: 11, every: 7, beside: 0.15 },
      { name: 'down', from: [-1.9, 110], to: [-1.9, 2], seconds: 11, every: 6, beside: 0.15 },
      { name: 'down2', from: [-5.4, 110], to: [-5.4, 2], seconds: 13, every: 12, beside: 0.1 },
    ]),
  ],
  places: [
    { x: 5.6, y: 13, size: ROOM },
    { x: 5.6, y: 19, size: ROOM },
    { x: 5.6, y: 25, size: ROOM },
    { x: 5.6, y: 31, size: ROOM },
    { x: 5.6, y: 37, size: ROOM },
    { x: 9.3, y: 23.5, size: ROOM },
  ],
  decoys: [
    { x: 5.9, y: 52, size: [2.8, 11, 3.1] },
    { x: 2.1, y: 22, size: ROOM },
    { x: 2.1, y: 29, size: ROOM },
  ],
  hazard: (brush, { x, y }, { n, count }) => [
    prop(x, y, () =>
      n % 5 === 0
        ? drawVan(brush, { x, y, color: '#d9dcdc' })
        : drawCar(brush, { x, y, color: carColor(n), turn: (n % 5) - 2 }),
    ),
    ...(count > 1 && y < 36 && x < 7
      ? [prop(x, y + 5.2, () => drawCar(brush, { x: x + 0.1, y: y + 5.1, color: carColor(n + 3) }))]
      : []),
  ],
  // The bus at its bay, or a taxi that waits in the lane.
  decoy: (brush, { x, y }, n) => [
    prop(x, y, () =>
      n === 0 ? drawBus(brush, { x, y, color: '#2f7d6b' }) : drawCar(brush, { x, y, color: '#3aa08a' }),
    ),
  ],
  lamps: [
    { x: -6, y: 23, radius: 9 },
    { x: 6.6, y: 33, radius: 9 },
    { x: 5, y: 13, radius: 8 },
    { x: 11, y: 16, radius: 5, color: '255 225 175' },
    { x: 11, y: 28, radius: 6, color: '255 225 175' },
    { x: 0, y: 56, radius: 14 },
  ],
  glow: (brush, strength) => lightShops(brush, ROW, strength),
};
