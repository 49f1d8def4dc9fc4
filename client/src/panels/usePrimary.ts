// One primary in the area shown: the indicator that speaks for it, its value and score, and whether it is measured here at all.
import type { Indicator, Primary } from '@onescreen/shared/catalogue';
import type { SeriesState } from '@onescreen/shared/city';
import { seriesOf } from '@onescreen/shared/city';
import { useMemo } from 'react';
import { attentionOf } from '../marks/grades.ts';
import type { Reading } from '../store/index.ts';
import { readingOf, useDrawn, useScore } from '../store/index.ts';

export interface PrimaryView {
  /** null: not measured at this level. */
  indicator: Indicator | null;
  /** −1: not measured at this level. */
  series: number;
  /** Base unit; null without data. */
  value: number | null;
  state: SeriesState;
  score: number | null;
}

/** The primary's series in an area, in catalogue order, without those that are not measured there. */
export const seriesOfPrimary = (primary: Primary, area: number): { indicator: Indicator; series: number }[] =>
  primary.indicators.flatMap((indicator) => {
    const series = seriesOf(indicator.index, area);
    return series < 0 ? [] : [{ indicator, series }];
  });

/** 0 to 100, null where nothing of it is measured; the component repaints only when it changes. */
export const usePrimaryScore = (primary: Primary, area: number): number | null =>
  useScore(area, (all) => all.primaries[primary.index] ?? null);

/** The first indicator speaks for a primary, unless another one asks for more attention. Repaints when what it says changes. */
export function usePrimary(primary: Primary, area: number): PrimaryView {
  const own = useMemo(() => seriesOfPrimary(primary, area), [primary, area]);
  const score = usePrimaryScore(primary, area);
  const speaking = useDrawn(() => {
    let loudest: { indicator: Indicator; reading: Reading } | null = null;
    for (const { indicator, series } of own) {
      const reading = readingOf(series);
      if (loudest === null || attentionOf(reading.state) > attentionOf(loudest.reading.state))
        loudest = { indicator, reading };
    }
    const { series, value, state } = loudest?.reading ?? readingOf(-1);
    return { indicator: loudest?.indicator ?? null, series, value, state };
  });
  return { ...speaking, score };
}
