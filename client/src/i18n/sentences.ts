// The sentences of a part in a language, by key. A screen says the same few hundred words with every frame: those into which nothing is
// filled are looked up once.
import type { TFunction } from 'i18next';
import i18next from 'i18next';
import type { Language } from '../store/ui.ts';
import type { LateMessages } from './text.ts';

type Part = 'screen' | keyof LateMessages;

const made = new Map<string, unknown>();

/** The same function for the same part and language, so that it may stand in a list of what an effect depends on. */
export function sentencesOf<P extends Part>(language: Language, part: P): TFunction<P> {
  const name = `${language}/${part}`;
  const before = made.get(name);
  if (before !== undefined) return before as TFunction<P>;
  const look = i18next.getFixedT(language, part) as unknown as (key: string, filled?: object) => string;
  const plain = new Map<string, string>();
  const say = (key: string, filled?: object): string => {
    if (filled !== undefined) return look(key, filled);
    const known = plain.get(key);
    if (known !== undefined) return known;
    const words = look(key);
    // What is not there yet may come with a part that is loaded late.
    if (words !== key) plain.set(key, words);
    return words;
  };
  made.set(name, say);
  return say as unknown as TFunction<P>;
}
