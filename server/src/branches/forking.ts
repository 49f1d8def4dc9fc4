// From what a person asks for to a new run in the store: the newest kept point before the fork, the parent's commands after it, edited.
import type { RunId } from '@onescreen/shared/ids';
import type { Person } from '@onescreen/shared/people';
import type { BranchCommand, BranchOrder } from '@onescreen/shared/protocol';
import type { LoggedCommand } from '@onescreen/shared/script';
import { commandsIn, editScript, ScriptError } from '@onescreen/shared/script';
import { ENGINE_VERSION, engineOf } from '../engine/index.ts';
import { forkedCheckpoint } from '../platformStanding.ts';
import { RefusedError } from '../refusal.ts';
import type { BranchRecord, ForkedPast, KeptPoint } from '../store/branchTypes.ts';
import type { RunRecord, Store } from '../store/index.ts';
import { checkpointIn } from './worlds.ts';

/** The whole of a new branch's name; longer ones lose the middle of their parent's. */
const LONGEST_NAME = 100;

/** Forks the store. Throws RefusedError: `not-found`, `not-yet`, `other-engine`, `failed`. */
export async function fork(store: Store, command: BranchCommand, by: Person): Promise<RunRecord> {
  const parent = await store.run(command.run);
  if (parent === null) throw new RefusedError('not-found', command.run);
  if (command.forkTick > parent.lastTick)
    throw new RefusedError('not-yet', `${parent.run} has come to tick ${parent.lastTick}`);
  await requireOwnEngine(store, parent.run);
  const { forkTick, changes, aside, untilTick = null } = command;
  const past = await pastOf(store, parent, forkTick);
  const startTick = past?.point.tick ?? -1;
  const logged = await commandsOf(store, parent.run);
  const { stepTicks } = parent.info;
  const script = editScript(logged, changes, { forkTick, stepTicks, by }).filter(({ tick }) => tick > startTick);
  const run = await freeName(store, parent.run);
  const policy = changes.policy ?? parent.parent?.policy;
  const named = past && { ...past, ...forkedCheckpoint(checkpointIn(past.point), run) };
  return store.forkRun({
    info: { ...parent.info, run },
    parent: { run: parent.run, forkTick, ...(policy === undefined ? {} : { policy }) },
    by: `user:${by.name}`,
    scenarioText: parent.scenarioText,
    branch: { aside, forkTick, startTick, script, untilTick },
    past: named,
  });
}

async function requireOwnEngine(store: Store, run: RunId): Promise<void> {
  const [first] = await store.entriesAfter(run, 0, 1);
  if (first?.kind === 'run.started' && engineOf(first) !== ENGINE_VERSION)
    throw new RefusedError('other-engine', `version ${engineOf(first)}; this program has ${ENGINE_VERSION}`);
}

async function commandsOf(store: Store, run: RunId): Promise<LoggedCommand[]> {
  try {
    return commandsIn(await store.commandEntries(run));
  } catch (error) {
    if (error instanceof ScriptError) throw new RefusedError('failed', error.message);
    throw error;
  }
}

/** The newest point at the fork or before it, of the run or of one that it branched from; null: from tick 0. */
async function pastOf(
  store: Store,
  run: RunRecord,
  forkTick: number,
): Promise<Pick<ForkedPast, 'of' | 'point'> | null> {
  let limit = forkTick;
  for (let at: RunRecord | null = run; at !== null; ) {
    const point: KeptPoint | null = await store.pointBefore(at.run, limit);
    if (point !== null) return (await sharesPast(store, run.run, at.run, point)) ? { of: run.run, point } : null;
    if (at.parent === null) return null;
    limit = Math.min(limit, at.parent.forkTick);
    at = await store.run(at.parent.run);
  }
  return null;
}

/** Whether both runs are the same up to a point: a parent is known by its name alone, and another run may have that name here. */
async function sharesPast(store: Store, run: RunId, other: RunId, { tick }: KeptPoint): Promise<boolean> {
  if (run === other) return true;
  const digests = async (of: RunId): Promise<string> =>
    (await store.segments(of)).flatMap((segment) => (segment.toTick <= tick ? [segment.digest] : [])).join();
  return (await digests(run)) === (await digests(other));
}

async function freeName(store: Store, parent: RunId): Promise<RunId> {
  const stem = parent.length <= LONGEST_NAME ? parent : parent.slice(0, LONGEST_NAME);
  for (let number = 1; ; number++) {
    const name = `${stem}-b${number}`;
    if (!(await store.isTaken(name))) return name;
  }
}

/** What the simulator needs to re-create the world of a branch that has not gone on yet. */
export async function orderFor(
  store: Store,
  { run, info, scenarioText }: RunRecord,
  { aside, forkTick, startTick, untilTick }: BranchRecord,
  speed: number | null,
): Promise<BranchOrder> {
  const point = startTick < 0 ? null : await store.pointBefore(run, startTick);
  const { scenario, seed, density, policy, durationTicks } = info;
  return {
    lane: aside ? 'aside' : 'stage',
    run,
    scenario,
    scenarioText,
    seed,
    density,
    policy,
    durationTicks,
    world: point?.world ?? null,
    forkTick,
    speed,
    untilTick,
  };
}
