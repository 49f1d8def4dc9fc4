// Every word of the screen goes through the language: in one with an accent on every letter (client/src/i18n/languages/en-XA.ts), a plain word came
// past it, but for what is no word of a language.
import type { Guide } from './guide.ts';
import { plainWords } from './plainWords.ts';
import { SIZES, views } from './views.ts';

/** A part of everything: panels, lists, cards, sheets, dialogs and boards. */
const SHOWN = [
  'city',
  'roll-up',
  'sign-came-of-it',
  'alarm-shelving',
  'alarms-suppressed',
  'tools-menu',
  'panel-menu',
  'user-menu',
  'scenarios',
  'keys',
  'finding',
  'bookmarks',
  'wall-set-up',
  'case-unit',
  'case-escalate',
  'action-refused',
  'closed-case',
  'board-kpis-86',
  'board-alarms',
  'board-rules',
  'board-levels',
  'board-audit',
  'board-audit-sign-ins',
  'camera',
  'board-zhenru',
  'board-runs-import-failed',
  'compare',
  'compare-cases',
  'what-if',
];

/** What is written the same in every language. */
const SAME: readonly RegExp[] = [
  // Keys of a keyboard.
  /\b(Ctrl|Shift|Space|Home|End|Esc|PgDn|PgUp)\b/g,
  // What the languages call themselves.
  /\b(EN|English)\b/g,
  // The levels of response in Roman numerals.
  /\bI{2,3}\b|\bIV\b/g,
  // Names of runs, cameras and files, digests.
  /\bcloudburst-s7-\w+(-b\d)?|\bXJ\d\d\b|\b\w+\.onescreen\b|\b[0-9a-f]{8,}\b/g,
  // What a person is called, and wrote.
  /\boperator\b|Pumps at the flooded underpass|Wait until the pipes are moved, then mend the road/g,
];
const isPlain = (text: string): boolean => /[a-z]{2}/i.test(SAME.reduce((left, same) => left.replace(same, ''), text));

/** The plain words of these views, each with the view's name. Throws when the tour has no such view. */
export async function wordsPastLanguage(guide: Guide): Promise<string[]> {
  const past: string[] = [];
  for (const name of SHOWN) {
    const view = views.find((one) => one.name === name);
    if (view === undefined) throw new Error(`the tour has no view ${name}`);
    await guide.show(view, { size: SIZES[1], look: 'show', language: 'en-XA' });
    past.push(...(await plainWords(guide.page)).filter(isPlain).map((text) => `${name}: ${text}`));
  }
  return past;
}
