// How each of the 52 case types behaves in the world: when it happens, where, and whether it goes away by itself.
// Estimates of this project, after the brief's descriptions of the detectors.
import { caseTypes } from '@onescreen/shared/catalogue';
import type { WeightBy } from './choosing.ts';

/** Relative frequency in each hour of the day. */
export type DayShape = 'flat' | 'trade' | 'meals' | 'rush' | 'evening' | 'night' | 'office' | 'day';

const SHAPES: Readonly<Record<DayShape, readonly number[]>> = {
  flat: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  trade: [1, 0.4, 0.2, 0.2, 0.5, 2, 5, 7, 7, 6, 6, 7, 6, 5, 5, 6, 8, 9, 9, 8, 7, 5, 3, 2],
  meals: [1, 0.5, 0.3, 0.2, 0.3, 1, 3, 4, 4, 4, 7, 9, 8, 5, 3, 4, 7, 9, 9, 7, 5, 4, 2, 1.5],
  rush: [1, 0.6, 0.4, 0.4, 0.7, 2, 5, 9, 10, 7, 5, 5, 5, 5, 5, 6, 8, 10, 9, 6, 5, 4, 3, 2],
  evening: [3, 1.5, 1, 0.7, 0.7, 1.5, 3, 4, 4, 4, 4, 4, 5, 4, 4, 4, 5, 6, 8, 10, 11, 10, 8, 5],
  night: [8, 7, 6, 5, 5, 4, 1, 0.2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.2, 1, 3, 7, 10, 10],
  office: [0.6, 0.4, 0.3, 0.3, 0.3, 0.6, 2, 4, 8, 10, 10, 8, 5, 7, 9, 9, 8, 6, 4, 4, 4, 3, 2, 1],
  day: [0.4, 0.3, 0.3, 0.3, 0.5, 1, 4, 7, 8, 9, 9, 7, 6, 8, 9, 9, 8, 7, 5, 3, 2, 1, 0.7, 0.5],
};

/** Each shape with a sum of 1. */
const normalised = new Map(
  Object.entries(SHAPES).map(([shape, hours]) => {
    const sum = hours.reduce((total, value) => total + value, 0);
    return [shape, hours.map((value) => value / sum)] as const;
  }),
);

/** The share of a day's hazards that falls in the given local hour, 0 to 23; a day adds up to 1. */
export const shareOfHour = (shape: DayShape, hour: number): number => normalised.get(shape)![hour]!;

export interface HazardKind {
  hours: DayShape;
  place: WeightBy;
  /** Codes of the only districts where it can happen. */
  only?: readonly string[];
  /** Some go away unhandled: which share, after how long. */
  selfEnds: { share: number; medianMinutes: number };
  /** Calls by further citizens beside the first signal, mean. */
  witnesses: number;
  /** Cameras: how long it must last before the detector reacts. */
  dwellSeconds: number;
  /** Cameras: objects counted. */
  count: readonly [low: number, high: number];
}

const stays = { share: 0, medianMinutes: 60 };
const basis: HazardKind = {
  hours: 'flat',
  place: 'population',
  selfEnds: stays,
  witnesses: 0,
  dwellSeconds: 20,
  count: [1, 1],
};
const kind = (given: Partial<HazardKind>): HazardKind => ({ ...basis, ...given });
const goes = (share: number, medianMinutes: number) => ({ share, medianMinutes });

/** Districts with a sea wall or an estuary dyke. */
const COAST = ['310113', '310115', '310116', '310120', '310151'];

const kinds: Readonly<Record<string, HazardKind>> = {
  XJ01: kind({ hours: 'trade', place: 'bustle', selfEnds: goes(0.25, 60), dwellSeconds: 300, count: [1, 4] }),
  XJ02: kind({ hours: 'trade', place: 'bustle', selfEnds: goes(0.2, 120), count: [1, 3] }),
  // Most shopkeepers put their goods back after the text message (brief §4: up to 88 % self-correction).
  XJ03: kind({ hours: 'trade', place: 'bustle', selfEnds: goes(0.6, 9), count: [1, 6] }),
  XJ04: kind({ hours: 'day', place: 'bustle', selfEnds: goes(0.15, 150), dwellSeconds: 1800, count: [1, 8] }),
  XJ05: kind({ hours: 'meals', place: 'bustle', selfEnds: goes(0.1, 120), count: [2, 12] }),
  XJ06: kind({ hours: 'meals', place: 'bustle', selfEnds: goes(0.3, 45), count: [1, 3] }),
  XJ07: kind({ hours: 'night', place: 'area', selfEnds: goes(0.3, 40), count: [1, 1] }),
  XJ08: kind({ hours: 'rush', place: 'bustle', selfEnds: goes(0.12, 120), count: [16, 60] }),
  XJ09: kind({ hours: 'rush', place: 'bustle', selfEnds: goes(0.45, 40), dwellSeconds: 300, count: [1, 3] }),
  XJ10: kind({ hours: 'rush', place: 'bustle', selfEnds: goes(0.6, 20), count: [2, 9] }),
  ZR01: kind({ hours: 'day', selfEnds: goes(0.35, 90) }),
  ZR02: kind({ hours: 'trade', place: 'bustle' }),
  ZR03: kind({ hours: 'evening', selfEnds: goes(0.4, 15) }),
  CM01: kind({ place: 'bustle', witnesses: 0.3 }),
  CM02: kind({ hours: 'evening' }),
  CM03: kind({ hours: 'day', place: 'area' }),
  CM04: kind({ hours: 'rush', place: 'bustle', selfEnds: goes(0.15, 30), witnesses: 0.4 }),
  CM05: kind({}),
  CM06: kind({ place: 'area', witnesses: 0.6 }),
  CM07: kind({ place: 'area', witnesses: 0.3 }),
  CM08: kind({ hours: 'rush', place: 'area' }),
  CM09: kind({ place: 'bustle', selfEnds: goes(0.2, 180) }),
  EV01: kind({ hours: 'day', place: 'bustle' }),
  EV02: kind({ hours: 'office' }),
  EV03: kind({ hours: 'office' }),
  EV04: kind({ hours: 'day', place: 'jobs', selfEnds: goes(0.25, 60) }),
  EV05: kind({ hours: 'night', place: 'jobs', selfEnds: goes(0.25, 120), witnesses: 0.7 }),
  EV06: kind({ hours: 'meals', place: 'bustle' }),
  EV07: kind({ hours: 'evening' }),
  EV08: kind({ hours: 'day' }),
  EV09: kind({ hours: 'rush', place: 'bustle', selfEnds: goes(0.1, 15), witnesses: 0.3 }),
  EV10: kind({ place: 'area' }),
  EV11: kind({ hours: 'evening', selfEnds: goes(0.5, 70), witnesses: 0.3 }),
  EV12: kind({ hours: 'meals', place: 'bustle' }),
  EV13: kind({ witnesses: 0.8 }),
  EV14: kind({ hours: 'evening', witnesses: 0.3 }),
  EV15: kind({ hours: 'evening', selfEnds: goes(0.15, 50), witnesses: 1 }),
  EV16: kind({ place: 'bustle', selfEnds: goes(0.15, 110), witnesses: 0.5 }),
  EV17: kind({ hours: 'day', place: 'bustle' }),
  EV18: kind({ hours: 'office' }),
  EV19: kind({ hours: 'office' }),
  EV20: kind({
    hours: 'evening',
    place: 'jobs',
    selfEnds: goes(0.4, 60),
    dwellSeconds: 60,
    count: [1800, 5200],
    witnesses: 0.3,
  }),
  EM01: kind({ hours: 'evening', witnesses: 1.5 }),
  EM02: kind({ hours: 'rush', place: 'bustle', witnesses: 1 }),
  EM03: kind({ hours: 'rush', place: 'jobs' }),
  EM04: kind({ hours: 'day', place: 'jobs', witnesses: 1 }),
  EM05: kind({ place: 'area', only: ['310116', '310120'] }),
  EM06: kind({ hours: 'day', witnesses: 3 }),
  EM07: kind({ hours: 'evening', selfEnds: goes(0.4, 80) }),
  EM08: kind({ hours: 'office' }),
  EM09: kind({ place: 'area', only: COAST }),
  EM10: kind({ hours: 'office', place: 'jobs' }),
};

for (const { code } of caseTypes) {
  if (kinds[code] === undefined) throw new RangeError(`no behaviour for case type ${code}`);
}

/** Throws RangeError for an unknown code. */
export function hazardKind(code: string): HazardKind {
  const found = kinds[code];
  if (found === undefined) throw new RangeError(`no behaviour for case type ${code}`);
  return found;
}
