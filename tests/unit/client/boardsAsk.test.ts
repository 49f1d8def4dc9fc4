// A board's questions to the server: none twice at once, none lost, no answer to a question that is no longer asked.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Settled, Wanted } from '../../../client/src/boards/ask.ts';
import { AskError, createAsker, problemKindOf, problemOf } from '../../../client/src/boards/ask.ts';

interface Call {
  path: string;
  signal: AbortSignal;
  answer: (body: unknown) => void;
  fail: (error: unknown) => void;
}
let calls: Call[] = [];
let settled: Settled[] = [];
const ask = (path: string, signal: AbortSignal): Promise<unknown> =>
  new Promise((answer, fail) => calls.push({ path, signal, answer, fail }));
const wanted = (path: string, question = 'kpis'): Wanted => ({ path, question, moment: 0 });
const rest = (): Promise<void> => new Promise((done) => setImmediate(done));

beforeEach(() => {
  calls = [];
  settled = [];
});

describe('the asker', () => {
  test('news of the same question waits for the answer under way, and only the newest is asked', async () => {
    const asker = createAsker(ask, (one) => settled.push(one));
    asker.want(wanted('?to=1'));
    asker.want(wanted('?to=2'));
    asker.want(wanted('?to=3'));
    expect(calls.map(({ path }) => path)).toEqual(['?to=1']);
    calls[0]!.answer('one');
    await rest();
    expect(settled).toEqual([{ question: 'kpis', body: 'one' }]);
    expect(calls.map(({ path }) => path)).toEqual(['?to=1', '?to=3']);
  });

  test('another question takes the place of the one under way, whose answer is dropped', async () => {
    const asker = createAsker(ask, (one) => settled.push(one));
    asker.want(wanted('?by=street', 'street'));
    asker.want(wanted('?by=type', 'type'));
    expect(calls[0]!.signal.aborted).toBe(true);
    calls[0]!.answer('streets');
    calls[1]!.answer('types');
    await rest();
    expect(settled).toEqual([{ question: 'type', body: 'types' }]);
  });

  test('a failure is told, and what waited is asked after it', async () => {
    const asker = createAsker(ask, (one) => settled.push(one));
    asker.want(wanted('?to=1'));
    asker.want(wanted('?to=2'));
    const error = new Error('away');
    calls[0]!.fail(error);
    await rest();
    expect(settled).toEqual([{ question: 'kpis', error }]);
    expect(calls).toHaveLength(2);
  });

  test('nothing settles after it was stopped', async () => {
    const asker = createAsker(ask, (one) => settled.push(one));
    asker.want(wanted('?to=1'));
    asker.stop();
    calls[0]!.answer('late');
    await rest();
    expect(settled).toEqual([]);
  });
});

test('a status says what the viewer can do about it', () => {
  expect([401, 403, 404, 400, 503].map(problemKindOf)).toEqual(['signIn', 'notAllowed', 'missing', 'refused', 'away']);
});

test('what went wrong elsewhere is told as a question without an answer', () => {
  const problem = { kind: 'away', words: null } as const;
  expect(problemOf(new AskError(problem))).toEqual(problem);
  expect(problemOf(new TypeError('not understood'))).toEqual({ kind: 'refused', words: null });
});
