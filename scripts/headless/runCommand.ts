// `onescreen run`: a whole run without a server, into one file.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { NOTICE } from '@onescreen/shared/recordings';
import { HOUR } from '@onescreen/shared/time';
import { writeRecording } from '../../server/src/recordings/write.ts';
import { createSimulation } from '../../simulator/src/createSimulation.ts';
import { UserError } from './errors.ts';
import { createFileSink } from './fileSink.ts';
import { PROGRAM } from './program.ts';
import { createProgress } from './progress.ts';
import { chooseScenario } from './scenario.ts';
import { simulate } from './simulate.ts';

export interface RunOptions {
  scenario: string;
  seed: number;
  /** Undefined: the scenario's own length. */
  hours?: number;
  density: number;
  policy: string;
  out: string;
}

/** The last line of stdout. */
export interface RunResult {
  digest: string;
  ticks: number;
  entries: number;
  cases: number;
  closed: number;
  bytes: number;
  seconds: number;
  run: string;
  scenario: string;
  seed: number;
  out: string;
}

/** Simulates and writes the recording; nothing is left behind when it fails. */
export async function runToFile(options: RunOptions): Promise<RunResult> {
  const { scenario, text } = chooseScenario(options.scenario);
  const folder = path.dirname(path.resolve(options.out));
  if (!existsSync(folder)) throw new UserError(`there is no folder ${folder} to write the recording into`);
  const simulation = createSimulation({
    run: `${scenario.id}-s${options.seed}-headless`,
    scenario,
    seed: options.seed,
    density: options.density,
    policy: options.policy,
    ...(options.hours !== undefined && { durationTicks: Math.round(options.hours * HOUR) }),
  });
  const { info } = simulation;
  const startMs = performance.now();
  const writer = await writeRecording(path.resolve(options.out), {
    simulated: true,
    notice: NOTICE,
    program: PROGRAM,
    info,
    scenarioText: text,
    parent: null,
  });
  const progress = createProgress(scenario.id, info.durationTicks, info.epochMs);
  try {
    const sink = createFileSink(writer);
    const { totals, digest } = await simulate({
      simulation,
      onSegment: (segment) => {
        progress.tick(segment.toTick + 1);
        return sink.add(segment);
      },
      onBlock: sink.addBlock,
    });
    await sink.drain();
    const bytes = await writer.finish(digest(), totals);
    const seconds = Math.round((performance.now() - startMs) / 10) / 100;
    return {
      digest: digest(),
      ...totals,
      bytes,
      seconds,
      run: info.run,
      scenario: scenario.id,
      seed: options.seed,
      out: options.out,
    };
  } catch (error) {
    await writer.abort();
    throw error;
  } finally {
    progress.end();
  }
}
