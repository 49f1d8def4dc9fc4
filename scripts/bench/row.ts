// One figure of the bench: what was measured, against a baseline of the same run, and the ratio that is budgeted.
// Ratios travel between machines; seconds do not.

export interface BenchRow {
  name: string;
  /** With units, for people. */
  measured: string;
  baseline: string;
  ratio: number;
  budget: { atMost: number } | { atLeast: number };
  ok: boolean;
}

export function benchRow(row: Omit<BenchRow, 'ok'>): BenchRow {
  const ok = 'atMost' in row.budget ? row.ratio <= row.budget.atMost : row.ratio >= row.budget.atLeast;
  return { ...row, ok };
}

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Median milliseconds of `repeats` calls; the first call warms up and is not counted. */
export function medianMs(repeats: number, work: () => void): number {
  work();
  return median(
    Array.from({ length: repeats }, () => {
      const from = performance.now();
      work();
      return performance.now() - from;
    }),
  );
}

/** `1234.5` → `1 235`, `0.01234` → `0.0123`. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en').replaceAll(',', ' ')
    : String(Number(value.toPrecision(3)));
}

export const megabytes = (bytes: number): string => `${figure(bytes / 1e6)} MB`;
