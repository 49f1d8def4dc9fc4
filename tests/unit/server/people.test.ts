// people.json: what it may hold, how a mistake in it is said, and that a change needs no restart.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personOfClaims } from '../../../server/src/auth/oidcClaims.ts';
import { createPeople, type People } from '../../../server/src/auth/people.ts';
import { formatPeople, PeopleError, type PersonRecord, parsePeople } from '../../../server/src/auth/peopleFile.ts';
import { hashOf } from '../../../server/src/auth/tokens.ts';

const WANG: PersonRecord = { name: 'wang', role: 'village', area: '310107022', tokenHash: hashOf('token of wang') };
const LI: PersonRecord = { name: '李', role: 'operator', area: '310107', tokenHash: hashOf('token of li') };
const mistakeIn = (text: string): string => {
  try {
    parsePeople(text);
  } catch (error) {
    if (error instanceof PeopleError) return error.message;
    throw error;
  }
  return 'no mistake';
};
const changed = (changes: object): string => formatPeople([LI, { ...WANG, ...changes }]);

describe('the list of people', () => {
  test('is read as it was written', () => {
    expect(parsePeople(formatPeople([WANG, LI]))).toEqual([WANG, LI]);
    expect(parsePeople(formatPeople([]))).toEqual([]);
  });

  test.each([
    [1, 'is not JSON', ''],
    [2, 'is not JSON', '[\n  {"name": wang}\n]'],
    [3, 'is not JSON', formatPeople([WANG, LI]).slice(0, -3)],
    [1, 'is not a list', '{}'],
    [3, 'expected object', '[\n\n  7\n]'],
    [3, 'role: is not a role', changed({ role: 'mayor' })],
    [3, 'area: is not the code of an area', changed({ area: '31010702' })],
    [3, 'name: is not a name', changed({ name: 'two words' })],
    [3, 'simulated staff', changed({ name: 'patrol' })],
    [3, 'operator link', changed({ name: 'operator' })],
    [3, 'taken by line 2', changed({ name: '李' })],
    [3, 'belongs to a street', changed({ area: '310107' })],
    [3, 'tokenHash: is not a SHA-256 hash', changed({ tokenHash: 'token of wang' })],
    [3, 'token', changed({ token: 'token of wang' })],
    [1, 'tokenHash', '[{"name":"a","role":"viewer",\n"area":"310000"},\n{}]'],
  ])('a mistake in line %i is said: %s', (line, named, text) => {
    const mistake = mistakeIn(text);
    expect(mistake).toContain(`people.json, line ${line}: `);
    expect(mistake).toContain(named);
    expect(mistake).not.toContain('\n');
  });
});

describe('the file', () => {
  let folder: string;
  let people: People;
  const write = (text: string): Promise<void> => writeFile(path.join(folder, 'people.json'), text);
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'onescreen-'));
    people = createPeople(folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('need not be there; then nobody is in it', () => {
    people.check();
    expect(people.byToken('token of wang')).toBeNull();
  });

  test('is read anew when it changes', async () => {
    await write(formatPeople([WANG]));
    expect(people.byToken('token of wang')).toEqual(WANG);
    expect(people.byToken('token of li')).toBeNull();
    await write(formatPeople([WANG, LI]));
    expect(people.byToken('token of li')).toEqual(LI);
    await write('[');
    expect(() => people.byToken('token of li')).toThrow(PeopleError);
    expect(() => people.check()).toThrow('line 1');
    await write(formatPeople([LI]));
    expect(people.byName('wang')).toBeNull();
    await rm(path.join(folder, 'people.json'));
    expect(people.byName('李')).toBeNull();
  });
});

describe('what an organisation’s sign-in says', () => {
  const names = { roleClaim: 'onescreen_role', areaClaim: 'onescreen_area' };
  const claims = { sub: 'u-17', preferred_username: 'zhao', onescreen_role: 'supervisor', onescreen_area: '310107' };
  const nobody: People = { check: () => undefined, byToken: () => null, byName: () => null };
  const come = (changes: object, people = nobody) => personOfClaims({ ...claims, ...changes }, names, people);

  test('makes a person: by the account’s name, or its id where the name cannot be one', () => {
    expect(come({})).toEqual({ name: 'zhao', role: 'supervisor', area: '310107' });
    expect(come({ preferred_username: 'zhao@city.example' }).name).toBe('u-17');
    expect(come({ onescreen_role: ['staff', 'supervisor'] }).role).toBe('supervisor');
  });

  test.each([
    ['no role', { onescreen_role: undefined }, 'no role'],
    ['a role that is not ours', { onescreen_role: 'mayor' }, 'no role'],
    ['two roles', { onescreen_role: ['supervisor', 'village'] }, 'several roles'],
    ['no area', { onescreen_area: undefined }, 'no known area'],
    ['an area that is not there', { onescreen_area: '999999' }, 'no known area'],
    ['a name of the simulated staff', { preferred_username: 'checker' }, 'cannot be used'],
    ['a cadre of a whole district', { onescreen_role: 'village' }, 'belongs to a street'],
  ])('%s is refused in words', (_, changes, named) => {
    expect(() => come(changes)).toThrow(named);
  });

  test('is refused where the name belongs to a person with a token', () => {
    expect(() => come({}, { ...nobody, byName: () => WANG })).toThrow('taken by a person with a token');
  });
});
