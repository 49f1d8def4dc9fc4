// One run on the platform: engine, recorder and (live) store behind one door. Live and headless take the same path,
// so the same run gives the same log digest.
import type { CasesState } from '@onescreen/shared/cases';
import type { CityState } from '@onescreen/shared/city';
import type { CaseId } from '@onescreen/shared/ids';
import type { RunInfo } from '@onescreen/shared/log';
import type { Ack, Batch } from '@onescreen/shared/protocol';
import { encodeBatch } from '@onescreen/shared/protocol';
import type { RecordingTotals } from '@onescreen/shared/recordings';
import { scriptByTick } from '@onescreen/shared/script';
import type { CommandOutcome, EngineStep, PendingCommand, Proposal, TickOutcome } from './engine/types.ts';
import type { Standing } from './platformStanding.ts';
import { checkpointOf, newStanding, storedStanding } from './platformStanding.ts';
import type { FinishedBlock } from './recordings/blockRecorder.ts';
import { packBlock, packSegmentSync } from './recordings/pack.ts';
import type { FinishedSegment } from './recordings/recorder.ts';
import type { BranchRecord } from './store/branchTypes.ts';
import { StoreError } from './store/errors.ts';
import type { RunAbout, RunState, SegmentEnd, Store } from './store/types.ts';

export interface Processed {
  ack: Ack;
  /** One per tick of the batch, in order; entries are final. */
  ticks: readonly TickOutcome[];
  /** What became of each command, in order. */
  outcomes: readonly CommandOutcome[];
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
  /** Of a branch: the last tick that it shares with its parent, where nobody may act; else −1. */
  readonly forkTick: number;
  /**
   * Takes the run's next batch: decides, commits, and only then answers. One call at a time.
   * `bytes`: the batch as it came, so that it is not encoded again for the store.
   * Throws BatchRefusedError (state unchanged, except `broken`) and StoreError (then the platform is broken).
   */
  process(batch: Batch, commands: readonly PendingCommand[], bytes?: Uint8Array): Promise<Processed>;
  /** Whom the policy would send to a case now; `null` when there is no such open case. Read between steps. */
  propose(id: CaseId): Proposal | null;
  /** Digest of the run so far, hex: of the whole run once it is finished. */
  digest(): string;
  /** The segment that is open, as if it ended here; null when it holds no tick. Read between steps. */
  openSegment(): FinishedSegment | null;
  /** The block that is open, as if it ended here; null when it holds no tick. Read between steps. */
  openBlock(): FinishedBlock | null;
  /** Ends a run that will get no more batches: what it has so far is a whole recording. */
  stop(): Promise<void>;
}

/** What ends with a step: a segment, and sometimes a block with it. */
interface Ended {
  segment: FinishedSegment;
  block: FinishedBlock | null;
}

export interface PlatformOptions {
  info: RunInfo;
  store?: Store;
  /** What the store keeps of a new run beside its particulars. */
  about?: Partial<RunAbout>;
  /** Of a branch: what its script gives by itself, before what people ask; and up to where it is its parent's. */
  branch?: Pick<BranchRecord, 'script' | 'forkTick'>;
  /** Gets each finished segment in order; the next step waits for it. For runs that go to a file instead of a store. */
  onSegment?: (segment: FinishedSegment) => Promise<void> | void;
  /** Gets each finished block after the segment that it ends with. */
  onBlock?: (block: FinishedBlock) => Promise<void> | void;
}

/** A new run. With a store, it is created there. Throws StoreError `run-exists`. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const at = newStanding(options.info);
  await options.store?.createRun(options.info, options.about);
  return platformOf(options, at);
}

/** A stored run, exactly as it was after its newest committed batch. Throws StoreError `no-run`, `other-engine`, `damaged`. */
export async function resumePlatform(store: Store, run: string): Promise<Platform> {
  const record = await store.run(run);
  if (record === null) throw new StoreError('no-run', `there is no run ${run}`);
  const branch = await store.branch(run);
  return platformOf({ info: record.info, store, ...(branch && { branch }) }, await storedStanding(store, record));
}

function platformOf(options: PlatformOptions, at: Standing): Platform {
  const { info } = options;
  const script = scriptByTick(options.branch?.script ?? []);
  const { engine, recorder, blocks } = at;
  /** `working` from the engine's first change until the commit; a failure in between leaves it so: the engine is ahead then. */
  let phase: 'ready' | 'working' = 'ready';

  async function process(batch: Batch, commands: readonly PendingCommand[], bytes?: Uint8Array): Promise<Processed> {
    if (phase === 'working')
      throw new BatchRefusedError('broken', `run ${info.run} must be taken up again from the store`);
    checkOrder(info, at, batch);
    phase = 'working';
    const scripted = script.get(batch.fromTick) ?? [];
    const given = [...scripted, ...commands];
    const { ticks, orders, outcomes, residents } = engine.step(batch, given);
    // A last step may fill its segment by itself; if not, the shorter one ends here.
    const segment = recorder.record(ticks) ?? (batch.last ? recorder.finish() : null);
    blocks.record(ticks, batch.toTick);
    const ended = segment && { segment, block: blocks.endSegment(batch.last) };
    const ack: Ack = { run: info.run, seq: batch.seq, orders };
    const state = batch.last ? 'finished' : 'open';
    const after: Standing = { ...at, lastBatch: batch.seq, lastTick: batch.toTick, lastAck: ack, state };
    await keep(options, after, { batch, bytes, commands: given, ticks, residents, ack, ended });
    Object.assign(at, after);
    phase = 'ready';
    return { ack, ticks, outcomes: outcomes.slice(scripted.length) };
  }

  async function stop(): Promise<void> {
    if (at.state !== 'open') return;
    const segment = phase === 'ready' ? recorder.finish() : null;
    const last = segment && { segment, block: blocks.endSegment(true) };
    if (options.store !== undefined) await options.store.stopRun(info.run, last && segmentEndOf(last));
    else if (last !== null) await handOn(options, last);
    at.state = 'stopped';
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
    forkTick: options.branch?.forkTick ?? -1,
    process,
    propose: (id) => engine.propose(id),
    digest: () => recorder.digest(),
    openSegment: () => recorder.open(),
    openBlock: () => blocks.open(),
    stop,
  };
}

function checkOrder(info: RunInfo, at: Standing, batch: Batch): void {
  const refuse = (reason: BatchRefusal, message: string): never => {
    throw new BatchRefusedError(reason, message);
  };
  if (batch.run !== info.run) refuse('other-run', `batch of run ${batch.run} came, but ${info.run} is running`);
  if (batch.seq <= at.lastBatch) refuse('repeated', `batch ${batch.seq} is committed already`);
  if (at.state !== 'open') refuse('finished', `run ${info.run} is ${at.state}`);
  if (batch.seq !== at.lastBatch + 1 || batch.fromTick !== at.lastTick + 1) {
    const came = `batch ${batch.seq} from tick ${batch.fromTick}`;
    refuse('gap', `${came} came, but ${at.lastBatch + 1} from tick ${at.lastTick + 1} is the next`);
  }
}

/** What a step did, before it is kept. */
interface Step {
  batch: Batch;
  bytes: Uint8Array | undefined;
  commands: readonly PendingCommand[];
  ticks: readonly TickOutcome[];
  residents: EngineStep['residents'];
  ack: Ack;
  ended: Ended | null;
}

/** Commits the step to the store; without one, only what is finished is handed on. `at`: where the run stands after the step. */
async function keep(options: PlatformOptions, at: Standing, step: Step): Promise<void> {
  const { info, store } = options;
  const { batch, bytes, commands, ticks, residents, ack, ended } = step;
  if (store === undefined) {
    if (ended !== null) await handOn(options, ended);
    return;
  }
  await store.commitStep({
    run: info.run,
    batchSeq: batch.seq,
    batch: bytes ?? encodeBatch(batch),
    commands,
    residents,
    ack,
    toTick: batch.toTick,
    entries: ticks.flatMap((tick) => tick.entries),
    segmentEnd: ended && { ...segmentEndOf(ended), checkpoint: checkpointOf(at) },
    state: at.state,
  });
}

async function handOn({ onSegment, onBlock }: PlatformOptions, { segment, block }: Ended): Promise<void> {
  await onSegment?.(segment);
  if (block !== null) await onBlock?.(block);
}

const segmentEndOf = ({ segment, block }: Ended): Omit<SegmentEnd, 'checkpoint'> => ({
  segment: packSegmentSync(segment),
  block: block && packBlock(block),
  digest: segment.chain,
});
