// The /console door: lets screens in, hands them to the broadcaster, and takes their interest and commands.
import type { Server as HttpServer } from 'node:http';
import { type Interest, interestOf } from '@onescreen/shared/city';
import type { Person } from '@onescreen/shared/people';
import type { CommandAnswer, ConsoleClientEvents, ConsoleHello, ConsoleServerEvents } from '@onescreen/shared/protocol';
import { CONSOLE_PATH, parseConsoleCommand, parseConsoleHello, parseInterest } from '@onescreen/shared/protocol';
import { Server, type Socket } from 'socket.io';
import type { Doors } from '../auth/origins.ts';
import { createRateLimit } from '../auth/rateLimit.ts';
import type { Sessions } from '../auth/session.ts';
import type { Branches } from '../branches/branches.ts';
import type { Clock } from '../clock.ts';
import { answerOf, RefusedError, refusalIn } from '../refusal.ts';
import { refusedHandshake, refuseRequests } from '../sockets.ts';
import type { Stage } from '../stage.ts';
import type { Store } from '../store/index.ts';
import { type Broadcaster, type BroadcastLimits, createBroadcaster } from './broadcaster.ts';
import { type CommandParts, carryOut } from './commands.ts';
import { wireOf } from './wire.ts';

/** A screen sends a few words; more is not from a screen. */
const LARGEST_MESSAGE_BYTES = 64 * 1024;
/** Commands and changes of area: a burst of clicks, then five a second. */
const BURST_MESSAGES = 30;
const MESSAGE_REFILL_MS = 200;

interface ScreenData {
  interest: Interest;
  person: Person | null;
  cursor: ConsoleHello['cursor'];
}
type ConsoleServer = Server<ConsoleClientEvents, ConsoleServerEvents, Record<string, never>, ScreenData>;
type ScreenSocket = Socket<ConsoleClientEvents, ConsoleServerEvents, Record<string, never>, ScreenData>;

export interface ConsoleOptions {
  http: HttpServer;
  clock: Clock;
  stage: Stage;
  store: Store;
  branches: Branches;
  doors: Doors;
  sessions: Sessions;
  limits: BroadcastLimits;
  watch: ConsoleWatch;
}

/** Told what happens at the door: for figures and logs. */
export interface ConsoleWatch {
  sent(kind: 'room' | 'own' | 'status', bytes: number): void;
  cut(): void;
  refused(refusal: string): void;
  failed(error: unknown): void;
  viewers(count: number): void;
}

export interface ConsoleDoor {
  close(): Promise<void>;
}

export function openConsole({
  http,
  clock,
  stage,
  store,
  branches,
  doors,
  sessions,
  limits,
  watch,
}: ConsoleOptions): ConsoleDoor {
  const io: ConsoleServer = new Server(http, {
    path: CONSOLE_PATH,
    transports: ['websocket'],
    perMessageDeflate: false,
    serveClient: false,
    maxHttpBufferSize: LARGEST_MESSAGE_BYTES,
    allowRequest: refuseRequests(doors, watch),
  });
  const screens = io.of('/console');
  const broadcaster = createBroadcaster({ clock, stage, store, limits, watch });

  io.use((_socket, next) => next(refusedHandshake(new RefusedError('not-found'))));
  screens.use((socket, next) => {
    try {
      const hello = letIn(socket.handshake.auth);
      const person = sessions.personOf(socket.handshake.headers.cookie, clock.now());
      Object.assign(socket.data, { ...hello, person });
      next();
    } catch (error) {
      tell(error, watch);
      next(refusedHandshake(error));
    }
  });
  screens.on('connection', (socket) => {
    serve(socket, { clock, stage, store, branches, sessions, broadcaster, watch });
    watch.viewers(screens.sockets.size);
    socket.on('disconnect', () => watch.viewers(screens.sockets.size));
  });

  return {
    async close() {
      broadcaster.close();
      await io.close();
    },
  };
}

/** `parseConsoleHello` throws ProtocolError for an old protocol, a wrong shape and an area that is not there. */
function letIn(auth: unknown): Pick<ScreenData, 'interest' | 'cursor'> {
  const { area, cursor } = parseConsoleHello(auth);
  return { interest: interestOf(area), cursor };
}

function tell(error: unknown, watch: ConsoleWatch): void {
  const refused = refusalIn(error);
  if (refused === null) watch.failed(error);
  else watch.refused(refused.refusal);
}

interface Serving extends CommandParts {
  sessions: Sessions;
  broadcaster: Broadcaster;
  watch: ConsoleWatch;
}

function serve(socket: ScreenSocket, { sessions, broadcaster, watch, ...parts }: Serving): void {
  const { interest, person, cursor } = socket.data as ScreenData;
  const viewer = broadcaster.admit(wireOf(socket), interest, person, cursor);
  const { clock } = parts;
  const limit = createRateLimit(BURST_MESSAGES, MESSAGE_REFILL_MS);

  /** Nothing that a screen sends may throw past here: socket.io would let it end the process. */
  async function answering(answer: unknown, act: () => CommandAnswer | Promise<CommandAnswer>): Promise<void> {
    let reply: CommandAnswer;
    try {
      if (!limit.take(clock.now())) throw new RefusedError('too-many');
      reply = await act();
      if (!reply.ok) watch.refused(reply.refusal);
    } catch (error) {
      tell(error, watch);
      reply = { ok: false, ...answerOf(error) };
    }
    if (typeof answer === 'function') answer(reply);
  }

  /** Who it is by now: a session may have ended, or the person have been taken out, since the screen came in. */
  function personNow(): Person | null {
    const now = sessions.personOf(socket.handshake.headers.cookie, clock.now());
    if ((now === null) !== (viewer.person === null)) broadcaster.setPerson(viewer, now);
    return now;
  }

  socket.on('interest', (area: unknown, answer: unknown) =>
    answering(answer, () => {
      broadcaster.setInterest(viewer, interestOf(parseInterest(area)));
      return { ok: true };
    }),
  );
  socket.on('command', (command: unknown, answer: unknown) =>
    answering(answer, () => carryOut(parseConsoleCommand(command), personNow(), parts)),
  );
  socket.on('disconnect', () => broadcaster.dismiss(viewer));
}
