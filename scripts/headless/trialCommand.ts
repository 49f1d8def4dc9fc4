// `onescreen trial`: which dispatch policy serves the city better, and do the seeds support it?
import { writeFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { tableOf } from '../trial/table.ts';
import type { Trial, TrialOptions } from '../trial/trial.ts';
import { runTrial } from '../trial/trial.ts';
import { UserError } from './errors.ts';
import { chooseScenario } from './scenario.ts';

const MOST_SEEDS = 200;

/** `1..10`, `3`, or `1,4,9..12`. Throws UserError for anything else, for too many, and for a seed given twice. */
export function readSeeds(text: string): number[] {
  const seeds = text.split(',').flatMap((part) => {
    const match = /^\s*(\d{1,10})(?:\.\.(\d{1,10}))?\s*$/.exec(part);
    if (match === null) throw new UserError(`"${text}" is no list of seeds; write for example 1..10 or 3,5,8`);
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first || last - first >= MOST_SEEDS || last > 0xffff_ffff)
      throw new UserError(`"${part.trim()}" is no range of at most ${MOST_SEEDS} seeds from low to high`);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
  if (seeds.length > MOST_SEEDS) throw new UserError(`at most ${MOST_SEEDS} seeds, not ${seeds.length}`);
  if (new Set(seeds).size !== seeds.length) throw new UserError(`"${text}" names a seed twice`);
  return seeds;
}

/** Runs the trial, writes it as JSON to `out`, and returns the table. */
export async function trial(options: TrialOptions, out: string): Promise<string> {
  chooseScenario(options.scenario);
  const runs = options.seeds.length * options.policies.length;
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: 'trial {bar} {value} of {total} runs · {eta_formatted} left',
        stream: process.stderr,
        clearOnComplete: true,
        hideCursor: true,
      })
    : null;
  bar?.start(runs, 0);
  let result: Trial;
  try {
    result = await runTrial(options, (done) => bar?.update(done));
  } finally {
    bar?.stop();
  }
  await writeFile(out, `${JSON.stringify(result, null, 2)}\n`);
  return `${tableOf(result)}\n\nAll runs and figures: ${out}`;
}
