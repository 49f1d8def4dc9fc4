// Who may sign in by token: people.json, read anew whenever it has changed, so that a change needs no restart.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PEOPLE_FILE, PeopleError, type PersonRecord, parsePeople } from './peopleFile.ts';
import { hasHash } from './tokens.ts';

export interface People {
  /** Throws PeopleError when the file cannot be used: before the doors open. */
  check(): void;
  /** Whoever has this token, or null. Throws PeopleError when the file cannot be used. */
  byToken(token: string): PersonRecord | null;
  /** The person of a name, or null. Throws PeopleError. */
  byName(name: string): PersonRecord | null;
}

/** `folder`: where people.json is; without one nobody signs in by name. */
export function createPeople(folder: string): People {
  const file = path.join(folder, PEOPLE_FILE);
  let known: { stamp: string; people: readonly PersonRecord[] } | null = null;

  function read(): readonly PersonRecord[] {
    const stamp = stampOf(file);
    if (stamp === null) return [];
    if (known?.stamp !== stamp) known = { stamp, people: parsePeople(textOf(file)) };
    return known.people;
  }

  return {
    check: () => void read(),
    byToken: (token) => read().find(({ tokenHash }) => hasHash(token, tokenHash)) ?? null,
    byName: (name) => read().find((one) => one.name === name) ?? null,
  };
}

/** Changes when the file does; null where there is none. Cheap enough to ask at every command. */
function stampOf(file: string): string | null {
  try {
    const { mtimeNs, size, ino } = statSync(file, { bigint: true });
    return `${mtimeNs} ${size} ${ino}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw unreadable(error);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(error);
  }
}

const unreadable = (error: unknown): PeopleError =>
  new PeopleError(`${PEOPLE_FILE} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
