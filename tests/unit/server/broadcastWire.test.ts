import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packetOf } from '../../../server/src/broadcast/packet.ts';
import { type Inside, wireThrough } from '../../../server/src/broadcast/wire.ts';

/** Reads one unmasked message as RFC 6455, 5.2 says. */
function readMessage(message: Buffer): { finalText: boolean; masked: boolean; text: string; rest: number } {
  const short = message[1]! & 0x7f;
  const head = short < 126 ? 2 : short === 126 ? 4 : 10;
  const length = head === 2 ? short : head === 4 ? message.readUInt16BE(2) : Number(message.readBigUInt64BE(2));
  return {
    finalText: message[0] === 0x81,
    masked: (message[1]! & 0x80) !== 0,
    text: message.toString('utf8', head, head + length),
    rest: message.length - head - length,
  };
}

describe('a packet', () => {
  test('is one whole websocket message that holds the socket.io event, at every length of its head', () => {
    const around = (length: number) => fc.integer({ min: Math.max(0, length - 40), max: length + 10 });
    const lengths = fc.oneof(around(126), around(0x10000), fc.integer({ min: 0, max: 700_000 }));
    fc.assert(
      fc.property(lengths, (length) => {
        const base64 = 'Aa+/'.repeat(Math.ceil(length / 4)).slice(0, length);
        const packet = packetOf(base64);
        expect(packet.bytes).toBe(length);
        expect(packet.text).toBe(`2/console,${JSON.stringify(['frame', base64])}`);
        expect(readMessage(packet.message)).toEqual({
          finalText: true,
          masked: false,
          text: `4${packet.text}`,
          rest: 0,
        });
      }),
      { numRuns: 60 },
    );
  });
});

/** An engine whose network takes nothing more once it is stuck. */
function createConnection() {
  const out: string[] = [];
  const queued: unknown[] = [];
  const closed: unknown[] = [];
  const socket = {
    readyState: 1,
    bufferedAmount: 0,
    _sender: { sendFrame: ([message]: readonly Buffer[]) => void out.push(readMessage(message!).text) },
    close: (code: number, reason: string) => void closed.push({ code, reason }),
  };
  const transport: Inside['transport'] = { writable: true, socket };
  const inside: Inside = {
    readyState: 'open',
    writeBuffer: queued,
    transport,
    write: (text, { wsPreEncodedFrame }) => {
      expect(readMessage(wsPreEncodedFrame[0]!).text).toBe(`4${text}`);
      queued.push(text);
    },
    close: (discard) => void closed.push({ discard }),
  };
  return { inside, transport, socket, out, queued, closed, wire: wireThrough(inside) };
}

describe('a wire', () => {
  test('hands a packet straight to a screen that has taken all before it', () => {
    const { wire, out, queued } = createConnection();
    wire.send(packetOf('AAAA'));
    wire.send(packetOf('BBBB'));
    expect(out).toEqual(['42/console,["frame","AAAA"]', '42/console,["frame","BBBB"]']);
    expect(queued).toEqual([]);
    expect(wire.waiting()).toBe(0);
  });

  type Connection = ReturnType<typeof createConnection>;
  test.each<[string, (connection: Connection) => void, number]>([
    ['bytes that the network has not taken', ({ socket }) => void Object.assign(socket, { bufferedAmount: 1 }), 1],
    ['a packet of the engine on its way', ({ transport }) => void Object.assign(transport, { writable: false }), 1],
    ['a packet in the queue of the engine', ({ queued }) => void queued.push('2'), 1],
    [
      'both',
      ({ queued, transport }) => {
        transport.writable = false;
        queued.push('2', '3');
      },
      3,
    ],
  ])('lets nothing overtake %s, and counts it', (_what, happen, waiting) => {
    const connection = createConnection();
    happen(connection);
    expect(connection.wire.waiting()).toBe(waiting);
    connection.wire.send(packetOf('AAAA'));
    expect(connection.out).toEqual([]);
    expect(connection.queued.at(-1)).toBe('2/console,["frame","AAAA"]');
    expect(connection.wire.waiting()).toBe(waiting + 1);
  });

  test.each<[string, (connection: Connection) => void]>([
    ['a connection that is closing', ({ inside }) => void Object.assign(inside, { readyState: 'closing' })],
    ['a websocket that is closing', ({ socket }) => void Object.assign(socket, { readyState: 2 })],
    ['a transport that is no websocket', ({ transport }) => delete transport.socket],
    ['a websocket that cannot take whole messages', ({ socket }) => delete (socket as { _sender?: unknown })._sender],
  ])('leaves it to the engine what becomes of a packet for %s', (_what, happen) => {
    const connection = createConnection();
    happen(connection);
    connection.wire.send(packetOf('AAAA'));
    expect(connection.out).toEqual([]);
    expect(connection.queued).toEqual(['2/console,["frame","AAAA"]']);
  });

  test('that is cut says why', () => {
    const { wire, closed } = createConnection();
    wire.cut();
    expect(closed).toEqual([{ code: 4008, reason: 'too-slow' }, { discard: true }]);
  });
});
