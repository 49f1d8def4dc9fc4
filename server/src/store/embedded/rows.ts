// How records look as rows, and back.
import type { Entry } from '@onescreen/shared/log';
import type { RunNote, RunParent, TracksMeta } from '@onescreen/shared/recordings';
import type { BranchEnding } from '../branchTypes.ts';
import type { RunRecord, RunState, SegmentRecord } from '../types.ts';

export interface RunRow {
  run: string;
  info: string;
  parent: string | null;
  fork_tick: number | null;
  fork_policy: string | null;
  state: string;
  last_batch: number;
  last_tick: number;
  last_seq: number;
  digest: string;
  bytes: number;
  cases: number;
  closed: number;
  name: string | null;
  kept: number;
  by_whom: string | null;
  created_ms: number;
  scenario_text: string | null;
  notes: number;
  aside: number | null;
  ending: string | null;
}

function parentOf({ parent, fork_tick: forkTick, fork_policy: policy }: RunRow): RunParent | null {
  if (parent === null || forkTick === null) return null;
  return { run: parent, forkTick, ...(policy === null ? {} : { policy }) };
}

export const runOf = (row: RunRow): RunRecord => ({
  run: row.run,
  info: JSON.parse(row.info),
  parent: parentOf(row),
  state: row.state as RunState,
  lastBatch: row.last_batch,
  lastTick: row.last_tick,
  lastSeq: row.last_seq,
  digest: row.digest,
  bytes: row.bytes,
  totals: { ticks: row.last_tick + 1, entries: row.last_seq, cases: row.cases, closed: row.closed },
  name: row.name,
  kept: row.kept !== 0,
  // Written from an Actor.
  by: row.by_whom as RunRecord['by'],
  createdMs: row.created_ms,
  scenarioText: row.scenario_text,
  notes: row.notes,
  branch: row.aside === null ? null : { aside: row.aside !== 0, ending: row.ending as BranchEnding | null },
});

export interface EntryRow {
  run: string;
  seq: number;
  tick: number;
  kind: string;
  body: string;
}

/** The columns say run, seq, tick and kind; the body holds the rest. */
export function bodyOf(entry: Entry): string {
  const { run: _run, seq: _seq, tick: _tick, kind: _kind, ...body } = entry;
  return JSON.stringify(body);
}

/** The case that an entry is about; null where it is about none. */
export const subjectOf = (entry: Entry): string | null => ('case' in entry ? (entry.case ?? null) : null);

export const entryOf = (row: EntryRow): Entry =>
  ({ run: row.run, seq: row.seq, tick: row.tick, kind: row.kind, ...JSON.parse(row.body) }) as Entry;

export interface SegmentRow {
  run: string;
  segment_index: number;
  from_tick: number;
  to_tick: number;
  digest: string;
  stored_digest: string;
  payload_bytes: number;
  stored_bytes: number;
}

export const segmentOf = (row: SegmentRow): SegmentRecord => ({
  run: row.run,
  index: row.segment_index,
  fromTick: row.from_tick,
  toTick: row.to_tick,
  digest: row.digest,
  storedDigest: row.stored_digest,
  payloadBytes: row.payload_bytes,
  storedBytes: row.stored_bytes,
});

export interface BlockRow {
  from_tick: number;
  to_tick: number;
  stored_digest: string;
  lengths: string;
}

export const blockOf = (row: BlockRow): TracksMeta => ({
  fromTick: row.from_tick,
  toTick: row.to_tick,
  storedDigest: row.stored_digest,
  lengths: JSON.parse(row.lengths),
});

export interface NoteRow {
  id: string;
  tick: number;
  to_tick: number | null;
  author: string;
  text: string;
}

export const noteOf = ({ id, tick, to_tick: toTick, author, text }: NoteRow): RunNote => ({
  id,
  tick,
  ...(toTick === null ? {} : { toTick }),
  author,
  text,
});
