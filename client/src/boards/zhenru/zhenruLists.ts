// 真如 three scenes: elders living alone, street-shop waste sorting, the door-magnet queue. Which cases stand in each list.

import type { CaseState } from '@onescreen/shared/cases';
import { endTick, isEnded } from '@onescreen/shared/cases';
import { areaByCode, CITY_AREA } from '@onescreen/shared/geography';
import { isOverdue, liesIn, priorityOf } from '../../cases/order.ts';

export const SCENES = [
  { id: 'elder', type: 'ZR01' },
  { id: 'shop', type: 'ZR02' },
  { id: 'door', type: 'ZR03' },
] as const;
export type Scene = (typeof SCENES)[number];

/** 真如镇街道, where the three were tried first. */
export const ZHENRU_AREA = areaByCode('310107022').index;

/** Which street the lists speak of while none is chosen: 真如 itself. */
export const zhenruArea = (selected: number): number => (selected === CITY_AREA ? ZHENRU_AREA : selected);

export interface SceneList {
  /** Overdue first, then whoever has waited longest. */
  open: readonly CaseState[];
  /** Ended lately, newest first. */
  ended: readonly CaseState[];
  overdue: number;
}

/** The list of a scene in an area, by index. */
export function sceneList(all: Iterable<CaseState>, { type }: Scene, area: number, tick: number): SceneList {
  const own = [...all].filter((one) => one.type === type && liesIn(one.area, area));
  const late = (one: CaseState): number => Number(isOverdue(one, tick));
  const open = own
    .filter((one) => !isEnded(one))
    .sort((a, b) => late(b) - late(a) || priorityOf(a) - priorityOf(b) || a.discoveredTick - b.discoveredTick);
  const ended = own.filter(isEnded).sort((a, b) => endTick(b) - endTick(a));
  return { open, ended, overdue: open.filter((one) => isOverdue(one, tick)).length };
}
