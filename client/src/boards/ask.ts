// What a board asks of the server, one question at a time, and why there is no answer when there is none.
import { askForJson } from '../backend/askApi.ts';
import type { Named } from '../i18n/text.ts';

/** `signIn`: nobody is signed in; `notAllowed`: somebody who may not; `away`: the line or the server is down. */
export interface AskProblem {
  kind: 'signIn' | 'notAllowed' | 'missing' | 'away' | 'refused';
  /** The server's own sentence, where it sent one. */
  words: Named | null;
}

/** Thrown by `askJson`. */
export class AskError extends Error {
  override name = 'AskError';
  readonly problem: AskProblem;
  constructor(problem: AskProblem) {
    super(problem.words?.en ?? problem.kind);
    this.problem = problem;
  }
}

/** The kind of problem that an HTTP status means. */
export function problemKindOf(status: number): AskProblem['kind'] {
  if (status === 401) return 'signIn';
  if (status === 403) return 'notAllowed';
  if (status === 404) return 'missing';
  return status >= 500 ? 'away' : 'refused';
}

/** The sentence of a problem document (RFC 9457): the title, in Chinese as `zh`; null where the answer is none. */
function wordsOf(body: unknown): Named | null {
  if (typeof body !== 'object' || body === null) return null;
  const { title, zh } = body as { title?: unknown; zh?: unknown };
  if (typeof title !== 'string') return null;
  return { en: title, zh: typeof zh === 'string' ? zh : title };
}

export type Ask = (path: string, signal: AbortSignal) => Promise<unknown>;

/** Reads a JSON answer. Throws AskError when there is none. */
export const askJson: Ask = async (path, signal) => {
  const answer = await askForJson(path, signal);
  if (answer === null) throw new AskError({ kind: 'away', words: null });
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new AskError({ kind: problemKindOf(answer.status), words: wordsOf(body) });
  return body;
};

export const problemOf = (error: unknown): AskProblem =>
  error instanceof AskError ? error.problem : { kind: 'refused', words: null };

export interface Wanted {
  path: string;
  /** What is asked about, without the moment: the same question again asks for news. */
  question: string;
  /** Counts up with each asking. */
  moment: number;
}
export type Settled = { question: string } & ({ body: unknown } | { error: unknown });

export interface Asker {
  want(wanted: Wanted): void;
  /** Forgets what is under way; nothing settles after it. */
  stop(): void;
}

/**
 * Asks for what is wanted. News of the same question waits until the answer under way is there, so that a slow server is not asked twice at
 * once and its answers are not thrown away; another question takes the place of the one under way.
 */
export function createAsker(ask: Ask, settle: (settled: Settled) => void): Asker {
  let running: { question: string; leaving: AbortController } | null = null;
  let next: Wanted | null = null;

  function start({ path, question }: Wanted): void {
    const leaving = new AbortController();
    running = { question, leaving };
    const end = (result: { body: unknown } | { error: unknown }): void => {
      if (leaving.signal.aborted) return;
      running = null;
      settle({ question, ...result });
      const waiting = next;
      next = null;
      if (waiting !== null && running === null) start(waiting);
    };
    ask(path, leaving.signal).then(
      (body) => end({ body }),
      (error: unknown) => end({ error }),
    );
  }
  function stop(): void {
    running?.leaving.abort();
    running = null;
    next = null;
  }
  return {
    want(wanted) {
      if (running?.question === wanted.question) {
        next = wanted;
        return;
      }
      stop();
      start(wanted);
    },
    stop,
  };
}
