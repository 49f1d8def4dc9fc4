// Generators of what travels, for the property tests of the codecs.

import type { CasesState } from '@onescreen/shared/cases';
import type { Changes, CityState, SeriesState } from '@onescreen/shared/city';
import { collectChanges, NO_DATA, SERIES_COUNT } from '@onescreen/shared/city';
import type { Entry } from '@onescreen/shared/log';
import fc from 'fast-check';

const series = fc.integer({ min: 0, max: SERIES_COUNT - 1 });
export const int32 = fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff });
const state = fc.constantFrom<SeriesState>(0, 1, 2, 3, 4);

const changesOf = (quantum: fc.Arbitrary<number>, states: fc.Arbitrary<SeriesState>): fc.Arbitrary<Changes> =>
  fc
    .tuple(
      fc.array(fc.tuple(series, quantum), { maxLength: 60 }),
      fc.array(fc.tuple(series, states), { maxLength: 30 }),
    )
    .map(([values, conditions]) => {
      const collector = collectChanges();
      for (const [one, next] of values) collector.value(one, next);
      for (const [one, next] of conditions) collector.state(one, next);
      return collector.take();
    });

/** Any changes that can be written down. */
export const changesArbitrary = changesOf(int32, state);

/** Changes as an engine makes them: a value is a value, and a series never goes back to having no data. */
export const madeChangesArbitrary = changesOf(
  int32.map((quantum) => Math.max(NO_DATA + 1, quantum)),
  fc.constantFrom<SeriesState>(1, 2, 3, 4),
);

export const noCases: CasesState = {
  seq: 0,
  tick: -1,
  cases: {},
  units: {},
  alarms: {},
  incidents: {},
  response: { level: 0, colour: '', lead: '', sinceTick: 0 },
  plan: [],
  loop: {
    found: 0,
    foundByMachine: 0,
    filed: 0,
    dispatched: 0,
    dispatchedByRule: 0,
    verified: 0,
    verifiedByMachine: 0,
    closed: 0,
    closedAutomatically: 0,
    closedInTime: 0,
    rejected: 0,
    reworked: 0,
    returned: 0,
    overdue: 0,
    secondsToDispatch: [],
    secondsToHandle: [],
    secondsToVerify: [],
    secondsToClose: [],
  },
  finished: false,
};

/** Entries of one tick with any text in them, Chinese, quotes and line breaks included. */
export const entriesArbitrary = (run: string, tick: number): fc.Arbitrary<Entry[]> =>
  fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 3 }).map((texts) =>
    texts.map((text, i) => ({
      run,
      seq: i + 1,
      tick,
      kind: 'plan.step' as const,
      agency: 'swj',
      zh: `排水 ${text}`,
      en: text,
    })),
  );

/** The series in which two cities differ; empty when they are the same. */
export function differences(one: CityState, other: CityState): number[] {
  const found: number[] = one.tick === other.tick ? [] : [-1];
  for (let at = 0; at < SERIES_COUNT; at++) {
    const same =
      one.quanta[at] === other.quanta[at] &&
      one.states[at] === other.states[at] &&
      one.changedTick[at] === other.changedTick[at];
    if (!same) found.push(at);
  }
  return found;
}

/** `bytes` broken at one place: cut short, one bit turned, or a piece put in. */
export const broken = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc.oneof(
    fc.nat({ max: Math.max(0, bytes.length - 1) }).map((length) => bytes.slice(0, length)),
    fc.tuple(fc.nat({ max: Math.max(0, bytes.length - 1) }), fc.nat({ max: 7 })).map(([at, bit]) => {
      const copy = bytes.slice();
      copy[at] = (copy[at] ?? 0) ^ (1 << bit);
      return copy;
    }),
    fc
      .tuple(fc.nat({ max: bytes.length }), fc.uint8Array({ minLength: 1, maxLength: 8 }))
      .map(([at, piece]) => Uint8Array.from([...bytes.slice(0, at), ...piece, ...bytes.slice(at)])),
  );
