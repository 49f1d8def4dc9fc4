// What the platform keeps: runs, their log, and what is needed to go on after a kill. Two implementations, one contract suite.
// Every method is asynchronous, so that a database across the network fits as well as one in this process.
import type { CaseId, RunId } from '@onescreen/shared/ids';
import type { Entry, RunInfo } from '@onescreen/shared/log';
import type { RoleId } from '@onescreen/shared/people';
import type { Ack, ResidentRecord } from '@onescreen/shared/protocol';
import type { PendingCommand } from '../engine/types.ts';

/** `open`: batches may come; `finished`: the world said its last; `stopped`: another run took its place. */
export type RunState = 'open' | 'finished' | 'stopped';

export interface RunRecord {
  run: RunId;
  info: RunInfo;
  /** The run it branched from, and the last tick that they share. */
  parent: { run: RunId; forkTick: number } | null;
  state: RunState;
  /** Newest batch, tick and entry that are committed: 0, −1 and 0 before the first. */
  lastBatch: number;
  lastTick: number;
  lastSeq: number;
  /** Digest chain over the finished segments, hex; of the whole run once it is finished. */
  digest: string;
  /** Bytes of its stored segments. */
  bytes: number;
}

export interface SegmentRecord {
  run: RunId;
  /** 0, 1, 2 … */
  index: number;
  /** First and last tick, both included. */
  fromTick: number;
  toTick: number;
  /** SHA-256 of the payload, hex: the segment's name. Equal in every run that did the same. */
  digest: string;
  /** SHA-256 of the stored (compressed) bytes, hex. */
  storedDigest: string;
  payloadBytes: number;
  storedBytes: number;
}

/** A segment as it is stored and served: one deflate stream. */
export interface StoredSegment extends Omit<SegmentRecord, 'run'> {
  stored: Uint8Array;
}

/** All that is needed to go on from the end of a segment. */
export interface Checkpoint {
  batchSeq: number;
  tick: number;
  /** Engine and recorder, serialised by the platform. */
  state: Uint8Array;
}

/** What a step that completes a segment adds; committed with the step. */
export interface SegmentEnd {
  segment: StoredSegment;
  /** The whole city's quanta after `segment.toTick`, by series: one keyframe of the history. */
  quanta: Int32Array;
  /** Run digest up to and with this segment, hex. */
  digest: string;
  checkpoint: Checkpoint;
}

/** One step, committed as a whole or not at all. */
export interface StepCommit {
  run: RunId;
  /** The next of the run: last + 1. */
  batchSeq: number;
  /** The batch as it came, kept until a checkpoint makes it unnecessary. */
  batch: Uint8Array;
  commands: readonly PendingCommand[];
  /** Personal records of the step's new cases: kept beside the log, never served with it. */
  residents: readonly { case: CaseId; record: ResidentRecord }[];
  ack: Ack;
  toTick: number;
  /** Their seq goes on from the run's newest without a gap. */
  entries: readonly Entry[];
  segmentEnd: SegmentEnd | null;
  /** The run's state from this step on. */
  state: RunState;
}

/** A committed batch that is newer than a checkpoint: replayed to come back to the newest state. */
export interface InboxRow {
  batchSeq: number;
  batch: Uint8Array;
  commands: readonly PendingCommand[];
  ack: Ack;
}

/** Values of some series at the ends of segments. `quanta[i][k]` is `series[i]` at `ticks[k]`; NO_DATA where there was none. */
export interface History {
  ticks: number[];
  quanta: Int32Array[];
}

/** Somebody came or went. In wall time: it is no part of any run. */
export interface SignIn {
  atMs: number;
  what: 'signed-in' | 'refused' | 'signed-out';
  /** `null` where nobody was recognised. */
  name: string | null;
  role: RoleId | null;
  area: string | null;
}

export interface Store {
  /** Throws StoreError `run-exists`. */
  createRun(info: RunInfo, parent?: { run: RunId; forkTick: number }): Promise<RunRecord>;
  /** Newest first. */
  runs(): Promise<RunRecord[]>;
  run(run: RunId): Promise<RunRecord | null>;
  /**
   * One transaction. Throws StoreError: `no-run`, `run-closed`, `batch-repeated` (already committed: see `ackOf`),
   * `batch-gap`, `entry-gap`, `disk-full`, `read-only`. After any of them nothing of the step is stored.
   */
  commitStep(step: StepCommit): Promise<void>;
  /** Ends a run that is open, with what its last, shorter segment holds. Does nothing when it has ended. */
  stopRun(run: RunId, last: Omit<SegmentEnd, 'checkpoint'> | null): Promise<void>;
  /** The stored answer to a batch; null when it is not committed or older than the checkpoints kept. */
  ackOf(run: RunId, batchSeq: number): Promise<Ack | null>;
  /** Entries with a seq above `afterSeq`, ascending, at most `limit`. */
  entriesAfter(run: RunId, afterSeq: number, limit: number): Promise<Entry[]>;
  /** The personal record that came with a case; null when there is none. */
  resident(run: RunId, id: CaseId): Promise<ResidentRecord | null>;
  /** The entries of one case, ascending: its whole story, also when the state has let it go. */
  entriesOfCase(run: RunId, id: CaseId): Promise<Entry[]>;
  /** Who asked for what in a run: command and look entries below `beforeSeq`, newest first, at most `limit`; of one person (`user:NAME`) where given. */
  audit(run: RunId, beforeSeq: number, limit: number, by?: string): Promise<Entry[]>;
  latestCheckpoint(run: RunId): Promise<Checkpoint | null>;
  /** Batches above `batchSeq`, ascending. */
  inboxAfter(run: RunId, batchSeq: number): Promise<InboxRow[]>;
  segments(run: RunId): Promise<SegmentRecord[]>;
  segment(run: RunId, index: number): Promise<StoredSegment | null>;
  /** `fromTick` and `toTick` included. */
  history(run: RunId, series: readonly number[], fromTick: number, toTick: number): Promise<History>;
  /** Appends; nothing of it is ever changed. */
  noteSignIn(signIn: SignIn): Promise<void>;
  /** Newest first, at most `limit`. */
  signIns(limit: number): Promise<SignIn[]>;
  close(): Promise<void>;
}
