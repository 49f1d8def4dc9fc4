// A language is one file: what it lacks is said in English, its numbers are its own, and one that does not come harms nothing.
import { indicatorById } from '@onescreen/shared/catalogue';
import { areaByCode } from '@onescreen/shared/geography';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { find, indexed } from '../../../client/src/finding/match.ts';
import { thingsNow } from '../../../client/src/finding/things.ts';
import {
  formatDate,
  formatDistance,
  formatDuration,
  formatQuantity,
  formatShare,
  formatValue,
  formatWallTime,
} from '../../../client/src/i18n/format.ts';
import { type Language, namedBy } from '../../../client/src/i18n/language.ts';
import { hasLanguage, offerAfter, offers, present } from '../../../client/src/i18n/languages.ts';
import { addText } from '../../../client/src/i18n/lateText.ts';
import { sentencesOf } from '../../../client/src/i18n/sentences.ts';
import { learn, spokenLanguage, turnLanguage } from '../../../client/src/i18n/spoken.ts';
import { formatMeasure } from '../../../client/src/i18n/units.ts';
import { en as cardInEnglish } from '../../../client/src/i18n/words/cardEn.ts';
import { zh as cardInChinese } from '../../../client/src/i18n/words/cardZh.ts';
import { en as findingInEnglish } from '../../../client/src/i18n/words/findingEn.ts';
import { zh as findingInChinese } from '../../../client/src/i18n/words/findingZh.ts';
import { uiOf } from '../../../client/src/store/address.ts';
import { setUi, useNotice, useUi } from '../../../client/src/store/index.ts';
import { EPOCH_MS } from './clientKit.ts';
import { page } from './pageText.ts';

/** Polish: numbers with a comma, three forms of many, and a few words. */
const polish: Language = {
  code: 'pl',
  tag: 'pl',
  beside: 'zh',
  scales: [
    { from: 1e6, size: 1e6, word: 'mln ' },
    { from: 1e4, size: 1e3, word: 'tys. ' },
  ],
  durations: { second: 's', minute: 'min', hour: 'godz.', day: 'dni' },
  dates: {
    day: { day: 'numeric', month: 'long', year: 'numeric' },
    near: { day: 'numeric', month: 'short' },
    wall: { day: '2-digit', month: '2-digit', year: 'numeric' },
  },
  name: namedBy({ people: 'osób', Huangpu: 'dzielnica Huangpu', km: 'kilometra', persons: 'osoby' }),
  sentences: {
    screen: {
      app: { title: 'Jeden ekran' },
      cases: { count_one: '{{count}} sprawa', count_few: '{{count}} sprawy', count_many: '{{count}} spraw' },
    },
    finding: { find: { none: 'Nic nie znaleziono: {{text}}' } },
  },
};
learn(polish);

afterEach(() => {
  vi.doUnmock('../../../client/src/i18n/languages/en-XA.ts');
  setUi({ language: 'zh' });
  useNotice.setState({ notice: null });
});

describe('a third language', () => {
  test('says what it can, in its own forms, and the rest in English', () => {
    const say = sentencesOf(polish, 'screen');
    expect([1, 3, 5].map((count) => say('cases.count', { count }))).toEqual(['1 sprawa', '3 sprawy', '5 spraw']);
    expect(say('app.retry')).toBe('Try again');
  });

  test('says the sentences of a part that is loaded later', () => {
    addText('finding', { zh: findingInChinese, en: findingInEnglish });
    const say = sentencesOf(polish, 'finding');
    expect(say('find.none', { text: 'x' })).toBe('Nic nie znaleziono: x');
    expect(say('find.title')).toBe(findingInEnglish.find.title);
  });

  test('calls things by its names, and by the English ones where it has none', () => {
    expect(polish.name(areaByCode('310101'))).toBe('dzielnica Huangpu');
    expect(polish.name(areaByCode('310118106'))).toBe(areaByCode('310118106').en);
    expect(formatMeasure(3, 'persons', polish)).toBe('3 osoby');
    expect(formatMeasure(3, 'persons', present.zh)).toBe('3 人');
    expect(formatMeasure(3, 'cm', polish)).toBe('3 cm');
    // Nobody picked up: that is no score of nought.
    expect(formatMeasure(0, 'satisfaction', polish)).toBe('');
  });

  test('writes numbers, lengths and dates as its readers do', () => {
    const people = indicatorById('population-now');
    expect(formatQuantity(26_512_345, people, polish)).toEqual({ text: '26,51', unit: 'mln osób' });
    expect(formatValue(50_000, people, polish)).toBe('50 tys. osób');
    expect(formatDistance(1500, polish)).toBe('1,5 kilometra');
    expect(formatDuration(2 * 86_400 + 3600, polish)).toBe('2 dni 1 godz.');
    expect(formatShare(1, 8, polish, 1)).toBe('12,5%');
    expect(formatDate(EPOCH_MS, 0, polish)).toBe('14 maja 2024');
    expect(formatWallTime(EPOCH_MS, polish)).toMatch(/^1[34]\.05\.2024, \d\d:\d\d$/);
  });

  test('whose points are for thousands keeps the zeros before the end', () => {
    const german: Language = { ...polish, code: 'de', tag: 'de', scales: [] };
    expect(formatValue(50_000, indicatorById('population-now'), german)).toBe('50.000 osób');
  });

  test('is spoken everywhere at once', () => {
    setUi({ language: 'pl' });
    expect(page.documentElement.lang).toBe('pl');
    expect(page.title).toBe('Jeden ekran');
    expect(spokenLanguage()).toBe(polish);
  });

  test('has its names found, beside the Chinese and the English ones', () => {
    setUi({ language: 'pl' });
    const index = thingsNow().map(indexed);
    for (const typed of ['dzielnica huangpu', '黄浦区', 'hpq', 'huangpu'])
      expect(find(index, typed, 1)[0]?.id, typed).toBe('area:310101');
  });
});

describe('the languages there are', () => {
  test('are offered by what they call themselves', () => {
    expect(offers).toEqual([
      { code: 'zh', name: '中文', mark: '中' },
      { code: 'en', name: 'English', mark: 'EN' },
    ]);
  });

  test('follow one another, and every one of them leads to one that is offered', () => {
    expect(offerAfter('zh').code).toBe('en');
    expect(offerAfter('en').code).toBe('zh');
    expect(offerAfter('en-XA').code).toBe('zh');
    turnLanguage();
    expect(useUi.getState().language).toBe('en');
  });

  test('are the only ones that an address can name', () => {
    expect(uiOf('?lang=en-XA').language).toBe('en-XA');
    for (const unknown of ['fr', 'EN', 'en-xa', '', '../en', 'constructor']) {
      expect(hasLanguage(unknown), unknown).toBe(false);
      expect('language' in uiOf(`?lang=${unknown}`), unknown).toBe(false);
    }
  });
});

describe('a language that is fetched', () => {
  test('leaves the screen in English, with a notice, when it does not come', async () => {
    vi.doMock('../../../client/src/i18n/languages/en-XA.ts', () => {
      throw new Error('the line is lost');
    });
    setUi({ language: 'en-XA' });
    await expect.poll(() => useNotice.getState().notice).not.toBeNull();
    expect(spokenLanguage()).toBe(present.en);
    expect(page.documentElement.lang).toBe('en-GB');
  });

  test('is in English until it is here, and says then what English says, later parts too', async () => {
    setUi({ language: 'en-XA' });
    expect(spokenLanguage()).toBe(present.en);
    await expect.poll(() => spokenLanguage().code).toBe('en-XA');
    const accented = spokenLanguage();
    expect(page.documentElement.lang).toBe('en-XA');
    expect(sentencesOf(accented, 'screen')('header.ageSeconds', { n: 'two' })).toBe('two ś');
    expect(accented.name(areaByCode('310101'))).toBe('H́úáńǵṕú');
    addText('card', { zh: cardInChinese, en: cardInEnglish });
    expect(sentencesOf(accented, 'card')('expected', { value: 'two' })).toBe('éx́ṕéćt́éd́ two');
  });
});
