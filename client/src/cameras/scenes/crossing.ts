// XJ10 乱穿马路: a crossing with its signal. People on the stripes at green are right; those beside them, or at red, are not.

import type { Lane, Moment } from '../draw/moment.ts';
import { strideOf } from '../draw/moment.ts';
import { bikeColor, cars, riders, umbrellaIn, walkers } from '../draw/passing.ts';
import { drawBike, drawPerson, somebody } from '../draw/people.ts';
import type { Scene } from '../draw/scene.ts';
import { prop } from '../draw/scene.ts';
import type { SignalColor } from '../draw/street.ts';
import {
  ASPHALT,
  drawBlock,
  drawDashes,
  drawGround,
  drawKerb,
  drawLamp,
  drawSignal,
  drawSlabs,
  drawTree,
  drawZebra,
} from '../draw/street.ts';
import { drawCar } from '../draw/vehicles.ts';

/** The signal for those on foot: green, then yellow for the cars, then red; seconds. */
const CYCLE = { green: 28, all: 80 };
const phaseOf = (tick: number): number => ((tick % CYCLE.all) + CYCLE.all) % CYCLE.all;
const signalAt = (tick: number): SignalColor => (phaseOf(tick) < CYCLE.green ? 'green' : 'red');
const ROOM = [3.6, 1.6, 1.9] as const;

/** Those who start within the green, on the stripes. */
const rightly = (lane: Lane, moment: Moment): Lane[] =>
  phaseOf(moment.tick) < CYCLE.green + 6 ? [{ ...lane, every: 2.4 }] : [];

export const crossing: Scene = {
  lens: { height: 5.6, down: 15.5 },
  backdrop(brush) {
    drawGround(brush, ASPHALT);
    for (const [x, w, h, c] of [
      [-26, 14, 22, '#b3ada3'],
      [-6, 14, 30, '#a7b0b4'],
      [14, 16, 20, '#b9b3a6'],
      [34, 14, 28, '#a5abad'],
    ] as const)
      drawBlock(brush, x, 66, w, h, c);
    drawSlabs(brush, -40, 25.5, 40, 58, '#aca598', 1.4);
    drawKerb(brush, -40, 25.5, 40, 25.5);
    drawSlabs(brush, -40, 4, 40, 9.4, '#a8a194', 1.1);
    drawKerb(brush, -40, 9.4, 40, 9.4);
    drawDashes(brush, [-40, 13.4], [-5.4, 13.4], 0.14, 2.4);
    drawDashes(brush, [5.4, 13.4], [40, 13.4], 0.14, 2.4);
    drawDashes(brush, [-40, 21.4], [-5.4, 21.4], 0.14, 2.4);
    drawDashes(brush, [5.4, 21.4], [40, 21.4], 0.14, 2.4);
    for (const y of [17.2, 17.5]) {
      brush.ground(-40, y, -5, y + 0.13, '#e2c14c');
      brush.ground(5, y, 40, y + 0.13, '#e2c14c');
    }
    drawZebra(brush, -2.6, 2.6, 9.8, 25.2, true);
    brush.ground(-4, 9.6, -3.8, 17.2, '#e3e5e4');
    brush.ground(3.8, 17.6, 4, 25.2, '#e3e5e4');
  },
  props: (brush, moment) => {
    const { tick } = moment;
    const go: SignalColor = signalAt(tick);
    const onStripes: Lane[] = [
      { name: 'over', from: [-0.8, 9.6], to: [-0.8, 25.6], seconds: 13, every: 3, beside: 1, both: true },
      { name: 'over2', from: [1, 25.6], to: [1, 9.6], seconds: 12, every: 3.4, beside: 0.9, both: true },
    ];
    const waiting = go === 'red' ? 2 + (Math.floor(tick / CYCLE.all) % 3) : 0;
    return [
      prop(-3.4, 25.9, () => drawSignal(brush, -3.4, 25.9, go)),
      prop(3.4, 8.9, () => drawSignal(brush, 3.5, 9, go)),
      ...[-14, -8, 8, 15].map((x) => prop(x, 27, () => drawTree(brush, x, 27, 5.4, x))),
      prop(5.6, 26, () => drawLamp(brush, 5.6, 26, 7, -1)),
      ...Array.from({ length: waiting }, (_, i) =>
        prop(-1.6 + i * 1.1, 26.4, () =>
          drawPerson(
            brush,
            -1.6 + i * 1.1,
            26.4,
            somebody((0.13 + i * 0.31 + Math.floor(tick / CYCLE.all) * 0.17) % 1),
            { umbrella: umbrellaIn(moment.rain, i * 0.03) },
          ),
        ),
      ),
      ...onStripes.flatMap((lane) => walkers(brush, moment, rightly(lane, moment))),
      ...walkers(brush, moment, [
        { name: 'far', from: [-24, 28.4], to: [24, 28.4], seconds: 38, every: 6, beside: 0.8, both: true },
      ]),
      ...riders(brush, moment, [
        { name: 'near', from: [-16, 10.6], to: [16, 10.6], seconds: 10, every: 11, beside: 0.2 },
      ]),
      // Cars stand at green for those on foot, else they drive.
      ...(go === 'green'
        ? [
            prop(-7, 15.2, () => drawCar(brush, { x: -7.2, y: 15.2, color: '#e4e6e8', turn: -90 })),
            prop(-12.6, 15.2, () => drawCar(brush, { x: -12.8, y: 15.2, color: '#28436b', turn: -90 })),
            prop(7, 19.4, () => drawCar(brush, { x: 7.3, y: 19.4, color: '#7c2a2c', turn: 90 })),
          ]
        : cars(brush, moment, [
            { name: 'right', from: [-30, 15.2], to: [30, 15.2], seconds: 6.5, every: 6, beside: 0.1 },
            { name: 'left', from: [30, 19.4], to: [-30, 19.4], seconds: 6.5, every: 7, beside: 0.1 },
            { name: 'left2', from: [30, 23.4], to: [-30, 23.4], seconds: 7.5, every: 10, beside: 0.1 },
          ])),
    ];
  },
  places: [
    { x: 6.2, y: 13, size: ROOM },
    { x: -6.4, y: 12.6, size: ROOM },
    { x: 7.6, y: 22.4, size: ROOM },
    { x: -7.6, y: 22.6, size: ROOM },
    { x: 5.8, y: 17.6, size: ROOM },
    { x: -6, y: 17.6, size: ROOM },
  ],
  decoys: [
    { x: 0, y: 11.4, size: [2.2, 0.9, 1.9] },
    { x: -0.4, y: 22, size: [2.2, 0.9, 1.9] },
    { x: 0.6, y: 16.6, size: [2.2, 0.9, 1.9] },
  ],
  // They walk out and back, out and back, as long as it lasts.
  hazard: (brush, { x, y }, { n, count }, { tick, rain }) =>
    Array.from({ length: Math.min(5, Math.max(1, Math.round(count * 0.6))) }, (_, i) => {
      const share = ((n + i * 37) % 101) / 101;
      const at = { x: x + 1.3 * Math.sin(tick * 0.22 + i * 1.7 + n) - 0.2, y: y + 0.5 - i * 0.28 };
      return prop(at.x, at.y, () =>
        i === 2
          ? drawBike(brush, at.x, at.y, bikeColor(n), {
              rider: somebody(share),
              way: Math.cos(tick * 0.22 + i * 1.7 + n) > 0 ? 1 : -1,
            })
          : drawPerson(brush, at.x, at.y, somebody(share), {
              stride: strideOf(tick, share),
              umbrella: umbrellaIn(rain, share),
            }),
      );
    }),
  // A helper in a vest who leads somebody over.
  decoy: (brush, { x, y }, n, { tick }) => [
    prop(x, y, () => {
      drawPerson(brush, x - 0.4, y, somebody(0.36 + n / 7), { vest: '#e0453c', hat: '#e0453c', reach: 1 });
      drawPerson(brush, x + 0.4, y, somebody(0.81 - n / 7), { stride: 0.5 * strideOf(tick, 0.3) });
    }),
  ],
  lamps: [
    { x: 4.6, y: 26, radius: 9 },
    { x: -10, y: 26, radius: 8 },
    { x: 0, y: 12, radius: 8 },
    { x: 14, y: 14, radius: 8 },
    { x: -14, y: 13, radius: 7 },
  ],
  glow(brush, strength, { tick }) {
    const color = signalAt(tick) === 'green' ? '#3fe07c' : '#ff4a40';
    brush.ctx.globalAlpha = strength * 0.8;
    for (const [x, y] of [
      [-3.4, 25.9],
      [3.5, 9],
    ] as const)
      brush.upright(x, y, 0, (ctx) => {
        ctx.fillStyle = color;
        ctx.beginPath();
        ctx.arc(0, color === '#ff4a40' ? 3 : 2.57, 0.2, 0, 7);
        ctx.fill();
      });
    brush.ctx.globalAlpha = 1;
  },
};
