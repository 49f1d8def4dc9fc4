// One scenario, or some hours of it, simulated and judged from its log alone: what must always hold, and the scenario's own checks.

import type { CheckResult } from '@onescreen/shared/checks';
import { createCheckRun } from '@onescreen/shared/checks';
import { scoreArea } from '@onescreen/shared/city';
import { CITY_AREA } from '@onescreen/shared/geography';
import { MINUTE } from '@onescreen/shared/time';
import { createSimulation } from '../../simulator/src/createSimulation.ts';
import { loadScenario } from '../../simulator/src/scenarios/files.ts';
import { simulate } from '../headless/simulate.ts';
import type { InvariantReport } from './invariants.ts';
import { createInvariantRun } from './invariants.ts';
import { windowOf } from './window.ts';

export interface SoakReport extends InvariantReport {
  scenario: string;
  hours: number;
  seconds: number;
  digest: string;
  checks: readonly CheckResult[];
  /** The lowest city pulse of these hours, looked at every five minutes. */
  lowestPulse: number;
}

const LOOK_TICKS = 5 * MINUTE;

/** `hours`: null for all that is left after `fromHour`. Throws ScenarioError for an unknown scenario. */
export async function soakScenario(
  id: string,
  fromHour = 0,
  hours: number | null = null,
  seed = 7,
): Promise<SoakReport> {
  const whole = loadScenario(id);
  const scenario = windowOf(whole, fromHour, hours ?? whole.durationMinutes / 60 - fromHour);
  const simulation = createSimulation({ run: `${id}-soak`, scenario, seed, density: 1, policy: 'nearest' });
  const invariants = createInvariantRun(simulation.info);
  const checks = createCheckRun(scenario.checks);
  let lowestPulse = 100;
  const fromMs = performance.now();
  const platform = await simulate({
    simulation,
    onStep: (ticks, { city }) => {
      if (simulation.tick % LOOK_TICKS === 0)
        lowestPulse = Math.min(lowestPulse, scoreArea(city, CITY_AREA, simulation.info.epochMs).pulse ?? 100);
      for (const outcome of ticks) {
        invariants.tick(outcome);
        checks.feed(outcome.tick, outcome.changes, outcome.entries);
      }
    },
  });
  return {
    ...invariants.end(),
    scenario: id,
    hours: simulation.info.durationTicks / 3600,
    seconds: (performance.now() - fromMs) / 1000,
    digest: platform.digest(),
    checks: checks.results(),
    lowestPulse,
  };
}
