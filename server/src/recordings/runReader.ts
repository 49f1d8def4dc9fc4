// A run of the store as a recording: its index as in a file, its parts by their content, and what is not finished yet.
import type { RunId } from '@onescreen/shared/ids';
import type {
  PieceSource,
  Recording,
  RecordingHeader,
  RecordingIndex,
  ServedRecording,
} from '@onescreen/shared/recordings';
import { NOTICE, recordingOfRun } from '@onescreen/shared/recordings';
import type { Platform } from '../platform.ts';
import { PROGRAM } from '../program.ts';
import type { RunRecord, Store } from '../store/types.ts';
import { nodeTools, packHeader, sha256Hex } from './pack.ts';
import { completeBlocks } from './storedBlocks.ts';

/** The runs that are being recorded now: the one on stage, and what runs aside. */
export interface LiveRuns {
  platformOf(run: RunId): Platform | null;
  /** Runs when no step of the run on stage is under way. A platform and its store agree whenever other code runs. */
  between<T>(read: () => T | Promise<T>): Promise<T>;
}

/** What a file of the run begins with. */
export const headerOf = ({ info, scenarioText, parent }: RunRecord): RecordingHeader => ({
  simulated: true,
  notice: NOTICE,
  program: PROGRAM,
  info,
  scenarioText,
  parent,
});

async function indexOf(store: Store, record: RunRecord): Promise<RecordingIndex> {
  const { run, digest, totals } = record;
  const segments = await store.segments(run);
  const blocks = await store.blocks(run);
  return {
    headerDigest: sha256Hex(packHeader(headerOf(record))),
    digest,
    totals,
    segments: segments.map(({ run: _, ...segment }) => ({ ...segment, offset: 0 })),
    tracks: blocks.map((block) => ({ ...block, offset: 0 })),
    notes: await store.notes(run),
  };
}

/**
 * All that is said of a run as it stands; the parts of one that is being recorded are those that are finished. What `take` makes of it, before the
 * next step.
 */
export async function servedRun<T>(
  store: Store,
  live: LiveRuns,
  run: RunRecord,
  take: (served: ServedRecording) => T,
): Promise<T> {
  await completeBlocks(store, run);
  return live.between(async () => {
    // Read again: a step may have come since.
    const record = (await store.run(run.run)) ?? run;
    const index = await indexOf(store, record);
    const fromTick = (index.segments.at(-1)?.toTick ?? -1) + 1;
    const isOpen = live.platformOf(run.run) !== null && record.lastTick >= fromTick;
    const open = isOpen ? { index: index.segments.length, fromTick, toTick: record.lastTick } : null;
    return take({ header: headerOf(record), index, open, state: record.state, parent: record.parent });
  });
}

const piecesOf = (store: Store): PieceSource => ({
  read: async (storedDigest, offset, length) => (await store.piece(storedDigest, { offset, length }))?.bytes ?? null,
  close: () => Promise.resolve(),
});

/** The finished parts of it; nothing needs to be closed. */
export const readServed = (store: Store, served: ServedRecording): Recording =>
  recordingOfRun(served, piecesOf(store), nodeTools);
