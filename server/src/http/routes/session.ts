// The way in by token: the operator link's, or a person's own, is exchanged for a cookie that scripts cannot read.

import { CITY_CODE } from '@onescreen/shared/geography';
import type { Person } from '@onescreen/shared/people';
import { OPERATOR_NAME } from '@onescreen/shared/people';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { People } from '../../auth/people.ts';
import { PeopleError } from '../../auth/peopleFile.ts';
import { createRateLimit } from '../../auth/rateLimit.ts';
import { SESSION_COOKIE, type Sessions, type WayIn } from '../../auth/session.ts';
import type { SignInBook } from '../../auth/signInBook.ts';
import { isToken } from '../../auth/tokens.ts';
import type { Clock } from '../../clock.ts';
import { ProblemError, problemOf, type Words } from '../problems.ts';
import { read } from '../query.ts';

const exchange = z.strictObject({ token: z.string().max(1024) });
/** Guessing 256 bits is hopeless anyway; this keeps the attempts out of the way of others. */
const BURST_ATTEMPTS = 20;
const ATTEMPT_REFILL_MS = 3000;

const TOO_MANY: Words = { zh: '尝试次数过多，请稍候几秒再试。', en: 'Too many attempts; wait a few seconds.' };
const NO_SUCH_TOKEN: Words = {
  zh: '令牌无效：请使用启动时打印的链接，或向管理员索取新的令牌。',
  en: 'Nobody has this token: use the link printed at the start, or ask for a new token.',
};
const FILE_BROKEN: Words = {
  zh: '人员名单有误，暂时无法登录，请管理员修正。',
  en: 'The list of people has a mistake, so nobody can be found in it: have it mended.',
};

export interface SessionParts {
  sessions: Sessions;
  people: People;
  operatorToken: string;
  clock: Clock;
  book: SignInBook;
  /** What the button of the organisation's own sign-in says; null where there is none. */
  oidcButton: Words | null;
}

export function sessionRoutes(app: FastifyInstance, parts: SessionParts): void {
  const { sessions, clock, book, oidcButton } = parts;
  const attempts = createRateLimit(BURST_ATTEMPTS, ATTEMPT_REFILL_MS);

  app.get('/api/session', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const person = sessions.personOf(request.headers.cookie, clock.now());
    return { person, signIn: { token: true, oidc: oidcButton } };
  });
  app.post('/api/session', async (request, reply) => {
    if (!attempts.take(clock.now())) throw new ProblemError(problemOf(429, 'too-many', TOO_MANY));
    const found = whoHas(read(exchange, request.body).token, parts);
    if (found === null) {
      await book.refused(null);
      throw new ProblemError(problemOf(401, 'token', NO_SUCH_TOKEN));
    }
    await book.signedIn(found.person);
    reply.header('cache-control', 'no-store');
    reply.setCookie(SESSION_COOKIE, sessions.open(found.person, found.by, clock.now()), sessions.attributes);
    return { person: found.person };
  });
  app.delete('/api/session', async (request, reply) => {
    const person = sessions.end(request.headers.cookie, clock.now());
    if (person !== null) await book.signedOut(person);
    const { maxAge: _kept, ...attributes } = sessions.attributes;
    reply.clearCookie(SESSION_COOKIE, attributes);
    return { person: null };
  });
}

const OPERATOR: Person = { name: OPERATOR_NAME, role: 'operator', area: CITY_CODE };

/** Throws ProblemError 500, which names the line, when the people's file has a mistake. */
function whoHas(token: string, { operatorToken, people }: SessionParts): { person: Person; by: WayIn } | null {
  if (isToken(token, operatorToken)) return { person: OPERATOR, by: { way: 'link' } };
  try {
    const found = people.byToken(token);
    if (found === null) return null;
    const { tokenHash, ...person } = found;
    return { person, by: { way: 'token', tokenHash } };
  } catch (error) {
    if (error instanceof PeopleError) throw new ProblemError(problemOf(500, 'people', FILE_BROKEN, error.message));
    throw error;
  }
}
