// The state of each series, from its samples: warning and critical with hysteresis, stale by silence (brief §2.2(8)).
// Enter after 2 of the last 3 samples beyond a limit, leave after 3 in a row inside the deadband. All in typed arrays.

import { MINUTE } from '../time.ts';
import type { Judgement } from './position.ts';
import { BEYOND, judge } from './position.ts';
import { periodOf, SERIES_COUNT } from './series.ts';
import type { SeriesState } from './types.ts';
import { SERIES_STATE } from './types.ts';

/** On-delay: a state is entered after so many of so many samples beyond the limit. */
export const ON_SAMPLES: Readonly<{ beyond: number; of: number }> = { beyond: 2, of: 3 };
/** A state is left after so many samples in a row inside the deadband … */
export const OFF_SAMPLES = 3;
/** … and its alarm clears when the series has stayed in its band as long as this after that. */
export const OFF_DELAY_TICKS: number = 3 * MINUTE;
/** Silence of more than this many periods makes a series stale. */
const STALE_PERIODS = 3;

/** Structured-cloneable. Every array is indexed by series. */
export interface StateMachineState {
  states: Uint8Array;
  /** A latch per level; see `advanceLatch`. */
  warning: Uint8Array;
  critical: Uint8Array;
  /** Tick of the newest sample; −1 before the first. */
  sampleTick: Int32Array;
}

/** Nothing was ever heard: every series is without data. */
export const createStateMachine = (): StateMachineState => ({
  states: new Uint8Array(SERIES_COUNT).fill(SERIES_STATE.nodata),
  warning: new Uint8Array(SERIES_COUNT),
  critical: new Uint8Array(SERIES_COUNT),
  sampleTick: new Int32Array(SERIES_COUNT).fill(-1),
});

export const copyStateMachine = (machine: StateMachineState): StateMachineState => ({
  states: machine.states.slice(),
  warning: machine.warning.slice(),
  critical: machine.critical.slice(),
  sampleTick: machine.sampleTick.slice(),
});

// One byte: bits 0–2 were the last three samples beyond; bits 3–4 count samples inside in a row; bit 5 is set while the level holds.
const HISTORY = 0b111;
const CALM_ONE = 0b1000;
const CALM = 0b11000;
const HELD = 0b100000;

function advanceLatch(latch: number, beyond: boolean, inside: boolean): number {
  const history = ((latch << 1) & HISTORY) | (beyond ? 1 : 0);
  const calm = inside ? Math.min(OFF_SAMPLES * CALM_ONE, (latch & CALM) + CALM_ONE) : 0;
  const twoOfThree = (history & 1) + ((history >> 1) & 1) + (history >> 2) >= ON_SAMPLES.beyond;
  const held = (latch & HELD) !== 0 ? calm < OFF_SAMPLES * CALM_ONE : beyond && twoOfThree;
  return history | calm | (held ? HELD : 0);
}

const judgement: Judgement = { beyond: BEYOND.nothing, insideWarning: true, insideCritical: true };

/**
 * Takes one sample into `machine` (changed in place) and returns the state of the series after it. Samples of a series must come in order of
 * time. After a silence its history starts anew, while a level that held still needs three good samples to be left.
 */
export function applySample(
  machine: StateMachineState,
  series: number,
  quantum: number,
  epochMs: number,
  tick: number,
): SeriesState {
  judge(series, quantum, epochMs, tick, judgement);
  const keep = machine.states[series] === SERIES_STATE.stale ? HELD : 0xff;
  const { beyond } = judgement;
  const warning = advanceLatch(machine.warning[series]! & keep, beyond >= BEYOND.warning, judgement.insideWarning);
  const critical = advanceLatch(machine.critical[series]! & keep, beyond === BEYOND.critical, judgement.insideCritical);
  machine.warning[series] = warning;
  machine.critical[series] = critical;
  machine.sampleTick[series] = tick;
  const state =
    (critical & HELD) !== 0
      ? SERIES_STATE.critical
      : (warning & HELD) !== 0
        ? SERIES_STATE.warning
        : SERIES_STATE.normal;
  machine.states[series] = state;
  return state;
}

/** Series by their period: member k of a list is looked at when tick ≡ k (mod period), so that a tick looks at few. */
const byPeriod = new Map<number, number[]>();
for (let series = 0; series < SERIES_COUNT; series++) {
  const list = byPeriod.get(periodOf(series));
  if (list === undefined) byPeriod.set(periodOf(series), [series]);
  else list.push(series);
}

/**
 * Looks, at each tick, at the series whose turn it is and makes those stale that were silent for more than three periods.
 * Returns the series that became stale. Each series has its turn once a period. Call it once for every tick, after the tick's samples.
 */
export function sweepStale(machine: StateMachineState, tick: number): number[] {
  const stale: number[] = [];
  for (const [period, list] of byPeriod) {
    for (let k = tick % period; k < list.length; k += period) {
      const series = list[k]!;
      const sampled = machine.sampleTick[series]!;
      if (sampled < 0 || tick - sampled <= STALE_PERIODS * period || machine.states[series] === SERIES_STATE.stale)
        continue;
      machine.states[series] = SERIES_STATE.stale;
      stale.push(series);
    }
  }
  return stale;
}
