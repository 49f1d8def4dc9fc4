// Digests: SHA-256 of a segment's payload, chained, so that one number says whether two runs are the same.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** The chain before its first segment. */
export const GENESIS_DIGEST = '0'.repeat(64);

const DIGEST_HEX = /^[0-9a-f]{64}$/;
export const isDigest = (text: string): boolean => DIGEST_HEX.test(text);

/** SHA-256 as 64 lower-case hex digits. */
const sha256Hex = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** Digest of an uncompressed segment payload: the name by which a segment is known. */
export const segmentDigest = sha256Hex;

/** The chain after one more segment. Throws RangeError when either is not a digest. */
export function chainDigest(previousHex: string, segmentHex: string): string {
  if (!isDigest(previousHex) || !isDigest(segmentHex)) throw new RangeError('a digest is 64 lower-case hex digits');
  return sha256Hex(hexToBytes(previousHex + segmentHex));
}
