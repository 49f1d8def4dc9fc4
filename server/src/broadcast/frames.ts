// Frames ready to be sent, each encoded and framed once whatever the number of screens that get it.
import type { Interest } from '@onescreen/shared/city';
import type { Entry } from '@onescreen/shared/log';
import type { AdvanceFrame, Frame, ResetFrame } from '@onescreen/shared/protocol';
import { encodeFrame } from '@onescreen/shared/protocol';
import type { Platform } from '../platform.ts';
import type { ChangeLog, Since } from './changeLog.ts';
import { type Packet, packetOf } from './packet.ts';

/** How far something is told: the newest tick and the newest entry. */
export interface Point {
  tick: number;
  seq: number;
}

export interface FrameMaker {
  /** What came after `from`; samples after `since`. `entries` are exactly those after `from.seq`. */
  advance(interest: Interest, from: Point, since: Since, entries: readonly Entry[]): Packet;
  /** Everything. */
  reset(interest: Interest): Packet;
}

/** Binary codec, then base64: socket.io sends text as one message, bytes as two. */
export const packFrame = (frame: Frame): Packet => {
  const bytes = encodeFrame(frame);
  return packetOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'));
};

/** Frames up to the platform's state now. Packets are kept for as long as that state is the newest: newcomers share a reset. */
export function createFrameMaker(platform: Platform, log: ChangeLog): FrameMaker {
  let packedAtTick = -2;
  const packed = new Map<string, Packet>();

  function once(key: string, make: () => Frame): Packet {
    if (packedAtTick !== platform.lastTick) {
      packed.clear();
      packedAtTick = platform.lastTick;
    }
    const known = packed.get(key);
    if (known !== undefined) return known;
    const packet = packFrame(make());
    packed.set(key, packet);
    return packet;
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
