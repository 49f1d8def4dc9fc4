// Frames and the text they travel as.
import type { DatedChanges } from '@onescreen/shared/city';
import { touchedSeries } from '@onescreen/shared/city';
import type { RunInfo } from '@onescreen/shared/log';
import type { Frame } from '@onescreen/shared/protocol';
import {
  decodeFrame,
  encodeFrame,
  fromBase64,
  PROTOCOL_VERSION,
  ProtocolError,
  toBase64,
} from '@onescreen/shared/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { broken, changesArbitrary, entriesArbitrary, noCases } from './arbitraries.ts';

const info: RunInfo = {
  run: 'normal-day-s7-1',
  scenario: 'normal-day',
  zh: '平常的一天',
  en: 'A normal day',
  seed: 7,
  density: 1,
  policy: 'nearest',
  epochMs: 1_726_358_400_000,
  durationTicks: 86_400,
  stepTicks: 5,
  units: [
    {
      id: 'u1',
      kind: 'chengguan',
      zh: '城管',
      en: 'Team',
      station: [121.3, 31.2],
      area: 20,
      shift: 'day',
      skills: ['rescue'],
    },
  ],
  cameras: [{ id: 'c1', zh: '路口', en: 'Crossing', at: [121.3, 31.2], area: 20, sees: ['XJ01'] }],
  phases: [{ tick: 60, agency: 'swj', zh: '预警', en: 'Warning' }],
};

const datedArbitrary: fc.Arbitrary<DatedChanges> = changesArbitrary.chain((changes) => {
  const { length } = touchedSeries(changes);
  return fc
    .array(fc.integer({ min: -1, max: 9 }), { minLength: length, maxLength: length })
    .map((ticks) => ({ ...changes, changedTicks: Int32Array.from(ticks) }));
});

const frameArbitrary: fc.Arbitrary<Frame> = fc.oneof(
  datedArbitrary.map((changes): Frame => ({ kind: 'reset', tick: 9, seq: 4, info, cases: noCases, changes })),
  fc.tuple(datedArbitrary, entriesArbitrary('r', 9)).map(
    ([changes, entries]): Frame => ({
      kind: 'advance',
      run: 'r',
      fromTick: 4,
      tick: 9,
      seq: 3,
      changes,
      entries,
    }),
  ),
  fc.record({
    kind: fc.constant('status' as const),
    state: fc.constantFrom('waiting', 'live', 'stalled', 'finished'),
    person: fc.constantFrom(null, { name: '王.intake-1', role: 'intake' as const, area: '310118' }),
    pace: fc.option(
      fc.record({
        speed: fc.integer({ min: 1, max: 600 }),
        paused: fc.boolean(),
        scenarios: fc.constant([
          {
            id: 'typhoon',
            zh: '台风',
            en: 'Typhoon',
            startLocal: '2024-09-15T08:00+08:00',
            durationMinutes: 2160,
            peakLevel: 4 as const,
            facts: [{ zh: '事实', en: 'fact' }],
            picture: 'typhoon',
          },
        ]),
      }),
      { nil: null },
    ),
  }),
);

test('a frame comes back as it went, also through its text', () => {
  fc.assert(
    fc.property(frameArbitrary, (frame) => {
      expect(decodeFrame(fromBase64(toBase64(encodeFrame(frame))))).toEqual(frame);
    }),
  );
});

test('a broken frame is a ProtocolError or another frame, never anything else', () => {
  const check = (bytes: Uint8Array) => {
    try {
      expect(['reset', 'advance', 'status']).toContain(decodeFrame(bytes).kind);
    } catch (error) {
      expect(error).toBeInstanceOf(ProtocolError);
    }
  };
  fc.assert(
    fc.property(
      frameArbitrary.chain((frame) => broken(encodeFrame(frame))),
      check,
    ),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => check(Uint8Array.from([PROTOCOL_VERSION, ...bytes]))),
    { numRuns: 500 },
  );
});

test('a frame of another version is refused by that name', () => {
  const bytes = encodeFrame({ kind: 'status', state: 'waiting', pace: null, person: null });
  bytes[0] = 99;
  expect(() => decodeFrame(bytes)).toThrow(/protocol version 99/);
});

test('base64 is what everyone else calls base64', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect([...fromBase64(text)]).toEqual([...bytes]);
    }),
  );
  const long = Uint8Array.from({ length: 100_000 }, (_, i) => i * 31);
  expect(toBase64(long)).toBe(Buffer.from(long).toString('base64'));
});

test('text that is not base64 is refused, whatever it is', () => {
  for (const text of ['A', 'AAA', 'A===', '====', 'AA=A', 'AAB=', 'AA A', 'AAA\u4e00', 'AB==']) {
    expect(() => fromBase64(text), text).toThrow(RangeError);
  }
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      try {
        expect(toBase64(fromBase64(text))).toBe(text);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
    { numRuns: 1000 },
  );
});
