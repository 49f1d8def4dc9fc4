// Many screens in a process of their own, for the bench: they connect, take what comes and do nothing with it.
// Both kinds are bare websockets, so that a door's figure does not hold what its peers do differently.
// Arguments: `console` or `bare`, the port, how many.

import type { ConsoleHello } from '@onescreen/shared/protocol';
import { CONSOLE_PATH, PROTOCOL_VERSION } from '@onescreen/shared/protocol';
import { WebSocket } from 'ws';

const [kind, port, count] = process.argv.slice(2) as [string, string, string];

/** First characters of the messages of engine.io 4 and socket.io 5 that a screen has to know. */
const OPENED = '0';
const PING = '2';
const PONG = '3';
const CONNECT = '40/console,';
const FRAME = '42/console,["frame"';

/** Resolves when the screen is told of the run: a status comes first, everything there is after it. */
function watchConsole(): Promise<void> {
  const hello: ConsoleHello = { protocol: PROTOCOL_VERSION, area: '310000', cursor: null };
  const socket = open(`${CONSOLE_PATH}/?EIO=4&transport=websocket`);
  let frames = 0;
  return new Promise((resolve, reject) => {
    socket.on('message', (data: Buffer) => {
      const start = data.toString('latin1', 0, FRAME.length);
      if (start === PING) socket.send(PONG);
      else if (start.startsWith(OPENED)) socket.send(`${CONNECT}${JSON.stringify(hello)}`);
      else if (start === FRAME && ++frames === 2) resolve();
    });
    socket.once('error', reject);
  });
}

function watchBare(): Promise<void> {
  const socket = open('/');
  socket.on('message', (data: Buffer) => data.toString('latin1', 0, FRAME.length));
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
}

const open = (address: string): WebSocket =>
  new WebSocket(`ws://127.0.0.1:${port}${address}`, { perMessageDeflate: false });

await Promise.all(Array.from({ length: Number(count) }, () => (kind === 'console' ? watchConsole() : watchBare())));
process.send?.('connected');
