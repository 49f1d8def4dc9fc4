// Every error over HTTP is a problem document (RFC 9457): a name for programs, a sentence for people.
import type { FastifyInstance, FastifyReply } from 'fastify';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export interface Words {
  zh: string;
  en: string;
}

/** RFC 9457. `type` is a name within this product, not an address; `zh` is the title in Chinese. */
export interface Problem {
  type: string;
  title: string;
  zh: string;
  status: number;
  detail?: string;
}

/** Thrown by a route; becomes the answer. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** A problem by its name and its sentence. */
export const problemOf = (status: number, name: string, { zh, en }: Words, detail?: string): Problem => ({
  type: `urn:onescreen:${name}`,
  title: en,
  zh,
  status,
  ...(detail === undefined ? {} : { detail }),
});

const NOTHING_HERE: Words = { zh: '这里没有内容。', en: 'There is nothing here.' };
const NOT_RIGHT: Words = { zh: '请求有误。', en: 'The request is not right.' };
const OUR_FAULT: Words = { zh: '服务器未能完成此操作。', en: 'The server could not do this.' };

export const notFound = (what: string): ProblemError =>
  new ProblemError(problemOf(404, 'not-found', NOTHING_HERE, `${what} is not known.`));

/** The request itself is wrong. */
export const malformed = (detail: string, status = 400): Problem => problemOf(status, 'malformed', NOT_RIGHT, detail);

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
