// A vital sign as a panel writes it: its number in the reader's words, and its state.
import type { Indicator } from '@onescreen/shared/catalogue';
import type { SeriesState } from '@onescreen/shared/city';
import { formatQuantity } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { readingOf, useDrawn } from '../store/index.ts';

export interface Written {
  /** `—` without data. */
  text: string;
  unit: string;
  state: SeriesState;
}

/** The series now (−1: not measured here). The component repaints when another thing is to be read, not with every sample. */
export function useWritten(series: number, indicator: Indicator): Written {
  const { language } = useText();
  return useDrawn(() => {
    const { value, state } = readingOf(series);
    return value === null ? { text: '—', unit: '', state } : { ...formatQuantity(value, indicator, language), state };
  });
}
