// Cuts a run into segments: a keyframe and all ticks after it. The digest chain over the segments is the run's digest.

import type { CasesState } from '@onescreen/shared/cases';
import type { CityState } from '@onescreen/shared/city';
import { copyCity } from '@onescreen/shared/city';
import type { Entry } from '@onescreen/shared/log';
import { chainDigest, encodeSegment, FORMAT_VERSION, GENESIS_DIGEST } from '@onescreen/shared/log';
import type { RecordingTotals } from '@onescreen/shared/recordings';
import { unnameEntry } from '@onescreen/shared/recordings';
import { DAY } from '@onescreen/shared/time';
import type { TickOutcome } from '../engine/types.ts';
import { sha256Hex } from './pack.ts';

/** Five minutes: small enough to fetch while scrubbing, large enough to compress well and to keep keyframes cheap. */
export const SEGMENT_TICKS = 300;
/** Runs of more than two days: half an hour, or their keyframes, which hold weeks of open cases, would be most of the recording. */
const LONG_SEGMENT_TICKS = 1800;
const LONG_RUN_TICKS = 2 * DAY;

/** Ticks of each segment of a run but the last: a constant of the run. */
export const segmentTicksOf = (durationTicks: number): number =>
  durationTicks > LONG_RUN_TICKS ? LONG_SEGMENT_TICKS : SEGMENT_TICKS;

export interface FinishedSegment {
  index: number;
  /** First and last tick, both included. */
  fromTick: number;
  toTick: number;
  /** See shared/log `encodeSegment`. Carries no run id: the same run under another name gives the same bytes. */
  payload: Uint8Array;
  /** SHA-256 of the payload, hex. */
  digest: string;
  /** Run digest up to and with this segment, hex. */
  chain: string;
}

/** Where a recorder stands at the end of a segment; plain data. */
export interface RecorderState {
  nextIndex: number;
  nextTick: number;
  chain: string;
  totals: RecordingTotals;
}

export interface Recorder {
  readonly totals: RecordingTotals;
  /** Takes the ticks of one step. Gives the segment that they complete, if any. */
  record(ticks: readonly TickOutcome[]): FinishedSegment | null;
  /** Completes the segment that is open, if it holds a tick. */
  finish(): FinishedSegment | null;
  /** The segment that is open as if it ended here; null when it holds no tick. */
  open(): FinishedSegment | null;
  /** Run digest of all ticks so far, hex. */
  digest(): string;
  /** Only between segments; throws Error inside one. */
  state(): RecorderState;
}

interface OpenSegment {
  city: CityState;
  cases: CasesState;
  ticks: TickOutcome[];
}

/** The engine's state as the recorder sees it; read at the start of each segment. */
export interface Recorded {
  readonly city: CityState;
  readonly cases: CasesState;
}

/** `recorded` must stand where `from` says: before tick 0 of a new run, or at the end of a segment. */
export function createRecorder(recorded: Recorded, from?: RecorderState, segmentTicks = SEGMENT_TICKS): Recorder {
  let { nextIndex, nextTick, chain } = from ?? { nextIndex: 0, nextTick: 0, chain: GENESIS_DIGEST };
  const totals: RecordingTotals = { ...(from?.totals ?? { ticks: 0, entries: 0, cases: 0, closed: 0 }) };
  let open = openSegment(recorded);

  function encodeOpen(): FinishedSegment {
    const fromTick = nextTick;
    const toTick = fromTick + open.ticks.length - 1;
    const payload = encodeSegment({
      header: { run: '', index: nextIndex, fromTick, toTick, version: FORMAT_VERSION },
      city: open.city,
      cases: open.cases,
      records: open.ticks.map((tick) => ({ ...tick, entries: tick.entries.map(unnameEntry) })),
    });
    const digest = sha256Hex(payload);
    return { index: nextIndex, fromTick, toTick, payload, digest, chain: chainDigest(chain, digest) };
  }

  function finish(): FinishedSegment | null {
    if (open.ticks.length === 0) return null;
    const segment = encodeOpen();
    chain = segment.chain;
    nextIndex++;
    nextTick = segment.toTick + 1;
    open = openSegment(recorded);
    return segment;
  }

  return {
    totals,
    record(ticks) {
      for (const outcome of ticks) {
        if (outcome.tick !== nextTick + open.ticks.length)
          throw new Error(`tick ${outcome.tick} does not follow tick ${nextTick + open.ticks.length - 1}`);
        open.ticks.push(outcome);
        count(totals, outcome.entries);
      }
      return open.ticks.length >= segmentTicks ? finish() : null;
    },
    finish,
    open: () => (open.ticks.length === 0 ? null : encodeOpen()),
    digest: () => (open.ticks.length === 0 ? chain : encodeOpen().chain),
    state() {
      if (open.ticks.length > 0) throw new Error('a recorder has no state inside a segment');
      return { nextIndex, nextTick, chain, totals: { ...totals } };
    },
  };
}

/** Copies, because the engine goes on changing its state. */
const openSegment = ({ city, cases }: Recorded): OpenSegment => ({
  city: copyCity(city),
  cases: structuredClone(cases),
  ticks: [],
});

function count(totals: RecordingTotals, entries: readonly Entry[]): void {
  totals.ticks++;
  totals.entries += entries.length;
  for (const entry of entries) {
    if (entry.kind === 'case.discovered') totals.cases++;
    else if (entry.kind === 'case.closed') totals.closed++;
  }
}
