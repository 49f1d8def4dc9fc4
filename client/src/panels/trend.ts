// Which way a number goes: against the value of 10 to 20 simulated minutes before.
import { NO_DATA, valueOfQuantum } from '@onescreen/shared/city';
import type { Direction } from '../marks/Mark.tsx';
import type { HistoryState } from '../store/history.ts';
import { earlierQuantum, useHistory } from '../store/history.ts';
import type { Reading } from '../store/index.ts';
import { readingOf, useDrawn, useRun } from '../store/index.ts';

/** Smaller moves than this part of the value count as none: noise is 1–3 % of a baseline. */
const NOTABLE_PART = 0.015;

function directionOf(past: HistoryState, reading: Reading, tick: number): Direction {
  const quantum = earlierQuantum(past, reading.series, tick);
  if (reading.value === null || quantum === NO_DATA) return 'level';
  const before = valueOfQuantum(reading.series, quantum);
  const change = reading.value - before;
  if (Math.abs(change) <= Math.abs(before) * NOTABLE_PART) return 'level';
  return change > 0 ? 'rising' : 'falling';
}

/** The series' direction at the playhead. The component repaints when the direction is another one. */
export function useDirection(series: number): Direction {
  const at = (past: HistoryState): Direction =>
    directionOf(past, readingOf(series), Math.floor(useRun.getState().tick / 60) * 60);
  useHistory(at);
  return useDrawn(() => at(useHistory.getState()));
}
