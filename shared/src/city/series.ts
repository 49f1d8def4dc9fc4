// A series is one indicator in one area. Indices are dense and constant: by indicator, then city, districts, streets.

import type { Indicator } from '../catalogue/index.ts';
import { indicators } from '../catalogue/index.ts';
import { areas, CITY_AREA, DISTRICT_COUNT, FIRST_STREET } from '../geography/index.ts';

const STREET_COUNT = areas.length - FIRST_STREET;

/** First series of each indicator's block, per level; −1 where the level carries none. */
interface Block {
  city: number;
  district: number;
  street: number;
}
const blocks: Block[] = [];
const indicatorIndices: number[] = [];
const areaIndices: number[] = [];
for (const indicator of indicators) {
  const block: Block = { city: -1, district: -1, street: -1 };
  const add = (level: keyof Block, firstArea: number, count: number) => {
    if (!indicator.levels.includes(level)) return;
    block[level] = indicatorIndices.length;
    for (let i = 0; i < count; i++) {
      indicatorIndices.push(indicator.index);
      areaIndices.push(firstArea + i);
    }
  };
  add('city', CITY_AREA, 1);
  add('district', 1, DISTRICT_COUNT);
  add('street', FIRST_STREET, STREET_COUNT);
  blocks.push(block);
}

/** 23 079: 183 in the city, 144 × 16 in districts, 88 × 234 in streets. */
export const SERIES_COUNT = indicatorIndices.length;
/** Indicator index of each series. */
export const indicatorOfSeries: Uint16Array = Uint16Array.from(indicatorIndices);
/** Area index of each series. */
export const areaOfSeries: Uint16Array = Uint16Array.from(areaIndices);

/** The series of an indicator in an area, or −1 where the indicator has no meaning at that level. */
export function seriesOf(indicatorIndex: number, areaIndex: number): number {
  const block = blocks[indicatorIndex];
  if (block === undefined) return -1;
  if (areaIndex === CITY_AREA) return block.city;
  if (areaIndex < FIRST_STREET) return block.district < 0 ? -1 : block.district + areaIndex - 1;
  return block.street < 0 ? -1 : block.street + areaIndex - FIRST_STREET;
}

export const indicatorOf = (series: number): Indicator => indicators[indicatorOfSeries[series]!]!;

/** Streets report at most once a minute; districts and the city at the indicator's own period. Seconds. */
export const periodOf = (series: number): number => {
  const period = indicatorOf(series).periodSeconds;
  return areaOfSeries[series]! >= FIRST_STREET ? Math.max(60, period) : period;
};
