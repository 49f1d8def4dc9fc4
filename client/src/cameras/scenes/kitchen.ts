// XJ06 明厨亮灶: a kitchen seen by its own camera. Cooks wear hat and mask; without them, with a smoke, or with a rat about, it is a violation.

import type { Brush } from '../draw/brush.ts';
import { drawPerson, round, somebody, stroke } from '../draw/people.ts';
import type { Scene } from '../draw/scene.ts';
import { prop } from '../draw/scene.ts';

const STEEL = '#b4bcc2';
const ROOM = [1.3, 0.9, 1.95] as const;
const WHITE = '#f2f2ee';

/** How far a puff has risen, 0 to 1, again and again. */
const risen = (turns: number): number => turns - Math.floor(turns);

function wok(brush: Brush, x: number, tick: number): void {
  brush.drum(x, 8.4, 0.95, 0.34, 0.12, '#33373b', '#1f2225');
  brush.upright(x, 8.2, 1.05, (ctx) => {
    for (let i = 0; i < 4; i++) {
      const up = risen(tick * 0.5 + i * 0.27 + x);
      ctx.fillStyle = `rgb(240 244 246 / ${0.2 * (1 - up)})`;
      ctx.beginPath();
      ctx.arc(0.16 * Math.sin(tick * 1.3 + i * 2), up * 1.1, 0.12 + 0.24 * up, 0, 7);
      ctx.fill();
    }
  });
}

const counter = (brush: Brush, x: number, y: number, width: number): void => {
  brush.box({ x, y, size: [width, 0.9, 0.9], color: STEEL, top: '#d2d8dc' });
  for (let i = 0; i < width - 0.5; i++)
    brush.wall(
      [x - width / 2, y - 0.46, x + width / 2, y - 0.46],
      (i + 0.1) / width,
      (i + 0.9) / width,
      0.12,
      0.78,
      '#9ea7ae',
    );
};

/** A cook at a place; proper ones in white with hat and mask. */
const cook = (
  brush: Brush,
  x: number,
  y: number,
  share: number,
  tick: number,
  hat: string | undefined,
  coat = WHITE,
): void => {
  const who = { ...somebody(share), coat, legs: '#3a3f45' };
  drawPerson(brush, x, y, who, {
    reach: Math.sin(tick * 0.9 + share * 30) > 0 ? 1 : -1,
    ...(hat === undefined ? {} : { hat }),
  });
  if (hat === undefined) return;
  brush.upright(x, y, 0, (ctx) => {
    ctx.fillStyle = '#cfe3ee';
    round(ctx, -0.09, who.height * 0.87, 0.18, 0.09, 0.03);
  });
};

export const kitchen: Scene = {
  lens: { height: 3.1, down: 17, zoom: 0.72 },
  isIndoors: true,
  backdrop(brush) {
    brush.ctx.fillStyle = '#d8d6cd';
    brush.ctx.fillRect(0, 0, 640, 360);
    brush.ground(-8, 0.5, 8, 11, '#9a9f9c');
    for (let x = -8; x <= 8; x += 0.8) brush.line([x, 2, 0], [x, 11, 0], 0.03, '#8a8f8d');
    for (let y = 2; y <= 11; y += 0.8) brush.line([-8, y, 0], [8, y, 0], 0.03, '#8a8f8d');
    const back = [-8, 11, 8, 11] as const;
    brush.wall(back, 0, 1, 0, 4.2, '#e6e7e2');
    for (let z = 0.3; z < 2.6; z += 0.3) brush.wall(back, 0, 1, z, z + 0.015, '#c9ccc7');
    for (let u = 0; u < 1; u += 0.025) brush.wall(back, u, u + 0.001, 0, 2.6, '#c9ccc7');
    brush.polygon(
      [
        [-6, 1, 0],
        [-6, 11, 0],
        [-6, 11, 4.2],
        [-6, 1, 4.2],
      ],
      '#d5d6d0',
    );
    brush.polygon(
      [
        [6, 1, 0],
        [6, 11, 0],
        [6, 11, 4.2],
        [6, 1, 4.2],
      ],
      '#cfd0ca',
    );
    // Hood, shelf with pots, the board with the rules, a fire blanket.
    brush.box({ x: 0, y: 10.2, z: 2.5, size: [8.4, 1.5, 0.6], color: '#aab2b8' });
    brush.wall([-4.2, 9.44, 4.2, 9.44], 0, 1, 2.5, 2.56, '#fff6d8');
    for (let i = 0; i < 6; i++) brush.drum(-3.6 + i * 1.4, 10.7, 1.7, 0.26, 0.3, i % 2 === 0 ? '#8f979d' : '#b26d3e');
    brush.wall(back, 0.09, 0.2, 1.5, 2.4, '#2f6a9a');
    for (let i = 0; i < 4; i++) brush.wall(back, 0.105, 0.185, 1.65 + i * 0.18, 1.72 + i * 0.18, '#e9f1f6');
    brush.wall(back, 0.84, 0.89, 1.5, 2.1, '#b23530');
    counter(brush, 0, 9.3, 9);
    for (let i = 0; i < 4; i++) brush.drum(-3 + i * 2, 9.1, 0.9, 0.42, 0.08, '#42474c', '#24282b');
  },
  props: (brush, { tick }) => [
    prop(-1, 8.3, () => {
      for (const x of [-3, -1, 1, 3]) wok(brush, x, tick);
    }),
    prop(-2.1, 8, () => cook(brush, -2.2, 7.7, 0.22, tick, WHITE)),
    prop(2.1, 8, () => cook(brush, 2.1 + 0.2 * Math.sin(tick * 0.25), 7.7, 0.58, tick * 1.2, WHITE)),
    prop(-3.7, 5.2, () => {
      counter(brush, -3.9, 5.2, 2.6);
      for (let i = 0; i < 4; i++)
        brush.drum(-4.8 + i * 0.6, 5.1, 0.9, 0.19, 0.1, ['#6f9c3d', '#c8402f', '#e39a2d', '#efe9da'][i]!);
    }),
    prop(3.9, 5.2, () => {
      counter(brush, 3.9, 5.2, 2.6);
      brush.box({ x: 3.5, y: 5.1, z: 0.9, size: [0.9, 0.5, 0.05], color: '#c9a06a' });
      brush.box({ x: 4.6, y: 5.1, z: 0.9, size: [0.5, 0.4, 0.3], color: '#8fa4ae' });
    }),
  ],
  places: [
    { x: -0.2, y: 7.4, size: ROOM },
    { x: -3.5, y: 6.4, size: ROOM },
    { x: 3.5, y: 6.4, size: ROOM },
    { x: 0.9, y: 6, size: ROOM },
    { x: -1.7, y: 5.6, size: ROOM },
    { x: 4.4, y: 7.8, size: ROOM },
  ],
  decoys: [
    { x: -1, y: 6.5, size: ROOM },
    { x: 2, y: 6.2, size: ROOM },
    { x: -4.5, y: 7.6, size: ROOM },
  ],
  hazard: (brush, { x, y }, { n, count }, { tick }) => [
    prop(x, y, () => {
      // Bare head, no mask; some smoke.
      cook(brush, x, y, (n % 71) / 71, tick, undefined, n % 2 === 0 ? '#8b3d45' : '#5a6470');
      if (n % 3 === 0)
        brush.upright(x, y, 0, (ctx) => {
          ctx.strokeStyle = '#f4f0e4';
          ctx.lineWidth = 0.035;
          stroke(ctx, 0.08, 1.5, 0.24, 1.52);
          ctx.fillStyle = '#ff7a3a';
          ctx.fillRect(0.22, 1.5, 0.05, 0.04);
          for (let i = 0; i < 3; i++) {
            const up = risen(tick * 0.4 + i / 3);
            ctx.fillStyle = `rgb(230 232 235 / ${0.35 * (1 - up)})`;
            ctx.beginPath();
            ctx.arc(0.26 + 0.1 * Math.sin(tick + i), 1.55 + 0.5 * up, 0.04 + 0.1 * up, 0, 7);
            ctx.fill();
          }
        });
    }),
    ...(count > 1 || n % 5 === 1
      ? [prop(x + 0.5, y - 0.5, () => rat(brush, x + 0.45 + 0.1 * Math.sin(tick * 2), y - 0.35))]
      : []),
  ],
  // A cook in a pale blue cap: proper, though not white.
  decoy: (brush, { x, y }, n, { tick }) => [
    prop(x, y, () => cook(brush, x, y, 0.4 + n / 9, tick, '#a9c9dc', '#dbe6ea')),
  ],
  lamps: [],
};

function rat(brush: Brush, x: number, y: number): void {
  brush.upright(x, y, 0, (ctx) => {
    ctx.fillStyle = '#3f3a36';
    ctx.beginPath();
    ctx.ellipse(0, 0.08, 0.16, 0.08, 0, 0, 7);
    ctx.ellipse(0.17, 0.08, 0.06, 0.05, 0, 0, 7);
    ctx.fill();
    ctx.strokeStyle = '#6d5a52';
    ctx.lineWidth = 0.02;
    stroke(ctx, -0.14, 0.07, -0.38, 0.03);
  });
}
