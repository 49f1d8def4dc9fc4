// What a score is made of, worst first, and which of its parts pulls it down most.
import type { DimensionId, Primary } from '@onescreen/shared/catalogue';
import { dimensionById, dimensions, indicatorById, primaries, primaryById } from '@onescreen/shared/catalogue';
import type { AreaScore } from '@onescreen/shared/city';
import { dragOf } from '@onescreen/shared/city';
import type { Named } from '../../i18n/text.ts';
import type { ScoreSubject } from './rollUpStore.ts';

export interface ScorePart {
  id: string;
  name: Named;
  score: number | null;
  /** Its weight in the whole, 0 to 1; null where all weigh the same. */
  weight: number | null;
  /** It pulls the score down most. */
  isCulprit: boolean;
}

/** From here on a part pulls nothing down. */
const ALL_WELL = 99;

type Bare = Omit<ScorePart, 'isCulprit'>;

const partsOfPrimary = ({ indicators }: Primary, { health }: AreaScore): Bare[] =>
  indicators.map(({ id, index }) => ({ id, name: indicatorById(id), score: health[index] ?? null, weight: null }));

const partsOfDimension = (dimension: DimensionId, score: AreaScore): Bare[] =>
  primaries
    .filter((one) => one.dimension === dimension)
    .map((one) => ({ id: one.id, name: one, score: score.primaries[one.index] ?? null, weight: null }));

function bareParts(subject: ScoreSubject, score: AreaScore): Bare[] {
  switch (subject.kind) {
    case 'pulse':
      return dimensions.map((one) => ({ id: one.id, name: one, score: score.dimensions[one.id], weight: one.weight }));
    case 'dimension':
      return partsOfDimension(subject.id, score);
    case 'primary':
      return partsOfPrimary(primaryById(subject.id), score);
  }
}

const drag = ({ score, weight }: Bare): number => (score === null ? 0 : dragOf(score, weight ?? 1));

/** Parts of what is asked about, worst first; those without a score last. */
export function partsOf(subject: ScoreSubject, score: AreaScore): ScorePart[] {
  const parts = bareParts(subject, score).sort((a, b) => drag(b) - drag(a) || (a.score ?? 101) - (b.score ?? 101));
  return parts.map((part, i) => ({ ...part, isCulprit: i === 0 && (part.score ?? 100) < ALL_WELL }));
}

/** Name of what is asked about; null for the pulse. */
export const nameOfSubject = (subject: ScoreSubject): Named | null =>
  subject.kind === 'pulse' ? null : subject.kind === 'dimension' ? dimensionById(subject.id) : primaryById(subject.id);
