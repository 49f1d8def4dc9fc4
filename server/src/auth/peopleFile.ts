// people.json in the data folder: who may sign in by token. Written by the `people` command, or by hand; every mistake in it is named by line.
import { areaByCode } from '@onescreen/shared/geography';
import type { Person } from '@onescreen/shared/people';
import { isReservedName, personSchema } from '@onescreen/shared/people';
import { z } from 'zod';

export const PEOPLE_FILE = 'people.json';

/** A person with the hash of their token: SHA-256, 64 hex digits. */
export interface PersonRecord extends Person {
  tokenHash: string;
}

/** Something is wrong with the people or their file. The message is one sentence for whoever keeps it. */
export class PeopleError extends Error {
  override name = 'PeopleError';
}

const recordSchema = z.strictObject({
  ...personSchema.shape,
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 hash: 64 hex digits'),
});

/** Why a person with a good name, role and area still cannot be one; null where they can. */
export function whyNot({ name, role, area }: Person): string | null {
  if (isReservedName(name)) return `the name ${name} belongs to the simulated staff or to the operator link`;
  if ((role === 'village' || role === 'grid-lead') && areaByCode(area).level !== 'street')
    return `the role ${role} belongs to a street: give its code of nine digits, not ${area}`;
  return null;
}

/** What the file holds. Throws PeopleError, which names the line. */
export function parsePeople(text: string): PersonRecord[] {
  const rows = parseRows(text);
  const names = new Map<string, number>();
  return rows.map((row, i) => {
    const line = lineOfItem(text, i);
    const parsed = recordSchema.safeParse(row);
    if (!parsed.success) throw wrongLine(line, wordsOf(parsed.error));
    const wrong = whyNot(parsed.data);
    if (wrong !== null) throw wrongLine(line, wrong);
    const { name } = parsed.data;
    const before = names.get(name.toLowerCase());
    if (before !== undefined) throw wrongLine(line, `the name ${name} is taken by line ${before}`);
    names.set(name.toLowerCase(), line);
    return parsed.data;
  });
}

/** A person on each line, so that a line is what has to be mended. */
export const formatPeople = (people: readonly PersonRecord[]): string =>
  people.length === 0 ? '[]\n' : `[\n${people.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]\n`;

/** The words of a mistake in one person: `role: is not a role: …`. */
function wordsOf(error: z.ZodError): string {
  const issue = error.issues[0];
  const where = issue?.path.join('.') ?? '';
  return [where, issue?.message ?? 'is wrong'].filter((part) => part !== '').join(': ');
}

const wrongLine = (line: number, what: string): PeopleError => new PeopleError(`${PEOPLE_FILE}, line ${line}: ${what}`);

function parseRows(text: string): unknown[] {
  if (whyNoJson(text) !== null) throw wrongLine(lineOfMistake(text), 'is not JSON');
  const rows: unknown = JSON.parse(text);
  if (!Array.isArray(rows)) throw wrongLine(1, 'is not a list of people: [ … ]');
  return rows;
}

function whyNoJson(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const lineAt = (text: string, position: number): number => text.slice(0, position).split('\n').length;

/** The first line up to which the text is wrong and not just unfinished; where there is none it ends too early, in its last line. */
function lineOfMistake(text: string): number {
  const lines = text.trimEnd().split('\n');
  const line = lines.findIndex((_, i) => {
    const problem = whyNoJson(lines.slice(0, i + 1).join('\n'));
    return problem !== null && !problem.includes('end of JSON input');
  });
  return line === -1 ? lines.length : line + 1;
}

/** The line on which item `wanted` of a list begins. The text is good JSON by then. */
function lineOfItem(text: string, wanted: number): number {
  let depth = 0;
  let item = -1;
  const tokens = /"(?:[^"\\]|\\.)*"|[[\]{}]|[^\s,:[\]{}"]+/g;
  for (const match of text.matchAll(tokens)) {
    const isClosing = match[0] === ']' || match[0] === '}';
    if (isClosing) depth -= 1;
    else if (depth === 1) item += 1;
    if (item === wanted) return lineAt(text, match.index);
    if (match[0] === '[' || match[0] === '{') depth += 1;
  }
  return 1;
}
