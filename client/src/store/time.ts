// The playhead: whether it follows the run, plays or stands; and every move of time as a command, the same from buttons, keys and links.
import type { RunId } from '@onescreen/shared/ids';
import { createSeen } from './sight.ts';

/** What `[` and `]` step through. */
export const STEP_KINDS = ['any', 'case', 'alarm', 'order', 'phase', 'note'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export type TimeCommand =
  | { kind: 'follow' }
  | { kind: 'play' }
  | { kind: 'pause' }
  /** Plays when it stands; else stands. */
  | { kind: 'toggle' }
  | { kind: 'seek'; tick: number }
  /** Forward through every tick; backward a jump. */
  | { kind: 'nudge'; ticks: number }
  | { kind: 'speed'; speed: number }
  | { kind: 'loop'; range: TickRange | null }
  | { kind: 'next' | 'previous'; what?: StepKind }
  | { kind: 'start' }
  | { kind: 'end' }
  /** Another run, from its beginning where no tick is named. */
  | { kind: 'open'; run: RunId; tick?: number }
  /** Opens the field for a note at the playhead. */
  | { kind: 'bookmark' };

export interface TickRange {
  fromTick: number;
  toTick: number;
}
/** A stretch that cannot be shown, and why. */
export interface TimeGap extends TickRange {
  why: 'damaged' | 'missing';
}

export interface Time {
  place: 'following' | 'playing' | 'paused';
  /** The run that the playhead is in; null while it follows whichever is live. */
  run: RunId | null;
  /** Of playing, simulated seconds per second. */
  speed: number;
  loop: TickRange | null;
  stepKind: StepKind;
  /** Stretches of the run that were found unreadable. */
  gaps: readonly TimeGap[];
  /** What was asked for lies in here; what is shown is the last whole moment before. */
  gap: TimeGap | null;
  /** The tick that is being fetched, when that takes long. */
  waitingFor: number | null;
  /** `opening`: the recording is being opened; `away`: it could not be had just now; else the code of why it cannot be read. */
  trouble: string | null;
  /** The field for a new note is open. */
  isNoting: boolean;
}

export const AT_THE_EDGE: Time = {
  place: 'following',
  run: null,
  speed: 1,
  loop: null,
  stepKind: 'any',
  gaps: [],
  gap: null,
  waitingFor: null,
  trouble: null,
  isNoting: false,
};

export const useTime = createSeen<Time>(() => AT_THE_EDGE);

export const setTime = (part: Partial<Time>): void => useTime.setState(part);
export const isFollowing = (): boolean => useTime.getState().place === 'following';

/** Why nothing can be done to the city while the playhead is elsewhere. */
export const IN_THE_PAST = {
  zh: '正在回放，过去不能更改。按 L 回到实时后再操作。',
  en: 'This is a replay, and the past cannot be changed. Press L for live, then act.',
};

let carry: (command: TimeCommand) => void = () => undefined;

/** The screen's start hands in what carries the moves out. */
export function carryTimeBy(carrier: (command: TimeCommand) => void): void {
  carry = carrier;
}

/** The one way to move the playhead. */
export const moveTime = (command: TimeCommand): void => carry(command);
