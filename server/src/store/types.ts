// What the platform keeps: runs, their log, and what is needed to go on after a kill. Two implementations, one contract suite.
// Every method is asynchronous, so that a database across the network fits as well as one in this process.
import type { Actor, CaseId, RunId } from '@onescreen/shared/ids';
import type { Entry, RunInfo } from '@onescreen/shared/log';
import type { RoleId } from '@onescreen/shared/people';
import type { Ack, ResidentRecord } from '@onescreen/shared/protocol';
import type {
  NoteDraft,
  RecordingTotals,
  RunNote,
  RunParent,
  SegmentMeta,
  TracksMeta,
} from '@onescreen/shared/recordings';
import type { PendingCommand } from '../engine/types.ts';
import type { BranchEnding, BranchStore } from './branchTypes.ts';

/** `open`: batches may come; `finished`: the world said its last; `stopped`: another run took its place. */
export type RunState = 'open' | 'finished' | 'stopped';

export interface RunRecord {
  run: RunId;
  info: RunInfo;
  /** The run it branched from, and the last tick that they share. It may be one that is not kept here. */
  parent: RunParent | null;
  /** The title that a person gave it. */
  name: string | null;
  /** Whether a person wants it kept whatever its age. */
  kept: boolean;
  /** Who began or imported it; null: the program itself. */
  by: Actor | null;
  /** When it was begun or imported here, in wall time. */
  createdMs: number;
  /** The scenario as YAML when it is not one of the library. */
  scenarioText: string | null;
  state: RunState;
  /** Newest batch, tick and entry that are committed: 0, −1 and 0 before the first. */
  lastBatch: number;
  lastTick: number;
  lastSeq: number;
  /** Digest chain over the finished segments, hex; of the whole run once it is finished. */
  digest: string;
  /** Bytes of its stored segments and blocks. */
  bytes: number;
  totals: RecordingTotals;
  /** How many notes people left. */
  notes: number;
  /** Null for a run that is no branch of this program. */
  branch: { aside: boolean; ending: BranchEnding | null } | null;
}

/** What is known of a run beside its particulars when it begins. */
export type RunAbout = Pick<RunRecord, 'parent' | 'by' | 'scenarioText'>;
/** What a person may change of a run; what is left out stays. */
export type RunChange = Partial<Pick<RunRecord, 'name' | 'kept'>>;

/** A segment of a run: its bytes are the piece `storedDigest`. Equal in every run that did the same. */
export interface SegmentRecord extends SegmentMeta {
  run: RunId;
}

/** A segment as it is stored and served: one deflate stream. */
export interface StoredSegment extends SegmentMeta {
  stored: Uint8Array;
}

/** A block of tracks and log as it is stored and served. */
export interface StoredBlock extends TracksMeta {
  stored: Uint8Array;
}

/** Some bytes of what is kept by its content. */
export interface Piece {
  /** Of the whole piece. */
  size: number;
  bytes: Uint8Array;
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
  /** The block that ends with the segment, if one does. */
  block: StoredBlock | null;
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

/** Somebody came or went. In wall time: it is no part of any run. */
export interface SignIn {
  atMs: number;
  what: 'signed-in' | 'refused' | 'signed-out';
  /** `null` where nobody was recognised. */
  name: string | null;
  role: RoleId | null;
  area: string | null;
}

/** A run that comes from elsewhere, part by part. Nobody sees it before it is whole. */
export interface RunImport {
  /** The name that it got here. */
  readonly run: RunId;
  /** In order. `entries`: those of the segment's ticks. Throws StoreError `entry-gap`. */
  segment(segment: StoredSegment, entries: readonly Entry[]): Promise<void>;
  block(block: StoredBlock): Promise<void>;
  /** Shows it. */
  finish(end: { state: Exclude<RunState, 'open'>; digest: string; notes: readonly RunNote[] }): Promise<RunRecord>;
  /** Takes it away again; nothing happens when it is finished. */
  abandon(): Promise<void>;
}

export interface Store extends BranchStore {
  /** Throws StoreError `run-exists`. */
  createRun(info: RunInfo, about?: Partial<RunAbout>): Promise<RunRecord>;
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
  /** Ascending. */
  segments(run: RunId): Promise<SegmentRecord[]>;
  /** Ascending. */
  blocks(run: RunId): Promise<TracksMeta[]>;
  /** Adds a block to a run that was recorded without. Nothing happens when it has that block, or when nobody sees the run any more. */
  addBlock(run: RunId, block: StoredBlock): Promise<void>;
  /** Bytes by their content, all or some of them; null where nothing is kept under that name. */
  piece(storedDigest: string, span?: { offset: number; length: number }): Promise<Piece | null>;
  /** By tick. */
  notes(run: RunId): Promise<RunNote[]>;
  /** Throws StoreError `no-run`. */
  addNote(run: RunId, note: NoteDraft & { author: string }): Promise<RunNote>;
  /** Null when there is no such note. */
  changeNote(run: RunId, id: string, text: string): Promise<RunNote | null>;
  /** Whether there was such a note. */
  removeNote(run: RunId, id: string): Promise<boolean>;
  /** Throws StoreError `no-run`. */
  changeRun(run: RunId, change: RunChange): Promise<RunRecord>;
  /** From now on nobody sees the run; `tidy` frees its room. Throws StoreError `no-run`, `run-open`. */
  deleteRun(run: RunId): Promise<void>;
  /** Takes away some more of what nobody sees, in a short transaction; whether anything is left. */
  tidy(): Promise<boolean>;
  /** Bytes that all runs take together, with their logs; room that is free for new ones not counted. */
  usedBytes(): Promise<number>;
  /** Begins a run that comes whole from elsewhere; a name that is taken gets `-2`, `-3` … */
  importRun(info: RunInfo, about: RunAbout): Promise<RunImport>;
  /** Appends; nothing of it is ever changed. */
  noteSignIn(signIn: SignIn): Promise<void>;
  /** Newest first, at most `limit`. */
  signIns(limit: number): Promise<SignIn[]>;
  close(): Promise<void>;
}
