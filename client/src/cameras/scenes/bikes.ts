// XJ08 非机动车乱停放: a metro exit. Bikes belong between the white lines; a heap of them outside blocks the way.
import { bikeColor, riders, walkers } from '../draw/passing.ts';
import { drawBike, drawPerson, somebody } from '../draw/people.ts';
import type { Scene } from '../draw/scene.ts';
import { prop } from '../draw/scene.ts';
import { drawBlock, drawGround, drawLamp, drawSlabs, drawTree } from '../draw/street.ts';
import { drawVan } from '../draw/vehicles.ts';

const ROOM = [3.4, 2.4, 1.3] as const;
const RACK = Array.from({ length: 9 }, (_, i) => -11.5 + i * 0.75);

export const bikes: Scene = {
  lens: { height: 5, down: 15.5 },
  backdrop(brush) {
    drawGround(brush, '#a9a59c');
    // The halls of the convention centre behind: a long white roof.
    brush.box({ x: 0, y: 80, size: [100, 20, 13], color: '#c3cbd0', top: '#dfe5e8' });
    for (let i = 0; i < 16; i++) brush.wall([-50, 70, 50, 70], i / 16 + 0.008, i / 16 + 0.05, 1.5, 10, '#8fa3b0');
    drawBlock(brush, -34, 60, 14, 20, '#b4b8b8');
    drawSlabs(brush, -40, 5, 40, 40, '#b7b1a6', 1.2);
    brush.ground(-1.1, 5, 1.1, 26, '#d8bf62');
    for (const [x0, y0, x1, y1] of [
      [-12.2, 15.3, -5, 15.42],
      [-12.2, 17.7, -5, 17.82],
      [-12.2, 15.3, -12.08, 17.8],
      [-5.1, 15.3, -5, 17.8],
    ] as const)
      brush.ground(x0, y0, x1, y1, '#f0f1ec');
    // The exit: stairs going down, glass sides, a roof, the sign.
    brush.ground(-3.4, 25, 3.4, 34, '#6e7478');
    for (let i = 0; i < 7; i++) brush.ground(-3.2, 25.2 + i * 1.1, 3.2, 25.5 + i * 1.1, '#878d91');
    brush.wall([-3.4, 34, 3.4, 34], 0, 1, 0, 4.2, '#3c474f');
    for (const x of [-3.4, 3.4]) {
      brush.polygon(
        [
          [x, 25, 0],
          [x, 34, 0],
          [x, 34, 4.2],
          [x, 25, 4.2],
        ],
        '#8fb0bfb0',
      );
      brush.box({ x, y: 25, size: [0.3, 0.3, 4.2], color: '#6d7980' });
    }
    brush.polygon(
      [
        [-4.2, 24, 4.2],
        [4.2, 24, 4.2],
        [4.2, 35, 4.7],
        [-4.2, 35, 4.7],
      ],
      '#9aa6ad',
    );
    const sign = [-4.2, 24, 4.2, 24] as const;
    brush.wall(sign, 0, 1, 4.2, 5.1, '#27323a');
    brush.wall(sign, 0.06, 0.16, 4.35, 4.95, '#c8342f');
    for (let i = 0; i < 6; i++) brush.wall(sign, 0.24 + i * 0.11, 0.31 + i * 0.11, 4.42, 4.88, '#f2f4f4');
  },
  props: (brush, moment) => [
    ...RACK.map((x, i) =>
      prop(x + 0.3, 16.5, () =>
        drawBike(brush, x + 0.3, 16.4, bikeColor(i % 3), { way: i % 2 === 0 ? 1 : -1, basket: '#4a4f55' }),
      ),
    ),
    prop(9.8, 21, () => drawTree(brush, 9.8, 21, 5.4, 1)),
    prop(-12, 22, () => drawTree(brush, -12, 22, 5.6, 4)),
    prop(6.4, 23.6, () => drawLamp(brush, 6.4, 23.6, 6, -1)),
    ...walkers(brush, moment, [
      { name: 'out', from: [-0.4, 30], to: [-3, 7], seconds: 20, every: 2.6, beside: 1.6 },
      { name: 'in', from: [3.6, 7], to: [0.6, 30], seconds: 20, every: 3, beside: 1.2 },
      { name: 'across', from: [-16, 20.6], to: [16, 20.6], seconds: 26, every: 7, beside: 0.7, both: true },
    ]),
    ...riders(brush, moment, [{ name: 'by', from: [-13, 9.4], to: [13, 9.4], seconds: 9, every: 15, beside: 0.3 }]),
  ],
  places: [
    { x: -3.4, y: 13, size: ROOM },
    { x: 4.2, y: 13.6, size: ROOM },
    { x: 0.4, y: 16.6, size: ROOM },
    { x: 6.6, y: 17.4, size: ROOM },
    { x: -0.6, y: 11.2, size: ROOM },
    { x: -6, y: 20, size: ROOM },
  ],
  decoys: [
    { x: 7.4, y: 15.6, size: [2.6, 5.4, 2.3] },
    { x: -8.6, y: 16.5, size: [7.4, 2.6, 1.3] },
    { x: 3.4, y: 19.6, size: [2, 0.9, 1.9] },
  ],
  hazard: (brush, { x, y }, { n, count }) => {
    const many = Math.min(18, Math.max(7, Math.round(count / 3)));
    return Array.from({ length: many }, (_, i) => {
      const at = { x: x - 1.3 + ((i * 0.47 + n * 0.13) % 2.6), y: y + 1 - (i / many) * 2 };
      return prop(at.x, at.y, () =>
        drawBike(brush, at.x, at.y, bikeColor(n + i * 3), { way: (n + i) % 3 === 0 ? -1 : 1, basket: '#4a4f55' }),
      );
    });
  },
  // A van that collects bikes, the rack that is full but in order, or somebody who unlocks one.
  decoy: (brush, { x, y }, n) => {
    if (n === 0)
      return [
        prop(x, y + 1, () => drawVan(brush, { x, y: y + 0.6, color: '#3aa76d' })),
        prop(x, y - 2.2, () => {
          drawBike(brush, x - 0.4, y - 2.2, '#2d7dd2');
          drawPerson(brush, x + 0.6, y - 2.1, somebody(0.3), { vest: '#f2b632', reach: -1 });
        }),
      ];
    if (n === 1)
      return RACK.map((at, i) =>
        prop(at + 0.1, y + 0.5, () => drawBike(brush, at + 0.1, y + 0.55, bikeColor(i + 1), { basket: '#4a4f55' })),
      );
    return [
      prop(x, y, () => {
        drawBike(brush, x, y, '#f2b632');
        drawPerson(brush, x - 0.5, y + 0.1, somebody(0.7), { reach: 1 });
      }),
    ];
  },
  lamps: [
    { x: 5.6, y: 23.6, radius: 8 },
    { x: 0, y: 27, radius: 7, color: '230 240 255' },
    { x: -8.6, y: 15, radius: 7 },
    { x: 3, y: 12, radius: 7 },
    { x: 14, y: 16, radius: 7 },
  ],
  glow(brush, strength) {
    brush.ctx.globalAlpha = strength;
    const sign = [-4.2, 24, 4.2, 24] as const;
    brush.wall(sign, 0.06, 0.16, 4.35, 4.95, '#ff5a50');
    for (let i = 0; i < 6; i++) brush.wall(sign, 0.24 + i * 0.11, 0.31 + i * 0.11, 4.42, 4.88, '#ffffff');
    brush.wall([-3.4, 34, 3.4, 34], 0.05, 0.95, 0.4, 3.8, '#fff3cf60');
    for (const i of [0, 2, 4, 11, 13, 15])
      brush.wall([-50, 70, 50, 70], i / 16 + 0.008, i / 16 + 0.05, 1.5, 10, '#ffe9b070');
    brush.ctx.globalAlpha = 1;
  },
};
