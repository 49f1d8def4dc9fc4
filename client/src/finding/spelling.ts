// How a Chinese name is typed by those who do not type Chinese: its whole pinyin and its initials.
import { syllablesOfName } from './generated/pinyin.ts';

export interface Spelling {
  /** `xujingzhen` */
  whole: string;
  /** `xjz` */
  initials: string;
}

const HAN = /\p{Script=Han}/u;

/** The reading of a character on its own, for names that nobody knew beforehand, such as those of a user's own scenario. */
const readings = new Map<string, string>();
for (const [name, syllables] of Object.entries(syllablesOfName)) {
  const characters = [...name].filter((one) => HAN.test(one));
  syllables.split(' ').forEach((syllable, at) => {
    if (!readings.has(characters[at]!)) readings.set(characters[at]!, syllable);
  });
}

/** Empty for a name without Chinese characters. */
export function spellingOf(name: string): Spelling {
  const known = syllablesOfName[name];
  const syllables = known === undefined ? [...name].flatMap((one) => readings.get(one) ?? []) : known.split(' ');
  return { whole: syllables.join(''), initials: syllables.map((one) => one[0]).join('') };
}
