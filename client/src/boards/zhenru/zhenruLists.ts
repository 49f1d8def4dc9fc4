// 真如 three scenes: elders living alone, street-shop waste sorting, the door-magnet queue. Which cases stand in each list.

import type { CaseState } from '@onescreen/shared/cases';
import { endTick, isEnded } from '@onescreen/shared/cases';
import { areaByCode, areas, CITY_AREA } from '@onescreen/shared/geography';
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

const TYPES: ReadonlySet<string> = new Set(SCENES.map(({ type }) => type));

export interface StreetCount {
  area: number;
  open: number;
}

/** Streets with open cases of the three scenes, most first; 真如 always, and always in front. */
export function streetCounts(all: Iterable<CaseState>): StreetCount[] {
  const counts = new Map<number, number>([[ZHENRU_AREA, 0]]);
  for (const one of all) {
    if (!TYPES.has(one.type) || isEnded(one) || areas[one.area]?.level !== 'street') continue;
    counts.set(one.area, (counts.get(one.area) ?? 0) + 1);
  }
  const isZhenru = ({ area }: StreetCount): number => Number(area === ZHENRU_AREA);
  return [...counts]
    .map(([area, open]) => ({ area, open }))
    .sort((a, b) => isZhenru(b) - isZhenru(a) || b.open - a.open || a.area - b.area);
}
