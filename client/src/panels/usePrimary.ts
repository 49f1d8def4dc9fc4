// One primary in the area shown: the reading that speaks for it, its score, and whether it is measured here at all.
import type { Indicator, Primary } from '@onescreen/shared/catalogue';
import { seriesOf } from '@onescreen/shared/city';
import { useCallback, useSyncExternalStore } from 'react';
import { attentionOf } from '../marks/grades.ts';
import type { Reading } from '../store/index.ts';
import { numbers, readingOf, useScore } from '../store/index.ts';

export interface PrimaryView {
  /** null: not measured at this level. */
  indicator: Indicator | null;
  reading: Reading;
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

/** The first indicator speaks for a primary, unless another one asks for more attention. */
export function usePrimary(primary: Primary, area: number): PrimaryView {
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = seriesOfPrimary(primary, area).map(({ series }) => numbers.onSeries(series, listener));
      return () => {
        for (const end of ends) end();
      };
    },
    [primary, area],
  );
  useSyncExternalStore(subscribe, () =>
    seriesOfPrimary(primary, area).reduce((sum, { series }) => sum + numbers.versionOf(series), 0),
  );
  const score = usePrimaryScore(primary, area);
  let speaking: { indicator: Indicator; reading: Reading } | null = null;
  for (const { indicator, series } of seriesOfPrimary(primary, area)) {
    const reading = readingOf(series);
    if (speaking === null || attentionOf(reading.state) > attentionOf(speaking.reading.state))
      speaking = { indicator, reading };
  }
  return { indicator: speaking?.indicator ?? null, reading: speaking?.reading ?? readingOf(-1), score };
}
