// A platform that only remembers: a real socket.io server on a real port that can be killed in the middle of a batch and come back.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Ack, Batch, Control, Hello, Order, PaceStatus } from '@onescreen/shared/protocol';
import { decodeBatch, INGEST_PATH } from '@onescreen/shared/protocol';

/** As much of socket.io's server as is used here; the package belongs to the server, not to the tests. */
interface Server {
  of(namespace: string): {
    use(door: (socket: Peer, next: (error?: Error) => void) => void): void;
    on(event: 'connection', take: (socket: Peer) => void): void;
  };
  close(): void;
  disconnectSockets(close: boolean): void;
}
interface Peer {
  handshake: { auth: { token?: string } };
  on(event: string, take: (message: never, answer: (reply: unknown) => void) => void): void;
  emit(event: string, message: unknown): void;
  disconnect(close: boolean): void;
}
const { Server } = createRequire(new URL('../../../server/package.json', import.meta.url))('socket.io') as {
  Server: new (http: ReturnType<typeof createServer>, options: object) => Server;
};

/** What becomes of the next batch: the platform dies before it has committed it, or after that but before the ack. */
export type Accident = 'before-commit' | 'after-commit';

export interface FakePlatform {
  readonly url: string;
  hellos: Hello[];
  paces: PaceStatus[];
  /** Committed batches of all runs, in order of commit. */
  committed: Batch[];
  /** Accidents to come: by the number of batches committed so far. */
  accidents: Map<number, Accident>;
  /** Answers every hello with this instead. */
  refusal: { refusal: string; message: { zh: string; en: string } } | null;
  control(control: Control): void;
  /** Forgets everything that was committed. */
  forget(): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Resolves when `is` holds; rejects after `mostMs`, usually five seconds. */
  until(is: () => boolean, mostMs?: number): Promise<void>;
}

/** One order in each ack, named after its batch, so that a lost or doubled ack would show. */
export const ordersAfter = (run: string, seq: number): Order[] => [{ kind: 'recall', id: `${run}/${seq}`, unit: 'U1' }];

export function createFakePlatform(token = 'secret'): FakePlatform {
  let port = 0;
  let running: { io: Server; http: ReturnType<typeof createServer> } | null = null;
  let peers = new Set<Peer>();

  const committedOf = (run: string) => platform.committed.filter((batch) => batch.run === run);
  const ackOf = (run: string, seq: number): Ack => ({ run, seq, orders: ordersAfter(run, seq) });

  async function die(): Promise<void> {
    await platform.stop();
    setTimeout(() => void platform.start(), 100);
  }

  function take(bytes: Uint8Array, answer: (reply: unknown) => void): void {
    const batch = decodeBatch(bytes);
    const accident = platform.accidents.get(platform.committed.length);
    platform.accidents.delete(platform.committed.length);
    if (accident === 'before-commit') return void die();
    const newest = committedOf(batch.run).length;
    if (batch.seq === newest + 1) platform.committed.push(batch);
    else if (batch.seq !== newest)
      return answer({ refusal: 'sequence-gap', message: { zh: '', en: `expected ${newest + 1}` } });
    if (accident === 'after-commit') return void die();
    answer(ackOf(batch.run, batch.seq));
  }

  function serve(peer: Peer): void {
    peers.add(peer);
    peer.on('hello', (hello: Hello, answer) => {
      platform.hellos.push(hello);
      if (platform.refusal !== null) return answer(platform.refusal);
      const { run } = hello.info;
      const lastSeq = committedOf(run).length;
      answer({ run, lastSeq, lastAck: lastSeq === 0 ? null : ackOf(run, lastSeq) });
    });
    peer.on('batch', (bytes: Uint8Array, answer) => take(bytes, answer));
    peer.on('pace', (pace: PaceStatus) => platform.paces.push(pace));
  }

  const platform: FakePlatform = {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    hellos: [],
    paces: [],
    committed: [],
    accidents: new Map(),
    refusal: null,
    control(control) {
      for (const peer of peers) peer.emit('control', control);
    },
    forget() {
      platform.committed = [];
    },
    start: () =>
      new Promise((resolve) => {
        const http = createServer();
        const io = new Server(http, { path: INGEST_PATH, transports: ['websocket'], serveClient: false });
        const door = io.of('/ingest');
        door.use((peer, next) =>
          next(
            peer.handshake.auth.token === token
              ? undefined
              : Object.assign(new Error('token'), { data: { refusal: 'token', message: { zh: '', en: 'wrong' } } }),
          ),
        );
        door.on('connection', serve);
        running = { io, http };
        http.listen(port, '127.0.0.1', () => {
          port = (http.address() as AddressInfo).port;
          resolve();
        });
      }),
    async stop() {
      const stopping = running;
      running = null;
      peers = new Set();
      if (stopping === null) return;
      stopping.io.disconnectSockets(true);
      stopping.io.close();
      stopping.http.closeAllConnections();
      await new Promise<void>((resolve) => stopping.http.close(() => resolve()));
    },
    async until(is, mostMs = 5000) {
      for (const end = Date.now() + mostMs; !is(); ) {
        if (Date.now() > end) throw new Error(`it did not happen within ${mostMs} ms`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
  return platform;
}
