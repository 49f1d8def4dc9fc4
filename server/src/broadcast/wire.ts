// A socket.io socket as the broadcaster's wire. The queue that grows for a slow peer is the engine's, not socket.io's.
import type { ConsoleClientEvents, ConsoleServerEvents } from '@onescreen/shared/protocol';
import type { Socket } from 'socket.io';
import type { Wire } from './viewer.ts';

/** Close code from the range that applications may use; the reason says it in words. */
const TOO_SLOW = { code: 4008, reason: 'too-slow' };

/** What engine.io keeps private but is the only way to see the queue and to give a reason that a browser shows. */
interface Inside {
  writeBuffer: readonly unknown[];
  transport: { writable: boolean; socket?: { close(code: number, reason: string): void } };
}

export function wireOf<Data>(
  socket: Socket<ConsoleClientEvents, ConsoleServerEvents, Record<string, never>, Data>,
): Wire {
  const inside = socket.conn as unknown as Inside;
  return {
    send: (frame) => void socket.emit('frame', frame),
    // One packet is with the network while the transport is not writable; `bufferedAmount` would not see the others.
    waiting: () => inside.writeBuffer.length + (inside.transport.writable ? 0 : 1),
    join: (room) => void socket.join(room),
    leave: (room) => void socket.leave(room),
    cut() {
      inside.transport.socket?.close(TOO_SLOW.code, TOO_SLOW.reason);
      socket.conn.close(true);
    },
  };
}
