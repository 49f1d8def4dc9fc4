// Who and what passes by, ready to be drawn: people on foot, riders, cars.
import type { Brush } from './brush.ts';
import { one } from './goods.ts';
import type { Lane, Moment } from './moment.ts';
import { passersOn, strideOf } from './moment.ts';
import { drawBike, drawPerson, somebody } from './people.ts';
import type { Prop } from './scene.ts';
import { prop } from './scene.ts';
import { drawBus, drawCar, drawVan } from './vehicles.ts';

const UMBRELLAS = ['#2f4f7f', '#a33c42', '#d8b23e', '#3d3f46', '#5a8f7a'] as const;
const CARS = ['#e4e6e8', '#2b2e33', '#8f959b', '#7c2a2c', '#28436b', '#c9c4b6', '#e4e6e8', '#3c5a4a'] as const;
const BIKES = ['#2d7dd2', '#f2b632', '#3aa76d', '#c0392b', '#8a9096'] as const;

export const carColor = (n: number): string => one(CARS, n);
export const bikeColor = (n: number): string => one(BIKES, n);
export const umbrellaIn = (rain: number, share: number): string | null =>
  rain > 0.1 && share % 0.1 < 0.085 ? one(UMBRELLAS, Math.floor(share * 97)) : null;

export const walkers = (brush: Brush, moment: Moment, lanes: readonly Lane[]): Prop[] =>
  lanes.flatMap((lane) =>
    passersOn(lane, moment).map(({ x, y, share }) =>
      prop(x, y, () =>
        drawPerson(brush, x, y, somebody(share), {
          stride: strideOf(moment.tick, share),
          umbrella: umbrellaIn(moment.rain, share),
          ...(share % 0.2 < 0.06 ? { carries: one(['#7a4a3a', '#c9a45a', '#d8dde0'], Math.floor(share * 50)) } : {}),
        }),
      ),
    ),
  );

export const riders = (brush: Brush, moment: Moment, lanes: readonly Lane[]): Prop[] =>
  lanes.flatMap((lane) =>
    passersOn(lane, moment).map(({ x, y, share, way }) => {
      const side = lane.to[0] >= lane.from[0] ? way : way === 1 ? -1 : 1;
      const basket = share % 0.3 < 0.12 ? { basket: '#e3b23c' } : {};
      return prop(x, y, () =>
        drawBike(brush, x, y, bikeColor(Math.floor(share * 90)), { rider: somebody(share), way: side, ...basket }),
      );
    }),
  );

/** Cars on a lane; now and then a van or a bus. */
export const cars = (brush: Brush, moment: Moment, lanes: readonly Lane[]): Prop[] =>
  lanes.flatMap((lane) => {
    const turn = (-Math.atan2(lane.to[0] - lane.from[0], lane.to[1] - lane.from[1]) * 180) / Math.PI;
    return passersOn(lane, moment).map(({ x, y, share }) => {
      const car = { x, y, color: carColor(Math.floor(share * 173)), turn };
      return prop(x, y, () => {
        if (share % 0.25 < 0.02) drawBus(brush, { ...car, color: '#2f7d6b' });
        else if (share % 0.25 < 0.06) drawVan(brush, { ...car, color: '#dfe2e2' });
        else drawCar(brush, car);
      });
    });
  });
