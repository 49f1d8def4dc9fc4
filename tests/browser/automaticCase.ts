// Which case of a run goes round the loop without a person: found by simulating the run beforehand. Live equals headless, so the
// same case will do the same on screen.
import { areaByCode } from '@onescreen/shared/geography';
import { loadScenario } from '@onescreen/simulator';
import { simulate } from '../../scripts/headless/simulate.ts';
import { createSimulation } from '../../simulator/src/createSimulation.ts';

export interface AutomaticCase {
  id: string;
  discoveredTick: number;
  closedTick: number;
}

const XUJING = areaByCode('310118106').index;
/** Not in the first moments: the page needs a while to open. */
const EARLIEST_TICK = 1200;

/** The first case in Xujing, found a while after the start, that a unit handles and no person touches. Throws when there is none. */
export async function findAutomaticCase(scenario: string, seed: number, hours: number): Promise<AutomaticCase> {
  const simulation = createSimulation({
    run: 'rehearsal',
    scenario: loadScenario(scenario),
    seed,
    density: 1,
    policy: 'nearest',
    durationTicks: hours * 3600,
  });
  let found: AutomaticCase | null = null;
  await simulate({
    simulation,
    isEnough: () => found !== null,
    onStep: (_ticks, platform) => {
      for (const one of Object.values(platform.cases.cases)) {
        if (one.area !== XUJING || one.discoveredTick < EARLIEST_TICK || !one.automatic || one.reworks > 0) continue;
        const isClosed = one.status === 'closed' || one.status === 'evaluated';
        if (!isClosed || !one.steps.some((step) => step.kind === 'case.handled')) continue;
        if (one.closedTick - one.discoveredTick > 5400) continue;
        found ??= { id: one.id, discoveredTick: one.discoveredTick, closedTick: one.closedTick };
      }
    },
  });
  if (found === null) throw new Error(`no case of ${scenario} went round by itself in ${hours} h`);
  return found;
}
