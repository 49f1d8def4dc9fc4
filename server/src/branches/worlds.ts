// World snapshots that a simulator hands over: kept unopened, beside the platform's own checkpoint of the same step.
import { promisify } from 'node:util';
import { deflate, inflateSync } from 'node:zlib';
import type { KeptWorld } from '@onescreen/shared/protocol';
import type { KeptPoint } from '../store/branchTypes.ts';
import type { Checkpoint, Store } from '../store/index.ts';

const deflated = promisify(deflate);

/** Keeps a world; one whose step has no checkpoint (any more) is of no use and is let go. */
export async function keepWorld(store: Store, { run, seq, world }: KeptWorld): Promise<void> {
  const checkpoint = await store.checkpointOf(run, seq);
  if (checkpoint === null) return;
  // Beside the steps, on another thread.
  const platform = await deflated(checkpoint.state, { level: 1 });
  await store.keepPoint(run, { batchSeq: seq, tick: checkpoint.tick, world, platform });
}

export const checkpointIn = ({ batchSeq, tick, platform }: KeptPoint): Checkpoint => ({
  batchSeq,
  tick,
  state: inflateSync(platform),
});
