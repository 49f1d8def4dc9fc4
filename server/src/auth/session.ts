// A person's session: a signed cookie that says who, by which way in, and until when. The server keeps only what was ended before its time.
import { randomBytes } from 'node:crypto';
import { type SerializeOptions, Signer } from '@fastify/cookie';
import type { Person } from '@onescreen/shared/people';
import { personSchema } from '@onescreen/shared/people';
import { z } from 'zod';
import { cookieIn, openSigned, signed } from './cookies.ts';
import type { People } from './people.ts';
import { PeopleError } from './peopleFile.ts';

export const SESSION_COOKIE = 'onescreen_session';
/** One shift. */
export const SESSION_SECONDS = 12 * 3600;

/** How somebody came in: by the operator link, by a token of people.json, or by the organisation's own sign-in. */
export type WayIn = { way: 'link' } | { way: 'token'; tokenHash: string } | { way: 'oidc' };

export interface Sessions {
  /** Value of the cookie that opens a person's session. */
  open(person: Person, by: WayIn, nowMs: number): string;
  /** Whose session a request's `Cookie` header carries; null where it is not ours, over, ended, or the person has lost it. */
  personOf(cookieHeader: string | undefined, nowMs: number): Person | null;
  /** Ends a session before its time, wherever its cookie still is; whose it was. */
  end(cookieHeader: string | undefined, nowMs: number): Person | null;
  /** Attributes of the cookie: not for scripts, not for other sites; `Secure` when the screen is served over https. */
  readonly attributes: SerializeOptions;
}

export interface SessionOptions {
  secret: string;
  overHttps: boolean;
  people: People;
}

const bodySchema = z.object({
  id: z.string(),
  person: personSchema,
  way: z.enum(['link', 'token', 'oidc']),
  /** First digits of the token's hash: a person who gets a new token loses the sessions of the old one. */
  mark: z.string(),
  endMs: z.number(),
});
type Body = z.infer<typeof bodySchema>;

const MARK_DIGITS = 16;
const PURPOSE = 'session';

export function createSessions({ secret, overHttps, people }: SessionOptions): Sessions {
  const signer = new Signer(secret);
  /** Sessions that were ended, with the time at which they would have been over anyway. */
  const ended = new Map<string, number>();

  function bodyOf(cookieHeader: string | undefined, nowMs: number): Body | null {
    const value = cookieIn(cookieHeader, SESSION_COOKIE);
    const parsed = bodySchema.safeParse(value === null ? null : openSigned(signer, PURPOSE, value));
    if (!parsed.success || parsed.data.endMs <= nowMs || ended.has(parsed.data.id)) return null;
    return parsed.data;
  }

  return {
    open(person, by, nowMs) {
      const { name, role, area } = person;
      const body: Body = {
        id: randomBytes(12).toString('base64url'),
        person: { name, role, area },
        way: by.way,
        mark: by.way === 'token' ? by.tokenHash.slice(0, MARK_DIGITS) : '',
        endMs: nowMs + SESSION_SECONDS * 1000,
      };
      return signed(signer, PURPOSE, body);
    },
    personOf(cookieHeader, nowMs) {
      const body = bodyOf(cookieHeader, nowMs);
      return body !== null && isStill(body, people) ? body.person : null;
    },
    end(cookieHeader, nowMs) {
      const body = bodyOf(cookieHeader, nowMs);
      if (body === null) return null;
      for (const [id, endMs] of ended) if (endMs <= nowMs) ended.delete(id);
      ended.set(body.id, body.endMs);
      return body.person;
    },
    attributes: { httpOnly: true, sameSite: 'strict', path: '/', maxAge: SESSION_SECONDS, secure: overHttps },
  };
}

/** Whether the file still says what the cookie says. While the file cannot be used, nobody of it is let act. */
function isStill({ way, person, mark }: Body, people: People): boolean {
  if (way !== 'token') return true;
  try {
    const now = people.byName(person.name);
    return now?.role === person.role && now.area === person.area && now.tokenHash.startsWith(mark);
  } catch (error) {
    if (error instanceof PeopleError) return false;
    throw error;
  }
}
