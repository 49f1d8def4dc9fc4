/// <reference types="vite/client" />
// The languages there are: Chinese and English, which every visitor gets, and one for each other file of languages/, which is fetched by whoever
// wants it.
import type { Language } from './language.ts';
import { language as en } from './languages/en.ts';
import { language as zh } from './languages/zh.ts';

/** Both that come with the screen; all things have their names in them. */
export const present = { zh, en };

// Where nothing bundles the screen, as in the bench, there are no other files to be found.
const fetches =
  import.meta.env === undefined
    ? {}
    : import.meta.glob<Language>(['./languages/*.ts', '!./languages/{zh,en}.ts'], { import: 'language' });
const fetchBy = new Map(
  Object.entries(fetches).map(([file, fetchLanguage]) => [/([^/]+)\.ts$/.exec(file)![1]!, fetchLanguage]),
);
const codes = [...Object.keys(present), ...fetchBy.keys()];

/** Pseudo-locales, which nobody speaks, are of these places that are none. */
const isSpoken = (code: string): boolean => !/-X[A-Z]$/.test(code);

export const hasLanguage = (code: string): boolean => codes.includes(code);

/** Rejects when it does not come. Throws where there is no such language. */
export const fetchLanguage = (code: string): Promise<Language> => fetchBy.get(code)!();

/** How a language is offered to those who speak it: what it calls itself, and in a word or less. */
export interface Offer {
  code: string;
  name: string;
  /** `中`, `EN` */
  mark: string;
}

/** What can be known of a language before it is fetched. */
function offerOf(code: string): Offer {
  const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
  return { code, name, mark: /^\p{Script=Han}/u.test(name) ? name[0]! : code.toUpperCase() };
}
/** The languages that can be switched to, in the order of the switch. */
export const offers: readonly Offer[] = codes.filter(isSpoken).map(offerOf);

/** The language that the switch leads to. */
export const offerAfter = (code: string): Offer =>
  offers[(offers.findIndex((one) => one.code === code) + 1) % offers.length]!;
