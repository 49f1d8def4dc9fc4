// A world's snapshot as sealed bytes: deflated, and marked with the version of the world that can open it.
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { deflate, inflateSync } from 'node:zlib';

/** Raise it when a snapshot gets another shape, or the same snapshot and orders come to other batches. */
const WORLD_VERSION = 1;
/** Many times a storm's: a stream that says it is larger is not a world. */
const MOST_BYTES = 256 * 1024 * 1024;

const deflated = promisify(deflate);

/** Why the bytes are no world that this program can go on with: one sentence. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

/** Reads `snapshot` at once, and compresses it beside the simulation. */
export function seal(snapshot: unknown): Promise<Uint8Array> {
  return deflated(serialize({ version: WORLD_VERSION, snapshot }), { level: 1 });
}

/** The snapshot. Throws SealError. */
export function unseal(world: Uint8Array): unknown {
  const { version, snapshot } = opened(world);
  if (version !== WORLD_VERSION)
    throw new SealError(`The world was kept by version ${version} of the simulator; this one has ${WORLD_VERSION}.`);
  return snapshot;
}

function opened(world: Uint8Array): { version: unknown; snapshot: unknown } {
  try {
    const kept: unknown = deserialize(inflateSync(world, { maxOutputLength: MOST_BYTES }));
    if (typeof kept === 'object' && kept !== null && 'version' in kept && 'snapshot' in kept) return kept;
  } catch {
    // Said below.
  }
  throw new SealError('What was kept of the world cannot be read.');
}
