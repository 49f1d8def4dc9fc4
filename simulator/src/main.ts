// The simulator process: reads its options, makes the world, connects it to a platform and runs until it is told to stop.
import process from 'node:process';
import { pino } from 'pino';
import { systemClock } from './clock.ts';
import { connectSimulator } from './connect.ts';
import { createSimulation } from './createSimulation.ts';
import { LinkError } from './lane.ts';
import type { SimulatorOptions } from './options.ts';
import { checkedPolicy, HELP, OptionsError, readOptions } from './options.ts';
import { recreate } from './recreate.ts';
import { summaryOf } from './scenarioSummary.ts';
import { listScenarios, loadFromLibrary } from './scenarios/files.ts';
import type { Simulation, SimulationOptions } from './simulation.ts';

/** The end of each run id: unlike any other process's, counted within this one. Run ids influence nothing in the world. */
function createRunNames(startedMs: number): (scenario: string, seed: number) => string {
  let count = 0;
  return (scenario, seed) => `${scenario}-s${seed}-${startedMs.toString(36)}${count++ === 0 ? '' : `-${count}`}`;
}

function run(options: SimulatorOptions): void {
  const logger = pino({ name: 'simulator', level: process.env.LOG_LEVEL ?? 'info' }, pino.destination(2));
  const runName = createRunNames(systemClock.now());
  let present = choiceOf(options);
  const begin = (choice: Omit<SimulationOptions, 'run'>): Simulation => {
    const simulation = createSimulation({ ...choice, run: runName(choice.scenario.id, choice.seed) });
    present = choice;
    return simulation;
  };
  const link = connectSimulator({
    url: options.url,
    token: options.token,
    source: `simulator-${process.pid}-${systemClock.now().toString(36)}`,
    simulation: begin(present),
    start: ({ scenario, seed, density, policy = options.policy }) =>
      begin({ scenario: loadFromLibrary(scenario), seed, density, policy: checkedPolicy(policy, 'the policy') }),
    branch: recreate,
    again: () => begin(present),
    scenarios: listScenarios().map(summaryOf),
    pace: options.pace,
    clock: systemClock,
    logger,
  });
  for (const end of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(end, () => link.close());
  link.ended.then(
    () => process.exit(0),
    (error: unknown) => fail(error),
  );
}

function choiceOf({
  scenario,
  scenarioText,
  seed,
  density,
  policy,
  durationTicks,
}: SimulatorOptions): Omit<SimulationOptions, 'run'> {
  return { scenario, scenarioText, seed, density, policy, ...(durationTicks === undefined ? {} : { durationTicks }) };
}

/** One clear line for what the user can mend; the whole story for what only we can. */
function fail(error: unknown): never {
  const mendable = error instanceof OptionsError || error instanceof LinkError;
  process.stderr.write(`${mendable ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(error instanceof OptionsError ? 2 : 1);
}

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === 'help') process.stdout.write(HELP);
  else run(options);
} catch (error) {
  fail(error);
}
