// Whatever has a name is found by it: in either language, by pinyin, by initials, with a slip of the finger.
import { readFileSync } from 'node:fs';
import { areas } from '@onescreen/shared/geography';
import { describe, expect, test } from 'vitest';
import { commandOf, keyCommands } from '../../../client/src/app/keyTable.ts';
import { find, indexed } from '../../../client/src/finding/match.ts';
import { withChosen } from '../../../client/src/finding/recent.ts';
import { spellingOf } from '../../../client/src/finding/spelling.ts';
import { thingsNow } from '../../../client/src/finding/things.ts';
import { addText } from '../../../client/src/i18n/lateText.ts';
import { en } from '../../../client/src/i18n/words/findingEn.ts';
import { zh } from '../../../client/src/i18n/words/findingZh.ts';
import { pinyinFile } from '../../../scripts/generate/pinyin.ts';
import './pageText.ts';

addText('finding', { zh, en });

const index = thingsNow().map(indexed);
const first = (text: string): string | undefined => find(index, text, 5)[0]?.id;
const idOf = (zhName: string): string => `area:${areas.find((one) => one.zh === zhName)!.code}`;

describe('the palette', () => {
  test.each([
    ['hp', '黄浦区'],
    ['黄浦', '黄浦区'],
    ['huangpu', '黄浦区'],
    ['Huangpu', '黄浦区'],
    ['xj', '徐泾镇'],
    ['xujing', '徐泾镇'],
    ['徐泾', '徐泾镇'],
    ['310118106', '徐泾镇'],
    ['minhang', '闵行区'],
    ['luxiang', '吕巷镇'],
    ['lvxiang', '吕巷镇'],
  ])('finds %s: %s is among the first', (text, name) => {
    expect(find(index, text, 5).map(({ id }) => id)).toContain(idOf(name));
  });

  test('puts what is called exactly so before what only holds it', () => {
    expect(first('青浦区')).toBe(idOf('青浦区'));
    expect(first('PM2.5')).toMatch(/pm25/);
    expect(first('chang ning qu')).toBe(idOf('长宁区'));
  });

  test('takes several words together: a street by its district', () => {
    expect(find(index, 'qingpu xj', 3).map(({ id }) => id)).toContain(idOf('徐泾镇'));
  });

  test('forgives one slip in a longer word', () => {
    expect(find(index, 'xujng', 5).map(({ id }) => id)).toContain(idOf('徐泾镇'));
  });

  test('finds every area by its Chinese name, its code and its initials', () => {
    for (const area of areas) {
      expect(first(area.code), area.zh).toBe(`area:${area.code}`);
      expect(find(index, area.zh, 3).map(({ id }) => id)).toContain(`area:${area.code}`);
      expect(spellingOf(area.zh).initials, area.zh).toBe(area.initials);
    }
  });

  test('finds commands in both languages', () => {
    expect(first('回到实时')).toBe('command:live');
    expect(first('hdss')).toBe('command:live');
    expect(first('back to live')).toBe('command:live');
  });

  test('finds nothing for what nothing is called, and nothing for no text', () => {
    expect(find(index, 'zzqqxxyy', 5)).toEqual([]);
    expect(find(index, '   ', 5)).toEqual([]);
  });

  test('has one thing of each id', () => {
    const ids = index.map(({ thing }) => thing.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('keeps the eight things chosen last, each once, the newest first', () => {
    const after = ['a', 'b', 'c', 'a', 'd', 'e', 'f', 'g', 'h', 'i'].reduce<string[]>(withChosen, []);
    expect(after).toEqual(['i', 'h', 'g', 'f', 'e', 'd', 'a', 'c']);
  });
});

describe('the table of keys', () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
    commandOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...held })?.id ?? null;

  test('gives no key to two commands', () => {
    const keys = keyCommands.flatMap((one) => one.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('has a sentence in both languages for each command', () => {
    const ids = keyCommands.map(({ id }) => id).sort();
    expect(Object.keys(zh.command).sort()).toEqual(ids);
    expect(Object.keys(en.command).sort()).toEqual(ids);
  });

  test('hears Shift where it means another command, and capital letters as small ones', () => {
    expect(press('ArrowLeft')).toBe('back');
    expect(press('ArrowLeft', { shiftKey: true })).toBe('backTen');
    expect(press('?', { shiftKey: true })).toBe('sheet');
    expect(press('L', { shiftKey: true })).toBe('live');
  });

  test('leaves the browser its own keys', () => {
    expect(press('k', { ctrlKey: true })).toBe('find');
    expect(press('k', { metaKey: true })).toBe('find');
    expect(press('p', { ctrlKey: true })).toBeNull();
    expect(press('k')).toBeNull();
  });
});

test('the spelled names are those of the catalogue as it is', () => {
  const written = readFileSync(new URL('../../../client/src/finding/generated/pinyin.ts', import.meta.url), 'utf8');
  expect(written).toBe(pinyinFile());
});
