// Frames as text, each encoded once whatever the number of screens that get it.

import type { Entry } from '@onescreen/shared/log';
import type { AdvanceFrame, Frame, ResetFrame } from '@onescreen/shared/protocol';
import { encodeFrame } from '@onescreen/shared/protocol';
import type { Platform } from '../platform.ts';
import type { ChangeLog, Since } from './changeLog.ts';
import type { Interest } from './interest.ts';

/** How far something is told: the newest tick and the newest entry. */
export interface Point {
  tick: number;
  seq: number;
}

export interface FrameMaker {
  /** What came after `from`; samples after `since`. `entries` are exactly those after `from.seq`. Base64. */
  advance(interest: Interest, from: Point, since: Since, entries: readonly Entry[]): string;
  /** Everything. Base64. */
  reset(interest: Interest): string;
}

/** Binary codec, then base64: a text packet is framed once by socket.io for a whole room, a binary one for each socket (measured). */
export const packFrame = (frame: Frame): string => {
  const bytes = encodeFrame(frame);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
};

/** Frames up to the platform's state now. Encodings are kept for as long as that state is the newest. */
export function createFrameMaker(platform: Platform, log: ChangeLog): FrameMaker {
  let packedAtTick = -2;
  const packed = new Map<string, string>();

  function once(key: string, make: () => Frame): string {
    if (packedAtTick !== platform.lastTick) {
      packed.clear();
      packedAtTick = platform.lastTick;
    }
    const known = packed.get(key);
    if (known !== undefined) return known;
    const text = packFrame(make());
    packed.set(key, text);
    return text;
  }

  return {
    advance: (interest, from, since, entries) =>
      once(
        `${interest} ${from.tick} ${from.seq} ${since.upperTick} ${since.streetTick}`,
        (): AdvanceFrame => ({
          kind: 'advance',
          run: platform.info.run,
          fromTick: from.tick,
          tick: platform.lastTick,
          seq: platform.lastSeq,
          changes: log.changes(interest, since),
          entries,
        }),
      ),
    reset: (interest) =>
      once(
        `${interest} reset`,
        (): ResetFrame => ({
          kind: 'reset',
          tick: platform.lastTick,
          seq: platform.lastSeq,
          info: platform.info,
          cases: platform.cases,
          changes: log.changes(interest, { upperTick: -1, streetTick: -1 }),
        }),
      ),
  };
}
