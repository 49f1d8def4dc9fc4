// Secrets: drawn at random, kept as hashes, compared without telling by the time it takes how much of one was right.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** 256 random bits as text that is safe in an address. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256, hex. A token of 256 random bits cannot be guessed back from it, so that no slow hash is needed. */
export const hashOf = (token: string): string => digest(token).toString('hex');

/** Whether a peer's token is the expected one. Anything but a string is not. */
export const isToken = (given: unknown, expected: string): boolean =>
  typeof given === 'string' && timingSafeEqual(digest(given), digest(expected));

/** Whether a peer's token has this hash (64 hex digits). */
export const hasHash = (given: string, tokenHash: string): boolean =>
  timingSafeEqual(digest(given), Buffer.from(tokenHash, 'hex'));
