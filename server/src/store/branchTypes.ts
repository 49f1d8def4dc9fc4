// What the store keeps so that a run can be branched: worlds beside checkpoints, and for each branch its script and what became of it.
import type { RunId } from '@onescreen/shared/ids';
import type { Entry, RunInfo } from '@onescreen/shared/log';
import type { RecordingTotals, RunParent } from '@onescreen/shared/recordings';
import type { ScriptedCommand } from '@onescreen/shared/script';
import type { Checkpoint, RunRecord } from './types.ts';

/** World and platform after the same batch, at the end of a segment: a run can be taken up from here without what came before. */
export interface KeptPoint {
  batchSeq: number;
  tick: number;
  /** As the simulator sealed it. */
  world: Uint8Array;
  /** `Checkpoint.state`, deflated. */
  platform: Uint8Array;
}

/** `until`: it came to the tick that was asked for. The others: the simulator went away, or could not re-create the world. */
export type BranchEnding = 'until' | 'simulator-gone' | 'not-recreated';

export interface BranchRecord {
  run: RunId;
  /** Whether it runs beside the run on stage. */
  aside: boolean;
  /** The last tick that it shares with its parent. */
  forkTick: number;
  /** The last tick that it took over from there: −1 when it is simulated from the beginning. */
  startTick: number;
  /** Commands after `startTick`. */
  script: readonly ScriptedCommand[];
  untilTick: number | null;
  /** The simulator that has it. */
  source: string | null;
  ending: BranchEnding | null;
}

/** A new run with the past of another. */
export interface Fork {
  info: RunInfo;
  parent: RunParent;
  by: RunRecord['by'];
  scenarioText: string | null;
  branch: Omit<BranchRecord, 'run' | 'source' | 'ending'>;
  /** Null: it begins at tick 0. */
  past: ForkedPast | null;
}

export interface ForkedPast {
  /** The run whose past it is: everything of it up to `point.tick` is taken over. */
  of: RunId;
  point: KeptPoint;
  /** The platform at that point, in the name of the new run. */
  checkpoint: Checkpoint;
  lastSeq: number;
  /** Run digest up to there, hex. */
  digest: string;
  totals: RecordingTotals;
}

export interface BranchStore {
  /** The checkpoint of a batch, while it is kept. */
  checkpointOf(run: RunId, batchSeq: number): Promise<Checkpoint | null>;
  /** Does nothing when that point is kept already. */
  keepPoint(run: RunId, point: KeptPoint): Promise<void>;
  /** The newest point of the run itself at `tick` or before. */
  pointBefore(run: RunId, tick: number): Promise<KeptPoint | null>;
  /** What people asked for, done and refused, in order. */
  commandEntries(run: RunId): Promise<Entry[]>;
  /** Also by a run that is deleted, until all of it is gone. */
  isTaken(run: RunId): Promise<boolean>;
  /** One transaction. Throws StoreError `run-exists`. */
  forkRun(fork: Fork): Promise<RunRecord>;
  /** Null for a run that is no branch of this program. */
  branch(run: RunId): Promise<BranchRecord | null>;
  /** Open branches that run aside, oldest first. */
  openAsides(): Promise<BranchRecord[]>;
  noteBranch(run: RunId, what: { source: string } | { ending: BranchEnding }): Promise<void>;
}
