// Changes as bytes and back, whatever the bytes.
import { changesOfCity, createCity, noChanges, SERIES_COUNT } from '@onescreen/shared/city';
import { CodecError, decodeChanges, encodeChanges } from '@onescreen/shared/log';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { broken, changesArbitrary } from './arbitraries.ts';

test('changes come back as they went', () => {
  fc.assert(
    fc.property(changesArbitrary, (changes) => {
      expect(decodeChanges(encodeChanges(changes))).toEqual(changes);
    }),
  );
});

test('no changes are two bytes', () => {
  expect([...encodeChanges(noChanges())]).toEqual([0, 0]);
});

test('any bytes give changes that encode to the same bytes, or a CodecError', () => {
  const check = (bytes: Uint8Array) => {
    try {
      expect([...encodeChanges(decodeChanges(bytes))]).toEqual([...bytes]);
    } catch (error) {
      expect(error).toBeInstanceOf(CodecError);
    }
  };
  fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), check), { numRuns: 2000 });
  fc.assert(
    fc.property(
      changesArbitrary.chain((changes) => broken(encodeChanges(changes))),
      check,
    ),
    { numRuns: 500 },
  );
});

test.each([
  ['a count that cannot follow', [0xff, 0xb3, 1, 0], /announced/],
  ['more values than there are series', [0xff, 0xff, 0xff, 0x7f], /more than/],
  ['a number longer than it needs to be', [0x80, 0], /longer than it needs/],
  ['a number over 32 bits', [0xff, 0xff, 0xff, 0xff, 0x7f], /32 bits/],
  ['a number of six bytes', [0x80, 0x80, 0x80, 0x80, 0x80, 1], /five bytes/],
  ['a series that does not exist', [1, 0xff, 0xff, 0x03, 0, 0], /does not exist/],
  ['a state that does not exist', [0, 1, 0, 5], /not a state/],
  ['a byte too many', [0, 0, 0], /too many/],
  ['nothing', [], /too early/],
])('%s is refused', (_what, bytes, sentence) => {
  expect(() => decodeChanges(Uint8Array.from(bytes))).toThrow(CodecError);
  expect(() => decodeChanges(Uint8Array.from(bytes))).toThrow(sentence);
});

test('columns out of order or of different lengths are a mistake of the writer', () => {
  const wrongOrder = { ...noChanges(), series: Uint16Array.of(5, 5), quanta: Int32Array.of(1, 2) };
  const wrongLength = { ...noChanges(), series: Uint16Array.of(5), quanta: Int32Array.of(1, 2) };
  expect(() => encodeChanges(wrongOrder)).toThrow(/out of order/);
  expect(() => encodeChanges(wrongLength)).toThrow(/equally long/);
});

test('a whole city takes less than six bytes a series, values and states', () => {
  const city = createCity();
  for (let series = 0; series < SERIES_COUNT; series++) {
    city.quanta[series] = (series * 7919) % 100_000;
    city.states[series] = 1;
  }
  expect(encodeChanges(changesOfCity(city)).length).toBeLessThan(SERIES_COUNT * 6);
});
