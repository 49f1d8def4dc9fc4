// The four towers that everybody looks for, at their published heights; the places are as schematic as all others.
import type { Position } from '@onescreen/shared/geography';
import { places } from '@onescreen/shared/geography';

export interface Landmark {
  at: Position;
  /** Metres. */
  height: number;
  /** Of the round footprint, metres. */
  radius: number;
}

const tower = places.find((place) => place.id === 'shanghai-tower')!.at;
const beside = (east: number, north: number): Position => [tower[0] + east / 95_200, tower[1] + north / 111_195];

/** Shanghai Tower, World Financial Center, Jin Mao Tower, Oriental Pearl. */
export const landmarks: readonly Landmark[] = [
  { at: tower, height: 632, radius: 38 },
  { at: beside(170, 90), height: 492, radius: 29 },
  { at: beside(10, 190), height: 420, radius: 27 },
  { at: beside(-560, 620), height: 468, radius: 15 },
];
