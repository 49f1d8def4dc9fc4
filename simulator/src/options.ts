// What the simulator process is told: arguments first, then environment, then defaults. Every wrong value is one clear sentence.
import { parseArgs } from 'node:util';
import type { Pace } from './pacer.ts';
import { loadScenario, scenarioTextOf } from './scenarios/files.ts';
import { ScenarioError } from './scenarios/load.ts';
import type { Scenario } from './scenarios/schema.ts';

/** The options are wrong: the message says which and how. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
}

export interface SimulatorOptions {
  url: string;
  token: string;
  scenario: Scenario;
  /** The scenario's YAML when it is not one of the library. */
  scenarioText: string | null;
  seed: number;
  density: number;
  policy: string;
  pace: Pace;
  /** Overrides the scenario's length. */
  durationTicks?: number;
}

export const HELP = `The simulated city: connects to a platform and sends what a city sends.

  --url URL            the platform (ONESCREEN_URL, default http://127.0.0.1:7318)
  --token TOKEN        ingest token (ONESCREEN_INGEST_TOKEN)
  --scenario NAME      id from the library, or a .yaml file (default normal-day)
  --seed N             0 to 4294967295 (default 7)
  --density N          1 to 20 twentieths of the city's cases (default 1)
  --speed N            1 to 600 simulated seconds a second (default 20)
  --policy NAME        dispatch policy asked for: nearest, batch or balanced (default nearest)
  --hours N            instead of the scenario's own length
  --paused             wait for an operator
`;

/** Dispatch policies that a platform can be asked for. */
export const POLICIES: readonly string[] = ['nearest', 'batch', 'balanced'];

/** The name itself; throws OptionsError for a policy that no platform has. `said`: what was given it. */
export function checkedPolicy(name: string, said = '--policy'): string {
  if (POLICIES.includes(name)) return name;
  throw new OptionsError(`${said} must be one of ${POLICIES.join(', ')}, not "${name}".`);
}

function readArguments(args: readonly string[]) {
  try {
    const string = { type: 'string' } as const;
    return parseArgs({
      args: [...args],
      allowPositionals: false,
      options: {
        url: string,
        token: string,
        scenario: string,
        seed: string,
        density: string,
        speed: string,
        policy: string,
        hours: string,
        paused: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new OptionsError(error instanceof Error ? error.message : String(error));
  }
}

function number(name: string, text: string, low: number, high: number, whole: boolean): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= low && value <= high) || (whole && !Number.isInteger(value))) {
    throw new OptionsError(`--${name} must be a ${whole ? 'whole ' : ''}number from ${low} to ${high}, not "${text}".`);
  }
  return value;
}

function webAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new OptionsError(`--url must be an http or https address, not "${text}".`);
  }
  return url.origin;
}

/** Reads arguments and environment; `help` when the text of HELP is wanted. Throws OptionsError. */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): SimulatorOptions | 'help' {
  const given = readArguments(args);
  if (given.help) return 'help';
  const token = given.token ?? environment.ONESCREEN_INGEST_TOKEN ?? '';
  if (token === '')
    throw new OptionsError(
      'Give the ingest token with --token or ONESCREEN_INGEST_TOKEN; the platform prints where it is.',
    );
  const options = {
    url: webAddress(given.url ?? environment.ONESCREEN_URL ?? 'http://127.0.0.1:7318'),
    token,
    ...scenarioNamed(given.scenario ?? 'normal-day'),
    seed: number('seed', given.seed ?? '7', 0, 0xffff_ffff, true),
    density: number('density', given.density ?? '1', 1, 20, false),
    policy: checkedPolicy(given.policy ?? 'nearest'),
    pace: { speed: number('speed', given.speed ?? '20', 1, 600, false), paused: given.paused ?? false },
  };
  if (given.hours === undefined) return options;
  return { ...options, durationTicks: Math.round(number('hours', given.hours, 0.01, 1440, false) * 3600) };
}

function scenarioNamed(idOrPath: string): Pick<SimulatorOptions, 'scenario' | 'scenarioText'> {
  try {
    return { scenario: loadScenario(idOrPath), scenarioText: scenarioTextOf(idOrPath) };
  } catch (error) {
    if (error instanceof ScenarioError) throw new OptionsError(error.message);
    throw error;
  }
}
