// The areas below, ranked by one indicator: where it comes from. A click goes there.
import type { Indicator } from '@onescreen/shared/catalogue';
import { seriesOf } from '@onescreen/shared/city';
import { areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { formatValue } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { stateLook } from '../marks/grades.ts';
import { Mark } from '../marks/Mark.tsx';
import { readingOf, select, useRun } from '../store/index.ts';

const SHOWN = 8;
/** Ranks are read, not watched: once per simulated minute is enough. */
const REPAINT_TICKS = 60;

export function AreaRanking({ indicator, area }: { indicator: Indicator; area: number }): JSX.Element | null {
  const { t, name, language } = useText();
  useRun((run) => Math.floor(run.tick / REPAINT_TICKS));
  const rows = areas[area]!.children.flatMap((index) => {
    const reading = readingOf(seriesOf(indicator.index, index));
    return reading.value === null ? [] : [{ area: areas[index]!, value: reading.value, state: reading.state }];
  })
    .sort((a, b) => (indicator.direction === 'low' ? a.value - b.value : b.value - a.value))
    .slice(0, SHOWN);
  if (rows.length === 0) return null;
  const largest = Math.max(...rows.map((row) => Math.abs(row.value)), Number.MIN_VALUE);
  return (
    <div className="ranking">
      <h4>{t('sign.ranking')}</h4>
      <ol>
        {rows.map((row) => (
          <li key={row.area.index}>
            <button type="button" onClick={() => select({ area: row.area.index })}>
              <Mark shape={stateLook(row.state).shape} tone={stateLook(row.state).tone} size={8} />
              <span>{name(row.area)}</span>
              <i style={{ width: `${(Math.abs(row.value) / largest) * 100}%` }} />
              <b>{formatValue(row.value, indicator, language)}</b>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
