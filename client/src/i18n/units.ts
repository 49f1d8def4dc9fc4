// Words of measure that evidence carries. Symbols such as cm or MPa are the same in Chinese and English.
import type { MeasureWord } from '@onescreen/shared/log';
import type { Language, Named } from './language.ts';

const CHINESE: Readonly<Record<MeasureWord, string>> = {
  objects: '处目标',
  persons: '人',
  'persons/m²': '人/m²',
  calls: '次',
  satisfaction: '分（满意度）',
  reached: '人接通',
  h: '小时',
  min: '分钟',
  s: '秒',
};
const namedOf = (unit: string): Named => ({ zh: CHINESE[unit as MeasureWord] ?? unit, en: unit });

/** A measured value with its word of measure in the reader's language; nothing for the answer of somebody who did not pick up. */
export function formatMeasure(value: number, unit: string | undefined, { name }: Language): string {
  if (unit === 'satisfaction' && value === 0) return '';
  return `${value} ${unit === undefined ? '' : name(namedOf(unit))}`.trim();
}
