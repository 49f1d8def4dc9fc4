// The /ingest door: one source of signals at a time, with one connection for the run on stage and others for branches that run aside.
// Whatever it sends, it gets an answer or is cut; the process goes on.
import type { Server as HttpServer } from 'node:http';
import type { KeptWorld } from '@onescreen/shared/protocol';
import {
  decodeBatch,
  INGEST_PATH,
  MOST_WORLD_BYTES,
  parseHello,
  parseKeptWorld,
  parsePaceStatus,
} from '@onescreen/shared/protocol';
import { Server, type Socket } from 'socket.io';
import type { Doors } from '../auth/origins.ts';
import { isToken } from '../auth/tokens.ts';
import type { Asides } from '../branches/asides.ts';
import { answerOf, RefusedError, refusalIn } from '../refusal.ts';
import { refusedHandshake, refuseRequests } from '../sockets.ts';
import type { Stage } from '../stage.ts';
import type { PlatformEvents, SourceEvents } from './events.ts';
import { sourceAt } from './source.ts';

/** Two megabytes: a step of every series at every level with a storm of signals is below a quarter of it. */
const LARGEST_BATCH_BYTES = 2 * 1024 * 1024;
/** A world, and some words around it. */
const LARGEST_MESSAGE_BYTES = MOST_WORLD_BYTES + 64 * 1024;
/** A source in lock-step has one batch under way; a few more may cross a reconnect. */
const MOST_WAITING = 4;

type SourceSocket = Socket<SourceEvents, PlatformEvents>;

export interface IngestOptions {
  http: HttpServer;
  stage: Stage;
  asides: Asides;
  keep: (world: KeptWorld) => Promise<void>;
  doors: Doors;
  token: string;
  watch: IngestWatch;
}

/** Told what happens at the door: for figures and logs. */
export interface IngestWatch {
  refused(refusal: string, detail: string): void;
  failed(error: unknown): void;
  source(name: string | null): void;
}

export interface IngestDoor {
  close(): Promise<void>;
}

export function openIngest(options: IngestOptions): IngestDoor {
  const { http, stage, doors, token, watch } = options;
  const io = new Server<SourceEvents, PlatformEvents>(http, {
    path: INGEST_PATH,
    transports: ['websocket'],
    perMessageDeflate: false,
    serveClient: false,
    maxHttpBufferSize: LARGEST_MESSAGE_BYTES,
    allowRequest: refuseRequests(doors, { refused: (refusal) => watch.refused(refusal, 'handshake') }),
  });
  const active = createActiveSource(stage, watch);

  io.use((_socket, next) => next(refusedHandshake(new RefusedError('not-found'))));
  const sources = io.of('/ingest');
  sources.use((socket, next) => {
    if (isToken(socket.handshake.auth.token, token)) return next();
    watch.refused('token', 'handshake');
    next(refusedHandshake(new RefusedError('token')));
  });
  sources.on('connection', (socket) => serve(socket, options, active));
  return { close: () => io.close() };
}

interface ActiveSource {
  /** Throws RefusedError `too-many` while another source is active; the same source takes over from its lost connection. */
  take(socket: SourceSocket, name: string): void;
  is(socket: SourceSocket): boolean;
  release(socket: SourceSocket): void;
}

function createActiveSource(stage: Stage, watch: IngestWatch): ActiveSource {
  let active: { socket: SourceSocket; name: string } | null = null;

  return {
    take(socket, name) {
      if (active?.socket === socket) return;
      if (active !== null && active.name !== name) throw new RefusedError('too-many', `${active.name} is connected`);
      const before = active?.socket;
      active = { socket, name };
      before?.disconnect(true);
      stage.setSource(sourceAt(socket, name));
      watch.source(name);
    },
    is: (socket) => active?.socket === socket,
    release(socket) {
      if (active?.socket !== socket) return;
      active = null;
      stage.setSource(null);
      watch.source(null);
    },
  };
}

function serve(socket: SourceSocket, { stage, asides, keep, watch }: IngestOptions, active: ActiveSource): void {
  let waiting = 0;
  /** The branch that this connection feeds. */
  let aside: string | null = null;

  /** Answers with what `work` gives or with a refusal; never throws, because socket.io would let it end the process. */
  async function answering(answer: unknown, work: () => Promise<unknown>): Promise<void> {
    let reply: unknown;
    try {
      reply = await work();
    } catch (error) {
      const refused = refusalIn(error);
      if (refused === null) watch.failed(error);
      else watch.refused(refused.refusal, refused.message);
      reply = answerOf(error);
    }
    if (typeof answer === 'function') answer(reply);
  }

  function requireHello(): void {
    if (aside === null && !active.is(socket)) throw new RefusedError('not-allowed', 'say hello first');
  }

  socket.on(
    'hello',
    (hello: unknown, answer: unknown) =>
      void answering(answer, async () => {
        const { info, source, lane, scenarioText } = parseHello(hello);
        if (lane === 'aside') {
          const welcome = await asides.announce(info);
          aside = info.run;
          return welcome;
        }
        active.take(socket, source);
        try {
          return await stage.announce(info, scenarioText);
        } catch (error) {
          active.release(socket);
          throw error;
        }
      }),
  );
  socket.on(
    'batch',
    (bytes: unknown, answer: unknown) =>
      void answering(answer, async () => {
        requireHello();
        if (waiting >= MOST_WAITING) throw new RefusedError('too-many', `${waiting} batches wait already`);
        if (!(bytes instanceof Uint8Array)) throw new RefusedError('malformed', 'a batch is binary');
        if (bytes.length > LARGEST_BATCH_BYTES) throw new RefusedError('malformed', 'a batch is not so large');
        const batch = decodeBatch(bytes);
        waiting++;
        try {
          return await (aside === null ? stage : asides).take(batch, bytes);
        } finally {
          waiting--;
        }
      }),
  );
  socket.on(
    'keep',
    (world: unknown) =>
      void answering(undefined, async () => {
        requireHello();
        await keep(parseKeptWorld(world));
      }),
  );
  socket.on(
    'pace',
    (pace: unknown) =>
      void answering(undefined, async () => {
        const next = parsePaceStatus(pace);
        if (active.is(socket)) stage.setPace(next);
      }),
  );
  socket.on('disconnect', () => {
    active.release(socket);
    if (aside !== null) asides.lost(aside);
  });
}
