// Shares as a board shows them: per cent with one decimal, and the two whole numbers behind it.
import type { Share } from '@onescreen/shared/kpis';
import { formatCount, formatShare } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { useText } from '../i18n/text.ts';

/** Per cent; null where there is nothing to divide by. */
export const percentOf = ({ part, whole }: Share): number | null => (whole === 0 ? null : (100 * part) / whole);

/** `98.2%`; a dash where there is nothing to divide by. */
export const formatPercent = ({ part, whole }: Share, language: Language): string =>
  formatShare(part, whole, language, 1);

/** A share in the reader's language: per cent, and `56 / 57`. */
export function useShareWords(): { percent: (share: Share) => string; parts: (share: Share) => string } {
  const { t, language } = useText();
  return {
    percent: (share) => formatPercent(share, language),
    parts: ({ part, whole }) =>
      t('kpi.parts', { part: formatCount(part, language), whole: formatCount(whole, language) }),
  };
}
