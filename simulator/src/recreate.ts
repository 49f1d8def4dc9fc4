// The world of a run, re-created: as it was kept, or at its beginning.
import type { BranchOrder } from '@onescreen/shared/protocol';
import { createSimulation } from './createSimulation.ts';
import { loadFromLibrary } from './scenarios/files.ts';
import { parseScenario } from './scenarios/load.ts';
import { unseal } from './sealing.ts';
import type { Simulation } from './simulation.ts';

/** Throws ScenarioError, or SealError for a world that cannot be opened. */
export function recreate({ world, scenario: id, scenarioText, ...order }: BranchOrder): Simulation {
  const { run, seed, density, policy, durationTicks } = order;
  const scenario = scenarioText === null ? loadFromLibrary(id) : parseScenario(scenarioText, id);
  const choice = { run, scenario, scenarioText, seed, density, policy, durationTicks };
  return createSimulation(choice, world === null ? undefined : unseal(world));
}
