// The line of one indicator over the known past, with its limits as they were at each moment.
import type { Indicator } from '@onescreen/shared/catalogue';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { formatMinute, formatValue } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { SignChart } from '../marks/Line.tsx';
import { useHistory } from '../store/history.ts';
import { useRun } from '../store/index.ts';
import { drawingOf } from './signDrawing.ts';

export function IndicatorLine({ indicator, series }: { indicator: Indicator; series: number }): JSX.Element {
  const { t, name, language } = useText();
  const history = useHistory((state) => state.history);
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const drawing = useMemo(() => drawingOf(history, indicator, series, epochMs), [history, indicator, series, epochMs]);
  const first = history.ticks[0];
  const last = history.ticks.at(-1);
  if (history.ticks.length < 2 || first === undefined || last === undefined) {
    return <p className="indicator-facts">{t('sign.historyWaiting')}</p>;
  }
  return (
    <SignChart {...drawing} height={64} label={t('sign.history', { name: name(indicator) })}>
      <figcaption className="chart-hours">
        <span>{formatMinute(epochMs, first)}</span>
        <span>
          {formatValue(drawing.domain[0], indicator, language)} – {formatValue(drawing.domain[1], indicator, language)}
        </span>
        <span>{formatMinute(epochMs, last)}</span>
      </figcaption>
    </SignChart>
  );
}
