// What is out of its band and rings no alarm by design, with what suppresses it.

import { indicators } from '@onescreen/shared/catalogue';
import type { Suppression } from '@onescreen/shared/city';
import { areaOfSeries, indicatorOf, NO_DATA, SERIES_STATE, seriesOf, suppressedBy } from '@onescreen/shared/city';
import { areas, FIRST_STREET } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { useLateText } from '../i18n/lateText.ts';
import { stateLook } from '../marks/grades.ts';
import { Mark } from '../marks/Mark.tsx';
import { numbers, select, useReading, useRun } from '../store/index.ts';

export interface Suppressed {
  count: number;
  /** Series of streets out of their band, gravest first. */
  streets: readonly number[];
  /** How many day totals of the area are not judged yet. */
  early: number;
}

/** A city has hundreds of streets: more than these say no more. */
const MOST_STREETS = 60;
/** Looked at once in so many simulated seconds: it is read, not watched. */
const EVERY_TICKS = 30;

const seriesIn = (area: number): number[] =>
  indicators.map(({ index }) => seriesOf(index, area)).filter((series) => series >= 0);

function look(area: number, epochMs: number, tick: number, hasStreets: boolean): Suppressed {
  const { city } = numbers;
  const by = (series: number): Suppression | null => suppressedBy(series, city.quanta[series]!, epochMs, tick);
  const isOut = (series: number): boolean =>
    city.states[series] === SERIES_STATE.critical || city.states[series] === SERIES_STATE.warning;
  const streets = (hasStreets ? streetSeries(area) : [])
    .filter((series) => isOut(series) && by(series) === 'street')
    .sort((a, b) => city.states[b]! - city.states[a]!)
    .slice(0, MOST_STREETS);
  const early = seriesIn(area).filter(
    (series) => city.quanta[series] !== NO_DATA && by(series) === 'early-total',
  ).length;
  return { count: streets.length + early, streets, early };
}

/** Series of an area's streets, or of the street itself. */
function streetSeries(area: number): number[] {
  const own = area >= FIRST_STREET ? [area] : areas[area]!.children.filter((one) => one >= FIRST_STREET);
  return own.flatMap(seriesIn);
}

/** What the design suppresses in the area shown, and in the streets of a district. Looked at again when their numbers have come. */
export function useSuppressed(area: number): Suppressed {
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const tick = useRun((run) => Math.floor(run.tick / EVERY_TICKS) * EVERY_TICKS);
  const [first = -1] = useMemo(() => streetSeries(area), [area]);
  const isKnown = useReading(first).value !== null;
  return useMemo(() => look(area, epochMs, tick, isKnown), [area, epochMs, tick, isKnown]);
}

export function SuppressedList({ suppressed: { streets, early } }: { suppressed: Suppressed }): JSX.Element {
  const { t, name } = useLateText('alarms');
  return (
    <ul className="suppressed">
      {early > 0 && (
        <li>
          <Mark shape="ring" tone="grey" size={12} />
          <span>
            <b>{t('suppressed.earlyCount', { n: early })}</b>
            <small>{t('suppressed.early-total')}</small>
          </span>
        </li>
      )}
      {streets.length > 0 && (
        <li>
          <small>{t('suppressed.street')}</small>
        </li>
      )}
      {streets.map((series) => {
        const indicator = indicatorOf(series);
        const area = areas[areaOfSeries[series]!]!;
        const state = stateLook(numbers.city.states[series] === SERIES_STATE.critical ? 3 : 2);
        return (
          <li key={series}>
            <Mark shape={state.shape} tone={state.tone} size={12} />
            <button
              type="button"
              onClick={() => select({ area: area.index, primary: indicator.primary, indicator: indicator.id })}
            >
              <b>
                {name(indicator)} · {name(area)}
              </b>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
