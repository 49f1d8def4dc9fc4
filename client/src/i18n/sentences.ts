// The sentences of a part in a language, by key. A screen says the same few hundred words with every frame, a score of 97 and 12 minutes left
// among them: they are made once.
import type { TFunction } from 'i18next';
import i18next from 'i18next';
import type { Language } from './language.ts';
import type { Part } from './messages.ts';

/** Sentences of a part that are kept. */
const MOST_KEPT = 2_000;

const made = new Map<string, unknown>();

/** The same function for the same part and language, so that it may stand in a list of what an effect depends on. */
export function sentencesOf<P extends Part>({ code }: Language, part: P): TFunction<P> {
  const name = `${code}/${part}`;
  const before = made.get(name);
  if (before !== undefined) return before as TFunction<P>;
  const look = i18next.getFixedT(code, part) as unknown as (key: string, filled?: object) => string;
  const said = new Map<string, string>();
  const say = (key: string, filled?: object): string => {
    const asked = filled === undefined ? key : `${key} ${JSON.stringify(filled)}`;
    const known = said.get(asked);
    if (known !== undefined) return known;
    const words = look(key, filled);
    if (said.size >= MOST_KEPT) said.clear();
    // What is not there yet may come with a part that is loaded late.
    if (words !== key) said.set(asked, words);
    return words;
  };
  made.set(name, say);
  return say as unknown as TFunction<P>;
}
