// The run that is on stage: one at a time, its steps one after the other, its source and pace, and who wants to hear of it.
import type { Actor, RunId } from '@onescreen/shared/ids';
import type { RunInfo } from '@onescreen/shared/log';
import type { Ack, Batch, BranchOrder, Control, PaceStatus, StatusFrame, Welcome } from '@onescreen/shared/protocol';
import type { CommandOutcome, PendingCommand, TickOutcome } from './engine/types.ts';
import { answerRefused, assertSameRun, createLine, takeUp, welcomeTo } from './feeding.ts';
import { BatchRefusedError, createPlatform, type Platform, resumePlatform } from './platform.ts';
import { answerOf, type RefusalAnswer, RefusedError } from './refusal.ts';
import type { RunRecord, Store } from './store/index.ts';

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
  /** Which process it is: another one knows nothing of what this one was told. */
  readonly name: string;
  control(control: Control): void;
  /** Has a branch's world re-created. Resolves with why not, or null when it will send the branch. Never rejects. */
  branch(order: BranchOrder): Promise<RefusalAnswer | null>;
}

export interface Stage {
  /** `null` before the first run, and while a failed commit is being put right. */
  readonly platform: Platform | null;
  readonly source: Source | null;
  readonly state: StatusFrame['state'];
  readonly pace: PaceStatus | null;
  listen(listener: StageListener): void;
  /**
   * Brings the newest run back that does not run aside, unless another was to take its place. One that another version of the engine began cannot go on: it ends
   * where it is. Call once, before the doors open.
   */
  restore(): Promise<void>;
  /** The next new run is one that this person asked for. */
  asked(by: Actor): void;
  /**
   * Takes a run on stage or finds where it stopped. Another run that was on stage ends. `scenarioText`: of a scenario that is not in the library.
   * Throws RefusedError.
   */
  announce(info: RunInfo, scenarioText?: string | null): Promise<Welcome>;
  /** Takes the next batch and answers after it is committed. Throws RefusedError. */
  take(batch: Batch, bytes: Uint8Array): Promise<Ack>;
  /**
   * Keeps a command for the next step. Resolves when that is committed: carried out or refused; or at once, refused, when too many wait or no run
   * is open, or when another run takes the stage before. Never rejects.
   */
  queueCommand(command: PendingCommand): Promise<CommandOutcome>;
  setSource(source: Source | null): void;
  setPace(pace: PaceStatus): void;
  /** The run on stage when it has this name and is open. */
  platformOf(run: RunId): Platform | null;
  /** Runs when no step is under way, so that what it reads is committed. */
  between<T>(read: () => T | Promise<T>): Promise<T>;
  readonly stepping: boolean;
}

const NO_OPEN_RUN = 'there is no open run';
/** More than any number of people can ask for in one step. */
const MOST_WAITING = 200;

/** A command that waits for its step, and who waits for what becomes of it. */
interface Waiting {
  asked: PendingCommand;
  settle: (outcome: CommandOutcome) => void;
}

const refusedAs = (...why: ConstructorParameters<typeof RefusedError>): CommandOutcome => ({
  ok: false,
  ...answerOf(new RefusedError(...why)),
});

/** `warn`: told, in a sentence, what the one who runs the server should know. */
export function createStage(store: Store, warn: (sentence: string) => void = () => undefined): Stage {
  const listeners: StageListener[] = [];
  const waiting: Waiting[] = [];
  let platform: Platform | null = null;
  let knownRun: string | null = null;
  let source: Source | null = null;
  let pace: PaceStatus | null = null;
  let stepping = false;
  let askedBy: Actor | null = null;
  const inLine = createLine();

  function put(next: Platform): void {
    if (knownRun !== next.info.run) refuseWaiting('other-run', 'another run took the stage');
    platform = next;
    knownRun = next.info.run;
    for (const listener of listeners) listener.onRun(next);
    statusChanged();
  }

  function refuseWaiting(...why: ConstructorParameters<typeof RefusedError>): void {
    for (const { settle } of waiting.splice(0)) settle(refusedAs(...why));
  }

  function queueCommand(asked: PendingCommand): Promise<CommandOutcome> {
    if (platform !== null && platform.state !== 'open') return Promise.resolve(refusedAs('not-found', NO_OPEN_RUN));
    if (waiting.length >= MOST_WAITING) return Promise.resolve(refusedAs('too-many'));
    return new Promise((settle) => void waiting.push({ asked, settle }));
  }

  function statusChanged(): void {
    for (const listener of listeners) listener.onStatus();
  }

  async function begin(info: RunInfo, scenarioText: string | null): Promise<Platform> {
    const begun = await createPlatform({ info, store, about: { by: askedBy, scenarioText } });
    askedBy = null;
    return begun;
  }

  async function announce(info: RunInfo, scenarioText: string | null): Promise<Welcome> {
    if (platform?.info.run !== info.run) {
      const record = await store.run(info.run);
      if (record?.state === 'stopped') throw new RefusedError('other-run', `${info.run} was ended by another run`);
      if (record?.branch?.aside) throw new RefusedError('other-run', `${info.run} runs aside`);
      if (record !== null) assertSameRun(record.info, info);
      await platform?.stop();
      const next = record === null ? await begin(info, scenarioText) : await takeUp(store, info.run, warn);
      if (next === null) throw new RefusedError('other-run', `${info.run} was begun by another version of the engine`);
      put(next);
    }
    const onStage = platform!;
    assertSameRun(onStage.info, info);
    return welcomeTo(onStage);
  }

  async function take(batch: Batch, bytes: Uint8Array): Promise<Ack> {
    const onStage = platform ?? (await putRight());
    if (onStage === null || onStage.info.run !== batch.run)
      throw new RefusedError('other-run', `say hello for ${batch.run} first`);
    // What lies before the fork was decided by the parent's people.
    const taken = batch.fromTick > onStage.forkTick ? waiting.slice() : [];
    stepping = true;
    try {
      const commands = taken.map(({ asked }) => asked);
      const { ack, ticks, outcomes } = await onStage.process(batch, commands, bytes);
      for (const [i, { settle }] of waiting.splice(0, taken.length).entries()) settle(outcomes[i]!);
      stepping = false;
      for (const listener of listeners) listener.onStep(onStage, ticks);
      if (onStage.state !== 'open') {
        refuseWaiting('not-found', NO_OPEN_RUN);
        statusChanged();
      }
      return ack;
    } catch (error) {
      if (error instanceof BatchRefusedError && error.reason !== 'broken')
        return await answerRefused(store, onStage, batch, error);
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
        const newest = (await store.runs()).find(wasOnStage);
        const restored =
          newest === undefined || newest.state === 'stopped' ? null : await takeUp(store, newest.run, warn);
        if (restored !== null) put(restored);
      }),
    asked(by) {
      askedBy = by;
    },
    announce: (info, scenarioText = null) => inLine(() => announce(info, scenarioText)),
    take: (batch, bytes) => inLine(() => take(batch, bytes)),
    queueCommand,
    setSource(next) {
      source = next;
      statusChanged();
    },
    setPace(next) {
      pace = next;
      statusChanged();
    },
    platformOf: (run) => (platform?.info.run === run && platform.state === 'open' ? platform : null),
    between: (read) => inLine(read),
  };
}

/** Not one that runs aside; nor one that came in as a file, which has no batches and is nothing to go on with. */
const wasOnStage = ({ state, lastBatch, branch }: RunRecord): boolean =>
  branch?.aside !== true && (state === 'open' || lastBatch > 0);
