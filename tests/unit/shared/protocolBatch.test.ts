// Batches: any bytes are a batch or one clear sentence.
import { caseTypes } from '@onescreen/shared/catalogue';
import { SERIES_COUNT } from '@onescreen/shared/city';
import { ByteWriter } from '@onescreen/shared/log';
import type { Batch, Signal } from '@onescreen/shared/protocol';
import { decodeBatch, encodeBatch, MOST_SIGNALS, PROTOCOL_VERSION, ProtocolError } from '@onescreen/shared/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { broken, int32 } from './arbitraries.ts';

const FROM = 1000;
const TO = 1004;
const name = fc.string({ minLength: 1, maxLength: 12 });
const order = fc.option(name, { nil: null });
const at = fc.tuple(fc.double({ min: 120, max: 122, noNaN: true }), fc.double({ min: 30, max: 32, noNaN: true }));
const common = { id: name, tick: fc.integer({ min: FROM, max: TO }) };
const seen = {
  type: fc.constantFrom(...caseTypes.map(({ code }) => code)),
  at,
  area: fc.integer({ min: 0, max: 250 }),
};
const text = fc.record({ zh: fc.string({ unit: 'binary', maxLength: 20 }), en: fc.string({ maxLength: 20 }) });
const confidence = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const resident = fc.record({ name, age: fc.nat({ max: 110 }), phone: name, address: text });
const evidence = fc.record(
  {
    kind: fc.constantFrom('shot', 'reading', 'photo'),
    id: name,
    tick: common.tick,
    confidence,
    value: fc.integer(),
    unit: fc.constant('m'),
    camera: name,
    clear: fc.boolean(),
    text,
  },
  { requiredKeys: ['kind', 'id', 'tick'] },
);

const signalArbitrary: fc.Arbitrary<Signal> = fc.oneof(
  fc.record({ kind: fc.constant('hit'), ...common, ...seen, camera: name, confidence, count: fc.nat({ max: 50 }) }),
  fc.record(
    {
      kind: fc.constant('trip'),
      ...common,
      ...seen,
      sensor: name,
      value: fc.integer(),
      unit: fc.constant('cm'),
      resident,
    },
    { requiredKeys: ['kind', 'id', 'tick', 'type', 'at', 'area', 'sensor', 'value', 'unit'] },
  ),
  fc.record({ kind: fc.constant('call'), ...common, ...seen, line: fc.constantFrom('12345', '110', '119'), text }),
  fc.record(
    { kind: fc.constant('report'), ...common, ...seen, patrol: name, text, resident },
    { requiredKeys: ['kind', 'id', 'tick', 'type', 'at', 'area', 'patrol', 'text'] },
  ),
  fc.record({
    kind: fc.constant('unit.moved'),
    ...common,
    unit: name,
    path: fc.array(fc.tuple(fc.constant(121.4), fc.constant(31.2), common.tick), { maxLength: 4 }),
    order,
  }),
  fc.record({ kind: fc.constant('unit.arrived'), ...common, unit: name, at, order }),
  fc.record({ kind: fc.constant('unit.handled'), ...common, unit: name, order: name, evidence }),
  fc.record({
    kind: fc.constant('unit.returned'),
    ...common,
    unit: name,
    order: name,
    reason: fc.constantFrom('not-our-duty', 'ownership-unclear'),
  }),
  fc.record({ kind: fc.constant('unit.help'), ...common, unit: name, order: name, needs: text }),
  fc.record({
    kind: fc.constant('unit.asks'),
    ...common,
    unit: name,
    order: name,
    what: fc.constantFrom('extend', 'suspend'),
    minutes: fc.integer({ min: 1, max: 100_000 }),
    reason: fc.constantFrom('engineering-work', 'weather', 'complex-case'),
    plan: fc.string({ maxLength: 20 }),
  }),
  fc.record({ kind: fc.constant('unit.freed'), ...common, unit: name }),
  fc.record({ kind: fc.constant('checked'), ...common, order: name, evidence }),
  fc.record({ kind: fc.constant('plan.step'), ...common, agency: name, zh: name, en: name }),
  fc.record({
    kind: fc.constant('response.level'),
    ...common,
    level: fc.constantFrom(0, 1, 2, 3, 4),
    colour: name,
    lead: name,
  }),
);

const batchArbitrary: fc.Arbitrary<Batch> = fc
  .record({
    seq: fc.integer({ min: 1, max: 1_000_000 }),
    signals: fc.array(signalArbitrary, { maxLength: 6 }),
    truth: fc.array(
      fc.record({
        kind: fc.constant('truth.ended'),
        tick: common.tick,
        hazard: name,
        by: fc.constantFrom('unit', 'itself'),
      }),
      { maxLength: 3 },
    ),
    samples: fc.array(fc.tuple(common.tick, fc.nat({ max: SERIES_COUNT - 1 }), int32), { maxLength: 30 }),
    last: fc.boolean(),
  })
  .map(({ samples, ...rest }) => {
    const sorted = [...samples].sort(([a], [b]) => a - b);
    return {
      run: 'run-1',
      fromTick: FROM,
      toTick: TO,
      ...rest,
      samples: {
        ticks: Uint32Array.from(sorted, ([tick]) => tick),
        series: Uint16Array.from(sorted, ([, series]) => series),
        quanta: Int32Array.from(sorted, ([, , quantum]) => quantum),
      },
    };
  });

const empty: Batch = {
  run: 'r',
  seq: 1,
  fromTick: FROM,
  toTick: TO,
  signals: [],
  truth: [],
  last: false,
  samples: { ticks: new Uint32Array(0), series: new Uint16Array(0), quanta: new Int32Array(0) },
};

test('a batch comes back as it went', () => {
  fc.assert(
    fc.property(batchArbitrary, (batch) => {
      expect(decodeBatch(encodeBatch(batch))).toEqual(batch);
    }),
    { numRuns: 300 },
  );
});

test('any other bytes are refused with one sentence', () => {
  const check = (bytes: Uint8Array) => {
    try {
      expect(decodeBatch(bytes).toTick).toBeGreaterThanOrEqual(0);
    } catch (error) {
      expect(error).toBeInstanceOf(ProtocolError);
      expect(error instanceof Error ? error.message : '').toMatch(/^[^\n]{5,450}$/);
    }
  };
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => check(Uint8Array.from([PROTOCOL_VERSION, ...bytes]))),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(
      batchArbitrary.chain((batch) => broken(encodeBatch(batch))),
      check,
    ),
    { numRuns: 500 },
  );
});

/** A batch whose JSON part is this text, without samples. */
function withJson(json: string): Uint8Array {
  const writer = new ByteWriter();
  writer.byte(PROTOCOL_VERSION);
  writer.text(json);
  writer.varint(0);
  return writer.finish();
}
const head = { run: 'r', seq: 1, fromTick: FROM, toTick: TO, signals: [], truth: [], last: false };
const hit = {
  kind: 'hit',
  id: 'h',
  tick: FROM,
  type: caseTypes[0]!.code,
  at: [121, 31],
  area: 5,
  camera: 'c',
  confidence: 0.9,
  count: 1,
};
const trip = {
  kind: 'trip',
  id: 't',
  tick: FROM,
  type: 'ZR01',
  at: [121, 31],
  area: 5,
  sensor: 's',
  value: 1,
  unit: 'h',
  resident: { name: '甲', age: 80, phone: '1', address: { zh: '乙', en: 'B' } },
};
const asks = {
  kind: 'unit.asks',
  id: 'a',
  tick: FROM,
  unit: 'u',
  order: 'o',
  what: 'suspend',
  minutes: 60,
  reason: 'weather',
  plan: '丙',
};
const withSignal = (signal: object) => withJson(JSON.stringify({ ...head, signals: [signal] }));

test.each([hit, trip, asks])('the plain head and a plain $kind are fine', (signal) => {
  expect(decodeBatch(withSignal(signal)).signals).toEqual([signal]);
});

test.each([
  [
    'an infinite number',
    withJson(JSON.stringify({ ...head, signals: [hit] }).replace('0.9', '1e999')),
    /signals\.0\.confidence/,
  ],
  ['a confidence over 1', withSignal({ ...hit, confidence: 1.2 }), /signals\.0\.confidence/],
  [
    'a case type that is not in the catalogue',
    withSignal({ ...hit, type: 'XX' }),
    /signals\.0\.type: is not a case type/,
  ],
  ['an area that is not there', withSignal({ ...hit, area: 251 }), /signals\.0\.area/],
  ['a kind that is not there', withSignal({ ...hit, kind: 'wish' }), /signals\.0/],
  [
    'a resident of no age',
    withSignal({ ...trip, resident: { ...trip.resident, age: -1 } }),
    /signals\.0\.resident\.age/,
  ],
  ['a request for no time', withSignal({ ...asks, minutes: 0 }), /signals\.0\.minutes/],
  ['a request without its reason', withSignal({ ...asks, reason: 'tired' }), /signals\.0\.reason/],
  ['a signal from the future', withSignal({ ...hit, tick: TO + 1 }), /outside the batch, which ends at 1004/],
  ['a batch that ends before it begins', withJson(JSON.stringify({ ...head, toTick: 1 })), /ends before it begins/],
  ['too many signals', withJson(JSON.stringify({ ...head, signals: Array(MOST_SIGNALS + 1).fill(hit) })), /signals/],
  ['deep nesting', withJson('['.repeat(100_000) + ']'.repeat(100_000)), /nests deeper/],
  ['no JSON', withJson('{"run":'), /not valid JSON/],
  ['null', withJson('null'), /batch/],
  ['an id as long as a book', withSignal({ ...hit, id: 'x'.repeat(10_000) }), /signals\.0\.id/],
])('%s is refused', (_what, bytes, sentence) => {
  expect(() => decodeBatch(bytes)).toThrow(ProtocolError);
  expect(() => decodeBatch(bytes)).toThrow(sentence);
});

test('a late signal is welcome: a real network delays some', () => {
  expect(decodeBatch(withSignal({ ...hit, tick: FROM - 60 })).signals[0]?.tick).toBe(FROM - 60);
});

test('another protocol version is refused by that name', () => {
  const bytes = encodeBatch(empty);
  bytes[0] = PROTOCOL_VERSION + 1;
  try {
    decodeBatch(bytes);
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ name: 'ProtocolError', refusal: 'protocol-version' });
  }
});

test('samples outside the batch, of no series, or fewer than announced are refused', () => {
  const sample = (tick: number, series: number) =>
    encodeBatch({
      ...empty,
      samples: { ticks: Uint32Array.of(tick), series: Uint16Array.of(series), quanta: Int32Array.of(1) },
    });
  expect(() => decodeBatch(sample(TO + 1, 0))).toThrow(/outside the batch/);
  expect(() => decodeBatch(sample(TO, SERIES_COUNT))).toThrow(/does not exist/);
  expect(() => decodeBatch(sample(TO, 3).slice(0, -1))).toThrow(/announced/);
  expect(() =>
    encodeBatch({
      ...empty,
      samples: { ...empty.samples, ticks: Uint32Array.of(5, 4), series: new Uint16Array(2), quanta: new Int32Array(2) },
    }),
  ).toThrow(RangeError);
});

test('keys that nobody asked for are dropped, also __proto__', () => {
  const json = JSON.stringify({ ...head, extra: 1 }).replace('"extra"', '"__proto__"');
  expect(decodeBatch(withJson(json))).toEqual({ ...empty });
});
