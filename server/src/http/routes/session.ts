// An operator's way in: the token that was printed at start is exchanged for a cookie that scripts cannot read.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { createRateLimit } from '../../auth/rateLimit.ts';
import { SESSION_COOKIE, type Sessions } from '../../auth/session.ts';
import { isToken } from '../../auth/tokens.ts';
import type { Clock } from '../../clock.ts';
import { ProblemError, problemOf } from '../problems.ts';
import { read } from '../query.ts';

const exchange = z.strictObject({ token: z.string().max(1024) });
/** Guessing 256 bits is hopeless anyway; this keeps the attempts out of the way of others. */
const BURST_ATTEMPTS = 20;
const ATTEMPT_REFILL_MS = 3000;

export function sessionRoutes(app: FastifyInstance, sessions: Sessions, operatorToken: string, clock: Clock): void {
  const attempts = createRateLimit(BURST_ATTEMPTS, ATTEMPT_REFILL_MS);

  app.get('/api/session', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return { operator: sessions.isOperator(request.headers.cookie, clock.now()) };
  });
  app.post('/api/session', async (request, reply) => {
    if (!attempts.take(clock.now()))
      throw new ProblemError(problemOf(429, 'too-many', 'Too many attempts; wait a few seconds.'));
    const { token } = read(exchange, request.body);
    if (!isToken(token, operatorToken))
      throw new ProblemError(problemOf(401, 'token', 'This is not the operator token.'));
    reply.header('cache-control', 'no-store');
    reply.setCookie(SESSION_COOKIE, sessions.open(clock.now()), sessions.attributes);
    return { operator: true };
  });
  app.delete('/api/session', async (_request, reply) => {
    const { maxAge: _kept, ...attributes } = sessions.attributes;
    reply.clearCookie(SESSION_COOKIE, attributes);
    return { operator: false };
  });
}
