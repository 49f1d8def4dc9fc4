// Where a run stands, and how to come back to exactly that: the newest checkpoint, then every batch committed after it.
import { deserialize, serialize } from 'node:v8';
import type { RunInfo } from '@onescreen/shared/log';
import type { Ack } from '@onescreen/shared/protocol';
import { decodeBatch } from '@onescreen/shared/protocol';
import type { RecordingTotals } from '@onescreen/shared/recordings';
import { createEngine, ENGINE_VERSION, engineOf } from './engine/index.ts';
import type { EngineState } from './engine/state.ts';
import type { Engine } from './engine/types.ts';
import type { BlockRecorder } from './recordings/blockRecorder.ts';
import { createBlockRecorder } from './recordings/blockRecorder.ts';
import type { Recorder, RecorderState } from './recordings/recorder.ts';
import { createRecorder, segmentTicksOf } from './recordings/recorder.ts';
import { openBlockAt } from './recordings/storedBlocks.ts';
import { StoreError } from './store/errors.ts';
import type { Checkpoint, RunRecord, RunState, Store } from './store/types.ts';

/** Engine and recorders, and what was last taken; changed in place from step to step. */
export interface Standing {
  readonly engine: Engine;
  readonly recorder: Recorder;
  readonly blocks: BlockRecorder;
  lastBatch: number;
  lastTick: number;
  lastAck: Ack | null;
  state: RunState;
}

interface CheckpointState {
  engine: unknown;
  recorder: RecorderState;
  lastAck: Ack | null;
}

/** Before the first batch of a run. */
export function newStanding(info: RunInfo): Standing {
  const engine = createEngine(info);
  return {
    engine,
    recorder: createRecorder(engine, undefined, segmentTicksOf(info.durationTicks)),
    blocks: createBlockRecorder(),
    lastBatch: 0,
    lastTick: -1,
    lastAck: null,
    state: 'open',
  };
}

/** Only at the end of a segment. */
export function checkpointOf({ engine, recorder, lastBatch, lastTick, lastAck }: Standing): Checkpoint {
  const state: CheckpointState = { engine: engine.snapshot(), recorder: recorder.state(), lastAck };
  return { batchSeq: lastBatch, tick: lastTick, state: serialize(state) };
}

/** A checkpoint in the name of another run, and what it says of the run so far. */
export function forkedCheckpoint(
  checkpoint: Checkpoint,
  run: string,
): { checkpoint: Checkpoint; lastSeq: number; digest: string; totals: RecordingTotals } {
  const kept = deserialize(checkpoint.state) as CheckpointState;
  const lastAck = kept.lastAck && { ...kept.lastAck, run };
  const { chain: digest, totals } = kept.recorder;
  const { seq: lastSeq } = (kept.engine as EngineState).cases;
  return { checkpoint: { ...checkpoint, state: serialize({ ...kept, lastAck }) }, lastSeq, digest, totals };
}

/** Only the engine that began a run can go on with it: another would not come to the same log, or could not read its checkpoint. */
async function requireOwnEngine(store: Store, { run }: RunRecord): Promise<void> {
  const [first] = await store.entriesAfter(run, 0, 1);
  if (first?.kind !== 'run.started' || engineOf(first) === ENGINE_VERSION) return;
  const versions = `version ${engineOf(first)} of the engine, this program has version ${ENGINE_VERSION}`;
  throw new StoreError(
    'other-engine',
    `run ${run} was decided by ${versions}: it can be replayed, but not taken up again`,
  );
}

/**
 * A stored run after its newest committed batch. Throws StoreError: `other-engine` for a run of another version of this program, `damaged` when
 * it does not come out where it was.
 */
export async function storedStanding(store: Store, record: RunRecord): Promise<Standing> {
  await requireOwnEngine(store, record);
  const checkpoint = await store.latestCheckpoint(record.run);
  const at = checkpoint === null ? newStanding(record.info) : await standingAt(store, record, checkpoint);
  for (const row of await store.inboxAfter(record.run, at.lastBatch)) {
    const batch = decodeBatch(row.batch);
    const { ticks } = at.engine.step(batch, row.commands);
    at.recorder.record(ticks);
    at.blocks.record(ticks, batch.toTick);
    at.lastBatch = batch.seq;
    at.lastTick = batch.toTick;
    at.lastAck = row.ack;
  }
  at.state = record.state;
  if (at.lastBatch !== record.lastBatch || at.engine.cases.seq !== record.lastSeq) {
    const wanted = `batch ${record.lastBatch}, entry ${record.lastSeq}`;
    throw new StoreError('damaged', `run ${record.run} does not come back to ${wanted}`);
  }
  return at;
}

async function standingAt(store: Store, { run, info }: RunRecord, checkpoint: Checkpoint): Promise<Standing> {
  // Written by checkpointOf, in the same transaction as the step that it follows.
  const { engine: snapshot, recorder: stood, lastAck } = deserialize(checkpoint.state) as CheckpointState;
  const engine = createEngine(info, snapshot);
  const recorder = createRecorder(engine, stood, segmentTicksOf(engine.info.durationTicks));
  const blocks = await openBlockAt(store, run, checkpoint.tick, engine.city.quanta);
  const { batchSeq: lastBatch, tick: lastTick } = checkpoint;
  return { engine, recorder, blocks, lastBatch, lastTick, lastAck, state: 'open' };
}
