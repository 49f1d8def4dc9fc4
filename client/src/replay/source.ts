// A run as a reader needs it: which segments there are, how far it has come, and each segment's payload. From a file or from a server.
import type { RunInfo } from '@onescreen/shared/log';
import type { Recording, RunNote } from '@onescreen/shared/recordings';

/** Where a segment stands in its run. */
export interface Span {
  index: number;
  /** First and last tick, both included. */
  fromTick: number;
  toTick: number;
  payloadBytes: number;
}

export interface ReplaySource {
  readonly info: RunInfo;
  /** In order of time; the last one may be unfinished and grow with each `refresh`. */
  spans(): readonly Span[];
  /** Whether it can still get longer. */
  isOpen(): boolean;
  notes(): readonly RunNote[];
  /** The payload of a segment, checked. Rejects with RecordingError when it is damaged, with something else when it could not be had. */
  payload(span: Span): Promise<Uint8Array>;
  /** Asks how far the run has come. Rejects when nobody answers. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** A recording of which everything is there. */
export const sourceOfRecording = (recording: Recording): ReplaySource => ({
  info: recording.header.info,
  spans: () => recording.index.segments,
  isOpen: () => false,
  notes: () => recording.index.notes,
  payload: ({ index }) => recording.payload(index),
  refresh: async () => undefined,
  close: () => recording.close(),
});
