// What an area's fill says: its health score, or the state of the vital sign that is looked at.
import { indicatorById } from '@onescreen/shared/catalogue';
import { SERIES_STATE, seriesOf } from '@onescreen/shared/city';
import { areas, districtOf, FIRST_STREET } from '@onescreen/shared/geography';
import { numbers, scores } from '../store/index.ts';

export type Grade = 'good' | 'fair' | 'watch' | 'bad' | 'critical' | 'nodata';
export const GRADES: readonly Grade[] = ['good', 'fair', 'watch', 'bad', 'critical', 'nodata'];

/** Lowest score of each grade, best first: the bands of the five colours 绿蓝黄橙红 (design choice). */
const LOWEST: readonly (readonly [Grade, number])[] = [
  ['good', 90],
  ['fair', 80],
  ['watch', 65],
  ['bad', 45],
  ['critical', 0],
];

/** Grade of a score of 0 to 100; `null` is no data. */
export const gradeOfScore = (score: number | null): Grade =>
  score === null ? 'nodata' : (LOWEST.find(([, lowest]) => score >= lowest)?.[0] ?? 'critical');

function gradeOfSign(indicatorId: string, area: number): Grade {
  const series = seriesOf(indicatorById(indicatorId).index, area);
  switch (numbers.city.states[series]) {
    case SERIES_STATE.normal:
      return 'good';
    case SERIES_STATE.warning:
      return 'watch';
    case SERIES_STATE.critical:
      return 'critical';
    default:
      return 'nodata';
  }
}

export const gradeOfArea = (area: number, indicator: string | null): Grade =>
  indicator === null ? gradeOfScore(scores.of(area).pulse) : gradeOfSign(indicator, area);

/** Areas whose fill can be seen and is known: all districts, and the streets of the district of interest. */
export function filledAreas(selectedArea: number): readonly number[] {
  const district = districtOf(selectedArea);
  const districts = areas.slice(1, FIRST_STREET).map((area) => area.index);
  return district === 0 ? districts : [...districts, ...areas[district]!.children];
}
