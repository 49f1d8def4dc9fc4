// Which scenario a command means: one of the library by name, or a file by path. A near miss gets a suggestion.
import { loadScenario, scenarioIds, scenarioTextOf } from '../../simulator/src/scenarios/files.ts';
import { parseScenario } from '../../simulator/src/scenarios/load.ts';
import type { Scenario } from '../../simulator/src/scenarios/schema.ts';
import { UserError } from './errors.ts';

export interface ChosenScenario {
  scenario: Scenario;
  /** The file's text when it is not one of the library: it goes into the recording, so that the run can be done again. */
  text: string | null;
}

/** Throws UserError, or ScenarioError with a sentence. */
export function chooseScenario(idOrPath: string): ChosenScenario {
  const ids = scenarioIds();
  if (ids.includes(idOrPath)) return { scenario: loadScenario(idOrPath), text: null };
  if (/[\\/]|\.ya?ml$/.test(idOrPath)) return { scenario: loadScenario(idOrPath), text: scenarioTextOf(idOrPath) };
  const nearest = nearestName(idOrPath, ids);
  const hint = nearest === null ? `choose one of ${ids.join(', ')}, or name a .yaml file` : `did you mean ${nearest}?`;
  throw new UserError(`there is no scenario “${idOrPath}”; ${hint}`);
}

/** The scenario that a recording says it was made of. */
export const recordedScenario = (id: string, text: string | null): Scenario =>
  text === null ? chooseScenario(id).scenario : parseScenario(text, `${id} (in the recording)`);

/** The most alike of `names`, when at least about half of the letters agree. */
function nearestName(typed: string, names: readonly string[]): string | null {
  const ranked = names
    .map((name) => ({ name, distance: editDistance(typed.toLowerCase(), name) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(2, best.name.length / 2) ? best.name : null;
}

/** Insertions, deletions and replacements between two words. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let k = 1; k <= b.length; k++) {
      const replaced = previous[k - 1]! + (a[i - 1] === b[k - 1] ? 0 : 1);
      row.push(Math.min(replaced, previous[k]! + 1, row[k - 1]! + 1));
    }
    previous = row;
  }
  return previous[b.length]!;
}
