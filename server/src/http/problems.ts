// Every error over HTTP is a problem document (RFC 9457): a name for programs, a sentence for people.
import type { Problem, Words } from '@onescreen/shared/reports';
import { malformed, ProblemError, problemOf } from '@onescreen/shared/reports';
import type { FastifyInstance, FastifyReply } from 'fastify';

export type { Problem, Words } from '@onescreen/shared/reports';
export { malformed, notFound, ProblemError, problemOf } from '@onescreen/shared/reports';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const OUR_FAULT: Words = { zh: '服务器未能完成此操作。', en: 'The server could not do this.' };

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
}

/** Turns whatever a route throws into a problem. The inside of our own errors stays in the log. */
export function useProblems(app: FastifyInstance, failed: (error: unknown) => void): void {
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ProblemError) return sendProblem(reply, error.problem);
    const status = statusOf(error);
    if (status >= 500) {
      failed(error);
      return sendProblem(reply, problemOf(500, 'failed', OUR_FAULT));
    }
    return sendProblem(reply, malformed(error instanceof Error ? error.message : String(error), status));
  });
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
