// One run on the platform: engine, recorder and (live) store behind one door. Live and headless take the same path,
// so the same run gives the same log digest.
import { deserialize, serialize } from 'node:v8';
import type { CasesState } from '@onescreen/shared/cases';
import type { CityState } from '@onescreen/shared/city';
import type { RunInfo } from '@onescreen/shared/log';
import type { Ack, Batch } from '@onescreen/shared/protocol';
import { decodeBatch, encodeBatch } from '@onescreen/shared/protocol';
import { createEngine } from './engine/index.ts';
import type { Engine, EngineStep, PendingCommand, TickOutcome } from './engine/types.ts';
import type { RecordingTotals } from './recordings/format.ts';
import { packSegmentSync } from './recordings/pack.ts';
import type { FinishedSegment, Recorder, RecorderState } from './recordings/recorder.ts';
import { createRecorder } from './recordings/recorder.ts';
import { StoreError } from './store/errors.ts';
import type { Checkpoint, RunState, SegmentEnd, Store } from './store/types.ts';

export interface Processed {
  ack: Ack;
  /** One per tick of the batch, in order; entries are final. */
  ticks: readonly TickOutcome[];
}

/** Why a batch was not taken. `repeated`: its stored ack is `lastAck` or `store.ackOf`. `broken`: make a new platform with `resumePlatform`. */
export type BatchRefusal = 'other-run' | 'repeated' | 'gap' | 'finished' | 'broken';

export class BatchRefusedError extends Error {
  readonly reason: BatchRefusal;
  constructor(reason: BatchRefusal, message: string) {
    super(message);
    this.name = 'BatchRefusedError';
    this.reason = reason;
  }
}

export interface Platform {
  readonly info: RunInfo;
  /** Newest state. Read between steps; the objects are the engine's own. */
  readonly city: CityState;
  readonly cases: CasesState;
  /** Newest batch processed (committed, where there is a store), 0 before the first; its last tick (−1) and its ack. */
  readonly lastBatch: number;
  readonly lastTick: number;
  readonly lastSeq: number;
  readonly lastAck: Ack | null;
  readonly state: RunState;
  /** Counts since tick 0. */
  readonly totals: RecordingTotals;
  /**
   * Takes the run's next batch: decides, commits, and only then answers. One call at a time.
   * `bytes`: the batch as it came, so that it is not encoded again for the store.
   * Throws BatchRefusedError (state unchanged, except `broken`) and StoreError (then the platform is broken).
   */
  process(batch: Batch, commands: readonly PendingCommand[], bytes?: Uint8Array): Promise<Processed>;
  /** Digest of the run so far, hex: of the whole run once it is finished. */
  digest(): string;
  /** Ends a run that will get no more batches: what it has so far is a whole recording. */
  stop(): Promise<void>;
}

export interface PlatformOptions {
  info: RunInfo;
  store?: Store;
  /** Gets each finished segment in order; the next step waits for it. For runs that go to a file instead of a store. */
  onSegment?: (segment: FinishedSegment) => Promise<void> | void;
}

/** A new run. With a store, it is created there. Throws StoreError `run-exists`. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const engine = createEngine(options.info);
  await options.store?.createRun(options.info);
  return platformOf(options, {
    engine,
    recorder: createRecorder(engine),
    lastBatch: 0,
    lastTick: -1,
    lastAck: null,
    state: 'open',
  });
}

/** A stored run, exactly as it was after its newest committed batch. Throws StoreError `no-run`, `damaged`. */
export async function resumePlatform(store: Store, run: string): Promise<Platform> {
  const record = await store.run(run);
  if (record === null) throw new StoreError('no-run', `there is no run ${run}`);
  const checkpoint = await store.latestCheckpoint(run);
  const at = checkpoint === null ? freshAt(record.info) : restoredAt(record.info, checkpoint);
  for (const row of await store.inboxAfter(run, at.lastBatch)) {
    const batch = decodeBatch(row.batch);
    const step = at.engine.step(batch, row.commands);
    at.recorder.record(step.ticks);
    Object.assign(at, { lastBatch: batch.seq, lastTick: batch.toTick, lastAck: row.ack });
  }
  at.state = record.state;
  if (at.lastBatch !== record.lastBatch || at.engine.cases.seq !== record.lastSeq) {
    throw new StoreError(
      'damaged',
      `run ${run} does not come back to batch ${record.lastBatch}, entry ${record.lastSeq}`,
    );
  }
  return platformOf({ info: record.info, store }, at);
}

/** Where a run stands; changed in place from step to step. */
interface Standing {
  readonly engine: Engine;
  readonly recorder: Recorder;
  lastBatch: number;
  lastTick: number;
  lastAck: Ack | null;
  state: RunState;
}

interface CheckpointState {
  engine: unknown;
  recorder: RecorderState;
  lastAck: Ack;
}

function freshAt(info: RunInfo): Standing {
  const engine = createEngine(info);
  return { engine, recorder: createRecorder(engine), lastBatch: 0, lastTick: -1, lastAck: null, state: 'open' };
}

function restoredAt(info: RunInfo, checkpoint: Checkpoint): Standing {
  const state = deserialize(checkpoint.state) as CheckpointState;
  const engine = createEngine(info, state.engine);
  const recorder = createRecorder(engine, state.recorder);
  return {
    engine,
    recorder,
    lastBatch: checkpoint.batchSeq,
    lastTick: checkpoint.tick,
    lastAck: state.lastAck,
    state: 'open',
  };
}

function checkOrder(info: RunInfo, at: Standing, batch: Batch): void {
  if (batch.run !== info.run)
    throw new BatchRefusedError('other-run', `batch of run ${batch.run} came, but ${info.run} is running`);
  if (batch.seq <= at.lastBatch) throw new BatchRefusedError('repeated', `batch ${batch.seq} is committed already`);
  if (at.state !== 'open') throw new BatchRefusedError('finished', `run ${info.run} is ${at.state}`);
  if (batch.seq !== at.lastBatch + 1 || batch.fromTick !== at.lastTick + 1) {
    throw new BatchRefusedError(
      'gap',
      `batch ${batch.seq} from tick ${batch.fromTick} came, but ${at.lastBatch + 1} from tick ${at.lastTick + 1} is the next`,
    );
  }
}

function platformOf({ info, store, onSegment }: PlatformOptions, at: Standing): Platform {
  const { engine, recorder } = at;
  /** `working` from the first change of the engine until the commit: a failure in between leaves it, because the engine is then ahead. */
  let phase: 'ready' | 'working' = 'ready';

  async function commit(
    batch: Batch,
    commands: readonly PendingCommand[],
    bytes: Uint8Array | undefined,
    step: EngineStep,
    segment: FinishedSegment | null,
    ack: Ack,
  ) {
    if (store === undefined) {
      if (segment !== null) await onSegment?.(segment);
      return;
    }
    const checkpoint = (): Checkpoint => ({
      batchSeq: batch.seq,
      tick: batch.toTick,
      state: serialize({
        engine: engine.snapshot(),
        recorder: recorder.state(),
        lastAck: ack,
      } satisfies CheckpointState),
    });
    await store.commitStep({
      run: info.run,
      batchSeq: batch.seq,
      batch: bytes ?? encodeBatch(batch),
      commands,
      ack,
      toTick: batch.toTick,
      entries: step.ticks.flatMap((tick) => tick.entries),
      segmentEnd: segment === null ? null : { ...segmentEndOf(segment, engine), checkpoint: checkpoint() },
      state: batch.last ? 'finished' : 'open',
    });
  }

  return {
    info,
    get city() {
      return engine.city;
    },
    get cases() {
      return engine.cases;
    },
    get lastBatch() {
      return at.lastBatch;
    },
    get lastTick() {
      return at.lastTick;
    },
    get lastSeq() {
      return engine.cases.seq;
    },
    get lastAck() {
      return at.lastAck;
    },
    get state() {
      return at.state;
    },
    get totals() {
      return recorder.totals;
    },
    async process(batch, commands, bytes) {
      if (phase === 'working')
        throw new BatchRefusedError('broken', `run ${info.run} must be taken up again from the store`);
      checkOrder(info, at, batch);
      phase = 'working';
      const step = engine.step(batch, commands);
      // Both are asked: the last batch of a run may also be the one that fills a segment.
      const segment = recorder.record(step.ticks) ?? (batch.last ? recorder.finish() : null);
      const ack: Ack = { run: info.run, seq: batch.seq, orders: step.orders };
      await commit(batch, commands, bytes, step, segment, ack);
      Object.assign(at, {
        lastBatch: batch.seq,
        lastTick: batch.toTick,
        lastAck: ack,
        state: batch.last ? 'finished' : 'open',
      });
      phase = 'ready';
      return { ack, ticks: step.ticks };
    },
    digest: () => recorder.digest(),
    async stop() {
      if (at.state !== 'open') return;
      const last = phase === 'ready' ? recorder.finish() : null;
      if (store !== undefined) await store.stopRun(info.run, last === null ? null : segmentEndOf(last, engine));
      else if (last !== null) await onSegment?.(last);
      at.state = 'stopped';
    },
  };
}

const segmentEndOf = (segment: FinishedSegment, engine: Engine): Omit<SegmentEnd, 'checkpoint'> => ({
  segment: packSegmentSync(segment),
  quanta: engine.city.quanta,
  digest: segment.chain,
});
