// The role matrix: every deed × every role × where it is, against what the brief says of each role (§3.2), written down here once more.
import { areaByCode, areas } from '@onescreen/shared/geography';
import type { Deed, Person, RoleId } from '@onescreen/shared/people';
import {
  deeds,
  isInArea,
  isReservedName,
  levelOfPerson,
  permissions,
  personSchema,
  refuseDeed,
  roleOf,
  roles,
} from '@onescreen/shared/people';
import { describe, expect, test } from 'vitest';

/** What each role does. A centre's operator is its whole desk, but opens no personal record. */
const DUTIES: Readonly<Record<RoleId, readonly Deed[]>> = {
  viewer: ['annotate'],
  citizen: ['annotate'],
  patrol: ['annotate', 'verify'],
  intake: ['annotate', 'accept', 'reject', 'join', 'contact', 'take', 'release'],
  dispatcher: ['annotate', 'assign', 'support', 'withdraw', 'take', 'release', 'acknowledge'],
  unit: ['annotate', 'return', 'escalate'],
  checker: ['annotate', 'verify', 'rework', 'take', 'release'],
  'shift-leader': [
    'annotate',
    'curate',
    'file',
    'close',
    'reopen',
    'void',
    'confirm',
    'escalate',
    'take',
    'release',
    'acknowledge',
    'shelve',
    'unshelve',
    'audit',
    'policy',
    'inject',
  ],
  supervisor: ['annotate', 'moderate', 'curate', 'urge', 'rule', 'extend', 'suspend', 'resume', 'escalate', 'audit'],
  'grid-lead': ['annotate', 'escalate', 'confirm', 'take', 'release'],
  village: ['annotate', 'look', 'contact', 'escalate', 'confirm', 'take', 'release'],
  commander: [
    'annotate',
    'assign',
    'support',
    'withdraw',
    'urge',
    'escalate',
    'confirm',
    'take',
    'release',
    'acknowledge',
    'shelve',
    'unshelve',
    'audit',
  ],
  director: ['annotate', 'curate', 'urge', 'escalate', 'confirm', 'audit', 'policy', 'inject'],
  operator: deeds.filter((deed) => deed !== 'look'),
};

const CITY = '310000';
const DISTRICT = '310107';
const STREET = '310107022';
const index = (code: string): number => areaByCode(code).index;

/** Where a deed may be asked for, seen from a person's area of duty. */
const PLACES: readonly { duty: string; where: string; place: string; inReach: boolean }[] = [
  { duty: CITY, where: 'own', place: CITY, inReach: true },
  { duty: CITY, where: 'below', place: DISTRICT, inReach: true },
  { duty: CITY, where: 'far below', place: STREET, inReach: true },
  { duty: DISTRICT, where: 'own', place: DISTRICT, inReach: true },
  { duty: DISTRICT, where: 'below', place: STREET, inReach: true },
  { duty: DISTRICT, where: 'other', place: '310101', inReach: false },
  { duty: DISTRICT, where: 'below another', place: '310118107', inReach: false },
  { duty: DISTRICT, where: 'above', place: CITY, inReach: false },
  { duty: STREET, where: 'own', place: STREET, inReach: true },
  { duty: STREET, where: 'other', place: '310107005', inReach: false },
  { duty: STREET, where: 'above', place: DISTRICT, inReach: false },
  { duty: STREET, where: 'far above', place: CITY, inReach: false },
];

const ofCity: readonly Deed[] = ['pace', 'step', 'start', 'branch', 'policy', 'curate', 'discard'];
const ofDistrict: readonly Deed[] = ['rule', 'suspend'];

/** What the brief says of it: the code of the refusal, or null. */
function expected(role: RoleId, deed: Deed, { duty, inReach }: (typeof PLACES)[number]): string | null {
  if (!DUTIES[role].includes(deed)) return 'role-may-not';
  if (ofCity.includes(deed)) return duty === CITY ? null : 'level-above-needed';
  if (ofDistrict.includes(deed) && duty === STREET) return 'level-above-needed';
  if (deed === 'look') return duty === STREET && inReach ? null : 'outside-your-area';
  return inReach ? null : 'outside-your-area';
}

describe('the role matrix', () => {
  const rows = roles.flatMap(({ id: role }) =>
    deeds.flatMap((deed) => PLACES.map((place) => ({ role, deed, place, expected: expected(role, deed, place) }))),
  );

  test('names every deed and every role', () => {
    expect(deeds).toHaveLength(38);
    expect(Object.keys(DUTIES).sort()).toEqual(roles.map(({ id }) => id).sort());
    expect(rows).toHaveLength(38 * 14 * PLACES.length);
    expect(rows.filter((row) => row.expected === null).length).toBeGreaterThan(300);
  });

  test('allows nothing that the brief does not, and refuses nothing that it allows', () => {
    const wrong = rows.flatMap(({ role, deed, place, expected: wanted }) => {
      const person: Person = { name: 'wang', role, area: place.duty };
      const got = refuseDeed(person, deed, index(place.place))?.code ?? null;
      return got === wanted ? [] : [`${role} ${deed} ${place.duty} ${place.where}: ${got}, not ${wanted}`];
    });
    expect(wrong).toEqual([]);
  });

  test('lets nobody who is not signed in do anything', () => {
    for (const deed of deeds) expect(refuseDeed(null, deed, 0)?.code).toBe('sign-in-needed');
  });

  test('every refusal is a sentence in both languages that says what to do', () => {
    for (const { role, deed, place } of rows) {
      const refusal = refuseDeed({ name: 'wang', role, area: place.duty }, deed, index(place.place));
      if (refusal === null) continue;
      expect(refusal.en).toMatch(/\bask\b/);
      expect(refusal.zh).toMatch(/请/);
      expect(`${refusal.zh} ${refusal.en}`).not.toMatch(/undefined|null/);
    }
    expect(refuseDeed(null, 'take', 0)).toMatchObject({ zh: expect.stringContaining('登录') });
  });
});

describe('the level that a deed needs', () => {
  const at = (role: RoleId, area: string): Person => ({ name: 'wang', role, area });
  const street = index(STREET);

  test('a level agrees to closing with its own voice or one from above, never with one from below', () => {
    const code = (person: Person, level: 'grid' | 'street' | 'district' | 'city') =>
      refuseDeed(person, 'confirm', street, level)?.code ?? null;
    expect(code(at('grid-lead', STREET), 'grid')).toBeNull();
    expect(code(at('grid-lead', STREET), 'street')).toBe('level-above-needed');
    expect(code(at('village', STREET), 'grid')).toBe('level-above-needed');
    expect(code(at('shift-leader', STREET), 'street')).toBeNull();
    expect(code(at('shift-leader', STREET), 'district')).toBe('level-above-needed');
    expect(code(at('director', DISTRICT), 'district')).toBeNull();
    expect(code(at('director', DISTRICT), 'city')).toBe('level-above-needed');
    expect(code(at('director', CITY), 'city')).toBeNull();
  });

  test('the third return is ruled by the city', () => {
    expect(refuseDeed(at('supervisor', DISTRICT), 'rule', street, 'district')).toBeNull();
    expect(refuseDeed(at('supervisor', DISTRICT), 'rule', street, 'city')?.code).toBe('level-above-needed');
    expect(refuseDeed(at('supervisor', CITY), 'rule', street, 'city')).toBeNull();
  });

  test('a unit of another district is sent by the city', () => {
    expect(refuseDeed(at('dispatcher', DISTRICT), 'assign', street, 'city')?.code).toBe('level-above-needed');
    expect(refuseDeed(at('dispatcher', CITY), 'assign', street, 'city')).toBeNull();
  });

  test('a level of the case never lowers what the deed needs anyway', () => {
    expect(refuseDeed(at('operator', STREET), 'suspend', street, 'grid')?.code).toBe('level-above-needed');
  });
});

describe('people and roles', () => {
  test('a person is in reach of every area below their own and of no other', () => {
    for (const duty of [CITY, DISTRICT, STREET]) {
      const person: Person = { name: 'wang', role: 'operator', area: duty };
      const wanted = areas.filter(({ code }) => duty === CITY || code.startsWith(duty)).map(({ code }) => code);
      expect(areas.filter((area) => isInArea(person, area.index)).map(({ code }) => code)).toEqual(wanted);
    }
  });

  test('a grid lead and a cadre speak for less than the street they are in', () => {
    const levels = (['village', 'grid-lead', 'operator'] as const).map((role) =>
      levelOfPerson({ name: 'wang', role, area: STREET }),
    );
    expect(levels).toEqual(['village', 'grid', 'street']);
  });

  test('every role of the table exists, with a name in both languages', () => {
    for (const allowed of Object.values(permissions)) {
      expect(new Set(allowed).size).toBe(allowed.length);
      for (const role of allowed) expect(roleOf(role).zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test.each([
    'intake',
    'Shift-Leader',
    'checker',
    'hotline',
    'citizen',
    'patrol',
    'operator',
    'putuo-coordinator',
    'commander-310107',
    'city-centre',
  ])('the name %s belongs to the simulated staff or to the operator link', (name) => {
    expect(isReservedName(name)).toBe(true);
  });
  test.each(['wang', '王芳', 'dispatcher-2', 'centre.li', 'patrolman'])('the name %s is free', (name) => {
    expect(isReservedName(name)).toBe(false);
  });

  test.each([
    { name: 'a b', role: 'patrol', area: STREET },
    { name: '', role: 'patrol', area: STREET },
    { name: 'x'.repeat(41), role: 'patrol', area: STREET },
    { name: 'wang', role: 'mayor', area: STREET },
    { name: 'wang', role: 'patrol', area: '31010702' },
  ])('%j is no person', (given) => {
    expect(personSchema.safeParse(given).success).toBe(false);
  });
});
