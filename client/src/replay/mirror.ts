// What the screen has been told, mirrored where the frames are made: so a frame holds only what is new to it.
import type { CasesState } from '@onescreen/shared/cases';
import type { Changes, Interest } from '@onescreen/shared/city';
import {
  applyDated,
  changesOfCity,
  createCity,
  dateChanges,
  filterChanges,
  mergeChanges,
  noChanges,
  SERIES_COUNT,
  streetSeriesOf,
  upperSeries,
} from '@onescreen/shared/city';
import type { RunInfo } from '@onescreen/shared/log';
import type { AdvanceFrame, ResetFrame } from '@onescreen/shared/protocol';
import type { JumpFrame } from '../feed/types.ts';
import { casesDifference, seriesDifference } from './difference.ts';
import type { Passed, Position } from './position.ts';

export interface Mirror {
  /** Everything anew: the screen shows another run, or is live until now. */
  reset(position: Position): ResetFrame;
  /** From what is shown to `position`, which everything in `passed` lies between. */
  advance(fromTick: number, passed: Passed, position: Position): AdvanceFrame;
  /** From what is shown to `position`, wherever that is. */
  jump(position: Position): JumpFrame;
  setInterest(interest: Interest): void;
}

/** A mirror of a screen that is interested in the city, its districts and the streets of one district. */
export function createMirror(info: RunInfo, first: Interest): Mirror {
  let shown = createCity();
  let cases: CasesState | null = null;
  let candidates = new Uint16Array(0);
  const wanted = new Uint8Array(SERIES_COUNT);

  function setInterest(interest: Interest): void {
    const streets = streetSeriesOf(interest);
    candidates = new Uint16Array(upperSeries.length + streets.length);
    candidates.set(upperSeries);
    candidates.set(streets, upperSeries.length);
    candidates.sort();
    wanted.fill(0);
    for (const series of candidates) wanted[series] = 1;
  }
  setInterest(first);

  return {
    setInterest,
    reset(position) {
      const changes = dateChanges(changesOfCity(position.city, wanted), position.city);
      shown = createCity();
      applyDated(shown, position.tick, changes);
      cases = position.cases;
      return { kind: 'reset', tick: position.tick, seq: cases.seq, info, cases, changes };
    },
    advance(fromTick, { changes: all, entries }, position) {
      const changes = dateChanges(filterChanges(merged(all), wanted), position.city);
      applyDated(shown, position.tick, changes);
      cases = position.cases;
      return { kind: 'advance', run: info.run, fromTick, tick: position.tick, seq: cases.seq, changes, entries };
    },
    jump(position) {
      if (cases === null) throw new Error('a screen that was shown nothing cannot jump');
      const numbers = seriesDifference(shown, position.city, candidates);
      const frame: JumpFrame = {
        kind: 'jump',
        tick: position.tick,
        numbers,
        cases: casesDifference(cases, position.cases),
      };
      numbers.series.forEach((series, i) => {
        shown.quanta[series] = numbers.quanta[i]!;
        shown.states[series] = numbers.states[i]!;
        shown.changedTick[series] = numbers.changedTicks[i]!;
      });
      cases = position.cases;
      return frame;
    },
  };
}

const merged = (parts: readonly Changes[]): Changes => (parts.length === 0 ? noChanges() : mergeChanges(parts));
