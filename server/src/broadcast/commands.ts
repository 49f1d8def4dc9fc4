// What a person may ask for, and who does it: the world keeps the pace, the engine decides what belongs in the log.
import type { Person } from '@onescreen/shared/people';
import { type DeedRefusal, refuseDeed } from '@onescreen/shared/people';
import type { CommandAnswer, ConsoleCommand, Control, RunCommand } from '@onescreen/shared/protocol';
import type { Branches } from '../branches/branches.ts';
import type { Clock } from '../clock.ts';
import type { CommandOutcome } from '../engine/types.ts';
import { RefusedError } from '../refusal.ts';
import type { Stage } from '../stage.ts';
import type { Store } from '../store/index.ts';

/** A step that is so late may come at any time or not at all: the person is told that it is queued. */
const PATIENCE_MS = 3000;

/** How long a step may take to come: at the slowest pace one comes every five seconds. */
function patienceMs({ pace, platform }: Stage): number {
  if (pace === null || platform === null) return PATIENCE_MS;
  return pace.paused ? 0 : PATIENCE_MS + (1000 * platform.info.stepTicks) / pace.speed;
}

export interface CommandParts {
  clock: Clock;
  stage: Stage;
  store: Store;
  branches: Branches;
}

/** Does or hands on what the person asks, and answers when it is done, refused or queued. Throws RefusedError. */
export async function carryOut(
  command: ConsoleCommand,
  person: Person | null,
  parts: CommandParts,
): Promise<CommandAnswer> {
  if (command.kind === 'pace' || command.kind === 'step' || command.kind === 'start') {
    const refusal = refuseDeed(person, command.kind, null);
    return refusal === null ? control(command, person!, parts.stage) : refused(refusal);
  }
  if (command.kind === 'branch') {
    const refusal = refuseDeed(person, command.kind, null);
    return refusal === null ? parts.branches.begin(command, person!) : refused(refusal);
  }
  // What the role and the area allow, the engine asks where it can be logged; but nobody is no one to log.
  return person === null ? refused(refuseDeed(null, command.kind, null)!) : ask(command, person, parts);
}

const refused = ({ code, zh, en }: DeedRefusal): CommandAnswer => ({
  ok: false,
  refusal: code,
  message: { zh, en },
});

function control(command: Control, { name }: Person, stage: Stage): CommandAnswer {
  const { pace, source } = stage;
  if (command.kind === 'start' && pace !== null && !pace.scenarios.some(({ id }) => id === command.scenario))
    throw new RefusedError('unknown-scenario', command.scenario);
  if (source === null) throw new RefusedError('no-simulator');
  if (command.kind === 'start') stage.asked(`user:${name}`);
  source.control(command);
  return { ok: true };
}

async function ask(command: RunCommand, person: Person, parts: CommandParts): Promise<CommandAnswer> {
  const { stage } = parts;
  const run = stage.platform?.info.run;
  if (run === undefined || stage.state === 'finished') throw new RefusedError('not-found', 'there is no open run');
  const outcome = await patiently(stage.queueCommand({ person, command }), parts);
  if (outcome === 'queued') return { ok: true, queued: true };
  if (!outcome.ok || command.kind !== 'look') return outcome;
  // The look is in the log by now: only then the record leaves the store, and only to the one who asked.
  const record = await parts.store.resident(run, command.case);
  return record === null ? { ok: true } : { ok: true, record };
}

/** What became of a command, or `queued` when the run stands still. */
function patiently(
  outcome: Promise<CommandOutcome>,
  { clock, stage }: CommandParts,
): Promise<CommandOutcome | 'queued'> {
  return new Promise((resolve, reject) => {
    const giveUp = clock.after(patienceMs(stage), () => resolve('queued'));
    outcome.then(resolve, reject).finally(giveUp);
  });
}
