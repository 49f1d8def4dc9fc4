// The cameras: two in each street, and in Xujing one for each of the ten scenes that the pilot is known for.

import type { Position } from '@onescreen/shared/geography';
import { areaByCode, areas, distanceMetres, randomPointIn } from '@onescreen/shared/geography';
import type { RosterCamera } from '@onescreen/shared/log';
import type { Random } from '@onescreen/shared/random';
import { createRandom } from '@onescreen/shared/random';
import { HOUR, localDay, MINUTE, secondOfDay } from '@onescreen/shared/time';
import { allStreets } from './choosing.ts';
import { rounded } from './positions.ts';

/** Code of 徐泾镇. */
export const XUJING = '310118106';

/** One camera watches a shopping street, the other a crossing: between them all ten scenes and crowds. */
const VIEWS = [
  { zh: '商业街', en: 'Shopping street', sees: ['XJ01', 'XJ02', 'XJ03', 'XJ05', 'XJ06', 'EV20'] },
  { zh: '路口', en: 'Crossing', sees: ['XJ04', 'XJ07', 'XJ08', 'XJ09', 'XJ10'] },
] as const;

const XUJING_SCENES = [
  { zh: '京华路集市口', en: 'Jinghua Road market gate', sees: ['XJ01', 'EV20'] },
  { zh: '徐乐路步行街', en: 'Xule Road walking street', sees: ['XJ02'] },
  { zh: '明珠路商铺', en: 'Mingzhu Road shops', sees: ['XJ03'] },
  { zh: '蟠龙路后街', en: 'Panlong Road back street', sees: ['XJ04'] },
  { zh: '徐泾中路垃圾箱房', en: 'Xujing Middle Road waste room', sees: ['XJ05'] },
  { zh: '诸光路餐饮后厨', en: 'Zhuguang Road kitchens', sees: ['XJ06'] },
  { zh: '崧泽大道卡口', en: 'Songze Avenue checkpoint', sees: ['XJ07'] },
  { zh: '国家会展中心地铁口', en: 'Convention Center metro exit', sees: ['XJ08'] },
  { zh: '盈港东路禁停段', en: 'Yinggang East Road no-parking stretch', sees: ['XJ09'] },
  { zh: '华徐公路人行横道', en: 'Huaxu Highway pedestrian crossing', sees: ['XJ10'] },
] as const;

/** Cameras of one street stand this far apart, so that two scenes are not one spot on the map. Metres. */
const APART_METRES = 250;

function apartFrom(taken: readonly Position[], street: number, random: Random): Position {
  let best = rounded(randomPointIn(street, random));
  let bestMetres = -1;
  for (let attempt = 0; attempt < 12; attempt++) {
    const at = attempt === 0 ? best : rounded(randomPointIn(street, random));
    const metres = Math.min(Number.POSITIVE_INFINITY, ...taken.map((other) => distanceMetres(at, other)));
    if (metres >= APART_METRES) return at;
    if (metres > bestMetres) [best, bestMetres] = [at, metres];
  }
  return best;
}

/** All cameras, in street order. Places depend on the seed alone. */
export function createCameras(seed: number): RosterCamera[] {
  const xujing = areaByCode(XUJING).index;
  return allStreets.flatMap((street) => {
    const area = areas[street]!;
    const random = createRandom(seed, `cameras/${area.code}`);
    const taken: Position[] = [];
    return (street === xujing ? XUJING_SCENES : VIEWS).map((view, i) => {
      const at = apartFrom(taken, street, random);
      taken.push(at);
      return {
        id: `CAM-${area.code}-${String(i + 1).padStart(2, '0')}`,
        zh: `${area.zh}${street === xujing ? '·' : ''}${view.zh}`,
        en: `${area.en}, ${view.en}`,
        at,
        area: street,
        sees: view.sees,
      };
    });
  });
}

/** Share of cameras and sensors that fail once on a given day (estimate). */
const OUTAGE_SHARE = 0.03;

/** When on this day a device is away: seconds of the local day [from, to), or null. A function of seed, device and day alone. */
function outageOf(seed: number, device: string, day: number): { from: number; to: number } | null {
  const random = createRandom(seed, `outage/${device}/${day}`);
  if (random.next() >= OUTAGE_SHARE) return null;
  const from = random.next() * 23 * HOUR;
  return { from, to: from + 10 * MINUTE + random.exponential(20 * MINUTE) };
}

/** 0 while the device works; else seconds until it is back. */
export function secondsUntilBack(seed: number, device: string, epochMs: number, tick: number): number {
  const second = secondOfDay(epochMs, tick);
  const outage = outageOf(seed, device, localDay(epochMs, tick));
  return outage !== null && second >= outage.from && second < outage.to ? Math.ceil(outage.to - second) : 0;
}
