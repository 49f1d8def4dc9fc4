// A real simulator at a real server, in this process: it runs as fast as it can, and can be killed.
import type { CommandAnswer, ConsoleCommand } from '@onescreen/shared/protocol';
import { NO_CHANGES } from '@onescreen/shared/protocol';
import type { Clock } from '../../simulator/src/clock.ts';
import { systemClock } from '../../simulator/src/clock.ts';
import type { SimulatorLink } from '../../simulator/src/connect.ts';
import { connectSimulator } from '../../simulator/src/connect.ts';
import { createSimulation } from '../../simulator/src/createSimulation.ts';
import { recreate } from '../../simulator/src/recreate.ts';
import { summaryOf } from '../../simulator/src/scenarioSummary.ts';
import { loadScenario } from '../../simulator/src/scenarios/files.ts';
import type { TestScreen } from './consoleKit.ts';
import { createScreen, INGEST_TOKEN, signIn, until } from './consoleKit.ts';

/** Time passes a minute at every look: whatever waits for a pace is due at once. Timers are real. */
const hurryingClock = (): Clock => {
  let nowMs = 0;
  return { ...systemClock, now: () => (nowMs += 60_000) };
};

export interface SimulatorOptions {
  run: string;
  durationTicks: number;
  scenario?: string;
  source?: string;
  /** At this pace by the clock on the wall; as fast as it can when it is left out. */
  speed?: number;
  paused?: boolean;
  /** How it re-creates worlds. */
  branch?: typeof recreate;
}

const quiet = { info: () => undefined, warn: () => undefined };

/** Connects a simulator to a server; its first run is `run`. */
export function startSimulator(url: string, options: SimulatorOptions): SimulatorLink {
  const {
    run,
    durationTicks,
    scenario = 'xujing-day',
    source = 'simulator',
    speed,
    paused = false,
    branch = recreate,
  } = options;
  const begin = (name: string, id = scenario) =>
    createSimulation({
      run: name,
      scenario: loadScenario(id),
      seed: 7,
      density: 1,
      policy: 'nearest',
      durationTicks,
    });
  let count = 0;
  return connectSimulator({
    url,
    token: INGEST_TOKEN,
    source,
    simulation: begin(run),
    start: ({ scenario: id }) => begin(`${run}-${++count}`, id),
    branch,
    again: () => begin(`${run}-${++count}`),
    scenarios: [summaryOf(loadScenario(scenario))],
    pace: { speed: speed ?? 600, paused },
    clock: speed === undefined ? hurryingClock() : systemClock,
    logger: quiet,
  });
}

export interface RunSummary {
  run: string;
  state: string;
  digest: string;
  lastTick: number;
  parent: { run: string; forkTick: number } | null;
  by: string | null;
  branch: { aside: boolean; ending: string | null } | null;
}

export const runsOf = async (url: string): Promise<{ current: string | null; runs: RunSummary[] }> =>
  (await (await fetch(`${url}/api/runs`)).json()) as { current: string | null; runs: RunSummary[] };

export async function runOf(url: string, run: string): Promise<RunSummary> {
  const answer = await fetch(`${url}/api/runs/${run}`);
  if (answer.status !== 200) throw new Error(`there is no run ${run}`);
  return (await answer.json()) as RunSummary;
}

/** Resolves with the run when it has ended. */
export async function ended(url: string, run: string, limitMs = 180_000): Promise<RunSummary> {
  for (const endMs = Date.now() + limitMs; Date.now() < endMs; ) {
    const found = await runOf(url, run);
    if (found.state !== 'open') return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${run} has not ended within ${limitMs} ms: ${JSON.stringify(await runOf(url, run))}`);
}

/** Digests of the segments, in order. */
export async function segmentsOf(
  url: string,
  run: string,
): Promise<{ fromTick: number; toTick: number; digest: string }[]> {
  const answer = await fetch(`${url}/api/runs/${run}/segments`);
  return ((await answer.json()) as { segments: { fromTick: number; toTick: number; digest: string }[] }).segments;
}

/** A screen at which the operator is signed in. */
export async function operatorScreen(url: string): Promise<TestScreen> {
  const screen = createScreen(url, { headers: { Cookie: await signIn(url) } });
  await until('the operator at a screen', () => screen.status !== null);
  return screen;
}

type BranchCommand = Extract<ConsoleCommand, { kind: 'branch' }>;
export const branchOf = (
  run: string,
  forkTick: number,
  { changes, ...more }: Partial<Omit<BranchCommand, 'changes'>> & { changes?: Partial<BranchCommand['changes']> } = {},
): BranchCommand => ({
  kind: 'branch',
  run,
  forkTick,
  aside: true,
  ...more,
  changes: { ...NO_CHANGES, ...changes },
});

/** Asks for a branch; its name. Throws what is refused. */
export async function begun(screen: TestScreen, command: BranchCommand): Promise<string> {
  const answer = (await screen.socket.timeout(60_000).emitWithAck('command', command)) as CommandAnswer;
  if (!answer.ok || answer.run === undefined) throw new Error(JSON.stringify(answer));
  return answer.run;
}
