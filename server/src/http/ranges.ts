// Part of an answer, as a `Range` header asks for it (RFC 9110). One range of bytes; whatever else is asked gets the whole.

export type AskedRange =
  | { kind: 'whole' }
  | { kind: 'part'; offset: number; length: number }
  /** Nothing of it is there: 416. */
  | { kind: 'outside' };

const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;
const WHOLE: AskedRange = { kind: 'whole' };

/** `size`: bytes of the whole. */
export function readRange(header: string | undefined, size: number): AskedRange {
  const [, first = '', last = ''] = ONE_RANGE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return WHOLE;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? { kind: 'outside' } : { kind: 'part', offset: size - length, length };
  }
  const offset = Number(first);
  const end = last === '' ? size : Math.min(Number(last) + 1, size);
  if (last !== '' && Number(last) < offset) return WHOLE;
  return offset >= size ? { kind: 'outside' } : { kind: 'part', offset, length: end - offset };
}
