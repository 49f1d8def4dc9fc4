// Two runs as lines over one time axis, and the difference between them.
import type { KpiId } from '@onescreen/shared/kpis';
import type { LedgerAnswer } from '@onescreen/shared/reports';
import type { Point } from '../../marks/Line.tsx';
import { percentOf } from '../figures.ts';
import { reportAt } from './changes.ts';

/** Points of a figure's line: each is a whole count over the ledger. */
const KPI_POINTS = 40;

/** What both lines have in common: their ticks. */
export interface PairOfLines {
  a: readonly Point[];
  b: readonly Point[];
  /** B − A where both have a value. */
  difference: readonly Point[];
}

export function withDifference(a: readonly Point[], b: readonly Point[]): PairOfLines {
  const other = new Map(b.map(({ tick, value }) => [tick, value]));
  const difference = a.map(({ tick, value }): Point => {
    const right = other.get(tick) ?? null;
    return { tick, value: value === null || right === null ? null : right - value };
  });
  return { a, b, difference };
}

/** A figure as it stood at moments from the first tick to `tick`, both ends included. */
export function kpiLine(ledger: LedgerAnswer, id: KpiId, tick: number, epochMs: number, area: number): Point[] {
  const ticks = Array.from({ length: KPI_POINTS + 1 }, (_, k) => Math.round((tick * k) / KPI_POINTS));
  return [...new Set(ticks)].map((at) => ({
    tick: at,
    value:
      at > ledger.tick
        ? null
        : percentOf(reportAt(ledger, { fromTick: -1, toTick: at }, epochMs, area).total.shares[id]),
  }));
}

/** A vertical range for values, with room above and below; a flat line gets a range as well. */
export function domainOf(points: readonly Point[], least?: number): readonly [number, number] {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || Math.abs(high) || 1) * 0.08;
  return [least === undefined ? low - room : Math.max(least, low - room), high + room];
}
