// How full the rivers are: the tide at the Huangpu park gauge between its lowest ebb and the line where warnings begin.
import type { CityState } from '@onescreen/shared/city';
import { SERIES_STATE } from '@onescreen/shared/city';
import { stateAt, valueAt } from './read.ts';

export interface WaterLevel {
  /** 0 at the lowest ebb to 1 at the warning line, in fiftieths; null without a gauge. */
  fullness: number | null;
  isHigh: boolean;
}

const GAUGE = 'tide-huangpu-park';
/** Metres: an ebb of springs, and the gauge's warning line (4.55 m, the flood authority's). */
const EBB_METRES = 0.6;
const WARNING_METRES = 4.55;
const STEPS = 50;

export function waterLevel(city: CityState): WaterLevel {
  const metres = valueAt(city, GAUGE);
  const state = stateAt(city, GAUGE);
  if (metres === null) return { fullness: null, isHigh: false };
  const share = Math.max(0, Math.min(1, (metres - EBB_METRES) / (WARNING_METRES - EBB_METRES)));
  return {
    fullness: Math.round(share * STEPS) / STEPS,
    isHigh: state === SERIES_STATE.warning || state === SERIES_STATE.critical,
  };
}
