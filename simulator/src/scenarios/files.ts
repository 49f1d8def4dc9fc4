// Where scenario files lie: the library beside this file, or a path that the user names. The only place with file access.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MAX_SCENARIO_BYTES, parseScenario, ScenarioError } from './load.ts';
import type { Scenario } from './schema.ts';

const LIBRARY = fileURLToPath(new URL('./library/', import.meta.url));
/** The launcher's order: the default, the town's day, then the incidents. */
const ORDER = [
  'normal-day',
  'xujing-day',
  'cloudburst',
  'typhoon',
  'bund-crowd',
  'metro-line2',
  'heatwave',
  'gas-dig',
  'jinshan-chem',
  'ciie',
  'epidemic',
  'fog-bridge',
];

/** Ids of the library, in the launcher's order. */
export function scenarioIds(): readonly string[] {
  const ids = readdirSync(LIBRARY)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length));
  const rank = (id: string) => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length);
  return ids.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

/** Every scenario of the library. */
export const listScenarios = (): readonly Scenario[] => scenarioIds().map(loadScenario);

/**
 * A scenario of the library by its id, or a user's own file by its path (anything with a slash, or ending in .yaml or .yml).
 * Throws ScenarioError, whose message is one sentence.
 */
export function loadScenario(idOrPath: string): Scenario {
  const ids = scenarioIds();
  if (ids.includes(idOrPath)) {
    const scenario = readScenario(join(LIBRARY, `${idOrPath}.yaml`), `${idOrPath}.yaml`);
    if (scenario.id !== idOrPath) throw new ScenarioError(`${idOrPath}.yaml calls itself ${scenario.id}.`);
    return scenario;
  }
  if (/[\\/]|\.ya?ml$/.test(idOrPath)) return readScenario(idOrPath, basename(idOrPath));
  throw new ScenarioError(`There is no scenario "${idOrPath}"; choose one of ${ids.join(', ')}, or name a .yaml file.`);
}

/** Over the wire only the library is open: a path would let a screen read this machine's files. Throws ScenarioError. */
export function loadFromLibrary(id: string): Scenario {
  if (!scenarioIds().includes(id)) throw new ScenarioError(`There is no scenario "${id}" in the library.`);
  return loadScenario(id);
}

/** The YAML of a user's own file; null for a scenario of the library. Throws as `loadScenario`. */
export const scenarioTextOf = (idOrPath: string): string | null =>
  scenarioIds().includes(idOrPath) ? null : readText(idOrPath, basename(idOrPath));

const readScenario = (path: string, name: string): Scenario => parseScenario(readText(path, name), name);

function readText(path: string, name: string): string {
  try {
    const { size } = statSync(path);
    if (size > MAX_SCENARIO_BYTES) {
      throw new ScenarioError(`${name} is larger than ${MAX_SCENARIO_BYTES / 1024} kB, which no scenario needs.`);
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof ScenarioError) throw error;
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'it does not exist' : (error as Error).message;
    throw new ScenarioError(`The scenario file ${path} cannot be read: ${why}.`);
  }
}
