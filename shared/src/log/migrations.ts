// Versions of the recording format, numbered without a gap. What an older version wrote is brought forward one step at a time.
import { CodecError } from './bytes.ts';
import type { Entry } from './entries.ts';
import type { Segment } from './segment.ts';
import { entryToVersion2, toVersion2 } from './version2.ts';

/** One version of the format. What it takes from the version before to this one: a decoded segment, and an entry by itself; the first has nothing to take. */
export interface FormatStep {
  version: number;
  what: string;
  upgrade: ((segment: Segment) => Segment) | null;
  upgradeEntry: ((entry: Entry) => Entry) | null;
}

export const formatSteps: readonly FormatStep[] = [
  {
    version: 1,
    what: 'keyframe, then one record per tick: changes in columns, entries as JSON lines',
    upgrade: null,
    upgradeEntry: null,
  },
  {
    version: 2,
    what: 'cases with level, holder, ruling, support and confirmations; incidents; who gave a command, with its body',
    upgrade: toVersion2,
    upgradeEntry: entryToVersion2,
  },
];

/** Throws RangeError unless the steps are numbered 1, 2, 3 … and all but the first can upgrade. */
export function requireGapless(steps: readonly FormatStep[]): void {
  steps.forEach(({ version, upgrade, upgradeEntry }, i) => {
    if (version !== i + 1) throw new RangeError(`format step ${i + 1} is numbered ${version}`);
    if ((upgrade === null) !== (i === 0) || (upgradeEntry === null) !== (i === 0))
      throw new RangeError(`format step ${version} ${i === 0 ? 'has nothing to upgrade' : 'cannot upgrade'}`);
  });
}
requireGapless(formatSteps);

/** The version that this program writes. */
export const FORMAT_VERSION = formatSteps.length;

/** Throws CodecError for a version that this program cannot read. */
export function requireReadable(version: number): void {
  if (Number.isInteger(version) && version >= 1 && version <= FORMAT_VERSION) return;
  throw new CodecError(
    version > FORMAT_VERSION
      ? `this recording has format version ${version}; this program reads up to ${FORMAT_VERSION}, so a newer program is needed`
      : `${version} is not a format version`,
  );
}

function take(step: FormatStep, segment: Segment): Segment {
  const upgraded = step.upgrade === null ? segment : step.upgrade(segment);
  return { ...upgraded, header: { ...upgraded.header, version: step.version } };
}

/** Brings a decoded segment of `version` to the newest of `steps`; its header says the newest then. */
export const upgradeSegment = (
  version: number,
  segment: Segment,
  steps: readonly FormatStep[] = formatSteps,
): Segment => steps.reduce((value, step) => (step.version > version ? take(step, value) : value), segment);

/** The same for entries that stand by themselves, in the log of a block. */
export const upgradeEntries = (
  version: number,
  entries: readonly Entry[],
  steps: readonly FormatStep[] = formatSteps,
): readonly Entry[] =>
  steps.reduce(
    (taken, { version: next, upgradeEntry }) =>
      next > version && upgradeEntry !== null ? taken.map(upgradeEntry) : taken,
    entries,
  );
