// Every word of the screen goes through the language: in one with an accent on every letter, no plain word is left but what is no word of a language.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchWithoutMap } from './chromium.ts';
import { callGuide, type Guide } from './tour/guide.ts';
import { plainWords } from './tour/plainWords.ts';
import { type StandingCity, standCity } from './tour/standingCity.ts';
import { SIZES, views } from './tour/views.ts';

let browser: Browser;
let city: StandingCity;
let guide: Guide;
beforeAll(async () => {
  browser = await launchWithoutMap();
  city = await standCity(browser);
  guide = await callGuide(browser, city);
});
afterAll(async () => {
  await browser?.close();
  await city?.started.stop();
});

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

test('no word of the screen comes past the language', async () => {
  const past: string[] = [];
  for (const name of SHOWN) {
    const view = views.find((one) => one.name === name);
    if (view === undefined) throw new Error(`the tour has no view ${name}`);
    await guide.show(view, { size: SIZES[1], look: 'show', language: 'en-XA' });
    past.push(...(await plainWords(guide.page)).filter(isPlain).map((text) => `${name}: ${text}`));
  }
  expect(past).toEqual([]);
});
