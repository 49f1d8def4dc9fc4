// Shares as a board shows them: per cent with one decimal, and the two whole numbers behind it.
import type { Share } from '@onescreen/shared/kpis';
import { formatCount } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import type { Language } from '../store/index.ts';

/** Per cent; null where there is nothing to divide by. */
export const percentOf = ({ part, whole }: Share): number | null => (whole === 0 ? null : (100 * part) / whole);

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const formats: Readonly<Record<Language, Intl.NumberFormat>> = {
  zh: new Intl.NumberFormat('zh-CN', oneDecimal),
  en: new Intl.NumberFormat('en-GB', oneDecimal),
};

/** `98.2%`; a dash where there is nothing to divide by. */
export function formatPercent(share: Share, language: Language): string {
  const percent = percentOf(share);
  return percent === null ? '—' : `${formats[language].format(percent)}%`;
}

/** A share in the reader's language: per cent, and `56 / 57`. */
export function useShareWords(): { percent: (share: Share) => string; parts: (share: Share) => string } {
  const { t, language } = useText();
  return {
    percent: (share) => formatPercent(share, language),
    parts: ({ part, whole }) =>
      t('kpi.parts', { part: formatCount(part, language), whole: formatCount(whole, language) }),
  };
}
