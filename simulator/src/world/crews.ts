// When each unit is on duty and what it can do beyond its kind: the rota of a place, and the special equipment of some.
import type { UnitKind } from '@onescreen/shared/catalogue';
import type { Area } from '@onescreen/shared/geography';
import type { RosterUnit } from '@onescreen/shared/log';
import { createRandom } from '@onescreen/shared/random';

type Shift = RosterUnit['shift'];

/** Who works when, in the order of the units of a place: from two on there is always one by day and one by night, and more by day. */
const ROTA: readonly Shift[] = ['all', 'day', 'night', 'day', 'all', 'night'];
/** One of these answers the calls that cannot wait for the morning, the others keep their hours. */
const DAY_ROTA: readonly Shift[] = ['all', 'day', 'day', 'day'];

/** The shift of unit `i` of its kind at its home. A fire station is a garrison: its crew lives there, so each is manned all day. */
export function shiftOf(kind: UnitKind, i: number): Shift {
  if (kind.id === 'fire') return 'all';
  const rota = kind.duty === 'always' ? ROTA : DAY_ROTA;
  return rota[i % rota.length]!;
}

export type Skill = 'high-rise' | 'petrochemical' | 'rescue' | 'large-pump' | 'icu';

/** Where the refineries and chemical parks are: Jinshan, Fengxian, Baoshan, Pudong. */
const CHEMICAL: Readonly<Record<string, number>> = { '310116': 4, '310120': 2, '310113': 2, '310115': 2 };
/** Towers stand in the core and in Pudong. */
const TOWERS: Readonly<Record<Area['zone'], number>> = { core: 3, pudong: 3, suburb: 1 };

/** How many units of a kind have which skill at a home (a district, or the city for the units that belong to all). Estimates. */
function skillCounts(kind: UnitKind, home: Area): readonly (readonly [Skill, number])[] {
  const isCity = home.level === 'city';
  switch (kind.id) {
    case 'fire':
      return [
        ['high-rise', isCity ? 2 : TOWERS[home.zone]],
        ['petrochemical', isCity ? 1 : (CHEMICAL[home.code] ?? 0)],
        ['rescue', isCity ? 2 : 1],
      ];
    case 'drainage':
      return [['large-pump', isCity ? 6 : 1]];
    case 'ambulance':
      return [['icu', isCity ? 2 : 1]];
    default:
      return [];
  }
}

/** What each of the `count` units of a kind at a home can do, by unit. Depends on seed, kind and home alone. */
export function skillsAt(kind: UnitKind, home: Area, count: number, seed: number): readonly (readonly Skill[])[] {
  const skills: Skill[][] = Array.from({ length: count }, () => []);
  for (const [skill, wanted] of skillCounts(kind, home)) {
    const random = createRandom(seed, `skills/${skill}/${home.code}`);
    const left = skills.map((_, i) => i);
    for (let given = 0; given < wanted && left.length > 0; given++) {
      const [unit] = left.splice(random.whole(left.length), 1);
      skills[unit!]!.push(skill);
    }
  }
  return skills;
}
