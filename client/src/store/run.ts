// What the run is and where it stands: its info, the tick shown, the fold of its entries, and how the line to it is.

import type { CasesState } from '@onescreen/shared/cases';
import { createCasesState } from '@onescreen/shared/cases';
import type { RunInfo } from '@onescreen/shared/log';
import type { AdvanceFrame, Frame, ResetFrame, StatusFrame } from '@onescreen/shared/protocol';
import { unreachable } from '@onescreen/shared/unreachable';
import { create } from 'zustand';
import type { Connection } from '../feed/types.ts';
import { createDensity } from './density.ts';
import { foldEntries } from './fold.ts';
import { createNumbers } from './numbers.ts';
import { createPlayhead } from './playhead.ts';
import { createScores } from './scores.ts';

export interface RunState {
  connection: Connection;
  /** Whether a simulator is there and how fast it goes; null before the first word of the server. */
  status: StatusFrame | null;
  /** null until there is a run. */
  info: RunInfo | null;
  /** The one tick that everything on the screen shows. */
  tick: number;
  cases: CasesState;
  /** Wall clock of the newest frame, milliseconds; null before the first. */
  frameAtMs: number | null;
}

export const useRun = create<RunState>(() => ({
  connection: { state: 'connecting' },
  status: null,
  info: null,
  tick: 0,
  cases: createCasesState(),
  frameAtMs: null,
}));

export const numbers = createNumbers();
export const playhead = createPlayhead();
export const density = createDensity();
/** UTC milliseconds of tick 0. Known before the numbers of a new run are, because their scores depend on the hour. */
let epochMs = 0;
export const scores = createScores(numbers, () => epochMs);

function applyReset(frame: ResetFrame, nowMs: number): void {
  epochMs = frame.info.epochMs;
  scores.forget();
  numbers.reset(frame.tick, frame.changes);
  playhead.moved(frame.tick, nowMs);
  if (useRun.getState().info?.run !== frame.info.run) density.clear();
  density.addState(frame.cases);
  useRun.setState({ info: frame.info, tick: frame.tick, cases: frame.cases, frameAtMs: nowMs });
}

function applyAdvance(frame: AdvanceFrame, nowMs: number): void {
  numbers.advance(frame.tick, frame.changes);
  playhead.moved(frame.tick, nowMs);
  density.addEntries(frame.entries);
  const cases = foldEntries(useRun.getState().cases, frame.entries);
  useRun.setState({ tick: frame.tick, cases, frameAtMs: nowMs });
}

/** Takes one frame of the feed. `nowMs`: wall clock. The typed arrays change first, then React hears of it once. */
export function applyFrame(frame: Frame, nowMs: number): void {
  switch (frame.kind) {
    case 'reset':
      return applyReset(frame, nowMs);
    case 'advance':
      return applyAdvance(frame, nowMs);
    case 'status':
      playhead.paced(frame.state === 'live' && frame.pace && !frame.pace.paused ? frame.pace.speed : 0, nowMs);
      return useRun.setState({ status: frame });
    default:
      unreachable(frame);
  }
}

export const setConnection = (connection: Connection): void => useRun.setState({ connection });
