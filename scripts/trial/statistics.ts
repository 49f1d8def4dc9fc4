// What the seeds together say: means with 95 % confidence intervals, and differences between policies seed by seed, since both
// policies met the same city: what a seed has of its own falls out.
import jstat from 'jstat';
import type { MeasureId, TrialRun } from './measure.ts';

export interface Estimate {
  mean: number;
  /** 95 % confidence interval by Student's t; null with fewer than two values. */
  low: number | null;
  high: number | null;
  /** Runs that had a value. */
  count: number;
}

export interface Difference extends Estimate {
  /** The interval leaves zero out: the seeds support that there is a difference. */
  supported: boolean;
}

const CONFIDENCE = 0.95;

/** Null without values. */
export function estimateOf(values: readonly number[]): Estimate | null {
  const count = values.length;
  if (count === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { mean, low: null, high: null, count };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  const half = jstat.jStat.studentt.inv((1 + CONFIDENCE) / 2, count - 1) * Math.sqrt(variance / count);
  return { mean, low: mean - half, high: mean + half, count };
}

const valuesOf = (runs: readonly TrialRun[], policy: string, measure: MeasureId): Map<number, number> =>
  new Map(
    runs.flatMap((run) => {
      const value = run.measures[measure];
      return run.policy === policy && value !== null ? [[run.seed, value] as const] : [];
    }),
  );

export const meanOf = (runs: readonly TrialRun[], policy: string, measure: MeasureId): Estimate | null =>
  estimateOf([...valuesOf(runs, policy, measure).values()]);

/** `policy` less `base`, over the seeds that both have. Null without any. */
export function differenceOf(
  runs: readonly TrialRun[],
  policy: string,
  base: string,
  measure: MeasureId,
): Difference | null {
  const ours = valuesOf(runs, policy, measure);
  const theirs = valuesOf(runs, base, measure);
  const paired = [...ours].flatMap(([seed, value]) => (theirs.has(seed) ? [value - theirs.get(seed)!] : []));
  const estimate = estimateOf(paired);
  if (estimate === null) return null;
  const { low, high } = estimate;
  return { ...estimate, supported: low !== null && high !== null && (low > 0 || high < 0) };
}
