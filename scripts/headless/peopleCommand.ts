// `onescreen people`: who may sign in by token. Adds, lists and removes people in people.json of a data folder; a running server sees it at once.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { areaByCode } from '@onescreen/shared/geography';
import { personSchema, roleOf } from '@onescreen/shared/people';
import type { z } from 'zod';
import { formatPeople, PEOPLE_FILE, type PersonRecord, parsePeople, whyNot } from '../../server/src/auth/peopleFile.ts';
import { hashOf, randomToken } from '../../server/src/auth/tokens.ts';
import { UserError } from './errors.ts';
import { table } from './lists.ts';

/** Only whoever keeps the data folder reads it: hashes are no secrets, but who works where is nobody else's matter. */
const OWNER_ONLY = 0o600;

export interface NewPerson {
  name: string;
  role: string;
  area: string;
}

/** Adds a person with a token drawn at random; what to tell them. The token is kept as a hash, so it is never shown again. */
export function addPerson(folder: string, given: NewPerson, url: string): string {
  const people = readPeople(folder);
  const parsed = personSchema.safeParse(given);
  if (!parsed.success) throw new UserError(whatIsWrong(given, parsed.error));
  const person = parsed.data;
  if (!URL.canParse(url)) throw new UserError(`The address ${url} is none: write for example https://city.example.`);
  const wrong = whyNot(person);
  if (wrong !== null) throw new UserError(`This cannot be: ${wrong}.`);
  if (people.some(({ name }) => name.toLowerCase() === person.name.toLowerCase()))
    throw new UserError(`There is a ${person.name} already: remove that one first, or choose another name.`);
  const token = randomToken();
  writePeople(folder, [...people, { ...person, tokenHash: hashOf(token) }]);
  return [
    `${person.name}: ${wordsOfRole(person)}, ${wordsOfArea(person)}`,
    `Token  ${token}`,
    `Link   ${new URL(`/#token=${token}`, url).href}`,
    'The token is shown this once. Whoever has it, or the link, signs in as this person.',
  ].join('\n');
}

/** A table of who may sign in. */
export function listPeople(folder: string): string {
  const people = readPeople(folder);
  if (people.length === 0) return 'Nobody but the operator link signs in by token yet: see `people add --help`.';
  return table([['name', 'role', 'area'], ...people.map((one) => [one.name, wordsOfRole(one), wordsOfArea(one)])]);
}

/** Takes a person out; their sessions end with their next command. */
export function removePerson(folder: string, name: string): string {
  const people = readPeople(folder);
  const left = people.filter((one) => one.name !== name);
  if (left.length === people.length) throw new UserError(`There is no ${name} in ${path.join(folder, PEOPLE_FILE)}.`);
  writePeople(folder, left);
  return `${name} is removed and cannot sign in any more.`;
}

function whatIsWrong(given: NewPerson, { issues }: z.ZodError): string {
  const issue = issues[0]!;
  const field = issue.path[0] as keyof NewPerson;
  return `The ${field} ${JSON.stringify(given[field])} ${issue.message}.`;
}

const wordsOfRole = ({ role }: Pick<PersonRecord, 'role'>): string => `${role} (${roleOf(role).zh} ${roleOf(role).en})`;
const wordsOfArea = ({ area }: Pick<PersonRecord, 'area'>): string =>
  `${area} (${areaByCode(area).zh} ${areaByCode(area).en})`;

/** Throws PeopleError, which names the line of a mistake. */
function readPeople(folder: string): PersonRecord[] {
  const file = path.join(folder, PEOPLE_FILE);
  return existsSync(file) ? parsePeople(readFileSync(file, 'utf8')) : [];
}

/** In one move, so that a server never reads half a file. */
function writePeople(folder: string, people: readonly PersonRecord[]): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, PEOPLE_FILE);
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(beside, formatPeople(people), { mode: OWNER_ONLY });
  renameSync(beside, file);
}
