// What the metro carries, stretch by stretch: how full the stations of the districts on both ends are, and where a failure has cut a line.
import type { CasesState } from '@onescreen/shared/cases';
import { isEnded } from '@onescreen/shared/cases';
import type { CityState } from '@onescreen/shared/city';
import type { Position } from '@onescreen/shared/geography';
import { areaAt, distanceMetres, districtOf, metroLines } from '@onescreen/shared/geography';
import { valueAt } from './read.ts';

/** Between two stations of a line. */
export interface Stretch {
  id: number;
  line: string;
  from: Position;
  to: Position;
}
export interface StretchState {
  /** 0 empty to 1 full and more, in twentieths; null when no station says. */
  load: number | null;
  isCut: boolean;
}

/** A failed piece of metro equipment (轨道设备故障). */
const METRO_FAILURE = 'EM03';
/** Stations this far from the failure along its line are without trains, metres. */
const CUT_METRES = 2200;
const STEPS = 20;

export const stretches: readonly Stretch[] = metroLines
  .flatMap(({ id, paths }) => paths.flatMap((path) => path.slice(1).map((to, i) => ({ line: id, from: path[i]!, to }))))
  .map((stretch, id) => ({ id, ...stretch }));

const districtsOfStations = new Map<Position, number>();
function districtAt(station: Position): number {
  let district = districtsOfStations.get(station);
  if (district === undefined) {
    district = districtOf(areaAt(station));
    districtsOfStations.set(station, district);
  }
  return district;
}

const middleOf = ({ from, to }: Stretch): Position => [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
/** Distance of a place to a stretch, by its ends and its middle: stations are a mile apart. */
const metresTo = (stretch: Stretch, at: Position): number =>
  Math.min(...[stretch.from, middleOf(stretch), stretch.to].map((point) => distanceMetres(point, at)));

/** Stretches without trains: those of the nearest line around each open failure. */
export function cutStretches(cases: CasesState): Set<number> {
  const cut = new Set<number>();
  for (const one of Object.values(cases.cases)) {
    if (one.type !== METRO_FAILURE || isEnded(one)) continue;
    const at: Position = [one.at[0], one.at[1]];
    const nearest = stretches.reduce((best, next) => (metresTo(next, at) < metresTo(best, at) ? next : best));
    const centre = middleOf(nearest);
    for (const stretch of stretches) {
      if (stretch.line === nearest.line && metresTo(stretch, centre) < CUT_METRES) cut.add(stretch.id);
    }
  }
  return cut;
}

/** State of every stretch, by its id. */
export function metroStates(city: CityState, cases: CasesState): readonly StretchState[] {
  const cut = cutStretches(cases);
  const byDistrict = new Map<number, number | null>();
  const saturation = (station: Position): number | null => {
    const district = districtAt(station);
    if (!byDistrict.has(district)) byDistrict.set(district, valueAt(city, 'metro-station-saturation', district));
    return byDistrict.get(district) ?? null;
  };
  return stretches.map(({ id, from, to }) => {
    const known = [saturation(from), saturation(to)].filter((value) => value !== null);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    return { load: known.length === 0 ? null : Math.round((mean / 100) * STEPS) / STEPS, isCut: cut.has(id) };
  });
}
