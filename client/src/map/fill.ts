// What an area's fill says: its health score, or the state of the vital sign that is looked at.
import { indicatorById } from '@onescreen/shared/catalogue';
import { SERIES_STATE, seriesOf } from '@onescreen/shared/city';
import { areas, districtOf, FIRST_STREET } from '@onescreen/shared/geography';
import { type GradeWord, gradeOf } from '../marks/grades.ts';
import type { Numbers } from '../store/numbers.ts';
import type { Scores } from '../store/scores.ts';

/** The values and scores of one run. */
export interface Graded {
  numbers: Numbers;
  scores: Scores;
}

function gradeOfSign({ numbers }: Graded, indicatorId: string, area: number): GradeWord {
  const series = seriesOf(indicatorById(indicatorId).index, area);
  switch (numbers.city.states[series]) {
    case SERIES_STATE.normal:
      return 'steady';
    case SERIES_STATE.warning:
      return 'drift';
    case SERIES_STATE.critical:
      return 'critical';
    default:
      return 'unknown';
  }
}

export const gradeOfArea = (run: Graded, area: number, indicator: string | null): GradeWord =>
  indicator === null ? gradeOf(run.scores.of(area).pulse).word : gradeOfSign(run, indicator, area);

/** Areas whose fill can be seen and is known: all districts, and the streets of the district of interest. */
export function filledAreas(selectedArea: number): readonly number[] {
  const district = districtOf(selectedArea);
  const districts = areas.slice(1, FIRST_STREET).map((area) => area.index);
  return district === 0 ? districts : [...districts, ...areas[district]!.children];
}
