// The way in through the organisation's own sign-in: there, and back with a session or with a page that says why not.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cookieIn } from '../../auth/cookies.ts';
import { type Oidc, VISIT_SECONDS, VisitError } from '../../auth/oidc.ts';
import { ClaimsError } from '../../auth/oidcClaims.ts';
import { PeopleError } from '../../auth/peopleFile.ts';
import { createRateLimit } from '../../auth/rateLimit.ts';
import { SESSION_COOKIE, type Sessions } from '../../auth/session.ts';
import type { SignInBook } from '../../auth/signInBook.ts';
import type { Clock } from '../../clock.ts';
import { ProblemError, problemOf, type Words } from '../problems.ts';
import { sendRefusalPage } from '../refusalPage.ts';

const START = '/auth/oidc/start';
const CALLBACK = '/auth/oidc/callback';
const VISIT_COOKIE = 'onescreen_oidc';
const BURST_VISITS = 30;
const VISIT_REFILL_MS = 1000;

const NOT_SET_UP: Words = {
  zh: '本系统未配置单位统一登录。',
  en: 'This server has no sign-in of an organisation.',
};
const TOO_MANY: Words = { zh: '尝试次数过多，请稍候几秒再试。', en: 'Too many attempts; wait a few seconds.' };
const VISIT_OVER: Words = {
  zh: '登录已超时，或并非从本页面发起，请重新登录。',
  en: 'The sign-in took too long or was not begun here: begin again.',
};
const PROVIDER_AWAY: Words = {
  zh: '统一登录服务没有正常应答，请稍后再试或联系管理员。',
  en: 'The organisation’s sign-in did not answer as it should: try again later, or tell whoever keeps it.',
};
const PEOPLE_BROKEN: Words = {
  zh: '人员名单有误，暂时无法登录，请管理员修正。',
  en: 'The list of people has a mistake, so nobody can be let in: have it mended.',
};

export interface OidcRouteParts {
  /** `null`: not set up; the routes say so. */
  oidc: Oidc | null;
  sessions: Sessions;
  book: SignInBook;
  clock: Clock;
  allowedOrigins: readonly string[];
  /** Told of what the provider did wrong: for the log. */
  failed(error: unknown): void;
}

export function oidcRoutes(app: FastifyInstance, parts: OidcRouteParts): void {
  const { oidc, sessions, book, clock, allowedOrigins, failed } = parts;
  const visits = createRateLimit(BURST_VISITS, VISIT_REFILL_MS);
  // Lax, because the browser comes back from another site; for this one address only.
  const visitCookie = { ...sessions.attributes, sameSite: 'lax' as const, path: CALLBACK, maxAge: VISIT_SECONDS };

  function ready(): Oidc {
    if (oidc === null) throw new ProblemError(problemOf(404, 'not-found', NOT_SET_UP));
    if (!visits.take(clock.now())) throw new ProblemError(problemOf(429, 'too-many', TOO_MANY));
    return oidc;
  }

  async function refuse(reply: FastifyReply, error: unknown): Promise<FastifyReply> {
    const { status, words, who } = whyOut(error);
    if (status >= 500) failed(error);
    await book.refused(who);
    return sendRefusalPage(reply, status, words);
  }

  app.get(START, async (request, reply) => {
    const provider = ready();
    reply.header('cache-control', 'no-store');
    try {
      const { url, visit } = await provider.start(`${ownOrigin(request, allowedOrigins)}${CALLBACK}`, clock.now());
      return reply.setCookie(VISIT_COOKIE, visit, visitCookie).redirect(url);
    } catch (error) {
      failed(error);
      return sendRefusalPage(reply, 502, PROVIDER_AWAY);
    }
  });
  app.get(CALLBACK, async (request, reply) => {
    const provider = ready();
    reply.header('cache-control', 'no-store');
    const { maxAge: _kept, ...attributes } = visitCookie;
    reply.clearCookie(VISIT_COOKIE, attributes);
    const cameTo = new URL(request.url, ownOrigin(request, allowedOrigins));
    try {
      const person = await provider.finish(cookieIn(request.headers.cookie, VISIT_COOKIE), cameTo, clock.now());
      await book.signedIn(person);
      const session = sessions.open(person, { way: 'oidc' }, clock.now());
      return reply.setCookie(SESSION_COOKIE, session, sessions.attributes).redirect('/');
    } catch (error) {
      return await refuse(reply, error);
    }
  });
}

function whyOut(error: unknown): { status: number; words: Words; who: string | null } {
  if (error instanceof VisitError) return { status: 400, words: VISIT_OVER, who: null };
  if (error instanceof ClaimsError) return { status: 403, words: error.words, who: error.who };
  if (error instanceof PeopleError) return { status: 500, words: PEOPLE_BROKEN, who: null };
  return { status: 502, words: PROVIDER_AWAY, who: null };
}

/** This server as the browser knows it: behind a proxy it is one of the allowed origins. The Host header was checked before. */
function ownOrigin({ headers }: FastifyRequest, allowedOrigins: readonly string[]): string {
  const host = headers.host?.toLowerCase() ?? '';
  return allowedOrigins.find((origin) => new URL(origin).host === host) ?? `http://${host}`;
}
