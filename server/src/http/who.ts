// Who asks over HTTP, and whether they may.
import type { Deed, Person } from '@onescreen/shared/people';
import { refuseDeed } from '@onescreen/shared/people';
import type { FastifyRequest } from 'fastify';
import type { Sessions } from '../auth/session.ts';
import type { Clock } from '../clock.ts';
import { ProblemError, problemOf } from './problems.ts';

export interface Doorkeeper {
  /** Whoever's session the request carries, or null. */
  personOf(request: FastifyRequest): Person | null;
  /** The same person when they may do the deed; throws ProblemError 401 or 403, in words, when not. */
  require(request: FastifyRequest, deed: Deed): Person;
}

export function createDoorkeeper(sessions: Sessions, clock: Clock): Doorkeeper {
  const personOf = (request: FastifyRequest): Person | null => sessions.personOf(request.headers.cookie, clock.now());
  return {
    personOf,
    require(request, deed) {
      const person = personOf(request);
      const refusal = refuseDeed(person, deed, null);
      if (person !== null && refusal === null) return person;
      const { code, ...words } = refusal ?? refuseDeed(null, deed, null)!;
      throw new ProblemError(problemOf(person === null ? 401 : 403, code, words));
    },
  };
}
