// The light and weather of a second, and who passes by in it: functions of the simulated clock and words alone, so that every replay shows the same.
import { spread } from '@onescreen/shared/random';
import { localDay, secondOfDay } from '@onescreen/shared/time';

export interface Moment {
  /** With its fraction. */
  tick: number;
  epochMs: number;
  /** 0 by day, 1 in the dark. */
  night: number;
  /** Rain, 0 to 1. */
  rain: number;
  /** Names the camera and the run's seed: two cameras have other passers-by. */
  words: string;
}

const LATITUDE = (31.2 * Math.PI) / 180;
/** Shanghai time runs a little ahead of the sun there: hours. */
const NOON = 11.9;

/** Height of the sun over Shanghai, degrees. Good to about a degree. */
export function sunDegrees(epochMs: number, tick: number): number {
  const day = localDay(epochMs, Math.floor(tick)) % 365.25;
  const declination = ((-23.44 * Math.PI) / 180) * Math.cos((2 * Math.PI * (day + 10)) / 365.25);
  const hour = (secondOfDay(epochMs, Math.floor(tick)) / 3600 - NOON) * ((15 * Math.PI) / 180);
  const sine = Math.sin(LATITUDE) * Math.sin(declination) + Math.cos(LATITUDE) * Math.cos(declination) * Math.cos(hour);
  return (Math.asin(sine) * 180) / Math.PI;
}

/** How dark it is: 0 from five degrees of sun on, 1 from six below the horizon. */
export function nightAt(epochMs: number, tick: number): number {
  const share = Math.min(1, Math.max(0, (5 - sunDegrees(epochMs, tick)) / 11));
  return share * share * (3 - 2 * share);
}

/** Rain in 1 h, millimetres, as a share that is drawn. */
export const rainShare = (millimetres: number | null): number =>
  millimetres === null || millimetres < 0.2 ? 0 : Math.min(1, 0.25 + millimetres / 45);

/** How busy a street is in each local hour, of its busiest. */
const BUSY = [
  0.1, 0.06, 0.04, 0.04, 0.08, 0.25, 0.6, 0.95, 1, 0.75, 0.65, 0.75, 0.85, 0.7, 0.65, 0.7, 0.85, 1, 1, 0.85, 0.7, 0.5,
  0.3, 0.18,
];
const busyAt = (epochMs: number, tick: number): number =>
  BUSY[Math.floor(secondOfDay(epochMs, Math.floor(tick)) / 3600)]!;

export interface Lane {
  name: string;
  from: readonly [number, number];
  to: readonly [number, number];
  /** Time from one end to the other. */
  seconds: number;
  /** Time between two at the busiest hour. */
  every: number;
  /** How far beside the lane somebody may keep, metres. */
  beside?: number;
  /** Goes the other way too. */
  both?: boolean;
}
export interface Passer {
  x: number;
  y: number;
  /** 0 to 1, their own: for looks. */
  share: number;
  /** Part of the way that is done. */
  done: number;
  way: 1 | -1;
}

/** Who is on a lane at a moment. */
export function passersOn(lane: Lane, { tick, epochMs, words, rain }: Moment): Passer[] {
  const { from, to, seconds, every, beside = 0.4, both = false } = lane;
  const passers: Passer[] = [];
  for (let k = Math.floor((tick - seconds) / every) - 1; k <= Math.floor(tick / every); k++) {
    const name = `${words}/${lane.name}/${k}`;
    const left = (k + 0.8 * spread(`${name}/when`)) * every;
    const done = (tick - left) / seconds;
    if (done < 0 || done >= 1) continue;
    if (spread(`${name}/is`) > busyAt(epochMs, Math.max(0, left)) * (1 - 0.5 * rain)) continue;
    const share = spread(`${name}/who`);
    const way = both && share * 10 - Math.floor(share * 10) > 0.5 ? -1 : 1;
    const at = way === 1 ? done : 1 - done;
    const aside = beside * (2 * spread(`${name}/beside`) - 1);
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    passers.push({
      x: from[0] + dx * at - (dy / length) * aside,
      y: from[1] + dy * at + (dx / length) * aside,
      share,
      done,
      way,
    });
  }
  return passers;
}

/** Swing of somebody's legs at a moment. */
export const strideOf = (tick: number, share: number): number => Math.sin(tick * 6.2 + share * 40);
