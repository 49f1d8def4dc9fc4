// Choosing a street by weight: people, jobs or ground decide where things happen.
import { areas, FIRST_STREET } from '@onescreen/shared/geography';
import type { Random } from '@onescreen/shared/random';

/** What a hazard's place depends on. `bustle`: half residents, half jobs, as street life does. */
export type WeightBy = 'population' | 'jobs' | 'area' | 'bustle';

/** Streets with running sums of their weights, ready for a draw. */
export interface Choice {
  streets: readonly number[];
  sums: Float64Array;
}

const weightOf = (street: number, by: WeightBy): number => {
  const { weight } = areas[street]!;
  return by === 'bustle' ? (weight.population + weight.jobs) / 2 : weight[by];
};

/** All 234 streets. */
export const allStreets: readonly number[] = areas.slice(FIRST_STREET).map((area) => area.index);

/** The streets in these areas: a street stands for itself, a district for its streets, the city for all. */
export function streetsIn(areaIndices: readonly number[]): readonly number[] {
  const found = new Set<number>();
  for (const index of areaIndices) {
    const area = areas[index]!;
    if (area.level === 'street') found.add(index);
    else for (const street of area.level === 'city' ? allStreets : area.children) found.add(street);
  }
  return [...found].sort((a, b) => a - b);
}

/** Throws RangeError when there is no street to choose from. */
export function createChoice(streets: readonly number[], by: WeightBy): Choice {
  if (streets.length === 0) throw new RangeError('no street to choose from');
  const sums = new Float64Array(streets.length);
  let sum = 0;
  streets.forEach((street, i) => {
    sum += weightOf(street, by);
    sums[i] = sum;
  });
  return { streets, sums };
}

/** One street, by weight. Uses one number of the stream. */
export function chooseStreet(choice: Choice, random: Random): number {
  const { streets, sums } = choice;
  const aim = random.next() * sums[sums.length - 1]!;
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > aim) high = middle;
    else low = middle + 1;
  }
  return streets[low]!;
}
