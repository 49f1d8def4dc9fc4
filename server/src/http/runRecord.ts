// The run that an address names.
import { z } from 'zod';
import type { RunRecord, Store } from '../store/index.ts';
import { notFound } from './problems.ts';
import { read } from './query.ts';

export const ofRun = z.object({ run: z.string().min(1).max(200) });

/** Throws ProblemError 400 or 404. */
export async function recordOf(store: Store, params: unknown): Promise<RunRecord> {
  const { run } = read(ofRun, params);
  const record = await store.run(run);
  if (record === null) throw notFound(`The run ${run}`);
  return record;
}
