// From the text of a scenario file to a Scenario, or one clear sentence that names the key and the line.
import type { Document, Node } from 'yaml';
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Scenario } from './schema.ts';
import { scenarioSchema } from './schema.ts';

export const MAX_SCENARIO_BYTES = 256 * 1024;

/** The message is one sentence for the person who wrote or named the file. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

type KeyPath = readonly PropertyKey[];

/**
 * Reads a scenario out of YAML text. `name` stands in the messages. Throws ScenarioError for text that is too long, is not YAML, expands
 * too many aliases, or says something that the schema does not know.
 */
export function parseScenario(yamlText: string, name: string): Scenario {
  if (yamlText.length > MAX_SCENARIO_BYTES) {
    throw new ScenarioError(`${name} is longer than ${MAX_SCENARIO_BYTES / 1024} kB, which no scenario needs.`);
  }
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken !== undefined) {
    throw new ScenarioError(`${name}, line ${lines.linePos(broken.pos[0]).line}: not valid YAML: ${broken.message}.`);
  }
  const plain = toPlain(document, name);
  const parsed = scenarioSchema.safeParse(plain);
  if (parsed.success) return parsed.data;
  const fault = firstFault(parsed.error.issues);
  const { path } = fault;
  const message = path.length > 0 && valueAt(plain, path) === undefined ? 'this key is missing' : fault.message;
  throw new ScenarioError(`${name}, line ${lineOf(document, lines, path)}: ${spell(path)}: ${message}.`);
}

function toPlain(document: Document, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    throw new ScenarioError(`${name} uses more YAML aliases than a scenario may.`);
  }
}

/** The first fault in words; of a choice of shapes, the fault of the one that got furthest. */
function firstFault(issues: readonly z.core.$ZodIssue[]): { path: KeyPath; message: string } {
  const issue = issues[0];
  if (issue === undefined) return { path: [], message: 'not a scenario' };
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    return { path: [...issue.path, key], message: 'this key is unknown here' };
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const deepest = [...issue.errors].sort((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))[0];
    if (deepest !== undefined && deepest.length > 0) {
      const inner = firstFault(deepest);
      return { path: [...issue.path, ...inner.path], message: inner.message };
    }
  }
  return { path: issue.path, message: issue.message.replace(/\.$/, '') };
}

/** What stands at a path of plain data; undefined where it leads nowhere. */
const valueAt = (data: unknown, path: KeyPath): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);

/** `effects[2].indicator` */
const spell = (path: KeyPath): string =>
  path.length === 0
    ? 'the file'
    : path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`)).join('');

/** The line of the deepest node on the path that the file has. */
function lineOf(document: Document, lines: LineCounter, path: KeyPath): number {
  let node: unknown = document.contents;
  let offset = rangeStart(node);
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (pair === undefined) break;
      offset = rangeStart(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key];
      offset = rangeStart(node) ?? offset;
    } else break;
  }
  return lines.linePos(offset ?? 0).line;
}

const rangeStart = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];
