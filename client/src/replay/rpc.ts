// Calls between the page and a worker: an object of async functions on one side, the same functions on the other.

/** What can be called over a line: functions of one argument that answer later. */
export type Calls = Record<string, (argument: never) => Promise<unknown>>;

/** The page's `Worker` and the worker's own `self`, as far as they are needed. */
export interface Line {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}

interface Question {
  id: number;
  call: string;
  argument: unknown;
}
type Reply = { id: number } & ({ value: unknown } | { failure: Failure });

/** An error as it crosses the line: its message, and its name and code where it has them. */
export interface Failure {
  message: string;
  name: string;
  code: string | null;
}

/** What a call rejects with when the other side threw. */
export class RemoteError extends Error {
  readonly code: string | null;
  constructor({ message, name, code }: Failure) {
    super(message);
    this.name = name;
    this.code = code;
  }
}

const failureOf = (error: unknown): Failure => {
  if (!(error instanceof Error)) return { message: String(error), name: 'Error', code: null };
  const { code } = error as { code?: unknown };
  return { message: error.message, name: error.name, code: typeof code === 'string' ? code : null };
};

/** Answers the calls that come over the line. */
export function serveCalls(line: Line, calls: Calls): void {
  line.addEventListener('message', ({ data }) => {
    const { id, call, argument } = data as Question;
    const answer = (reply: Reply): void => line.postMessage(reply);
    const work = calls[call];
    if (work === undefined) return answer({ id, failure: failureOf(new Error(`there is no call ${call}`)) });
    work(argument as never).then(
      (value) => answer({ id, value }),
      (error: unknown) => answer({ id, failure: failureOf(error) }),
    );
  });
}

/** The functions of the other side. A call rejects with RemoteError when it threw there. */
export function callOver<T extends Calls>(line: Line): T {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  line.addEventListener('message', ({ data }) => {
    const reply = data as Reply;
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('failure' in reply) caller?.reject(new RemoteError(reply.failure));
    else caller?.resolve(reply.value);
  });
  return new Proxy({} as T, {
    get: (_, call) => (argument: unknown) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        const question: Question = { id: last, call: String(call), argument };
        line.postMessage(question);
      }),
  });
}
