// The ladder of a report: each row with its place, in the order that the reader chose.
import type { KpiId, KpiReport, KpiRow } from '@onescreen/shared/kpis';
import type { Language } from '../../i18n/language.ts';
import { percentOf } from '../figures.ts';

/** The four figures that make up the score, in the order of their weight, per cent (brief §3.6). */
export const SCORED = [
  { id: 'timely-closing-rate', weight: 40 },
  { id: 'satisfaction-rate', weight: 25 },
  { id: 'rework-rate', weight: 20 },
  { id: 'correct-dispatch-rate', weight: 15 },
] as const satisfies readonly { id: KpiId; weight: number }[];
export type ScoredId = (typeof SCORED)[number]['id'];

export type LadderColumn = 'name' | 'score' | ScoredId | 'due' | 'closed' | 'overdue';

export interface LadderRow {
  row: KpiRow;
  /** 1 for the best score; equal scores share a place. Null where there is no score. */
  rank: number | null;
}
export interface LadderOrder {
  column: LadderColumn;
  isDescending: boolean;
}

/** Rows with their places by score, as the report has them: best first. */
export function rankedRows({ rows }: Pick<KpiReport, 'rows'>): LadderRow[] {
  const ranked: LadderRow[] = [];
  rows.forEach((row, at) => {
    const above = ranked.at(-1);
    const shares = above !== undefined && above.row.score === row.score;
    ranked.push({ row, rank: row.score === null ? null : shares ? above.rank : at + 1 });
  });
  return ranked;
}

function numberIn(row: KpiRow, column: Exclude<LadderColumn, 'name'>): number | null {
  switch (column) {
    case 'score':
      return row.score;
    case 'due':
      return row.counts.dueToClose;
    case 'closed':
      return row.counts.closed;
    case 'overdue':
      return row.counts.overdue;
    default:
      return percentOf(row.shares[column]);
  }
}

/** The rows in the wanted order. What has no value stands last either way; equal ones keep their places by score. */
export function orderedRows(rows: readonly LadderRow[], order: LadderOrder, language: Language): LadderRow[] {
  const { column, isDescending } = order;
  const sign = isDescending ? -1 : 1;
  if (column === 'name') {
    const { compare } = new Intl.Collator(language.tag);
    return [...rows].sort((a, b) => sign * compare(language.name(a.row), language.name(b.row)));
  }
  return [...rows].sort((a, b) => {
    const left = numberIn(a.row, column);
    const right = numberIn(b.row, column);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

/** A click on a column: the other way round, or for another column first what is most looked for: names from A, numbers from the top. */
export const turnedOrder = (order: LadderOrder, column: LadderColumn): LadderOrder =>
  order.column === column ? { column, isDescending: !order.isDescending } : { column, isDescending: column !== 'name' };
