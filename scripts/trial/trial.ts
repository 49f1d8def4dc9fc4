// A policy trial: the same seeds of a scenario under each policy.
import { createQueue } from '../apart.ts';
import type { MeasureId, TrialRun, TrialRunOptions } from './measure.ts';
import type { Difference, Estimate } from './statistics.ts';
import { differenceOf, meanOf } from './statistics.ts';

export interface TrialOptions {
  scenario: string;
  seeds: readonly number[];
  /** The first is what the others are compared with. */
  policies: readonly string[];
  density: number;
  hours?: number;
}

export interface Trial extends TrialOptions {
  simulated: true;
  runs: readonly TrialRun[];
  means: Readonly<Record<string, Readonly<Record<MeasureId, Estimate | null>>>>;
  /** Each policy but the first, less the first. */
  differences: Readonly<Record<string, Readonly<Record<MeasureId, Difference | null>>>>;
}

const runApart = createQueue<TrialRun>('scripts/trial/one.ts');

/** `onRun` is called after each run with how many are done. Rejects when a run ends without a report. */
export async function runTrial(options: TrialOptions, onRun: (done: number) => void = () => undefined): Promise<Trial> {
  const { scenario, seeds, policies, density, hours } = options;
  let done = 0;
  const planned = seeds.flatMap((seed) =>
    policies.map(
      (policy): TrialRunOptions => ({ scenario, seed, policy, density, ...(hours !== undefined && { hours }) }),
    ),
  );
  const runs = await Promise.all(
    planned.map(async (one) => {
      const run = await runApart([JSON.stringify(one)]);
      onRun(++done);
      return run;
    }),
  );
  return summarise(options, runs);
}

/** Means and differences of runs that are done. */
export function summarise(options: TrialOptions, runs: readonly TrialRun[]): Trial {
  const measures = Object.keys(runs[0]!.measures) as MeasureId[];
  const [base, ...others] = options.policies;
  const each = <T>(of: (measure: MeasureId) => T) =>
    Object.fromEntries(measures.map((measure) => [measure, of(measure)])) as Record<MeasureId, T>;
  return {
    ...options,
    simulated: true,
    runs,
    means: Object.fromEntries(
      options.policies.map((policy) => [policy, each((measure) => meanOf(runs, policy, measure))]),
    ),
    differences: Object.fromEntries(
      others.map((policy) => [policy, each((measure) => differenceOf(runs, policy, base!, measure))]),
    ),
  };
}
