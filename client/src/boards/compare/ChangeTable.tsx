// What changed and by how much: the 13 figures, the loop, and vital signs that the reader chooses.
import type { Indicator } from '@onescreen/shared/catalogue';
import { dimensions, indicatorById, indicators, primaries } from '@onescreen/shared/catalogue';
import { NO_DATA, seriesOf, valueOfSeries } from '@onescreen/shared/city';
import { CITY_AREA } from '@onescreen/shared/geography';
import { kpis } from '@onescreen/shared/kpis';
import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { formatCount, formatDuration, formatNumber, formatShare, formatValue } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { numbers, useRun, useSelection } from '../../store/index.ts';
import { secondNumbers, useSecond } from '../../store/second.ts';
import { Scrolled } from '../Scrolled.tsx';
import type { Change } from './changes.ts';
import { countChanges, differenceOf, kpiChanges, medianChanges, reportAt, signChange, verdictOf } from './changes.ts';
import type { Sides } from './sides.ts';
import { signed } from './signed.ts';

/** One of each dimension: the first sign of its first primary. */
const FIRST_SIGNS = dimensions.flatMap(({ id }) => {
  const first = primaries.find(({ dimension }) => dimension === id)?.indicators[0];
  return first === undefined ? [] : [first.id];
});

export function ChangeTable({ sides }: { sides: Sides }): JSX.Element {
  const { t, name } = useLateText('runs');
  const { a, ledgerA, ledgerB, tick, area } = sides;
  const span = { fromTick: -1, toTick: tick };
  const figures = kpiChanges(reportAt(ledgerA, span, a.epochMs, area), reportAt(ledgerB, span, a.epochMs, area));
  return (
    <Scrolled>
      <table className="board-table compare-table" data-testid="change-table">
        <caption className="visually-hidden">{t('compare.table.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.table.what')}</th>
            <th scope="col" className="is-number">
              <b className="compare-a">{t('compare.a')}</b>
            </th>
            <th scope="col" className="is-number">
              <b className="compare-b">{t('compare.b')}</b>
            </th>
            <th scope="col" className="is-number">
              {t('compare.table.change')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('compare.table.verdict')}</span>
            </th>
          </tr>
        </thead>
        <Part title={t('compare.table.kpis')}>
          {figures.map((change, at) => (
            <Row key={change.id} change={change} word={name(kpis[at]!)} />
          ))}
        </Part>
        {area === CITY_AREA && <LoopPart />}
        <SignPart area={area} />
      </table>
    </Scrolled>
  );
}

function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }): JSX.Element {
  return (
    <tbody>
      <tr className="compare-part">
        <th scope="rowgroup" colSpan={5}>
          {title} {aside}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

/** The loop's own counts of both runs, as their panels show them. */
function LoopPart(): JSX.Element | null {
  const { t } = useLateText('runs');
  const left = useRun((run) => run.cases.loop);
  const second = useSecond();
  if (second.state !== 'shown') return null;
  return (
    <Part title={t('compare.table.loop')}>
      {countChanges(left, second.cases.loop).map((change) => (
        <Row key={change.id} change={change} word={t(`compare.table.counts.${change.id}`)} />
      ))}
      {medianChanges(left, second.cases.loop).map((change) => (
        <Row key={change.id} change={change} word={t(`compare.table.medians.${change.id}`)} />
      ))}
    </Part>
  );
}

const valueIn = (city: typeof numbers.city, indicator: Indicator, area: number): number | null => {
  const series = seriesOf(indicator.index, area);
  return series < 0 || city.quanta[series] === NO_DATA ? null : valueOfSeries(city, series);
};

function SignPart({ area }: { area: number }): JSX.Element {
  const { t, name } = useLateText('runs');
  const selected = useSelection((selection) => selection.indicator);
  const [chosen, setChosen] = useState<readonly string[]>(() => [
    ...new Set([...(selected === null ? [] : [selected]), ...FIRST_SIGNS]),
  ]);
  // Both are renewed with every frame; the values are read when they are.
  useRun((run) => run.tick);
  useSecond((second) => second.tick);
  const left = indicators.filter(({ id }) => !chosen.includes(id));
  return (
    <Part
      title={t('compare.table.signs')}
      aside={
        <select
          value=""
          aria-label={t('compare.table.addSign')}
          onChange={({ target }) => setChosen([...chosen, target.value])}
          data-testid="compare-add-sign"
        >
          <option value="">{t('compare.table.addSign')}</option>
          {left.map((one) => (
            <option key={one.id} value={one.id}>
              {name(one)}
            </option>
          ))}
        </select>
      }
    >
      {chosen.map((id) => {
        const indicator = indicatorById(id);
        const change = signChange(
          indicator,
          valueIn(numbers.city, indicator, area),
          valueIn(secondNumbers.city, indicator, area),
        );
        return (
          <Row
            key={id}
            change={change}
            word={name(indicator)}
            indicator={indicator}
            onRemove={() => setChosen(chosen.filter((one) => one !== id))}
          />
        );
      })}
    </Part>
  );
}

interface RowProps {
  change: Change;
  word: string;
  indicator?: Indicator;
  onRemove?: () => void;
}

function wordsOf(value: number | null, { measure }: Change, language: Language, indicator?: Indicator): string {
  if (value === null) return '—';
  switch (measure) {
    case 'percent':
      return formatShare(value, 100, language, 1);
    case 'count':
      return formatCount(value, language);
    case 'seconds':
      return formatDuration(value, language);
    case 'value':
      return indicator === undefined ? String(value) : formatValue(value, indicator, language);
  }
}

const TONES = { better: 'tone-green', worse: 'tone-orange', same: 'tone-grey' } as const;

function Row({ change, word, indicator, onRemove }: RowProps): JSX.Element {
  const { t, language } = useLateText('runs');
  const verdict = verdictOf(change);
  const difference = differenceOf(change);
  const amount = difference === null ? null : Math.abs(difference);
  const says =
    amount === null
      ? '—'
      : signed(
          difference!,
          change.measure === 'percent'
            ? t('compare.table.points', { n: formatNumber(amount, 1, language) })
            : wordsOf(amount, change, language, indicator),
        );
  return (
    <tr data-testid="change-row" data-id={change.id} data-verdict={verdict ?? 'none'}>
      <th scope="row">
        {word}{' '}
        {onRemove !== undefined && (
          <button
            type="button"
            className="compare-remove"
            onClick={onRemove}
            aria-label={t('compare.table.removeSign')}
          >
            ×
          </button>
        )}
      </th>
      <td className="is-number" data-testid="change-a">
        {wordsOf(change.a, change, language, indicator)} {change.parts && <small>{change.parts.a}</small>}
      </td>
      <td className="is-number" data-testid="change-b">
        {wordsOf(change.b, change, language, indicator)} {change.parts && <small>{change.parts.b}</small>}
      </td>
      <td className="is-number">{difference === 0 ? t('compare.table.same') : says}</td>
      <td>
        {verdict !== null && verdict !== 'same' && (
          <span className={`chip ${TONES[verdict]}`}>
            {verdict === 'better' ? '▲' : '▼'} {t(`compare.table.${verdict}`)}
          </span>
        )}
      </td>
    </tr>
  );
}
