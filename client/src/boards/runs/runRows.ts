// The runs as the server and this page list them, and how the list is searched and put in order.
import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';

/** One run of the list. */
export interface RunRow {
  run: string;
  /** A title that a person gave; null where nobody did. */
  name: string | null;
  zh: string;
  en: string;
  scenario: string;
  seed: number;
  density: number;
  policy: string;
  epochMs: number;
  durationTicks: number;
  state: 'open' | 'finished' | 'stopped';
  lastTick: number;
  digest: string;
  bytes: number;
  kept: boolean;
  /** `user:NAME` of whoever started or imported it; null: the program. */
  by: string | null;
  /** Wall time, milliseconds; null for a recording that is open in this page only. */
  createdMs: number | null;
  notes: number;
  totals: { ticks: number; entries: number; cases: number; closed: number };
  parent: { run: string; forkTick: number; policy?: string } | null;
  /** Whether it is open in this page only, without a server. */
  isHere: boolean;
}

export interface RunList {
  /** The run on stage; null where there is none, or no server. */
  current: string | null;
  runs: readonly RunRow[];
}

const isRow = (value: unknown): value is RunRow =>
  typeof value === 'object' &&
  value !== null &&
  'run' in value &&
  typeof value.run === 'string' &&
  'totals' in value &&
  typeof value.totals === 'object';

/** Reads an answer. Throws TypeError when it is no list of runs. */
export function readRuns(body: unknown): RunList {
  const { current, runs } = (body ?? {}) as { current?: unknown; runs?: unknown };
  if (!Array.isArray(runs) || !runs.every(isRow)) throw new TypeError('the answer is no list of runs');
  return {
    current: typeof current === 'string' ? current : null,
    runs: runs.map((run) => ({ ...run, isHere: run.isHere === true })),
  };
}

/** The name that a person gave it, else that of its scenario. */
export const titleOf = (run: RunRow, nameOf: Language['name']): string => run.name ?? nameOf(run);

/** Who is sent in it now: a branch may have another policy than it began with. */
export const policyOf = ({ parent, policy }: RunRow): string => parent?.policy ?? policy;

/** Runs in which every word of the text occurs in a name, the scenario, the seed, the run's own name or its digest. */
export function foundRuns(runs: readonly RunRow[], text: string): readonly RunRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return runs;
  return runs.filter((run) => {
    const { name, zh, en, scenario, seed, digest } = run;
    const all = [run.run, name ?? '', zh, en, scenario, policyOf(run), `#${seed}`, digest].join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

export interface ListedRun {
  run: RunRow;
  /** How many parents stand above it in the list. */
  depth: number;
}

/** Each branch under its parent, the rest as they came: newest first. A branch whose parent is gone stands by itself. */
export function withBranches(runs: readonly RunRow[]): ListedRun[] {
  const known = new Set(runs.map(({ run }) => run));
  const listed: ListedRun[] = [];
  const list = (run: RunRow, depth: number): void => {
    listed.push({ run, depth });
    for (const branch of runs) if (branch.parent?.run === run.run) list(branch, depth + 1);
  };
  for (const run of runs) if (run.parent === null || !known.has(run.parent.run)) list(run, 0);
  return listed;
}

const UNITS = [
  { from: 1e9, word: 'GB', digits: 2 },
  { from: 1e6, word: 'MB', digits: 1 },
  { from: 0, word: 'kB', digits: 0 },
] as const;
const SIZE = { GB: 1e9, MB: 1e6, kB: 1e3 } as const;

/** `12.3 MB` */
export function formatBytes(bytes: number, language: Language): string {
  const { word, digits } = UNITS.find(({ from }) => bytes >= from)!;
  return `${formatNumber(bytes / SIZE[word], digits, language)} ${language.name({ zh: word, en: word })}`;
}
