// Branches that run beside the run on stage: the platform hands them to the simulator one at a time, oldest first, and takes what it sends.
// However simulator or server end, each branch goes on or ends with a reason; none waits for ever.
import type { RunId } from '@onescreen/shared/ids';
import type { RunInfo } from '@onescreen/shared/log';
import type { Ack, Batch, Welcome } from '@onescreen/shared/protocol';
import type { Cancel, Clock } from '../clock.ts';
import { answerRefused, assertSameRun, createLine, takeUp, welcomeTo } from '../feeding.ts';
import { BatchRefusedError, type Platform } from '../platform.ts';
import { type RefusalAnswer, RefusedError } from '../refusal.ts';
import type { Source, Stage } from '../stage.ts';
import type { BranchEnding, BranchRecord } from '../store/branchTypes.ts';
import type { Store } from '../store/index.ts';
import { orderFor } from './forking.ts';

/** A simulator that says nothing of a branch for so long has lost it. */
const SILENCE_MS = 60_000;
/** More wait than anybody will look at. */
export const MOST_ASIDES = 20;

export interface AsidesOptions {
  store: Store;
  stage: Stage;
  clock: Clock;
  /** Told, in a sentence, what the one who runs the server should know. */
  warn: (sentence: string) => void;
}

export interface Asides {
  /** Hands on the oldest branch that waits, if none is under way. Why the simulator does not take `run`, or null. */
  advance(run?: RunId): Promise<RefusalAnswer | null>;
  /** A connection says that it has the branch. Throws RefusedError. */
  announce(info: RunInfo): Promise<Welcome>;
  /** Takes the next batch and answers after it is committed. Throws RefusedError. */
  take(batch: Batch, bytes: Uint8Array): Promise<Ack>;
  /** Its connection is gone. */
  lost(run: RunId): void;
  /** The branch that is under way when it has this name. */
  platformOf(run: RunId): Platform | null;
  close(): Promise<void>;
}

interface UnderWay {
  run: RunId;
  untilTick: number | null;
  /** Null before the first hello, and after a failed commit until it is taken up again. */
  platform: Platform | null;
  /** Ends the wait for a word of it. */
  cancel: Cancel;
}

export function createAsides({ store, stage, clock, warn }: AsidesOptions): Asides {
  const inLine = createLine();
  let underWay: UnderWay | null = null;
  let closed = false;

  function begin({ run, untilTick }: BranchRecord): UnderWay {
    underWay?.cancel();
    underWay = { run, untilTick, platform: null, cancel: () => undefined };
    return underWay;
  }

  /** The branch ends unless it is heard of. */
  function expectWord(of: UnderWay): void {
    of.cancel();
    of.cancel = clock.after(SILENCE_MS, () => {
      void inLine(async () => {
        if (underWay === of) await end(of.run, 'simulator-gone');
      }).then(
        () => advance(),
        (error: unknown) => warn(String(error)),
      );
    });
  }

  /** Ends a branch where it is; `null`: it came to the end of its scenario. */
  async function end(run: RunId, ending: BranchEnding | null): Promise<void> {
    if (ending !== null) {
      await store.noteBranch(run, { ending });
      const platform = underWay?.run === run ? underWay.platform : null;
      if (platform !== null) await platform.stop();
      else await (await takeUp(store, run, warn))?.stop();
      if (ending !== 'until') warn(`branch ${run} ends: ${ending}`);
    }
    if (underWay?.run !== run) return;
    underWay.cancel();
    underWay = null;
  }

  async function hand(source: Source, branch: BranchRecord): Promise<RefusalAnswer | null> {
    const record = (await store.run(branch.run))!;
    if (record.lastTick > branch.startTick) {
      // It has gone on already: only the process that has its world can go on with it.
      if (branch.source === source.name) expectWord(begin(branch));
      else await end(branch.run, 'simulator-gone');
      return null;
    }
    // Both at once: the simulator re-creates the world while the platform takes up its own half.
    const answer = source.branch(await orderFor(store, record, branch, null));
    const platform = await takeUp(store, branch.run, warn);
    const refused = await answer;
    if (refused !== null) {
      warn(`branch ${branch.run} is refused: ${refused.message.en}`);
      await end(branch.run, 'not-recreated');
      return refused;
    }
    await store.noteBranch(branch.run, { source: source.name });
    const mine = begin(branch);
    mine.platform = platform;
    expectWord(mine);
    return null;
  }

  async function advance(run?: RunId): Promise<RefusalAnswer | null> {
    return await inLine(async () => {
      let answer: RefusalAnswer | null = null;
      for (;;) {
        const { source } = stage;
        if (closed || source === null || underWay !== null) return answer;
        const [next] = await store.openAsides();
        if (next === undefined) return answer;
        const refused = await hand(source, next);
        if (next.run === run) answer = refused;
      }
    });
  }

  async function announce(info: RunInfo): Promise<Welcome> {
    const branch = await store.branch(info.run);
    const record = await store.run(info.run);
    if (branch?.aside !== true || record?.state !== 'open')
      throw new RefusedError('other-run', `${info.run} is no branch that runs aside`);
    assertSameRun(record.info, info);
    // After a restart it is the connection that tells which one is under way.
    const mine = underWay?.run === info.run ? underWay : begin(branch);
    mine.platform ??= await takeUp(store, info.run, warn);
    if (mine.platform === null) throw new RefusedError('other-run', `${info.run} was begun by another version`);
    mine.cancel();
    return welcomeTo(mine.platform);
  }

  async function take(batch: Batch, bytes: Uint8Array): Promise<Ack> {
    const mine = underWay;
    if (mine === null || mine.run !== batch.run)
      throw new RefusedError('other-run', `say hello for ${batch.run} first`);
    mine.platform ??= await takeUp(store, mine.run, warn);
    const { platform } = mine;
    if (platform === null) throw new RefusedError('other-run', `${mine.run} has ended`);
    try {
      const { ack } = await platform.process(batch, [], bytes);
      if (platform.state !== 'open') await end(mine.run, null);
      else if (mine.untilTick !== null && batch.toTick >= mine.untilTick) await end(mine.run, 'until');
      return ack;
    } catch (error) {
      if (error instanceof BatchRefusedError && error.reason !== 'broken')
        return await answerRefused(store, platform, batch, error);
      // The engine may be ahead of the log now: only what the log says counts.
      mine.platform = null;
      throw error;
    }
  }

  const goOn = (): void => {
    advance().catch((error: unknown) => warn(String(error)));
  };
  let known: string | null = null;
  stage.listen({
    onRun: () => undefined,
    onStep: () => undefined,
    onStatus() {
      const name = stage.source?.name ?? null;
      if (name === null || name === known) return;
      // Another process: what the one before had is gone with it.
      const before = underWay;
      known = name;
      void inLine(async () => {
        if (before !== null && underWay === before && (await store.branch(before.run))?.source !== name)
          await end(before.run, 'simulator-gone');
      }).then(goOn, (error: unknown) => warn(String(error)));
    },
  });

  return {
    platformOf: (run) => (underWay?.run === run && underWay.platform?.state === 'open' ? underWay.platform : null),
    advance,
    announce: (info) => inLine(() => announce(info)),
    async take(batch, bytes) {
      const ack = await inLine(() => take(batch, bytes));
      if (underWay === null) goOn();
      return ack;
    },
    lost(run) {
      if (underWay?.run === run) expectWord(underWay);
    },
    close() {
      closed = true;
      underWay?.cancel();
      return inLine(() => undefined);
    },
  };
}
