// The trial as a table for people: a row a measure, a column a policy, and under it the paired differences to the first policy.
import type { MeasureId } from './measure.ts';
import type { Estimate } from './statistics.ts';
import type { Trial } from './trial.ts';

const ROWS: readonly { id: MeasureId; words: string; digits: number; better: 'higher' | 'lower' }[] = [
  { id: 'closedInTime', words: 'closed in time, % of due', digits: 1, better: 'higher' },
  { id: 'handledInTime', words: 'handled in time, % of due', digits: 1, better: 'higher' },
  { id: 'arriveMedian', words: 'found to on site, median min', digits: 1, better: 'lower' },
  { id: 'arriveP90', words: 'found to on site, p90 min', digits: 1, better: 'lower' },
  { id: 'emergencyArriveP90', words: 'emergencies on site, p90 min', digits: 1, better: 'lower' },
  { id: 'closeMedian', words: 'found to closed, median min', digits: 1, better: 'lower' },
  { id: 'closeP90', words: 'found to closed, p90 min', digits: 1, better: 'lower' },
  { id: 'kilometresPerOrder', words: 'driven for an order, km', digits: 2, better: 'lower' },
  { id: 'rework', words: 'rework, %', digits: 1, better: 'lower' },
  { id: 'falseClosures', words: 'closed falsely, %', digits: 1, better: 'lower' },
  { id: 'worstDistrict', words: 'worst district in time, %', digits: 1, better: 'higher' },
];

const signed = (value: number, digits: number): string => (value > 0 ? '+' : '') + value.toFixed(digits);

function cell(estimate: Estimate | null, digits: number): string {
  if (estimate === null) return '–';
  const { mean, low, high } = estimate;
  return low === null || high === null
    ? mean.toFixed(digits)
    : `${mean.toFixed(digits)} [${low.toFixed(digits)}, ${high.toFixed(digits)}]`;
}

/** Lines of equal columns. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}

export function tableOf({ scenario, seeds, policies, means, differences }: Trial): string {
  const [base, ...others] = policies;
  const head = ['', ...policies];
  const values = ROWS.map(({ id, words, digits }) => [
    words,
    ...policies.map((policy) => cell(means[policy]![id], digits)),
  ]);
  const compared = ROWS.map(({ id, words, digits, better }) => [
    words,
    ...others.map((policy) => {
      const difference = differences[policy]![id];
      if (difference === null) return '–';
      const { mean, low, high, supported } = difference;
      if (low === null || high === null) return signed(mean, digits);
      const verdict = supported ? (mean > 0 === (better === 'higher') ? 'better' : 'worse') : 'no difference shown';
      return `${signed(mean, digits)} [${signed(low, digits)}, ${signed(high, digits)}] ${verdict}`;
    }),
  ]);
  return [
    `${scenario}: ${seeds.length} seeds (${seeds.join(', ')}), mean [95 % confidence interval over seeds] · 模拟数据 SIMULATED`,
    '',
    ...aligned([head, ...values]),
    ...(others.length === 0 ? [] : ['', `less ${base}, seed by seed`, ...aligned([['', ...others], ...compared])]),
  ].join('\n');
}
