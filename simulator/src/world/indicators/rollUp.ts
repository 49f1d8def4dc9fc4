// Districts and the city from what lies below them, in quanta, so that a shown sum is exactly the sum of what is shown.
import { areas, CITY_AREA, DISTRICT_COUNT, FIRST_STREET } from '@onescreen/shared/geography';
import type { Plan } from './plans.ts';

/** First street and number of streets of each district, by district number. */
const firstStreet = Int32Array.from({ length: DISTRICT_COUNT }, (_, i) => areas[i + 1]!.children[0]! - FIRST_STREET);
const streetCount = Int32Array.from({ length: DISTRICT_COUNT }, (_, i) => areas[i + 1]!.children.length);
const population = Float64Array.from(areas, (area) => area.weight.population);

/** Renews the district values (where streets are below) and then the city's in `quanta`. */
export function rollUp(plan: Plan, quanta: Int32Array): void {
  if (plan.leafCount === 1) return;
  if (plan.leafSeries !== plan.districtSeries) {
    for (let district = 0; district < DISTRICT_COUNT; district++) {
      quanta[plan.districtSeries + district] = combine(
        plan,
        quanta,
        plan.leafSeries + firstStreet[district]!,
        streetCount[district]!,
        FIRST_STREET + firstStreet[district]!,
      );
    }
  }
  quanta[plan.citySeries] = combine(plan, quanta, plan.districtSeries, DISTRICT_COUNT, CITY_AREA + 1);
}

function combine(plan: Plan, quanta: Int32Array, from: number, count: number, firstArea: number): number {
  const end = from + count;
  switch (plan.indicator.aggregation) {
    case 'max':
    case 'min': {
      const sign = plan.indicator.aggregation === 'max' ? 1 : -1;
      let best = quanta[from]!;
      for (let i = from + 1; i < end; i++) if (sign * quanta[i]! > sign * best) best = quanta[i]!;
      return best;
    }
    case 'mean': {
      let sum = 0;
      let weight = 0;
      for (let i = from; i < end; i++) {
        const people = population[firstArea + i - from]!;
        sum += people * quanta[i]!;
        weight += people;
      }
      return Math.round(sum / weight);
    }
    default: {
      let sum = 0;
      for (let i = from; i < end; i++) sum += quanta[i]!;
      return sum;
    }
  }
}
