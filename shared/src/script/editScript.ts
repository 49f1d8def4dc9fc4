// "What if": the commands of a run after a tick, with some left out, moved, or added.
import type { Person } from '../people/types.ts';
import type { BranchChanges } from '../protocol/branch.ts';
import type { GivenCommand, LoggedCommand } from './readScript.ts';

/** A command of a script, at the first tick of the step that it is given with. */
export interface ScriptedCommand extends GivenCommand {
  tick: number;
}

export interface EditOptions {
  /** The last tick that the branch shares with its parent. */
  forkTick: number;
  /** Ticks of a step. */
  stepTicks: number;
  /** Who asks for what is added. */
  by: Person;
}

/**
 * The script of a branch, in the order in which it is given. What lies up to the fork stays as it was. After it: `nobody` leaves everything out,
 * `without` some; a command that is moved is given at its new tick, all others `shiftTicks` later (or, negative, sooner); none before the fork.
 * Added ones come last within their step, a change of policy first.
 */
export function editScript(
  logged: readonly LoggedCommand[],
  changes: BranchChanges,
  { forkTick, stepTicks, by }: EditOptions,
): ScriptedCommand[] {
  const firstFree = stepFrom(forkTick + 1, stepTicks);
  const after = (tick: number): number => Math.max(firstFree, stepFrom(tick, stepTicks));
  const without = new Set(changes.without);
  const moved = new Map(changes.moved.map(({ seq, tick }) => [seq, tick]));
  const past = logged.filter(({ tick }) => tick <= forkTick).map(({ seq: _, ...given }) => given);
  const future = logged
    .filter(({ tick, seq }) => tick > forkTick && !changes.nobody && !without.has(seq))
    .map(({ seq, tick, ...given }) => ({ ...given, tick: after(moved.get(seq) ?? tick + changes.shiftTicks) }));
  const policy: ScriptedCommand[] =
    changes.policy === null
      ? []
      : [{ tick: firstFree, person: by, command: { kind: 'policy', policy: changes.policy } }];
  const added = changes.added.map(({ tick, command }) => ({ tick: after(tick), person: by, command }));
  // Sorting keeps the order of what is given with the same step.
  return [...past, ...[...policy, ...future, ...added].sort((a, b) => a.tick - b.tick)];
}

/** The first tick of the step that begins at `tick` or next after it. */
const stepFrom = (tick: number, stepTicks: number): number => Math.ceil(tick / stepTicks) * stepTicks;

/** The commands of a script by the first tick of their step. */
export function scriptByTick(script: readonly ScriptedCommand[]): ReadonlyMap<number, readonly GivenCommand[]> {
  const byTick = new Map<number, GivenCommand[]>();
  for (const { tick, ...given } of script) {
    const there = byTick.get(tick);
    if (there === undefined) byTick.set(tick, [given]);
    else there.push(given);
  }
  return byTick;
}
