// `onescreen run`: a whole run without a server, into one file.
import { HOUR } from '@onescreen/shared/time';
import { createSimulation } from '../../simulator/src/createSimulation.ts';
import { type Recorded, recordRun, requireFolder } from './recordRun.ts';
import { chooseScenario } from './scenario.ts';

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
export interface RunResult extends Recorded {
  run: string;
  scenario: string;
  seed: number;
  out: string;
}

/** Simulates and writes the recording; nothing is left behind when it fails. */
export async function runToFile({ seed, density, policy, hours, out, ...options }: RunOptions): Promise<RunResult> {
  const { scenario, text } = chooseScenario(options.scenario);
  requireFolder(out);
  const simulation = createSimulation({
    run: `${scenario.id}-s${seed}-headless`,
    scenario,
    seed,
    density,
    policy,
    ...(hours !== undefined && { durationTicks: Math.round(hours * HOUR) }),
  });
  const recorded = await recordRun({ simulation, scenarioText: text, parent: null, out });
  return { ...recorded, run: simulation.info.run, scenario: scenario.id, seed, out };
}
