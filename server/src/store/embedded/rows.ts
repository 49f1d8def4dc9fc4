// How records look as rows, and back.
import type { Entry } from '@onescreen/shared/log';
import type { RunRecord, RunState, SegmentRecord } from '../types.ts';

export interface RunRow {
  run: string;
  info: string;
  parent: string | null;
  fork_tick: number | null;
  state: string;
  last_batch: number;
  last_tick: number;
  last_seq: number;
  digest: string;
  bytes: number;
}

export const runOf = (row: RunRow): RunRecord => ({
  run: row.run,
  info: JSON.parse(row.info),
  parent: row.parent === null || row.fork_tick === null ? null : { run: row.parent, forkTick: row.fork_tick },
  state: row.state as RunState,
  lastBatch: row.last_batch,
  lastTick: row.last_tick,
  lastSeq: row.last_seq,
  digest: row.digest,
  bytes: row.bytes,
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

/** A blob of little-endian 32-bit numbers; copied, because a row's bytes need not be aligned. */
export const quantaOf = (blob: Uint8Array): Int32Array => new Int32Array(Uint8Array.from(blob).buffer);
export const bytesOf = (quanta: Int32Array): Uint8Array =>
  new Uint8Array(quanta.buffer, quanta.byteOffset, quanta.byteLength);
