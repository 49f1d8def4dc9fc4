// The drawn scene of each of the ten cameras.
import type { SceneId } from '@onescreen/shared/cameras';
import type { Scene } from '../draw/scene.ts';
import { bikes } from './bikes.ts';
import { crossing } from './crossing.ts';
import { kitchen } from './kitchen.ts';
import { parasols } from './parasols.ts';
import { parking } from './parking.ts';
import { piles } from './piles.ts';
import { shopfronts } from './shopfronts.ts';
import { trucks } from './trucks.ts';
import { vending } from './vending.ts';
import { waste } from './waste.ts';

export const scenes: Readonly<Record<SceneId, Scene>> = {
  XJ01: vending,
  XJ02: parasols,
  XJ03: shopfronts,
  XJ04: piles,
  XJ05: waste,
  XJ06: kitchen,
  XJ07: trucks,
  XJ08: bikes,
  XJ09: parking,
  XJ10: crossing,
};
