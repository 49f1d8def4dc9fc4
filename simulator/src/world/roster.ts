// Who can be sent, and from where: the units of the catalogue's kinds at seeded stations.

import type { UnitKind, UnitKindId } from '@onescreen/shared/catalogue';
import { unitKinds } from '@onescreen/shared/catalogue';
import type { Area } from '@onescreen/shared/geography';
import { areas, CITY_AREA, FIRST_STREET, randomPointIn } from '@onescreen/shared/geography';
import type { RosterUnit } from '@onescreen/shared/log';
import { createRandom } from '@onescreen/shared/random';
import { allStreets, chooseStreet, createChoice, streetsIn } from './choosing.ts';
import { shiftOf, skillsAt } from './crews.ts';
import { rounded } from './positions.ts';

/** First letters of unit ids: `CG-310118106-1`. */
const PREFIX: Readonly<Record<UnitKindId, string>> = {
  chengguan: 'CG',
  sanitation: 'HW',
  market: 'SC',
  police: 'PC',
  'traffic-police': 'JJ',
  neighbourhood: 'JW',
  property: 'WY',
  greening: 'LH',
  'road-crew': 'YH',
  drainage: 'PS',
  'power-crew': 'DL',
  'gas-crew': 'RQ',
  'water-crew': 'GS',
  'lift-crew': 'DT',
  'telecom-crew': 'TX',
  fire: 'XF',
  ambulance: 'JH',
  environment: 'HJ',
  'bike-operator': 'DC',
  'rail-crew': 'GD',
  health: 'JK',
  office: 'CB',
};

function stationed(kind: UnitKind, home: Area, count: number, seed: number): RosterUnit[] {
  const random = createRandom(seed, `roster/${kind.id}/${home.code}`);
  const choice = createChoice(home.level === 'street' ? [home.index] : streetsIn([home.index]), 'bustle');
  const skills = skillsAt(kind, home, count, seed);
  return Array.from({ length: count }, (_, i) => {
    const street = chooseStreet(choice, random);
    return {
      id: `${PREFIX[kind.id]}-${home.code}-${i + 1}`,
      kind: kind.id,
      zh: `${home.zh}${kind.zh}${i + 1}`,
      en: `${home.en} ${kind.en} ${i + 1}`,
      station: rounded(randomPointIn(street, random)),
      area: street,
      shift: shiftOf(kind, i),
      skills: skills[i]!,
    };
  });
}

/** About 2 600 units, in a constant order: by kind, then streets, districts, city. Stations depend on the seed alone. */
export function createRoster(seed: number): RosterUnit[] {
  const districts = areas.slice(1, FIRST_STREET);
  return unitKinds.flatMap((kind) => [
    ...allStreets.flatMap((street) => stationed(kind, areas[street]!, kind.perStreet, seed)),
    ...districts.flatMap((district) => stationed(kind, district, kind.perDistrict, seed)),
    ...stationed(kind, areas[CITY_AREA]!, kind.perCity, seed),
  ]);
}
