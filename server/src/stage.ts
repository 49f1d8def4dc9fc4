// The run that is on stage: one at a time, its steps one after the other, its source and pace, and who wants to hear of it.
import { isDeepStrictEqual } from 'node:util';
import type { RunInfo } from '@onescreen/shared/log';
import type { Ack, Batch, Control, PaceStatus, StatusFrame, Welcome } from '@onescreen/shared/protocol';
import { unreachable } from '@onescreen/shared/unreachable';
import type { PendingCommand, TickOutcome } from './engine/types.ts';
import { BatchRefusedError, createPlatform, type Platform, resumePlatform } from './platform.ts';
import { RefusedError } from './refusal.ts';
import type { Store } from './store/index.ts';

/** Told in the order of events; a listener must not throw. */
export interface StageListener {
  /** A run took the stage: new, brought back after a restart, or put right after a failed commit. */
  onRun(platform: Platform): void;
  /** Ticks that are committed. */
  onStep(platform: Platform, ticks: readonly TickOutcome[]): void;
  /** State or pace changed. */
  onStatus(): void;
}

/** The world at the other end of /ingest. */
export interface Source {
  control(control: Control): void;
}

export interface Stage {
  /** `null` before the first run, and while a failed commit is being put right. */
  readonly platform: Platform | null;
  readonly source: Source | null;
  readonly state: StatusFrame['state'];
  readonly pace: PaceStatus | null;
  listen(listener: StageListener): void;
  /** Brings the newest run back, unless another was to take its place. Call once, before the doors open. */
  restore(): Promise<void>;
  /** Takes a run on stage or finds where it stopped. Another run that was on stage ends. Throws RefusedError. */
  announce(info: RunInfo): Promise<Welcome>;
  /** Takes the next batch and answers after it is committed. Throws RefusedError. */
  take(batch: Batch, bytes: Uint8Array): Promise<Ack>;
  /** Keeps a command for the next step. */
  queueCommand(command: PendingCommand): void;
  setSource(source: Source | null): void;
  setPace(pace: PaceStatus): void;
  /** Runs when no step is under way, so that what it reads is committed. */
  between<T>(read: () => T | Promise<T>): Promise<T>;
  readonly stepping: boolean;
}

export function createStage(store: Store): Stage {
  const listeners: StageListener[] = [];
  const commands: PendingCommand[] = [];
  let platform: Platform | null = null;
  let knownRun: string | null = null;
  let source: Source | null = null;
  let pace: PaceStatus | null = null;
  let stepping = false;
  let line: Promise<unknown> = Promise.resolve();

  /** One after the other, whatever becomes of the one before. */
  function inLine<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = line.then(work);
    line = turn.catch(() => undefined);
    return turn;
  }

  function put(next: Platform): void {
    if (knownRun !== next.info.run) commands.length = 0;
    platform = next;
    knownRun = next.info.run;
    for (const listener of listeners) listener.onRun(next);
    statusChanged();
  }

  function statusChanged(): void {
    for (const listener of listeners) listener.onStatus();
  }

  async function announce(info: RunInfo): Promise<Welcome> {
    if (platform?.info.run !== info.run) {
      const record = await store.run(info.run);
      if (record?.state === 'stopped') throw new RefusedError('other-run', `${info.run} was ended by another run`);
      if (record !== null) assertSameRun(record.info, info);
      await platform?.stop();
      put(record === null ? await createPlatform({ info, store }) : await resumePlatform(store, info.run));
    }
    const onStage = platform!;
    assertSameRun(onStage.info, info);
    return { run: info.run, lastSeq: onStage.lastBatch, lastAck: onStage.lastAck };
  }

  async function take(batch: Batch, bytes: Uint8Array): Promise<Ack> {
    const onStage = platform ?? (await putRight());
    if (onStage === null || onStage.info.run !== batch.run)
      throw new RefusedError('other-run', `say hello for ${batch.run} first`);
    const taken = commands.slice();
    stepping = true;
    try {
      const { ack, ticks } = await onStage.process(batch, taken, bytes);
      commands.splice(0, taken.length);
      stepping = false;
      for (const listener of listeners) listener.onStep(onStage, ticks);
      if (onStage.state !== 'open') statusChanged();
      return ack;
    } catch (error) {
      if (error instanceof BatchRefusedError && error.reason !== 'broken')
        return await answerRefused(onStage, batch, error);
      // The engine may be ahead of the log now: only what the log says counts. Where that fails too, the next batch tries again.
      platform = null;
      await putRight().catch(() => statusChanged());
      throw error;
    } finally {
      stepping = false;
    }
  }

  async function putRight(): Promise<Platform | null> {
    if (knownRun === null) return null;
    const resumed = await resumePlatform(store, knownRun);
    put(resumed);
    return resumed;
  }

  async function answerRefused(onStage: Platform, batch: Batch, error: BatchRefusedError): Promise<Ack> {
    switch (error.reason) {
      case 'repeated': {
        const stored = onStage.lastAck?.seq === batch.seq ? onStage.lastAck : await store.ackOf(batch.run, batch.seq);
        if (stored === null) throw new RefusedError('sequence-gap', `batch ${batch.seq} is too old to answer again`);
        return stored;
      }
      case 'gap':
        throw new RefusedError('sequence-gap', `expected batch ${onStage.lastBatch + 1}, got ${batch.seq}`);
      case 'other-run':
        throw new RefusedError('other-run', error.message);
      case 'finished':
        throw new RefusedError('other-run', `${batch.run} is finished`);
      case 'broken':
        throw new RefusedError('failed');
      default:
        return unreachable(error.reason);
    }
  }

  function stateNow(): StatusFrame['state'] {
    if (knownRun === null) return 'waiting';
    if (platform !== null && platform.state !== 'open') return 'finished';
    return source === null || platform === null ? 'stalled' : 'live';
  }

  return {
    get platform() {
      return platform;
    },
    get source() {
      return source;
    },
    get state() {
      return stateNow();
    },
    get pace() {
      return pace;
    },
    get stepping() {
      return stepping;
    },
    listen: (listener) => void listeners.push(listener),
    restore: () =>
      inLine(async () => {
        const newest = (await store.runs())[0];
        if (newest !== undefined && newest.state !== 'stopped') put(await resumePlatform(store, newest.run));
      }),
    announce: (info) => inLine(() => announce(info)),
    take: (batch, bytes) => inLine(() => take(batch, bytes)),
    queueCommand: (command) => void commands.push(command),
    setSource(next) {
      source = next;
      statusChanged();
    },
    setPace(next) {
      pace = next;
      statusChanged();
    },
    between: (read) => inLine(read),
  };
}

function assertSameRun(known: RunInfo, announced: RunInfo): void {
  if (!isDeepStrictEqual(known, announced)) {
    throw new RefusedError('other-run', `${announced.run} is known with other particulars; choose another run id`);
  }
}
