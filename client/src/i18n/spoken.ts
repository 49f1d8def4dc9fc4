// The language that is spoken now: the one that the viewer wishes, or English until that one is here.
import i18next from 'i18next';
import { setUi, useNotice, useUi } from '../store/index.ts';
import { createSeen } from '../store/sight.ts';
import type { Language } from './language.ts';
import { fetchLanguage, offerAfter, present } from './languages.ts';

/** The languages that are here. */
const useHere = createSeen<Readonly<Record<string, Language>>>(() => present);

/** For components, which repaint when it changes. */
export function useLanguage(): Language {
  const wished = useUi((ui) => ui.language);
  return useHere((here) => here[wished] ?? present.en);
}

export const spokenLanguage = (): Language => useHere.getState()[useUi.getState().language] ?? present.en;

/** Makes what a language says known. */
export function learn(language: Language): void {
  for (const [part, sentences] of Object.entries(language.sentences))
    i18next.addResourceBundle(language.code, part, sentences, true);
  useHere.setState({ [language.code]: language });
}

const NOT_HERE = { zh: '这种语言没有载入，请重试。', en: 'The language did not load. Try again.' };

/** Sees to it that a language is here. False, with a notice, where it does not come. */
async function bring(code: string): Promise<boolean> {
  if (useHere.getState()[code] !== undefined) return true;
  try {
    learn(await fetchLanguage(code));
    return true;
  } catch {
    useNotice.setState({ notice: NOT_HERE });
    return false;
  }
}

/** Speaks the next of the languages that are offered, as soon as it is here. */
export function turnLanguage(): void {
  const { code } = offerAfter(useUi.getState().language);
  if (useHere.getState()[code] !== undefined) setUi({ language: code });
  else void bring(code).then((isHere) => isHere && setUi({ language: code }));
}

/** Keeps to what the viewer wishes, as an address may say it. `onChange` hears of the language that is spoken, at once too. */
export function followWish(onChange: (language: Language) => void): void {
  let spoken: Language | null = null;
  const follow = (): void => {
    const now = spokenLanguage();
    if (now !== spoken) onChange(now);
    spoken = now;
  };
  const wish = (code: string): void => {
    follow();
    void bring(code);
  };
  useHere.subscribe(follow);
  useUi.subscribe((now, before) => {
    if (now.language !== before.language) wish(now.language);
  });
  wish(useUi.getState().language);
}
