// What an organisation's sign-in says about somebody, as a person of ours; or why they cannot come in, in words.
import type { Person } from '@onescreen/shared/people';
import { PERSON_NAME, personSchema, roles } from '@onescreen/shared/people';
import type { People } from './people.ts';
import { whyNot } from './peopleFile.ts';

export interface ClaimNames {
  roleClaim: string;
  areaClaim: string;
}

/** They are who they say, but may not come in. */
export class ClaimsError extends Error {
  override name = 'ClaimsError';
  readonly words: { zh: string; en: string };
  /** Whom the provider says it was. */
  readonly who: string;
  constructor(who: string, words: { zh: string; en: string }) {
    super(words.en);
    this.who = who;
    this.words = words;
  }
}

const knownRoles: ReadonlySet<unknown> = new Set(roles.map(({ id }) => id));

/** Throws ClaimsError for a role or an area that is missing or not ours, and for a name that belongs to somebody else. */
export function personOfClaims(
  claims: Readonly<Record<string, unknown>>,
  { roleClaim, areaClaim }: ClaimNames,
  people: People,
): Person {
  const name = nameOf(claims);
  const refuse = (zh: string, en: string): never => {
    throw new ClaimsError(name, { zh, en });
  };
  // A provider may send a list of groups; one of them has to be a role of ours.
  const given = [claims[roleClaim]].flat().filter((one) => knownRoles.has(one));
  if (given.length !== 1) {
    refuse(
      `您的账号没有本系统的角色（声明 ${roleClaim}），请联系管理员分配。`,
      `Your account has ${given.length === 0 ? 'no role' : 'several roles'} for this system (claim ${roleClaim}): ask for one.`,
    );
  }
  const parsed = personSchema.safeParse({ name, role: given[0], area: claims[areaClaim] });
  if (!parsed.success) {
    refuse(
      `您的账号没有有效的辖区代码（声明 ${areaClaim}），请联系管理员填写。`,
      `Your account has no known area code (claim ${areaClaim}): ask for one.`,
    );
  }
  const person = parsed.data!;
  if (whyNot(person) !== null || people.byName(name) !== null) {
    refuse(
      `账号名 ${name} 在本系统中不可用，请联系管理员。`,
      `The account ${name} cannot be used in this system: ${whyNot(person) ?? 'the name is taken by a person with a token'}.`,
    );
  }
  return person;
}

/** The account's name where it can be one of ours, else the provider's own id of it. */
function nameOf({ preferred_username: chosen, sub }: Readonly<Record<string, unknown>>): string {
  return typeof chosen === 'string' && PERSON_NAME.test(chosen) ? chosen : String(sub);
}
