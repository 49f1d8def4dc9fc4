// Sentences that come with a part of the screen that is loaded late, so that they do not weigh on the first paint.
import type { TFunction } from 'i18next';
import i18next from 'i18next';
import type { Language } from './language.ts';
import type { LateMessages, LateOnScreen } from './messages.ts';
import { sentencesOf } from './sentences.ts';
import { useLanguage } from './spoken.ts';

export type LatePart = keyof LateMessages;

/** Makes the sentences of a part known; said once, where the part is loaded. */
export function addText<Part extends LatePart>(
  part: Part,
  words: { zh: LateMessages[Part]; en: LateMessages[Part] },
): void {
  i18next.addResourceBundle('zh', part, words.zh);
  i18next.addResourceBundle('en', part, words.en);
}

/** Adds sentences to the screen's own, where the part that says them is loaded. */
export function addToScreen(words: { zh: LateOnScreen; en: LateOnScreen }): void {
  i18next.addResourceBundle('zh', 'screen', words.zh, true);
  i18next.addResourceBundle('en', 'screen', words.en, true);
}

export interface LateText<Part extends LatePart> {
  language: Language;
  t: TFunction<Part>;
  /** The name in the reader's language. */
  name: Language['name'];
}

/** As `useText`, for the sentences of a part that is loaded late. */
export function useLateText<Part extends LatePart>(part: Part): LateText<Part> {
  const language = useLanguage();
  return { language, t: sentencesOf(language, part), name: language.name };
}
