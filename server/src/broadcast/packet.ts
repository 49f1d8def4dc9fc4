// A frame as it goes over the network, framed once whatever the number of screens: one buffer that all of them share.
// `socket.emit` would frame it anew for each, a room would hand each two buffers.

/** What one screen or a thousand are sent. Never changed once it is made. */
export interface Packet {
  /** The socket.io packet, for a way that cannot take bytes as they are. */
  readonly text: string;
  /** The same as one whole websocket message. */
  readonly message: Buffer;
  /** Characters of the frame itself: for figures. */
  readonly bytes: number;
}

/** socket.io protocol 5: an event (`2`) of a namespace, its name and arguments as JSON. */
const EVENT_BEFORE = '2/console,["frame","';
const EVENT_AFTER = '"]';
/** engine.io protocol 4: the type of a packet that holds a message. */
const MESSAGE = '4';

/** `base64` is a frame; nothing in it needs an escape in JSON, and each of its characters is one byte. */
export function packetOf(base64: string): Packet {
  const text = `${EVENT_BEFORE}${base64}${EVENT_AFTER}`;
  return { text, message: framed(`${MESSAGE}${text}`), bytes: base64.length };
}

/** RFC 6455, 5.2: a text message in one piece, as a server sends it: unmasked. */
const FINAL_TEXT = 0x81;
/** A length up to this is in the second byte; the two values above it say that two or eight bytes of length follow. */
const LONGEST_SHORT = 125;
const TWO_BYTES = 126;
const EIGHT_BYTES = 127;

function framed(ascii: string): Buffer {
  const { length } = ascii;
  const head = length <= LONGEST_SHORT ? 2 : length < 0x10000 ? 4 : 10;
  // Not from the pool: a packet lives on in the queues of slow screens and would hold the whole of its slab.
  const message = Buffer.allocUnsafeSlow(head + length);
  message[0] = FINAL_TEXT;
  if (head === 2) message[1] = length;
  else if (head === 4) {
    message[1] = TWO_BYTES;
    message.writeUInt16BE(length, 2);
  } else {
    message[1] = EIGHT_BYTES;
    message.writeBigUInt64BE(BigInt(length), 2);
  }
  message.write(ascii, head, 'latin1');
  return message;
}
