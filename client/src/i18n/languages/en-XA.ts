// English with an accent on every letter, as pseudo-locales are: whoever reads it sees at once what could not be said in another language. The
// switch does not lead here, only an address does, `?lang=en-XA`.
import i18next from 'i18next';
import type { Language } from '../language.ts';

/** Leaves alone what is to be filled in, and what has its accents. */
const accented = (text: string): string =>
  text.replace(/\{\{.*?\}\}|[a-z](?!\u0301)/gi, (found) => (found.length > 1 ? found : `${found}\u0301`.normalize()));

const numeric = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;

export const language: Language = {
  code: 'en-XA',
  tag: 'en-XA',
  beside: 'zh',
  scales: [
    { from: 1e6, size: 1e6, word: accented('M ') },
    { from: 1e5, size: 1e3, word: accented('k ') },
  ],
  durations: { second: accented('s'), minute: accented('min'), hour: accented('h'), day: accented('d') },
  dates: { day: numeric, near: numeric, wall: { ...numeric, hourCycle: 'h23' } },
  name: ({ en }) => accented(en),
  sentences: {},
};

/** Whatever English says of a part. */
function sayPart(part: string): void {
  const english = JSON.stringify(i18next.getResourceBundle('en', part));
  const sentences = JSON.parse(english, (_, value) => (typeof value === 'string' ? accented(value) : value));
  i18next.addResourceBundle(language.code, part, sentences, true, true);
}
Object.keys(i18next.getDataByLanguage('en') ?? {}).forEach(sayPart);
i18next.store.on('added', (code: string, part: string) => {
  if (code === 'en') sayPart(part);
});
