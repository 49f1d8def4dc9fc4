// Samples into the city's state. This is the hot path: some 35 million samples a day, so no allocation per sample.

import type { SeriesState } from '@onescreen/shared/city';
import { applySample, NO_DATA, rings, SERIES_STATE, sweepStale } from '@onescreen/shared/city';
import type { SampleColumns } from '@onescreen/shared/protocol';
import { alarmOnState } from './alarms.ts';
import type { Desk } from './desk.ts';

/** A series whose state changed in this tick, for the alarms. */
const changedStates: number[] = [];

function setState(desk: Desk, series: number, state: SeriesState): void {
  const { city } = desk.state;
  if (city.states[series] === state) return;
  city.states[series] = state;
  city.changedTick[series] = desk.tick;
  desk.changes.state(series, state);
  if (rings(series)) changedStates.push(series);
}

/**
 * Applies the samples from index `from` on that belong to this tick or an earlier one, and returns the index of the first that does not.
 * A sample that is not newer than the newest of its series is left out and counted.
 */
export function applySamples(desk: Desk, samples: SampleColumns, from: number): number {
  const { city, machine, counters } = desk.state;
  const { epochMs } = desk.info;
  const { ticks, series: seriesOfSample, quanta } = samples;
  let at = from;
  for (; at < ticks.length && ticks[at]! <= desk.tick; at++) {
    const series = seriesOfSample[at]!;
    const quantum = quanta[at]!;
    const tick = ticks[at]!;
    const newest = machine.sampleTick[series]!;
    if (tick <= newest || quantum === NO_DATA) {
      if (tick === newest) counters.repeatedSamples += 1;
      else counters.lateSamples += 1;
      continue;
    }
    if (city.quanta[series] !== quantum) {
      city.quanta[series] = quantum;
      city.changedTick[series] = desk.tick;
      desk.changes.value(series, quantum);
    }
    const state = applySample(machine, series, quantum, epochMs, tick);
    if (city.states[series] !== state) setState(desk, series, state);
  }
  return at;
}

/** After the samples of a tick: silent series become stale, and alarms follow from the states that changed. */
export function settleStates(desk: Desk): void {
  for (const series of sweepStale(desk.state.machine, desk.tick)) setState(desk, series, SERIES_STATE.stale);
  for (const series of changedStates) alarmOnState(desk, series, desk.state.city.states[series]! as SeriesState);
  changedStates.length = 0;
}
