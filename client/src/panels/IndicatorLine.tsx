// The line of one indicator over the known past, with its limits as they were at each moment.
import type { Indicator, Limits } from '@onescreen/shared/catalogue';
import { NO_DATA, valueOfQuantum } from '@onescreen/shared/city';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { formatMinute, formatValue } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { bandOf } from '../marks/band.ts';
import type { Edge, Point } from '../marks/Line.tsx';
import { SignChart } from '../marks/Line.tsx';
import type { AreaHistory } from '../store/history.ts';
import { useHistory } from '../store/history.ts';
import { useRun } from '../store/index.ts';

const EDGES: readonly { limit: keyof Limits; tone: Edge['tone'] }[] = [
  { limit: 'criticalLow', tone: 'red' },
  { limit: 'warningLow', tone: 'yellow' },
  { limit: 'warningHigh', tone: 'yellow' },
  { limit: 'criticalHigh', tone: 'red' },
];
/** More points than the drawing has room for only cost time. */
const MOST_POINTS = 360;

interface Drawing {
  points: readonly Point[];
  edges: readonly Edge[];
  domain: readonly [number, number];
}

function drawingOf(history: AreaHistory, indicator: Indicator, series: number, epochMs: number): Drawing {
  const column = history.column(indicator.id);
  const every = Math.max(1, Math.ceil(history.ticks.length / MOST_POINTS));
  const kept = history.ticks
    .map((tick, at) => ({ tick, at }))
    .filter(({ at }) => at % every === 0 || at === history.ticks.length - 1);
  const points = kept.map(({ tick, at }): Point => {
    const quantum = column[at] ?? NO_DATA;
    return { tick, value: quantum === NO_DATA ? null : valueOfQuantum(series, quantum) };
  });
  const bands = kept.map(({ tick }) => ({ tick, ...bandOf(series, epochMs, tick) }));
  const values = points.flatMap(({ value }) => value ?? []);
  const nearest = bands.flatMap(({ limits, expected }) => [
    limits.warningLow ?? expected,
    limits.warningHigh ?? expected,
    expected,
  ]);
  const low = Math.min(...values, ...nearest);
  const high = Math.max(...values, ...nearest);
  const room = (high - low || 1) * 0.08;
  const domain = [low >= 0 ? Math.max(0, low - room) : low - room, high + room] as const;
  const edges = EDGES.map(({ limit, tone }) => ({
    limit,
    tone,
    points: bands.map(({ tick, limits }) => {
      const at = limits[limit];
      return { tick, value: at !== undefined && at >= domain[0] && at <= domain[1] ? at : null };
    }),
  }));
  return { points, edges, domain };
}

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
