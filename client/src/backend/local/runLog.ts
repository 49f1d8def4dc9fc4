// The log of a recording, stretch by stretch: out of the logs of its blocks, and where one is missing or damaged out of the segments, which hold
// the same entries.
import type { Entry } from '@onescreen/shared/log';
import { CodecError, decodeSegment } from '@onescreen/shared/log';
import type { Recording } from '@onescreen/shared/recordings';
import { nameEntry, RecordingError, readBlockLog } from '@onescreen/shared/recordings';

export interface LogStretch {
  /** First and last tick, both included. */
  fromTick: number;
  toTick: number;
  /** Its entries, in order. Throws RecordingError or CodecError where they cannot be read in either form. */
  read(): Promise<readonly Entry[]>;
}

/** What a damaged recording throws, as against a mistake of ours or a source that went away. */
export const isDamage = (error: unknown): boolean => error instanceof RecordingError || error instanceof CodecError;

/** The whole log in stretches that follow each other. Nothing is read yet. */
export function stretchesOf(recording: Recording): LogStretch[] {
  const { segments, tracks } = recording.index;
  const { run } = recording.header.info;

  async function entriesOfSegment(index: number): Promise<Entry[]> {
    const { records } = decodeSegment(await recording.payload(index));
    return records.flatMap(({ entries }) => entries.map((entry) => nameEntry(entry, run)));
  }
  async function fromSegments(fromTick: number, toTick: number): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const segment of segments) {
      if (segment.toTick >= fromTick && segment.fromTick <= toTick)
        entries.push(...(await entriesOfSegment(segment.index)));
    }
    return entries.filter(({ tick }) => tick >= fromTick && tick <= toTick);
  }
  async function fromBlock(block: number, fromTick: number, toTick: number): Promise<readonly Entry[]> {
    try {
      return await readBlockLog(recording, block);
    } catch (error) {
      if (!isDamage(error)) throw error;
      return fromSegments(fromTick, toTick);
    }
  }
  const stretches = tracks.map(
    ({ fromTick, toTick }, block): LogStretch => ({ fromTick, toTick, read: () => fromBlock(block, fromTick, toTick) }),
  );
  const covered = tracks.at(-1)?.toTick ?? -1;
  const rest = segments
    .filter(({ toTick }) => toTick > covered)
    .map(({ index, fromTick, toTick }): LogStretch => ({ fromTick, toTick, read: () => entriesOfSegment(index) }));
  return [...stretches, ...rest];
}
