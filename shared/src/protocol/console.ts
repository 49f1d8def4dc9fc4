// Platform ↔ screen (/console). Frames down, interest and commands up.
import type { CasesState } from '../cases/types.ts';
import type { Changes } from '../city/types.ts';
import type { RunId } from '../ids.ts';
import type { Entry, RunInfo } from '../log/entries.ts';
import type { PaceStatus } from './ingest.ts';

/** One number for both sockets and the recording. A peer with another one is refused by name. */
export const PROTOCOL_VERSION = 1;

export type Refusal =
  | 'protocol-version'
  | 'origin'
  | 'host'
  | 'token'
  | 'too-slow'
  | 'malformed'
  | 'not-allowed'
  | 'unknown-area'
  | 'unknown-scenario'
  | 'no-simulator'
  | 'too-many'
  | 'not-found'
  /** A batch that is not the next one; a batch of a run that was not announced by `hello`; an error inside the platform. */
  | 'sequence-gap'
  | 'other-run'
  | 'failed';

/** Everything a screen has: where it stopped, so that it gets exactly what it missed. */
export interface Cursor {
  run: RunId;
  seq: number;
  tick: number;
}

/** Handshake `auth` of a screen. `area`: code of the area shown; streets of its district are sent with it. */
export interface ConsoleHello {
  protocol: number;
  area: string;
  cursor: Cursor | null;
}

/** The whole state at `tick`, for the areas of interest. */
export interface ResetFrame {
  kind: 'reset';
  tick: number;
  seq: number;
  info: RunInfo;
  cases: CasesState;
  changes: Changes;
}
/** All that came after `fromTick` up to and with `tick`. Samples are the newest of each series; entries are all. */
export interface AdvanceFrame {
  kind: 'advance';
  run: RunId;
  fromTick: number;
  tick: number;
  /** seq of the newest entry folded in, whether or not it is in this frame. */
  seq: number;
  changes: Changes;
  entries: readonly Entry[];
}
/** Not of a tick: is there a simulator, how fast does it go, who is the viewer. */
export interface StatusFrame {
  kind: 'status';
  /** waiting: no run yet; live: batches come; stalled: the simulator is away; finished: the run has ended. */
  state: 'waiting' | 'live' | 'stalled' | 'finished';
  pace: PaceStatus | null;
  operator: boolean;
}
export type Frame = ResetFrame | AdvanceFrame | StatusFrame;

export type ConsoleCommand =
  | { kind: 'acknowledge'; alarm: string }
  | { kind: 'pace'; speed: number; paused: boolean }
  | { kind: 'step' }
  | { kind: 'start'; scenario: string; seed: number; density: number; speed: number };

export type CommandAnswer = { ok: true } | { ok: false; refusal: Refusal; message: { zh: string; en: string } };

/** Typed event map of /console: a frame is one text packet (base64 of the binary codec), framed once for all viewers. */
export interface ConsoleServerEvents {
  frame: (base64: string) => void;
}
export interface ConsoleClientEvents {
  interest: (area: string, answer: (reply: CommandAnswer) => void) => void;
  command: (command: ConsoleCommand, answer: (reply: CommandAnswer) => void) => void;
}
