// Writing and reading bytes: variable-length whole numbers, text, slices. Every read is checked; a broken input is a CodecError.

/** Bytes that are not what they claim to be. `message` is one plain sentence. */
export class CodecError extends Error {
  override readonly name = 'CodecError';
}

// Both stand in every browser, worker and Node; the ES library alone does not name them.
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
declare const TextDecoder: new (
  label: 'utf-8',
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };
const textEncoder = new TextEncoder();
const textDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => textEncoder.encode(text);
/** Throws TypeError for bytes that are no UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => textDecoder.decode(bytes);

/** Signed to unsigned with small magnitudes small: 0, −1, 1, −2 … become 0, 1, 2, 3 … */
export const zigzag = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0;
export const unzigzag = (value: number): number => (value >>> 1) ^ -(value & 1);

const LARGEST_VARINT_BYTES = 5;

export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  constructor(capacity = 256) {
    this.#bytes = new Uint8Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** A whole number from 0 to 2³² − 1, seven bits a byte, low bits first. */
  varint(value: number): void {
    this.#reserve(LARGEST_VARINT_BYTES);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Length, then the bytes. */
  block(bytes: Uint8Array): void {
    this.varint(bytes.length);
    this.raw(bytes);
  }

  text(text: string): void {
    this.block(utf8(text));
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }
}

export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get remaining(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw new CodecError('the bytes end too early');
    this.#at++;
    return value;
  }

  varint(): number {
    let value = 0;
    for (let count = 0; count < LARGEST_VARINT_BYTES; count++) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** (7 * count);
      if (byte > 0x7f) continue;
      if (byte === 0 && count > 0) throw new CodecError('a number is written longer than it needs to be');
      if (value > 0xffff_ffff) throw new CodecError('a number does not fit into 32 bits');
      return value;
    }
    throw new CodecError('a number is longer than five bytes');
  }

  /** A count of things that take at least `bytesEach` bytes: refused when so many cannot follow, so that nothing is allocated on trust. */
  count(bytesEach: number, most: number, what: string): number {
    const count = this.varint();
    if (count > most) throw new CodecError(`${count} ${what} are more than the ${most} that can be`);
    if (count * bytesEach > this.remaining)
      throw new CodecError(`${count} ${what} are announced but the bytes end before`);
    return count;
  }

  raw(length: number): Uint8Array {
    if (length > this.remaining) throw new CodecError('the bytes end too early');
    const slice = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return slice;
  }

  block(): Uint8Array {
    return this.raw(this.varint());
  }

  text(): string {
    const bytes = this.block();
    try {
      return textDecoder.decode(bytes);
    } catch {
      throw new CodecError('a text is not valid UTF-8');
    }
  }

  end(): void {
    if (this.remaining > 0) throw new CodecError(`${this.remaining} bytes too many at the end`);
  }
}
