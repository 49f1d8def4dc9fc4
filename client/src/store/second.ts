// The other run that the one on the screen is compared with, at the same tick: its own numbers, scores and cases.
import type { CasesState } from '@onescreen/shared/cases';
import { createCasesState } from '@onescreen/shared/cases';
import type { RunInfo } from '@onescreen/shared/log';
import type { ScreenFrame } from '../feed/types.ts';
import { foldEntries, jumpCases } from './fold.ts';
import { createNumbers } from './numbers.ts';
import { createScores } from './scores.ts';
import { createSeen } from './sight.ts';

export interface SecondRun {
  /** `none`: nothing is compared; `opening`; `shown`; `failed`: it cannot be read at this tick. */
  state: 'none' | 'opening' | 'shown' | 'failed';
  info: RunInfo | null;
  /** The tick that is shown of it; behind the screen's own while it is being fetched, or where it has ended. */
  tick: number;
  newestTick: number;
  cases: CasesState;
}

const nothing = (): SecondRun => ({ state: 'none', info: null, tick: -1, newestTick: -1, cases: createCasesState() });

export const useSecond = createSeen<SecondRun>(nothing);
export const secondNumbers = createNumbers();
export const secondScores = createScores(secondNumbers, () => useSecond.getState().info?.epochMs ?? 0);

export const setSecond = (part: Partial<SecondRun>): void => useSecond.setState(part);
export const forgetSecond = (): void => useSecond.setState(nothing());

/** Takes one frame of the other run. */
export function applySecond(frame: ScreenFrame): void {
  if (frame.kind === 'status') return;
  const { tick } = frame;
  if (frame.kind === 'reset') {
    // Its scores depend on the hour, and so on when it began.
    setSecond({ info: frame.info });
    secondScores.forget();
    secondNumbers.reset(tick, frame.changes);
    setSecond({ tick, cases: frame.cases, state: 'shown' });
  } else if (frame.kind === 'jump') {
    secondNumbers.jump(tick, frame.numbers);
    setSecond({ tick, cases: jumpCases(useSecond.getState().cases, frame.cases), state: 'shown' });
  } else {
    secondNumbers.advance(tick, frame.changes);
    setSecond({ tick, cases: foldEntries(useSecond.getState().cases, frame.entries), state: 'shown' });
  }
}
