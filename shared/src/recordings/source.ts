// Where the bytes of a recording come from: a file, a dropped file, an address that answers to ranges. And what a reader needs from its
// surroundings, since hashing and inflating are done by the machine's own code in Node and by the browser's in a browser.

export interface ByteSource {
  /** Bytes of the whole. */
  readonly size: number;
  /** Exactly `length` bytes from `offset`, or fewer where the source ends. Rejects when it cannot be read. */
  read(offset: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface ByteTools {
  /** SHA-256 as 64 lower-case hex digits. */
  sha256Hex(bytes: Uint8Array): string;
  /** The content of a zlib stream (RFC 1950); null when it is damaged or would give more than `mostBytes`. */
  inflate(stored: Uint8Array, mostBytes: number): Promise<Uint8Array | null>;
}
