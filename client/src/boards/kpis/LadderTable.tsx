// The ladder: who closes in time, seldom does a thing twice, and is thanked for it. A row of an area takes the whole screen there.
import { areaByCode } from '@onescreen/shared/geography';
import type { KpiReport } from '@onescreen/shared/kpis';
import { kpis } from '@onescreen/shared/kpis';
import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { formatCount, formatNumber } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { select } from '../../store/index.ts';
import { useShareWords } from '../figures.ts';
import { Scrolled } from '../Scrolled.tsx';
import type { LadderColumn, LadderOrder, LadderRow } from './ladder.ts';
import { orderedRows, rankedRows, SCORED, turnedOrder } from './ladder.ts';

const BY_SCORE: LadderOrder = { column: 'score', isDescending: true };
const names = new Map(kpis.map((kpi) => [kpi.id, kpi]));
const COUNTS = ['due', 'closed', 'overdue'] as const;

export function LadderTable({ report, area }: { report: KpiReport; area: number }): JSX.Element {
  const { t, name, language } = useText();
  const [order, setOrder] = useState(BY_SCORE);
  const rows = orderedRows(rankedRows(report), order, language);
  const head = (column: LadderColumn, word: string, hint?: string): JSX.Element => (
    <SortHead column={column} order={order} onOrder={setOrder} hint={hint}>
      {word}
    </SortHead>
  );
  if (rows.length === 0) return <p className="board-note">{t('kpi.emptyLadder')}</p>;
  return (
    <Scrolled>
      <table className="board-table ladder" data-testid="ladder">
        <thead>
          <tr>
            <th scope="col" className="is-number">
              {t('kpi.rank')}
            </th>
            {head('name', t(`kpi.name.${report.by}`))}
            {head('score', t('kpi.score'), t('kpi.scoreHint'))}
            {SCORED.map(({ id, weight }) => (
              <SortHead
                key={id}
                column={id}
                order={order}
                onOrder={setOrder}
                hint={`${name(names.get(id)!.formula)} · ${t('kpi.weight', { percent: `${weight}%` })}`}
              >
                {name(names.get(id)!)}
              </SortHead>
            ))}
            {COUNTS.map((column) => (
              <SortHead key={column} column={column} order={order} onOrder={setOrder}>
                {t(`kpi.${column}`)}
              </SortHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <Row key={one.row.key} one={one} by={report.by} area={area} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

interface HeadProps {
  column: LadderColumn;
  order: LadderOrder;
  onOrder: (order: LadderOrder) => void;
  hint?: string | undefined;
  children: ReactNode;
}

/** A column's head: a press sorts by it, a second one the other way round. */
function SortHead({ column, order, onOrder, hint, children }: HeadProps): JSX.Element {
  const isSorted = order.column === column;
  return (
    <th
      scope="col"
      className={column === 'name' || column === 'score' ? '' : 'is-number'}
      aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        title={hint}
        onClick={() => onOrder(turnedOrder(order, column))}
        data-testid={`sort-${column}`}
      >
        {children}
        <span className="sort-mark" aria-hidden="true">
          {isSorted ? (order.isDescending ? '▼' : '▲') : ''}
        </span>
      </button>
    </th>
  );
}

function Row({ one, by, area }: { one: LadderRow; by: KpiReport['by']; area: number }): JSX.Element {
  const { language, name } = useText();
  const { percent, parts } = useShareWords();
  const { row, rank } = one;
  const place = by === 'agency' || by === 'type' ? null : areaByCode(row.key).index;
  const isShown = place !== null && place === area;
  return (
    <tr className={isShown ? 'is-shown' : ''} data-testid="ladder-row" data-key={row.key}>
      <td className="is-number">{rank ?? '—'}</td>
      <th scope="row">
        {place === null ? (
          name(row)
        ) : (
          <button
            type="button"
            className="board-link"
            aria-current={isShown ? 'true' : undefined}
            onClick={() => select({ area: place })}
          >
            {name(row)}
          </button>
        )}
      </th>
      <td>
        <span className="score-cell">
          <b>{row.score === null ? '—' : formatNumber(row.score, 1, language)}</b>
          <span className="score-bar" aria-hidden="true">
            <i style={{ width: `${row.score ?? 0}%` }} />
          </span>
        </span>
      </td>
      {SCORED.map(({ id }) => (
        <td key={id} className="is-number" title={parts(row.shares[id])}>
          {percent(row.shares[id])}
        </td>
      ))}
      <td className="is-number">{formatCount(row.counts.dueToClose, language)}</td>
      <td className="is-number">{formatCount(row.counts.closed, language)}</td>
      <td className={`is-number ${row.counts.overdue > 0 ? 'is-late' : ''}`}>
        {formatCount(row.counts.overdue, language)}
      </td>
    </tr>
  );
}
