// Which way a number goes: against the value of 10 to 20 simulated minutes before.
import { NO_DATA, valueOfQuantum } from '@onescreen/shared/city';
import type { Direction } from '../marks/Mark.tsx';
import type { Reading } from '../store/index.ts';
import { numbers } from '../store/index.ts';

/** Smaller moves than this part of the value count as none: noise is 1–3 % of a baseline. */
const NOTABLE_PART = 0.015;

export function directionOf(reading: Reading): Direction {
  const quantum = numbers.earlier(reading.series);
  if (reading.value === null || quantum === NO_DATA) return 'level';
  const before = valueOfQuantum(reading.series, quantum);
  const change = reading.value - before;
  if (Math.abs(change) <= Math.abs(before) * NOTABLE_PART) return 'level';
  return change > 0 ? 'rising' : 'falling';
}
