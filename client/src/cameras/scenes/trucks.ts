// XJ07 渣土车违规: a checkpoint on an avenue. A slag truck whose load lies open is a violation; one under its cover is not.
import { cars } from '../draw/passing.ts';
import { drawPerson, somebody } from '../draw/people.ts';
import type { Scene } from '../draw/scene.ts';
import { prop } from '../draw/scene.ts';
import { ASPHALT, drawBlock, drawDashes, drawGround, drawLamp, drawTree } from '../draw/street.ts';
import { drawTruck } from '../draw/vehicles.ts';

const CABS = ['#c98a2e', '#2f6a9a', '#b23a35', '#d8d4c8'] as const;
const ROOM = [3, 8, 3.3] as const;

export const trucks: Scene = {
  lens: { height: 6.6, down: 15, right: 2 },
  backdrop(brush) {
    drawGround(brush, '#7f8d70');
    for (const [x, w, h, c] of [
      [-34, 14, 18, '#a8aeb0'],
      [-12, 12, 30, '#b4b0a6'],
      [14, 16, 24, '#9eabb2'],
      [38, 14, 34, '#aaa69c'],
    ] as const)
      drawBlock(brush, x, 100, w, h, c);
    brush.ground(-9.5, 4, 9.5, 120, ASPHALT);
    brush.ground(9.5, 4, 14, 120, '#64686c');
    for (const x of [-9.4, 9.3]) brush.ground(x, 4, x + 0.16, 120, '#e6e6e0');
    brush.ground(-0.25, 4, -0.09, 120, '#d8b64a');
    brush.ground(0.09, 4, 0.25, 120, '#d8b64a');
    for (const x of [-4.8, 4.8]) drawDashes(brush, [x, 5], [x, 110], 0.14, 3);
    // The gantry with its cameras and lamps.
    for (const x of [-10.6, 15]) brush.box({ x, y: 34, size: [0.6, 0.6, 7], color: '#7d868c' });
    brush.box({ x: 2.2, y: 34, z: 6.6, size: [26, 0.6, 0.8], color: '#8a949a' });
    for (const x of [-7, -2.4, 2.4, 7, 12]) brush.box({ x, y: 33.4, z: 6.1, size: [0.6, 0.9, 0.5], color: '#e4e7e8' });
    const board = [-3, 33.5, 3, 33.5] as const;
    brush.wall(board, 0, 1, 7.4, 8.8, '#1d4f9a');
    for (let i = 0; i < 4; i++) brush.wall(board, 0.1 + i * 0.21, 0.24 + i * 0.21, 7.75, 8.45, '#eef3f6');
    for (let y = 8; y < 60; y += 3)
      brush.box({ x: 14.4, y, size: [0.3, 2.6, 0.7], color: y % 2 === 0 ? '#d8d8d2' : '#c0443c' });
  },
  props: (brush, moment) => [
    ...[18, 30, 46, 64].flatMap((y) => [
      prop(-12.5, y, () => drawTree(brush, -12.5, y, 6, y)),
      prop(17, y + 3, () => drawTree(brush, 17, y + 3, 6.4, y + 2)),
    ]),
    prop(-10.2, 24, () => drawLamp(brush, -10.2, 24, 8, 1)),
    prop(13.2, 15.5, () => {
      brush.box({ x: 13.3, y: 15.5, size: [1.6, 1.8, 2.5], color: '#dfe4e6', top: '#2f6a9a' });
      brush.wall([12.5, 14.58, 14.1, 14.58], 0.15, 0.85, 1.1, 2, '#41525e');
      drawPerson(brush, 11.9, 15, somebody(0.52), { vest: '#d7e23c', hat: '#22344a' });
    }),
    ...cars(brush, moment, [
      { name: 'out1', from: [2.5, 3], to: [2.5, 110], seconds: 9, every: 6, beside: 0.2 },
      { name: 'in1', from: [-2.5, 110], to: [-2.5, 3], seconds: 8.5, every: 5.5, beside: 0.2 },
      { name: 'in2', from: [-7, 110], to: [-7, 3], seconds: 10, every: 8, beside: 0.2 },
    ]),
  ],
  places: [
    { x: 7.2, y: 20, size: ROOM },
    { x: 11.2, y: 24, size: ROOM },
    { x: 7.2, y: 31, size: ROOM },
    { x: 11.3, y: 36, size: ROOM },
    { x: 7.2, y: 43, size: ROOM },
    { x: 11.4, y: 49, size: ROOM },
  ],
  decoys: [
    { x: 7, y: 18, size: ROOM },
    { x: 9.2, y: 25.5, size: ROOM },
    { x: 9.3, y: 38, size: ROOM },
  ],
  hazard: (brush, { x, y }, { n }, { tick }) => [
    prop(x, y, () => {
      brush.ground(x - 1, y - 5.6, x + 1.3, y - 3.8, '#8a7458');
      drawTruck(brush, { x, y, color: CABS[n % 4]! }, false);
      brush.upright(x, y, 2.6, (ctx) => {
        for (let i = 0; i < 4; i++) {
          const away = (tick * 0.35 + i / 4) % 1;
          ctx.fillStyle = `rgb(170 145 110 / ${0.28 * (1 - away)})`;
          ctx.beginPath();
          ctx.arc(0.4 + 1.6 * away, 0.5 + 0.8 * away, 0.3 + 0.6 * away, 0, 7);
          ctx.fill();
        }
      });
    }),
  ],
  // A slag truck under its green cover.
  decoy: (brush, { x, y }, n) => [prop(x, y, () => drawTruck(brush, { x, y, color: CABS[(n + 1) % 4]! }, true))],
  lamps: [
    { x: -8, y: 24, radius: 9 },
    { x: 8, y: 16, radius: 9, color: '235 240 255' },
    { x: 8, y: 30, radius: 9, color: '235 240 255' },
    { x: 0, y: 48, radius: 12 },
    { x: -4, y: 12, radius: 8 },
    { x: 4, y: 72, radius: 16 },
  ],
  glow(brush, strength) {
    brush.ctx.globalAlpha = strength;
    for (const x of [-7, -2.4, 2.4, 7, 12]) brush.box({ x, y: 33.4, z: 6, size: [0.7, 0.2, 0.2], color: '#f4f8ff' });
    brush.wall([-3, 33.5, 3, 33.5], 0, 1, 7.4, 8.8, '#2a6ad0');
    for (let i = 0; i < 4; i++) brush.wall([-3, 33.5, 3, 33.5], 0.1 + i * 0.21, 0.24 + i * 0.21, 7.75, 8.45, '#ffffff');
    brush.ctx.globalAlpha = 1;
  },
};
