// What the layers draw: plain rows, already selected and coloured. Layers know neither React nor the store.
import type { MarkShape } from './icons.ts';

export type Colour = [red: number, green: number, blue: number, alpha: number];

export interface CaseMark {
  id: string;
  at: [number, number];
  shape: MarkShape;
  /** 1 to 5. */
  priority: number;
  colour: Colour;
  /** Pixels. */
  size: number;
  /** Ring around it: how much of its time is used; alpha 0 when there is no clock. */
  ring: Colour;
}

export interface MovingUnit {
  id: string;
  /** [lon, lat, tick] points, and the same split up as TripsLayer wants it. */
  path: readonly (readonly [number, number, number])[];
  positions: [number, number][];
  ticks: number[];
  /** Where it goes to; null on the way home. */
  to: [number, number] | null;
}

export interface StandingUnit {
  id: string;
  at: [number, number];
  working: boolean;
}

/** Where each moving unit is at the drawn tick. */
export interface UnitPlace {
  id: string;
  at: [number, number];
  /** Degrees counter-clockwise from north, as IconLayer turns. */
  angle: number;
  to: [number, number] | null;
}

export interface LayerColours {
  unit: Colour;
  unitIdle: Colour;
  order: Colour;
  selected: Colour;
  /** Of clusters: the ground, the number, and the ring by priority 1 to 5. */
  disc: Colour;
  text: Colour;
  priorities: readonly Colour[];
}
