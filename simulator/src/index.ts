// What other packages' scripts may use of the world.

export { connectSimulator, type LinkOptions, type SimulatorLink } from './connect.ts';
export { createSimulation, STEP_TICKS } from './createSimulation.ts';
export { LinkError } from './lane.ts';
export { POLICIES } from './options.ts';
export { recreate } from './recreate.ts';
export { summaryOf } from './scenarioSummary.ts';
export { listScenarios, loadScenario, scenarioIds } from './scenarios/files.ts';
export { parseScenario, ScenarioError } from './scenarios/load.ts';
export type { Scenario } from './scenarios/schema.ts';
export type { Simulation, SimulationOptions } from './simulation.ts';
