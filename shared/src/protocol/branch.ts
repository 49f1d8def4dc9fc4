// A branch, "what if": what is to be different after the tick at which it leaves its parent.
import type { RunId } from '../ids.ts';
import type { RunCommand } from './console.ts';

/** What happens to the commands that people gave after the fork, and what is given beside them. */
export interface BranchChanges {
  /** Entries (`seq`) of commands that are not given. */
  without: readonly number[];
  /** Nobody acts after the fork. */
  nobody: boolean;
  /** Everybody acts so many ticks later; negative: sooner. */
  shiftTicks: number;
  moved: readonly { seq: number; tick: number }[];
  /** In the name of whoever asks for the branch. */
  added: readonly { tick: number; command: RunCommand }[];
  /** Another dispatch policy from the fork on; null: the parent's. */
  policy: string | null;
}

/** Asks for a branch of a run. Answered with the name of the new run. */
export interface BranchCommand {
  kind: 'branch';
  run: RunId;
  /** The last tick that both share. */
  forkTick: number;
  changes: BranchChanges;
  /** `true`: beside the live run, as fast as it can. `false`: it takes the stage, and people act in it. */
  aside: boolean;
  /** Of a branch that takes the stage; the present one when it is left out. */
  speed?: number;
  /** The last tick of a branch that runs aside; the end of its scenario when it is left out. */
  untilTick?: number;
}

/** Nothing is different. */
export const NO_CHANGES: BranchChanges = {
  without: [],
  nobody: false,
  shiftTicks: 0,
  moved: [],
  added: [],
  policy: null,
};
