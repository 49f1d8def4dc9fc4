// What the run is and where it stands: its info, the tick shown, the fold of its entries, and how the line to it is.

import type { CasesState } from '@onescreen/shared/cases';
import { createCasesState } from '@onescreen/shared/cases';
import type { RunInfo } from '@onescreen/shared/log';
import type { AdvanceFrame, ResetFrame, StatusFrame } from '@onescreen/shared/protocol';
import { unreachable } from '@onescreen/shared/unreachable';
import type { Connection, JumpFrame, ScreenFrame } from '../feed/types.ts';
import { foldEntries, jumpCases } from './fold.ts';
import { createNumbers } from './numbers.ts';
import { createPlayhead } from './playhead.ts';
import { createScores } from './scores.ts';
import { createSeen } from './sight.ts';

export interface RunState {
  connection: Connection;
  /** Whether a simulator is there and how fast it goes; null before the first word of the server. */
  status: StatusFrame | null;
  /** null until there is a run. */
  info: RunInfo | null;
  /** The one tick that everything on the screen shows. */
  tick: number;
  /** How far the run has come, as far as this screen knows; while it follows, the tick itself. */
  newestTick: number;
  cases: CasesState;
  /** Wall clock of the newest frame, milliseconds; null before the first. */
  frameAtMs: number | null;
}

export const useRun = createSeen<RunState>(() => ({
  connection: { state: 'connecting' },
  status: null,
  info: null,
  tick: 0,
  newestTick: 0,
  cases: createCasesState(),
  frameAtMs: null,
}));

export const numbers = createNumbers();
export const playhead = createPlayhead();
/** UTC milliseconds of tick 0. Known before the numbers of a new run are, because their scores depend on the hour. */
let epochMs = 0;
export const scores = createScores(numbers, () => epochMs);

function applyReset(frame: ResetFrame, nowMs: number): void {
  epochMs = frame.info.epochMs;
  scores.forget();
  numbers.reset(frame.tick, frame.changes);
  playhead.moved(frame.tick, nowMs);
  const { info, newestTick } = useRun.getState();
  useRun.setState({
    info: frame.info,
    tick: frame.tick,
    newestTick: info?.run === frame.info.run ? Math.max(newestTick, frame.tick) : frame.tick,
    cases: frame.cases,
    frameAtMs: nowMs,
  });
}

function applyAdvance(frame: AdvanceFrame, nowMs: number): void {
  numbers.advance(frame.tick, frame.changes);
  playhead.moved(frame.tick, nowMs);
  const { cases, newestTick } = useRun.getState();
  useRun.setState({
    tick: frame.tick,
    newestTick: Math.max(newestTick, frame.tick),
    cases: foldEntries(cases, frame.entries),
    frameAtMs: nowMs,
  });
}

function applyJump(frame: JumpFrame, nowMs: number): void {
  numbers.jump(frame.tick, frame.numbers);
  playhead.jumped(frame.tick, nowMs);
  useRun.setState({ tick: frame.tick, cases: jumpCases(useRun.getState().cases, frame.cases), frameAtMs: nowMs });
}

/** Takes one frame of the feed. `nowMs`: wall clock. The typed arrays change first, then React hears of it once. */
export function applyFrame(frame: ScreenFrame, nowMs: number): void {
  switch (frame.kind) {
    case 'reset':
      return applyReset(frame, nowMs);
    case 'advance':
      return applyAdvance(frame, nowMs);
    case 'jump':
      return applyJump(frame, nowMs);
    case 'status':
      playhead.paced(frame.state === 'live' && frame.pace && !frame.pace.paused ? frame.pace.speed : 0, nowMs);
      return useRun.setState({ status: frame });
    default:
      unreachable(frame);
  }
}

export const setConnection = (connection: Connection): void => useRun.setState({ connection });
