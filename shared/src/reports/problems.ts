// Every error over HTTP is a problem document (RFC 9457): a name for programs, a sentence for people. The same from a server and from a file.

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

/** Thrown by whoever answers; becomes the answer. */
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

export const notFound = (what: string): ProblemError =>
  new ProblemError(problemOf(404, 'not-found', NOTHING_HERE, `${what} is not known.`));

/** The request itself is wrong. */
export const malformed = (detail: string, status = 400): Problem => problemOf(status, 'malformed', NOT_RIGHT, detail);
