// One number that says whether two runs are the same.
import { chainDigest, GENESIS_DIGEST, isDigest, segmentDigest, utf8 } from '@onescreen/shared/log';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const digestOf = (segments: readonly Uint8Array[]) =>
  segments.reduce((chain, segment) => chainDigest(chain, segmentDigest(segment)), GENESIS_DIGEST);

test('a segment is named by its SHA-256', () => {
  expect(segmentDigest(utf8('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('the chain differs when any byte of any segment differs, and when segments change places', () => {
  const segments = fc.array(fc.uint8Array({ minLength: 1, maxLength: 30 }), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(segments, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (list, which, where, flip) => {
      const at = which % list.length;
      const changed = list.map((segment, i) => {
        const copy = segment.slice();
        if (i === at) copy[where % copy.length]! ^= flip;
        return copy;
      });
      expect(digestOf(changed)).not.toBe(digestOf(list));
      expect(digestOf(list)).toBe(digestOf(list.map((segment) => segment.slice())));
      const [first, second, ...rest] = list;
      if (digestOf([first!]) !== digestOf([second!]))
        expect(digestOf([second!, first!, ...rest])).not.toBe(digestOf(list));
    }),
  );
});

test('only digests can be chained', () => {
  expect(isDigest(GENESIS_DIGEST)).toBe(true);
  expect(() => chainDigest('12', GENESIS_DIGEST)).toThrow(/64 lower-case hex/);
  expect(() => chainDigest(GENESIS_DIGEST, GENESIS_DIGEST.toUpperCase().replace('0', 'A'))).toThrow(
    /64 lower-case hex/,
  );
});
