// What every run that is fed by a source has in common, on stage or aside: taken up from the store, welcomed, and answered when a batch is
// not the next one.
import { isDeepStrictEqual } from 'node:util';
import type { RunInfo } from '@onescreen/shared/log';
import type { Ack, Batch, Welcome } from '@onescreen/shared/protocol';
import { unreachable } from '@onescreen/shared/unreachable';
import type { BatchRefusedError, Platform } from './platform.ts';
import { resumePlatform } from './platform.ts';
import { RefusedError } from './refusal.ts';
import { StoreError } from './store/errors.ts';
import type { Store } from './store/index.ts';

/** A stored run; `null` when another version of the engine began it, and then it has ended. `warn`: told so in a sentence. */
export async function takeUp(store: Store, run: string, warn: (sentence: string) => void): Promise<Platform | null> {
  try {
    return await resumePlatform(store, run);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'other-engine') throw error;
    await store.stopRun(run, null);
    warn(error.message);
    return null;
  }
}

/** Throws RefusedError when a run is announced with other particulars than it is known by. */
export function assertSameRun(known: RunInfo, announced: RunInfo): void {
  if (!isDeepStrictEqual(known, announced)) {
    throw new RefusedError('other-run', `${announced.run} is known with other particulars; choose another run id`);
  }
}

export const welcomeTo = ({ info, lastBatch, lastAck }: Platform): Welcome => ({
  run: info.run,
  lastSeq: lastBatch,
  lastAck,
});

/** The stored answer to a batch that is repeated. Throws RefusedError for all others. */
export async function answerRefused(
  store: Store,
  platform: Platform,
  batch: Batch,
  error: BatchRefusedError,
): Promise<Ack> {
  switch (error.reason) {
    case 'repeated': {
      const stored = platform.lastAck?.seq === batch.seq ? platform.lastAck : await store.ackOf(batch.run, batch.seq);
      if (stored === null) throw new RefusedError('sequence-gap', `batch ${batch.seq} is too old to answer again`);
      return stored;
    }
    case 'gap':
      throw new RefusedError('sequence-gap', `expected batch ${platform.lastBatch + 1}, got ${batch.seq}`);
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

/** Work one after the other, whatever becomes of the one before. */
export function createLine(): <T>(work: () => T | Promise<T>) => Promise<T> {
  let line: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = line.then(work);
    line = turn.catch(() => undefined);
    return turn;
  };
}
