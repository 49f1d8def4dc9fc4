// Numbers as a reader of each language expects them, formatted at the very end.
import { indicatorById, indicators } from '@onescreen/shared/catalogue';
import { expect, test } from 'vitest';
import { actorWords } from '../../../client/src/i18n/actors.ts';
import {
  formatClock,
  formatDuration,
  formatQuantity,
  formatShare,
  formatValue,
} from '../../../client/src/i18n/format.ts';
import { present } from '../../../client/src/i18n/languages.ts';
import { EPOCH_MS } from './clientKit.ts';

const { zh, en } = present;

test('large numbers are said in 万 and 亿, k, M and B; small ones keep every digit', () => {
  const people = indicatorById('population-now');
  const money = indicatorById('retail-sales');
  expect(formatQuantity(26_512_345, people, zh)).toEqual({ text: '2,651.2', unit: '万人' });
  expect(formatQuantity(26_512_345, people, en)).toEqual({ text: '26.51', unit: 'M people' });
  expect(formatQuantity(5_100_000_000, money, zh)).toEqual({ text: '51.00', unit: '亿元' });
  expect(formatQuantity(5_100_000_000, money, en)).toEqual({ text: '5.10', unit: 'B CNY' });
  expect(formatQuantity(10_581, people, zh).text).toBe('10,581');
});

test('a value has the digits that its precision is worth', () => {
  expect(formatQuantity(1.5, indicatorById('tti-surface'), en).text).toBe('1.50');
  expect(formatValue(50_000, indicatorById('crowd-bund'), en)).toBe('50,000 people');
  expect(formatValue(150_000, indicatorById('crowd-bund'), en)).toBe('150 k people');
  expect(formatValue(99.6, indicatorById('gas-pressure-ok'), en)).toBe('99.6%');
});

test('every indicator can be said in both languages', () => {
  for (const indicator of indicators) {
    for (const language of [zh, en]) {
      expect(formatValue(indicator.baseline, indicator, language)).toMatch(/\d/);
    }
  }
});

test('lengths of time use their two largest units', () => {
  expect(formatDuration(42, zh)).toBe('42 秒');
  expect(formatDuration(200, en)).toBe('3 min 20 s');
  expect(formatDuration(5 * 3600 + 60, zh)).toBe('5 小时 1 分');
  expect(formatDuration(14 * 86_400, en)).toBe('14 d');
  expect(formatDuration(-42, en)).toBe('42 s');
});

test('the clock is Shanghai’s wherever the reader is', () => {
  expect(formatClock(EPOCH_MS, 0)).toBe('07:30:00');
  expect(formatClock(EPOCH_MS, 16.5 * 3600)).toBe('00:00:00');
});

test('a share of nothing is no number', () => {
  expect(formatShare(0, 0, zh)).toBe('—');
  expect(formatShare(3, 4, en)).toBe('75%');
});

test('rules and roles of the log are said in words, a stranger by its own name', () => {
  expect(actorWords('rule:three-hits', null).name.en).toContain('Three frames');
  expect(actorWords('user:shift-leader', null)).toMatchObject({ kind: 'user', name: { zh: '值班长' } });
  expect(actorWords('unit:U9', null)).toEqual({ kind: 'unit', name: { zh: 'U9', en: 'U9' } });
});
