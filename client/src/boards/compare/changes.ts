// What changed between two runs up to a tick, and by how much: the 13 figures, the loop, chosen vital signs.
import type { LoopCounts } from '@onescreen/shared/cases';
import type { Indicator } from '@onescreen/shared/catalogue';
import type { Kpi, KpiReport, Share } from '@onescreen/shared/kpis';
import { kpis, reportOf } from '@onescreen/shared/kpis';
import type { LedgerAnswer } from '@onescreen/shared/reports';
import { median } from '../../cases/loopNumbers.ts';
import { percentOf } from '../figures.ts';
import type { Span } from '../span.ts';

/** Per cent and its parts; a count; seconds; or a value of a vital sign in its own unit. */
export type Measure = 'percent' | 'count' | 'seconds' | 'value';

export interface Change {
  id: string;
  measure: Measure;
  /** null: no value. */
  a: number | null;
  b: number | null;
  /** Which way is better; null where neither is. */
  better: 'higher' | 'lower' | null;
  /** Of a share: the numbers it is made of. */
  parts?: { a: string; b: string };
}

/** Whether B is better than A, worse, the same, or neither can be said. */
export function verdictOf({ a, b, better }: Change): 'better' | 'worse' | 'same' | null {
  if (a === null || b === null) return null;
  if (a === b) return 'same';
  if (better === null) return null;
  return b > a === (better === 'higher') ? 'better' : 'worse';
}

export const differenceOf = ({ a, b }: Pick<Change, 'a' | 'b'>): number | null =>
  a === null || b === null ? null : b - a;

/** The report of a run at a tick, computed here: equal to what a server answers. */
export const reportAt = (ledger: LedgerAnswer, span: Span, epochMs: number, area: number): KpiReport =>
  reportOf(
    { seq: ledger.seq, tick: ledger.tick, cases: { ...ledger.cases } },
    { fromTick: span.fromTick, toTick: Math.max(0, Math.min(span.toTick, ledger.tick)), by: 'city', epochMs, area },
  );

/** Per cent as it is shown, to a tenth: what cannot be seen to differ is called the same. */
const shownPercent = (share: Share): number | null => {
  const percent = percentOf(share);
  return percent === null ? null : Math.round(percent * 10) / 10;
};

export const kpiChanges = (a: KpiReport, b: KpiReport): Change[] =>
  kpis.map(({ id, better }: Kpi) => {
    const [left, right] = [a.total.shares[id], b.total.shares[id]];
    return {
      id,
      measure: 'percent',
      a: shownPercent(left),
      b: shownPercent(right),
      better,
      parts: { a: `${left.part} / ${left.whole}`, b: `${right.part} / ${right.whole}` },
    };
  });

const COUNTS = [
  { id: 'found', better: null },
  { id: 'dispatched', better: null },
  { id: 'verified', better: 'higher' },
  { id: 'closed', better: 'higher' },
  { id: 'reworked', better: 'lower' },
  { id: 'rejected', better: null },
] as const satisfies readonly { id: keyof LoopCounts; better: Change['better'] }[];
const MEDIANS = [
  { id: 'dispatch', from: 'secondsToDispatch' },
  { id: 'verify', from: 'secondsToVerify' },
  { id: 'close', from: 'secondsToClose' },
] as const;
export type CountId = (typeof COUNTS)[number]['id'];
export type MedianId = (typeof MEDIANS)[number]['id'];

export const countChanges = (a: LoopCounts, b: LoopCounts): (Change & { id: CountId })[] =>
  COUNTS.map(({ id, better }) => ({ id, measure: 'count', a: a[id], b: b[id], better }));

export const medianChanges = (a: LoopCounts, b: LoopCounts): (Change & { id: MedianId })[] =>
  MEDIANS.map(({ id, from }) => ({ id, measure: 'seconds', a: median(a[from]), b: median(b[from]), better: 'lower' }));

/** A value of a vital sign in both runs. */
export const signChange = (indicator: Indicator, a: number | null, b: number | null): Change => ({
  id: indicator.id,
  measure: 'value',
  a,
  b,
  better: null,
});
