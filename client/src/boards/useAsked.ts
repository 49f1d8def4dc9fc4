// A board's question to the server as a component uses it: the newest answer, or the problem, or still waiting.
import { useEffect, useRef, useState } from 'react';
import type { Asker, AskProblem, Settled } from './ask.ts';
import { askJson, createAsker, problemOf } from './ask.ts';
import type { Beat } from './beat.ts';

export interface Asked<T> {
  /** The newest answer; it stays while news is on its way, so that nothing flickers, and while there is a problem. */
  answer: T | null;
  problem: AskProblem | null;
  again: () => void;
}

interface Held<T> {
  question: string;
  answer: T | null;
  problem: AskProblem | null;
}

function nextHeld<T>(before: Held<T>, settled: Settled, take: (body: unknown) => T): Held<T> {
  const { question } = settled;
  const kept = before.question === question ? before.answer : null;
  if ('error' in settled) return { question, answer: kept, problem: problemOf(settled.error) };
  try {
    return { question, answer: take(settled.body), problem: null };
  } catch (error) {
    return { question, answer: kept, problem: problemOf(error) };
  }
}

/**
 * Asks for `path`, and again whenever `beat` counts up; null asks nothing. `question`: what is asked about, without the moment: the answer
 * before stays while it is the same. `take` reads the answer and throws when it cannot; it must be the same function each time.
 */
export function useAsked<T>(
  path: string | null,
  question: string,
  take: (body: unknown) => T,
  { count }: Pick<Beat, 'count'>,
): Asked<T> {
  const [held, setHeld] = useState<Held<T>>({ question: '', answer: null, problem: null });
  const [round, setRound] = useState(0);
  const asker = useRef<Asker | null>(null);
  useEffect(() => {
    const made = createAsker(askJson, (settled) => setHeld((before) => nextHeld(before, settled, take)));
    asker.current = made;
    return () => made.stop();
  }, [take]);
  const moment = count + round;
  useEffect(() => {
    if (path !== null) asker.current?.want({ path, question, moment });
  }, [path, question, moment]);
  const isCurrent = held.question === question;
  return {
    answer: isCurrent ? held.answer : null,
    problem: isCurrent ? held.problem : null,
    again: () => setRound(round + 1),
  };
}
