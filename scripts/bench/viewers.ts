// Many screens in a process of their own, for the bench: they connect, take what comes and do nothing with it.
// Arguments: `console` or `bare`, the port, how many.

import type { ConsoleHello } from '@onescreen/shared/protocol';
import { CONSOLE_PATH, PROTOCOL_VERSION } from '@onescreen/shared/protocol';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';

const [kind, port, count] = process.argv.slice(2) as [string, string, string];

/** Resolves when the screen has what it needs to be sent frames. */
function watchConsole(): Promise<void> {
  const auth: ConsoleHello = { protocol: PROTOCOL_VERSION, area: '310000', cursor: null };
  const socket = io(`http://127.0.0.1:${port}/console`, {
    path: CONSOLE_PATH,
    transports: ['websocket'],
    auth,
    forceNew: true,
  });
  return new Promise((resolve, reject) => {
    socket.once('frame', () => resolve());
    socket.once('connect_error', reject);
  });
}

function watchBare(): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
}

await Promise.all(Array.from({ length: Number(count) }, () => (kind === 'console' ? watchConsole() : watchBare())));
process.send?.('connected');
