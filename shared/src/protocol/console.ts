// Platform ↔ screen (/console). Frames down, interest and commands up.
import type { CasesState, HandlingLevel } from '../cases/types.ts';
import type { CheckMeans } from '../catalogue/types.ts';
import type { DatedChanges } from '../city/index.ts';
import type { CaseId, RunId, UnitId } from '../ids.ts';
import type { Entry, RunInfo } from '../log/entries.ts';
import type { Person } from '../people/types.ts';
import type { BranchCommand } from './branch.ts';
import type { PaceStatus, ResidentRecord } from './ingest.ts';
import type { Inject } from './inject.ts';

/** One number for both sockets and the recording. A peer with another one is refused by name. */
export const PROTOCOL_VERSION = 3;

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
  /** Branches: the run has not come to that tick; another version of the program decided it. */
  | 'not-yet'
  | 'other-engine'
  /** What was kept of a world is not a simulator's that is connected now. */
  | 'unknown-world'
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

/** The whole state at `tick`, for the areas of interest, with the age of every number: a screen that comes late stands where all others stand. */
export interface ResetFrame {
  kind: 'reset';
  tick: number;
  seq: number;
  info: RunInfo;
  cases: CasesState;
  changes: DatedChanges;
}
/** All that came after `fromTick` up to and with `tick`. Samples are the newest of each series; entries are all. */
export interface AdvanceFrame {
  kind: 'advance';
  run: RunId;
  fromTick: number;
  tick: number;
  /** seq of the newest entry folded in, whether or not it is in this frame. */
  seq: number;
  changes: DatedChanges;
  entries: readonly Entry[];
}
/** Not of a tick: is there a simulator, how fast does it go, who is the viewer. */
export interface StatusFrame {
  kind: 'status';
  /** waiting: no run yet; live: batches come; stalled: the simulator is away; finished: the run has ended. */
  state: 'waiting' | 'live' | 'stalled' | 'finished';
  pace: PaceStatus | null;
  /** Who looks at this screen; null: a viewer who is not signed in. */
  person: Person | null;
}
export type Frame = ResetFrame | AdvanceFrame | StatusFrame;

/** What a person may ask of a case. The engine decides; the answer comes when it is in the log. */
export type CaseAction =
  | { kind: 'accept'; case: CaseId }
  | { kind: 'reject'; case: CaseId; reason: string }
  | { kind: 'file'; case: CaseId }
  /** 并案 */
  | { kind: 'join'; case: CaseId; into: CaseId; reason: string }
  /** Sends a unit, in place of the one that has it if there is one. `reason` is needed where it replaces one or is not the proposed one. */
  | { kind: 'assign'; case: CaseId; unit: UnitId; reason?: string }
  | { kind: 'support'; case: CaseId; unit: UnitId; reason: string }
  | { kind: 'withdraw'; case: CaseId; reason: string }
  /** 退单, entered for the unit that has the order. */
  | { kind: 'return'; case: CaseId; reason: string }
  /** 裁定 */
  | { kind: 'rule'; case: CaseId; ruling: 'force' | 'another'; reason: string }
  /** `minutes` on the case's own clock. */
  | { kind: 'extend'; case: CaseId; minutes: number; reason: string }
  /** 挂账: `plan` says what will be done. */
  | { kind: 'suspend'; case: CaseId; untilTick: number; plan: string; reason: string }
  | { kind: 'resume'; case: CaseId }
  /** 督办 by a person: the next of 80, 100 and 150 %. */
  | { kind: 'urge'; case: CaseId }
  | { kind: 'escalate'; case: CaseId; to: Exclude<HandlingLevel, 'village'>; reason: string }
  | { kind: 'contact'; case: CaseId }
  | { kind: 'take'; case: CaseId }
  | { kind: 'release'; case: CaseId }
  /** Has the place looked at by these means; what is seen passes or fails the check. */
  | { kind: 'verify'; case: CaseId; means: CheckMeans }
  | { kind: 'rework'; case: CaseId; reason: string }
  | { kind: 'confirm'; case: CaseId }
  | { kind: 'close'; case: CaseId }
  | { kind: 'reopen'; case: CaseId; reason: string }
  | { kind: 'void'; case: CaseId; reason: string }
  /** Opens the full personal record; the record comes with the answer, the look goes into the log. */
  | { kind: 'look'; case: CaseId };

/** What goes to the engine and into the log. */
export type RunCommand =
  | { kind: 'acknowledge'; alarm: string }
  /** 搁置 of an alarm, for so many simulated minutes. */
  | { kind: 'shelve'; alarm: string; minutes: number; reason: string }
  | { kind: 'unshelve'; alarm: string }
  | CaseAction
  /** Who is sent from now on. */
  | { kind: 'policy'; policy: string }
  | { kind: 'inject'; what: Inject };

export type ConsoleCommand =
  | RunCommand
  | { kind: 'pace'; speed: number; paused: boolean }
  | { kind: 'step' }
  | { kind: 'start'; scenario: string; seed: number; density: number; speed: number; policy?: string }
  | BranchCommand;

/** Why not, in words. `code`: one of `Refusal`, of the rule book's refusals or of the permissions'. */
export interface Refused {
  ok: false;
  refusal: string;
  message: { zh: string; en: string };
}
/** `queued`: the run stands still; it will be carried out, or refused, when it goes on. `run`: the branch that was begun. */
export type CommandAnswer = { ok: true; queued?: true; record?: ResidentRecord; run?: RunId } | Refused;

/** Typed event map of /console: a frame is one text packet (base64 of the binary codec), framed once for all viewers. */
export interface ConsoleServerEvents {
  frame: (base64: string) => void;
}
export interface ConsoleClientEvents {
  interest: (area: string, answer: (reply: CommandAnswer) => void) => void;
  command: (command: ConsoleCommand, answer: (reply: CommandAnswer) => void) => void;
}
