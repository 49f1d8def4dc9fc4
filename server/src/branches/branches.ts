// "What if", as people ask for it: a branch is forked in the store and given to the simulator, beside the live run or in its place.
import { deskRefusal } from '@onescreen/shared/cases';
import type { Person } from '@onescreen/shared/people';
import type { BranchCommand, CommandAnswer } from '@onescreen/shared/protocol';
import { policyNames } from '../engine/index.ts';
import { answerOf, type RefusalAnswer, RefusedError } from '../refusal.ts';
import type { Stage } from '../stage.ts';
import type { RunRecord, Store } from '../store/index.ts';
import { type Asides, MOST_ASIDES } from './asides.ts';
import { fork, orderFor } from './forking.ts';

/** Begins a branch; the answer names it. One that runs aside may wait for others. Throws RefusedError; then nothing is left of it. */
export async function beginBranch(
  command: BranchCommand,
  by: Person,
  { store, stage, asides }: { store: Store; stage: Stage; asides: Asides },
): Promise<CommandAnswer> {
  const { policy } = command.changes;
  if (policy !== null && !policyNames.includes(policy)) {
    const { code, zh, en } = deskRefusal('no-such-policy');
    return { ok: false, refusal: code, message: { zh, en } };
  }
  const { source } = stage;
  if (source === null) throw new RefusedError('no-simulator');
  if (command.aside && (await store.openAsides()).length >= MOST_ASIDES) throw new RefusedError('too-many');
  const record = await fork(store, command, by);
  const { run } = record;
  const refused = command.aside ? await asides.advance(run) : await takeStage(record, command, { store, stage });
  if (refused === null) return { ok: true, run };
  await store.stopRun(run, null);
  await store.deleteRun(run);
  return { ok: false, ...refused };
}

/** The simulator says hello for it when its world stands; until then the run on stage goes on. */
async function takeStage(
  record: RunRecord,
  { speed }: BranchCommand,
  { store, stage }: { store: Store; stage: Stage },
): Promise<RefusalAnswer | null> {
  const order = await orderFor(store, record, (await store.branch(record.run))!, speed ?? null);
  return stage.source === null ? answerOf(new RefusedError('no-simulator')) : stage.source.branch(order);
}
