// Words of measure that evidence carries. Symbols such as cm or MPa are the same in Chinese and English.
import type { Language, Named } from './language.ts';

const MEASURES: readonly Named[] = [
  { zh: '处目标', en: 'objects' },
  { zh: '人', en: 'persons' },
  { zh: '人/m²', en: 'persons/m²' },
  { zh: '次', en: 'calls' },
  { zh: '分（满意度）', en: 'satisfaction' },
  { zh: '小时', en: 'h' },
  { zh: '分钟', en: 'min' },
  { zh: '秒', en: 's' },
];
const namedOf = (unit: string): Named => MEASURES.find(({ en }) => en === unit) ?? { zh: unit, en: unit };

/** A measured value with its word of measure in the reader's language. */
export function formatMeasure(value: number, unit: string | undefined, { name }: Language): string {
  return `${value} ${unit === undefined ? '' : name(namedOf(unit))}`.trim();
}
