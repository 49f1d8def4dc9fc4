// "What if", as people ask for it: a branch is forked in the store and given to the simulator, beside the live run or in its place.
import { deskRefusal } from '@onescreen/shared/cases';
import type { Person } from '@onescreen/shared/people';
import type { BranchCommand, CommandAnswer } from '@onescreen/shared/protocol';
import { policyNames } from '../engine/index.ts';
import { createLine } from '../feeding.ts';
import { answerOf, type RefusalAnswer, RefusedError } from '../refusal.ts';
import type { Stage } from '../stage.ts';
import type { RunRecord, Store } from '../store/index.ts';
import { type Asides, MOST_ASIDES } from './asides.ts';
import { fork, orderFor } from './forking.ts';

export interface Branches {
  /** Begins a branch; the answer names it. One that runs aside may wait for others. Throws RefusedError; then nothing is left of it. */
  begin(command: BranchCommand, by: Person): Promise<CommandAnswer>;
}

export function createBranches({ store, stage, asides }: { store: Store; stage: Stage; asides: Asides }): Branches {
  // Two that are asked for at once get two names.
  const inLine = createLine();

  async function begin(command: BranchCommand, by: Person): Promise<CommandAnswer> {
    const { policy } = command.changes;
    if (policy !== null && !policyNames.includes(policy)) {
      const { code, zh, en } = deskRefusal('no-such-policy');
      return { ok: false, refusal: code, message: { zh, en } };
    }
    if (stage.source === null) throw new RefusedError('no-simulator');
    if (command.aside && (await store.openAsides()).length >= MOST_ASIDES) throw new RefusedError('too-many');
    const record = await fork(store, command, by);
    const { run } = record;
    const refused = command.aside ? await asides.advance(run) : await takeStage(record, command);
    if (refused === null) return { ok: true, run };
    await store.stopRun(run, null);
    await store.deleteRun(run);
    return { ok: false, ...refused };
  }

  /** The simulator says hello for it when its world stands; until then the run on stage goes on. */
  async function takeStage(record: RunRecord, { speed }: BranchCommand): Promise<RefusalAnswer | null> {
    const order = await orderFor(store, record, (await store.branch(record.run))!, speed ?? null);
    return stage.source === null ? answerOf(new RefusedError('no-simulator')) : stage.source.branch(order);
  }

  return { begin: (command, by) => inLine(() => begin(command, by)) };
}
