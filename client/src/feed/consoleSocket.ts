// The line to a running server: one websocket that comes back by itself.
import type { ConsoleClientEvents, ConsoleHello, ConsoleServerEvents } from '@onescreen/shared/protocol';
import { CONSOLE_PATH } from '@onescreen/shared/protocol';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';

export type ConsoleSocket = Socket<ConsoleServerEvents, ConsoleClientEvents>;

const SHORTEST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 3000;

/** Opens the line to the server at `origin` (for example `http://127.0.0.1:7318`). `handshake` is asked at every connection. */
export const openConsoleSocket = (origin: string, handshake: () => ConsoleHello): ConsoleSocket =>
  io(`${origin}/console`, {
    path: CONSOLE_PATH,
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: SHORTEST_WAIT_MS,
    reconnectionDelayMax: LONGEST_WAIT_MS,
    auth: (give) => give({ ...handshake() }),
  });
