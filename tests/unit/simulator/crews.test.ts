// The roster's rota and equipment: somebody is always on duty, and who can do more than others stands where it is needed.
import { unitKinds } from '@onescreen/shared/catalogue';
import { areas, districtOf, FIRST_STREET } from '@onescreen/shared/geography';
import type { RosterUnit } from '@onescreen/shared/log';
import { describe, expect, test } from 'vitest';
import { createRoster } from '../../../simulator/src/world/roster.ts';
import { groupedBy, rosterOf } from './fieldKit.ts';

const { units } = rosterOf(7);
const SKILLS = ['high-rise', 'petrochemical', 'rescue', 'large-pump', 'icu'];

/** Units of one kind at one home: the middle of the id is the code of the street, the district or the city. */
const homes = groupedBy(units, ({ id, kind }) => `${kind}/${id.split('-')[1]}`);
const works = (shift: 'day' | 'night') => (unit: RosterUnit) => unit.shift === 'all' || unit.shift === shift;

describe('shifts', () => {
  test('wherever a kind is stationed, one of it is on duty by day and one by night', () => {
    expect(homes.size).toBeGreaterThan(1200);
    for (const [home, there] of homes) {
      expect(there.some(works('day')), home).toBe(true);
      expect(there.some(works('night')), home).toBe(true);
    }
  });

  test('a place with two or more of a kind splits them, with more by day than by night', () => {
    const split = [...homes.values()].filter(
      ([unit, second]) =>
        second !== undefined &&
        unit!.kind !== 'fire' &&
        unitKinds.find(({ id }) => id === unit!.kind)!.duty === 'always',
    );
    expect(split.length).toBeGreaterThan(400);
    for (const there of split) {
      expect(there.some(({ shift }) => shift !== 'all')).toBe(true);
      expect(there.filter(works('day')).length).toBeGreaterThanOrEqual(there.filter(works('night')).length);
    }
    for (const shift of ['all', 'day', 'night'] as const)
      expect(units.filter((unit) => unit.shift === shift).length).toBeGreaterThan(200);
  });

  test('a unit that is alone, and every fire station, is manned around the clock', () => {
    for (const there of homes.values()) if (there.length === 1) expect(there[0]!.shift).toBe('all');
    expect(units.filter(({ kind, shift }) => kind === 'fire' && shift !== 'all')).toEqual([]);
  });

  test('kinds that keep the hours of the day have nobody on the night shift, but one who can be called', () => {
    const markets = [...homes].filter(([home]) => home.startsWith('market/'));
    expect(markets).toHaveLength(16);
    for (const [, there] of markets) expect(there.map(({ shift }) => shift)).toEqual(['all', 'day', 'day', 'day']);
  });
});

describe('skills', () => {
  const withSkill = (skill: string) => units.filter(({ skills }) => skills.includes(skill));

  test('are the ones that case types may ask for, and only their kinds have them', () => {
    for (const unit of units) for (const skill of unit.skills) expect(SKILLS).toContain(skill);
    const kinds = (skill: string) => [...new Set(withSkill(skill).map(({ kind }) => kind))];
    expect(kinds('high-rise')).toEqual(['fire']);
    expect(kinds('petrochemical')).toEqual(['fire']);
    expect(kinds('rescue')).toEqual(['fire']);
    expect(kinds('large-pump')).toEqual(['drainage']);
    expect(kinds('icu')).toEqual(['ambulance']);
  });

  test('a rescue squad, a large pump and an intensive-care ambulance belong to every district', () => {
    for (const skill of ['rescue', 'large-pump', 'icu', 'high-rise']) {
      const served = new Set(withSkill(skill).map(({ id }) => id.split('-')[1]));
      for (const district of areas.slice(1, FIRST_STREET)) expect(served, skill).toContain(district.code);
    }
  });

  test('petrochemical squads stand where the chemistry is', () => {
    const ofDistricts = withSkill('petrochemical').filter(({ id }) => !id.includes('-310000-'));
    const where = new Set(ofDistricts.map(({ area }) => areas[districtOf(area)]!.code));
    expect([...where].sort()).toEqual(['310113', '310115', '310116', '310120']);
    expect(ofDistricts.filter(({ area }) => areas[districtOf(area)]!.code === '310116').length).toBe(4);
  });
});

test('the roster depends on the seed alone', () => {
  expect(createRoster(7)).toEqual(units);
  expect(createRoster(8)).not.toEqual(units);
});
