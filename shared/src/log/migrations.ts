// Versions of the recording format, numbered without a gap. What an older version wrote is brought forward one step at a time.
import { CodecError } from './bytes.ts';
import type { Segment } from './segment.ts';
import { toVersion2 } from './version2.ts';

/** One version of the format. `upgrade` takes a decoded segment of the version before to this one; the first has none. */
export interface FormatStep {
  version: number;
  what: string;
  upgrade: ((segment: Segment) => Segment) | null;
}

export const formatSteps: readonly FormatStep[] = [
  { version: 1, what: 'keyframe, then one record per tick: changes in columns, entries as JSON lines', upgrade: null },
  {
    version: 2,
    what: 'cases with level, holder, ruling, support and confirmations; incidents; who gave a command, with its body',
    upgrade: toVersion2,
  },
];

/** Throws RangeError unless the steps are numbered 1, 2, 3 … and all but the first can upgrade. */
export function requireGapless(steps: readonly FormatStep[]): void {
  steps.forEach(({ version, upgrade }, i) => {
    if (version !== i + 1) throw new RangeError(`format step ${i + 1} is numbered ${version}`);
    if ((upgrade === null) !== (i === 0))
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
