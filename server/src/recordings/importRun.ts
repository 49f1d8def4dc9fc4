// A recording that comes in as a file becomes a run of the store: every hash checked, every entry in the log, under a name that is free.
import type { Actor } from '@onescreen/shared/ids';
import type { Entry } from '@onescreen/shared/log';
import { CodecError, chainDigest, decodeSegment, GENESIS_DIGEST } from '@onescreen/shared/log';
import type { Recording } from '@onescreen/shared/recordings';
import { nameEntry, RecordingError } from '@onescreen/shared/recordings';
import { engineOf } from '../engine/version.ts';
import type { RunImport, RunRecord, Store } from '../store/types.ts';
import { readRecording } from './file.ts';

export interface Imported {
  record: RunRecord;
  /** Version of the engine that decided the run. */
  engine: number;
}

/** Throws RecordingError and leaves nothing behind; StoreError `disk-full`. */
export async function importRun(store: Store, file: string, by: Actor): Promise<Imported> {
  const recording = await readRecording(file);
  try {
    const { info, parent, scenarioText } = recording.header;
    const arriving = await store.importRun(info, { parent, scenarioText, by });
    try {
      return await takeAll(recording, arriving);
    } catch (error) {
      await arriving.abandon();
      throw error;
    }
  } finally {
    await recording.close();
  }
}

async function takeAll(recording: Recording, arriving: RunImport): Promise<Imported> {
  const { segments, tracks, digest, notes } = recording.index;
  let chain = GENESIS_DIGEST;
  let seq = 0;
  let engine = 1;
  let last: Entry | undefined;
  for (const { offset: _, ...segment } of segments) {
    const entries = await entriesIn(recording, segment.index, arriving.run, seq);
    const [first] = entries;
    if (first?.kind === 'run.started') engine = engineOf(first);
    await arriving.segment({ ...segment, stored: await recording.stored(segment.index) }, entries);
    chain = chainDigest(chain, segment.digest);
    seq += entries.length;
    last = entries.at(-1) ?? last;
  }
  if (chain !== digest)
    throw new RecordingError('damaged', 'the recording is damaged: its digest is not the chain over its segments');
  for (const [position, { offset: _, ...block }] of tracks.entries())
    await arriving.block({ ...block, stored: await recording.tracks(position) });
  const state = last?.kind === 'run.finished' ? 'finished' : 'stopped';
  return { record: await arriving.finish({ state, digest, notes }), engine };
}

/** The entries of a segment that says the same of itself as the index does, and whose entries go on from `seq`. */
async function entriesIn(recording: Recording, index: number, run: string, seq: number): Promise<Entry[]> {
  const { fromTick, toTick } = recording.index.segments[index]!;
  const damaged = (why: string) =>
    new RecordingError(
      'segment-damaged',
      `segment ${index} (ticks ${fromTick} to ${toTick}) is damaged: ${why}`,
      index,
    );
  const payload = await recording.payload(index);
  try {
    const { header, records } = decodeSegment(payload);
    if (header.index !== index || header.fromTick !== fromTick || header.toTick !== toTick)
      throw damaged('it says that it is another');
    const entries = records.flatMap((record) => record.entries.map((entry) => nameEntry(entry, run)));
    if (entries.some((entry, i) => entry.seq !== seq + i + 1)) throw damaged('its entries have a gap');
    return entries;
  } catch (error) {
    throw error instanceof CodecError ? damaged(error.message) : error;
  }
}
