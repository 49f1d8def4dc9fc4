// The reader's language: sentences by key, names of the catalogue, switched in place without a reload.

import type { TFunction } from 'i18next';
import i18next from 'i18next';
import type { Language } from './language.ts';
import { offers, present } from './languages.ts';
import { sentencesOf } from './sentences.ts';
import { followWish, learn, useLanguage } from './spoken.ts';

export type { Named } from './language.ts';

export interface Text {
  language: Language;
  t: TFunction<'screen'>;
  /** The name in the reader's language. */
  name: Language['name'];
}

/** Prepares the sentences and follows the language of the store. Call once, before the first paint. */
export function startText(document: Document): void {
  void i18next.init({
    fallbackLng: present.en.code,
    ns: ['screen'],
    defaultNS: 'screen',
    initAsync: false,
    resources: {},
    interpolation: { escapeValue: false, defaultVariables: { languages: offers.map(({ name }) => name).join(' / ') } },
  });
  for (const language of Object.values(present)) learn(language);
  followWish((language) => {
    document.documentElement.lang = language.tag;
    document.title = sentencesOf(language, 'screen')('app.title');
  });
}

/** Sentences and names in the reader's language; the component repaints when it changes. */
export function useText(): Text {
  const language = useLanguage();
  return { language, t: sentencesOf(language, 'screen'), name: language.name };
}
