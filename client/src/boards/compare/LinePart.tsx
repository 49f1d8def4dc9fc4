// One figure or vital sign of both runs over one time axis, with the difference under it.
import { hasIndicator, indicatorById, indicators } from '@onescreen/shared/catalogue';
import { seriesOf, valueOfQuantum } from '@onescreen/shared/city';
import { areas } from '@onescreen/shared/geography';
import type { Kpi } from '@onescreen/shared/kpis';
import { kpis } from '@onescreen/shared/kpis';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { formatClock, formatMinute, formatShare, formatValue } from '../../i18n/format.ts';
import { useLateText } from '../../i18n/lateText.ts';
import type { Point } from '../../marks/Line.tsx';
import { PairChart } from '../../marks/PairChart.tsx';
import { useSelection } from '../../store/index.ts';
import type { Beat } from '../beat.ts';
import { AskState } from '../Problem.tsx';
import { runPath } from '../runs/runPaths.ts';
import type { RunRow } from '../runs/runRows.ts';
import type { Asked } from '../useAsked.ts';
import { useAsked } from '../useAsked.ts';
import type { PairOfLines } from './lines.ts';
import { domainOf, kpiLine, withDifference } from './lines.ts';
import type { Sides } from './sides.ts';
import { signed } from './signed.ts';

const HEIGHT = 260;
/** More points than the drawing has room for only cost time. */
const MOST_POINTS = 400;

interface History {
  ticks: readonly number[];
  series: Readonly<Record<string, readonly (number | null)[]>>;
}
/** Reads an answer. Throws TypeError when it is no past of an area. */
function readHistory(body: unknown): History {
  const { ticks, series } = (body ?? {}) as Partial<History>;
  if (!Array.isArray(ticks) || typeof series !== 'object') throw new TypeError('the answer is no history');
  return body as History;
}
const ONCE = { count: 0 };

function useHistoryOf(run: RunRow, area: number, beat: Beat): Asked<History> {
  const path = `${runPath(run.run, 'history')}?area=${areas[area]!.code}`;
  return useAsked(path, path, readHistory, run.state === 'open' ? beat : ONCE);
}

const isKpi = (id: string): id is Kpi['id'] => kpis.some((one) => one.id === id);

export function LinePart({ sides, beat }: { sides: Sides; beat: Beat }): JSX.Element {
  const { t, name } = useLateText('runs');
  const selected = useSelection((selection) => selection.indicator);
  const [what, setWhat] = useState<string>(selected ?? 'timely-closing-rate');
  return (
    <div className="compare-lines">
      <label className="compare-what">
        {t('compare.lines.what')}
        <select value={what} onChange={({ target }) => setWhat(target.value)} data-testid="compare-line">
          <optgroup label={t('compare.table.kpis')}>
            {kpis.map((one) => (
              <option key={one.id} value={one.id}>
                {name(one)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('compare.table.signs')}>
            {indicators.map((one) => (
              <option key={one.id} value={one.id}>
                {name(one)}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      {isKpi(what) ? <KpiLines sides={sides} id={what} /> : <SignLines sides={sides} id={what} beat={beat} />}
    </div>
  );
}

function KpiLines({ sides, id }: { sides: Sides; id: Kpi['id'] }): JSX.Element {
  const { name, language } = useLateText('runs');
  const { a, ledgerA, ledgerB, tick, area } = sides;
  const lines = useMemo(
    () => withDifference(kpiLine(ledgerA, id, tick, a.epochMs, area), kpiLine(ledgerB, id, tick, a.epochMs, area)),
    [ledgerA, ledgerB, id, tick, area, a.epochMs],
  );
  return (
    <Lines
      sides={sides}
      lines={lines}
      least={0}
      title={name(kpis.find((one) => one.id === id)!)}
      words={(value) => formatShare(value, 100, language, 1)}
    />
  );
}

function SignLines({ sides, id, beat }: { sides: Sides; id: string; beat: Beat }): JSX.Element | null {
  const { name, language } = useLateText('runs');
  const { a, b, area, tick } = sides;
  const historyA = useHistoryOf(a, area, beat);
  const historyB = useHistoryOf(b, area, beat);
  const indicator = hasIndicator(id) ? indicatorById(id) : null;
  const lines = useMemo(() => {
    if (indicator === null || historyA.answer === null || historyB.answer === null) return null;
    const series = seriesOf(indicator.index, area);
    return withDifference(
      pointsOf(historyA.answer, indicator.id, series, tick),
      pointsOf(historyB.answer, indicator.id, series, tick),
    );
  }, [historyA.answer, historyB.answer, indicator, area, tick]);
  if (indicator === null) return null;
  if (lines === null) return <AskState asked={historyA.answer === null ? historyA : historyB} />;
  return (
    <Lines
      sides={sides}
      lines={lines}
      title={name(indicator)}
      words={(value) => formatValue(value, indicator, language)}
    />
  );
}

function pointsOf({ ticks, series: columns }: History, id: string, series: number, tick: number): Point[] {
  const column = columns[id];
  if (column === undefined) return [];
  const known = ticks.filter((at) => at <= tick);
  const every = Math.max(1, Math.ceil(known.length / MOST_POINTS));
  return known.flatMap((at, k) => {
    if (k % every !== 0 && k !== known.length - 1) return [];
    const quantum = column[k];
    return [{ tick: at, value: quantum == null ? null : valueOfQuantum(series, quantum) }];
  });
}

interface LinesProps {
  sides: Sides;
  lines: PairOfLines;
  least?: number;
  title: string;
  words: (value: number) => string;
}

function Lines({ sides, lines, least, title, words }: LinesProps): JSX.Element {
  const { t } = useLateText('runs');
  const { a, tick, forkTick } = sides;
  const domain = domainOf([...lines.a, ...lines.b], least);
  const first = lines.a[0]?.tick ?? 0;
  const newest = (points: readonly Point[]): number | null =>
    points.findLast(({ value }) => value !== null)?.value ?? null;
  const said = (value: number | null): string => (value === null ? '—' : words(value));
  const difference = newest(lines.difference);
  if (lines.a.length < 2) return <p className="board-note">{t('compare.lines.waiting')}</p>;
  return (
    <PairChart
      {...lines}
      domain={domain}
      ticks={[first, Math.max(first + 1, tick)]}
      forkTick={forkTick}
      height={HEIGHT}
      label={t('compare.lines.label', { name: title })}
    >
      <figcaption className="compare-caption">
        <span>{formatMinute(a.epochMs, first)}</span>
        <span>
          <b className="compare-a">{t('compare.a')}</b> {said(newest(lines.a))}
          {'  '}
          <b className="compare-b">{t('compare.b')}</b> {said(newest(lines.b))}
          {'  '}
          {t('compare.lines.difference')}{' '}
          <b data-testid="line-difference">
            {difference === null ? '—' : signed(difference, words(Math.abs(difference)))}
          </b>
          {'  '}
          <small>
            {words(domain[0])} – {words(domain[1])}
          </small>
        </span>
        <span>{formatClock(a.epochMs, tick)}</span>
      </figcaption>
    </PairChart>
  );
}
