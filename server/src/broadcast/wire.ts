// A socket.io socket as the broadcaster's wire. A packet goes straight to the websocket of a screen that has taken all before it;
// behind anything that waits it queues with the engine, so that nothing overtakes and the queue of a slow screen can be seen.
import type { ConsoleClientEvents, ConsoleServerEvents } from '@onescreen/shared/protocol';
import type { Socket } from 'socket.io';
import type { Packet } from './packet.ts';
import type { Wire } from './viewer.ts';

/** Close code from the range that applications may use; the reason says it in words. */
const TOO_SLOW = { code: 4008, reason: 'too-slow' };

/** `readyState` of a websocket that takes messages. */
const OPEN = 1;

/** The websocket of `ws`. `_sender` is private; socket.io itself writes what it framed beforehand through it. */
interface WebSocketInside {
  readyState: number;
  /** Bytes that the network has not taken. */
  bufferedAmount: number;
  _sender?: { sendFrame?(message: readonly Buffer[]): void };
  close(code: number, reason: string): void;
}

/** What engine.io keeps private but is the only way to see the queue and to give a reason that a browser shows. */
export interface Inside {
  readyState: string;
  writeBuffer: readonly unknown[];
  transport: { writable: boolean; socket?: WebSocketInside };
  /** The way with a queue. Framed by us here too, as socket.io's rooms do. */
  write(text: string, options: { compress: false; wsPreEncodedFrame: readonly Buffer[] }): unknown;
  close(discard: boolean): unknown;
}

export function wireOf<Data>(
  socket: Socket<ConsoleClientEvents, ConsoleServerEvents, Record<string, never>, Data>,
): Wire {
  return wireThrough(socket.conn as unknown as Inside);
}

/** The wire of an engine.io connection whose websocket does not compress. */
export function wireThrough(inside: Inside): Wire {
  /** Packets with the engine, and one for whatever is with the network: bytes alone would not show the others. */
  function waiting(): number {
    const { writable, socket } = inside.transport;
    const onItsWay = !writable || (socket !== undefined && socket.bufferedAmount > 0);
    return inside.writeBuffer.length + (onItsWay ? 1 : 0);
  }

  return {
    send(packet) {
      if (inside.readyState === 'open' && waiting() === 0 && sendNow(inside.transport.socket, packet)) return;
      inside.write(packet.text, { compress: false, wsPreEncodedFrame: [packet.message] });
    },
    waiting,
    cut() {
      inside.transport.socket?.close(TOO_SLOW.code, TOO_SLOW.reason);
      inside.close(true);
    },
  };
}

/** Whether the websocket took it. The engine would tell several listeners of each packet: twice the work of the rest. */
function sendNow(socket: WebSocketInside | undefined, { message }: Packet): boolean {
  if (socket?.readyState !== OPEN || socket._sender?.sendFrame === undefined) return false;
  socket._sender.sendFrame([message]);
  return true;
}
