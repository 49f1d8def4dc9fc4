// The past of one indicator over a chosen span, with its band, read point by point with pointer or keys. A press goes to that moment.
import type { Indicator } from '@onescreen/shared/catalogue';
import { HOUR } from '@onescreen/shared/time';
import type { JSX, KeyboardEvent, PointerEvent } from 'react';
import { useMemo, useState } from 'react';
import { formatMinute, formatValue } from '../../i18n/format.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { bandOf } from '../../marks/band.ts';
import { SignChart } from '../../marks/Line.tsx';
import { useHistory } from '../../store/history.ts';
import { moveTime, useRun } from '../../store/index.ts';
import type { Drawing } from '../signDrawing.ts';
import { drawingOf } from '../signDrawing.ts';
import './card.css';

const SPANS = { h1: HOUR, h6: 6 * HOUR, h24: 24 * HOUR } as const;
type SpanName = keyof typeof SPANS;
const NAMES = Object.keys(SPANS) as SpanName[];
const HEIGHT = 96;

export function SpanChart({ indicator, series }: { indicator: Indicator; series: number }): JSX.Element {
  const { t } = useLateText('card');
  const [span, setSpan] = useState<SpanName>('h6');
  const history = useHistory((state) => state.history);
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const last = history.ticks.at(-1) ?? 0;
  const fromTick = last - SPANS[span];
  const drawing = useMemo(
    () => drawingOf(history, indicator, series, epochMs, fromTick),
    [history, indicator, series, epochMs, fromTick],
  );
  const first = drawing.points[0]?.tick ?? 0;
  return (
    <div className="span-chart" data-testid="span-chart">
      <fieldset className="span-chart-spans">
        <legend className="visually-hidden">{t('span')}</legend>
        {NAMES.map((name) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-pressed={name === span}
            onClick={() => setSpan(name)}
            data-testid={`card-span-${name}`}
          >
            {t(`spans.${name}`)}
          </button>
        ))}
        {drawing.points.length > 1 && first > fromTick + HOUR / 30 && (
          <small>{t('tooShort', { from: formatMinute(epochMs, first) })}</small>
        )}
      </fieldset>
      {drawing.points.length < 2 ? (
        <p className="indicator-facts">{t('readoutNone', { time: formatMinute(epochMs, last) })}</p>
      ) : (
        <Readable key={span} indicator={indicator} series={series} drawing={drawing} />
      )}
      <p className="indicator-source">
        {t('rule')}: {t(`rules.${indicator.basis}`)} · {t('onMap')}
      </p>
    </div>
  );
}

interface ReadableProps {
  indicator: Indicator;
  series: number;
  drawing: Drawing;
}

/** The chart as a slider over its points: what assistive technology hears is what the eye reads. */
function Readable({ indicator, series, drawing }: ReadableProps): JSX.Element {
  const { t, name, language } = useLateText('card');
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  /** Index of the point that is read; null: the newest. */
  const [read, setRead] = useState<number | null>(null);
  const { points, domain } = drawing;
  const end = points.length - 1;
  const at = Math.min(read ?? end, end);
  const point = points[at]!;
  const first = points[0]!.tick;
  const share = (tick: number): number => (100 * (tick - first)) / (points[end]!.tick - first || 1);
  const words = useReadout(indicator, series, point.tick, point.value);
  const goThere = (): void => moveTime({ kind: 'seek', tick: point.tick });
  const onKey = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -15, PageDown: 15, Home: -points.length, End: points.length }[
      event.key
    ];
    if (by === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    // These keys move the playhead elsewhere: here they read.
    event.stopPropagation();
    if (by === undefined) goThere();
    else setRead(Math.max(0, Math.min(end, at + by)));
  };
  const onPointer = ({ currentTarget, clientX }: PointerEvent): void => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const tick = first + ((clientX - left) / width) * (points[end]!.tick - first);
    const nearest = points.findIndex((one) => one.tick >= tick);
    setRead(nearest < 0 ? end : nearest);
  };
  const top = point.value === null ? null : 100 - (100 * (point.value - domain[0])) / (domain[1] - domain[0]);
  return (
    <>
      <p className="span-chart-words" data-testid="card-readout">
        {words}
      </p>
      <div
        className="span-chart-room"
        role="slider"
        tabIndex={0}
        aria-label={t('chart', { name: name(indicator) })}
        aria-valuemin={0}
        aria-valuemax={end}
        aria-valuenow={at}
        aria-valuetext={words}
        title={t('chartHint')}
        onKeyDown={onKey}
        onPointerMove={onPointer}
        onPointerLeave={() => setRead(null)}
        onClick={goThere}
        data-testid="card-chart"
      >
        <SignChart {...drawing} height={HEIGHT} label={t('chart', { name: name(indicator) })} />
        <i className="span-chart-cursor" style={{ left: `${share(point.tick)}%` }} />
        {top !== null && (
          <i
            className="span-chart-point"
            style={{ left: `${share(point.tick)}%`, top: `${Math.max(0, Math.min(100, top))}%` }}
          />
        )}
      </div>
      <p className="chart-hours">
        <span>{formatMinute(epochMs, first)}</span>
        <span>
          {formatValue(domain[0], indicator, language)} – {formatValue(domain[1], indicator, language)}
        </span>
        <span>{formatMinute(epochMs, points[end]!.tick)}</span>
      </p>
    </>
  );
}

/** Time, value, what was expected then, and where the value stood in its band. */
function useReadout(indicator: Indicator, series: number, tick: number, value: number | null): string {
  const { t, language } = useLateText('card');
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const time = formatMinute(epochMs, tick);
  if (value === null) return t('readoutNone', { time });
  const { limits, expected } = bandOf(series, epochMs, tick);
  const isPast = (high: number | undefined, low: number | undefined): boolean =>
    (high !== undefined && value >= high) || (low !== undefined && value <= low);
  const place = isPast(limits.criticalHigh, limits.criticalLow)
    ? 'critical'
    : isPast(limits.warningHigh, limits.warningLow)
      ? 'warning'
      : 'within';
  const say = (one: number): string => formatValue(one, indicator, language);
  return [t('readout', { time, value: say(value) }), t('expected', { value: say(expected) }), t(place)].join(' · ');
}
