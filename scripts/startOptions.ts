// What `npm start` understands. Every wrong value gets one clear sentence before anything is started.
import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { POLICIES } from '../simulator/src/options.ts';
import { loadScenario } from '../simulator/src/scenarios/files.ts';
import { projectRoot } from './run.ts';

export interface StartOptions {
  scenario: string;
  seed: number;
  /** Simulated seconds per second. */
  speed: number;
  density: number;
  /** How units are chosen for cases. */
  policy: string;
  paused: boolean;
  host: string;
  port: number;
  data: string;
  /** How long, in days, and how much, in GB, of past runs is kept; left out, the server's own setting holds. */
  keepDays?: number;
  keepGb?: number;
  /** What lies under the map: a .pmtiles file or the address of a style. */
  basemap?: string;
  simulator: boolean;
}

/** A parser for commander: a whole number within bounds, or a sentence that names them. */
export const wholeNumber =
  (low: number, high: number) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isInteger(value) || value < low || value > high) {
      throw new InvalidArgumentError(`give a whole number from ${low} to ${high}.`);
    }
    return value;
  };

/** A parser for commander: a scenario of the library or a file of the user's own. */
export function scenarioName(name: string): string {
  try {
    loadScenario(name);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
  return name;
}

/** Parses the arguments of `npm start`; prints a sentence and exits with 1 when one is wrong. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const program = new Command('npm start --')
    .description('One Screen: a whole simulated Shanghai on one screen, live')
    .option('--scenario <id or file>', 'what happens (see: npm run onescreen -- scenarios)', scenarioName, 'normal-day')
    .option('--seed <number>', 'the same seed gives the same city', wholeNumber(0, 2 ** 31 - 1), 7)
    .option('--speed <times>', 'simulated seconds per second', wholeNumber(1, 600), 60)
    .option('--density <n>', 'how many twentieths of the city’s cases to simulate', wholeNumber(1, 20), 1)
    .addOption(new Option('--policy <name>', 'how units are chosen for cases').choices(POLICIES).default('nearest'))
    .option('--paused', 'wait for an operator to press play', false)
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <number>', 'where to listen; 0 for any free port', wholeNumber(0, 65_535), 7318)
    .option('--data <folder>', 'where the log is kept', path.join(projectRoot, '.data'))
    .option('--keep-days <days>', 'how long past runs are kept', wholeNumber(1, 36_500))
    .option('--keep-gb <gigabytes>', 'how much of past runs is kept', wholeNumber(1, 100_000))
    .option('--basemap <file or address>', 'what lies under the map: a .pmtiles file or the address of a style')
    .option('--no-simulator', 'only the platform; a simulator or a real feed connects later')
    .allowExcessArguments(false)
    .showHelpAfterError('(npm start -- --help lists the options)');
  return program.parse([...args], { from: 'user' }).opts<StartOptions>();
}
