// World snapshots: sealed bytes that the platform keeps beside its own checkpoint of the same step, and hands back to go on from there.

import type { RunId } from '../ids.ts';
import { DAY } from '../time.ts';
import { z } from '../zod.ts';
import { nameSchema } from './schemas.ts';

/** The world after a batch, before the orders of its ack. Only a simulator can open `world`. */
export interface KeptWorld {
  run: RunId;
  /** Of the batch. */
  seq: number;
  world: Uint8Array;
}

/**
 * A quarter of an hour. Measured on a normal day: world and checkpoint take 0.7 MB together, so a day takes 68 MB; and what lies between a snapshot
 * and a fork is simulated in less than a second.
 */
const KEEP_TICKS = 900;
/** Runs of more than two days: an hour. */
const LONG_KEEP_TICKS = 3600;

/** Ticks from one snapshot to the next: a multiple of the run's segments. */
export const keepTicksOf = (durationTicks: number): number => (durationTicks > 2 * DAY ? LONG_KEEP_TICKS : KEEP_TICKS);

/** A normal day's takes 0.4 MB; one with all of the city's cases a few times that. */
export const MOST_WORLD_BYTES: number = 4 * 1024 * 1024;

export const worldSchema: z.ZodType<Uint8Array> = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length > 0 && bytes.length <= MOST_WORLD_BYTES, 'is not the size of a world');

export const keptWorldSchema: z.ZodType<KeptWorld> = z.object({
  run: nameSchema,
  seq: z.int().min(1),
  world: worldSchema,
});
