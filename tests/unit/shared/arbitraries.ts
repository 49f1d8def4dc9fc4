// Generators of what travels, for the property tests of the codecs.

import type { CasesState } from '@onescreen/shared/cases';
import type { Changes, CityState, SeriesState } from '@onescreen/shared/city';
import { collectChanges, SERIES_COUNT } from '@onescreen/shared/city';
import type { Entry } from '@onescreen/shared/log';
import fc from 'fast-check';

const series = fc.integer({ min: 0, max: SERIES_COUNT - 1 });
export const int32 = fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff });
const state = fc.constantFrom<SeriesState>(0, 1, 2, 3, 4);

/** Any changes that a collector can give. */
export const changesArbitrary: fc.Arbitrary<Changes> = fc
  .tuple(fc.array(fc.tuple(series, int32), { maxLength: 60 }), fc.array(fc.tuple(series, state), { maxLength: 30 }))
  .map(([values, states]) => {
    const collector = collectChanges();
    for (const [one, quantum] of values) collector.value(one, quantum);
    for (const [one, next] of states) collector.state(one, next);
    return collector.take();
  });

export const noCases: CasesState = {
  seq: 0,
  tick: -1,
  cases: {},
  units: {},
  alarms: {},
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

/** The numbers of a city as plain lists, to be compared. */
export const plainCity = ({ tick, quanta, states, changedTick }: CityState) => ({
  tick,
  quanta: [...quanta],
  states: [...states],
  changedTick: [...changedTick],
});

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
