// Words of measure that evidence carries, for readers of Chinese. Symbols such as cm or MPa are the same in both languages.
import type { Language } from '../store/ui.ts';

const MEASURES: Readonly<Record<string, string>> = {
  objects: '处目标',
  persons: '人',
  'persons/m²': '人/m²',
  calls: '次',
  satisfaction: '分（满意度）',
  h: '小时',
  min: '分钟',
  s: '秒',
};

/** A measured value with its word of measure in the reader's language. */
export function formatMeasure(value: number, unit: string | undefined, language: Language): string {
  const word = unit === undefined ? '' : language === 'zh' ? (MEASURES[unit] ?? unit) : unit;
  return `${value} ${word}`.trim();
}
