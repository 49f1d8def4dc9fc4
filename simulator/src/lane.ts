// One connection to /ingest with one run at a time on it: says hello, keeps lock-step, hands world snapshots over, and waits when the platform
// is away. Nothing is lost or doubled: a batch is resent until its ack, or the welcome, says that it is committed.
import type { Ack, Hello, KeptWorld, Lane as LaneName, PaceStatus, Refusal, Welcome } from '@onescreen/shared/protocol';
import {
  INGEST_PATH,
  isRefusal,
  keepTicksOf,
  PROTOCOL_VERSION,
  parseAck,
  parseWelcome,
} from '@onescreen/shared/protocol';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import type { Cancel, Clock } from './clock.ts';
import { createLockstep } from './lockstep.ts';
import { seal } from './sealing.ts';
import type { Simulation } from './simulation.ts';

export interface LinkLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

/** Where and as whom a simulator connects. */
export interface Address {
  /** `http://127.0.0.1:7318` */
  url: string;
  token: string;
  /** Names this simulator; the platform takes one at a time. */
  source: string;
  clock: Clock;
  logger: LinkLogger;
}

export interface LaneOptions extends Address {
  lane: LaneName;
  simulation: Simulation;
  /** A run to go on with when the platform will not have the present one, or has lost what it had; null ends the lane. */
  instead(): Simulation | null;
  pace: {
    /** Milliseconds until the step from `tick` on may be made; 0 now; null: not until `wake`. */
    wait(tick: number): number | null;
    /** A step was made. */
    made(): void;
  };
  /** The run was greeted: batches can be sent. */
  onReady(): void;
  /** The last batch of the run is acknowledged. */
  onDone(): void;
}

export interface Lane {
  readonly socket: LaneSocket;
  /** The platform takes its batches, and there are some to come. */
  readonly going: boolean;
  /** Whether messages can be sent now. */
  readonly connected: boolean;
  /** Resolves when the lane is closed; rejects with LinkError when the platform will never take this simulator, or with what the world threw. */
  readonly ended: Promise<void>;
  /** Another run takes the place of the present one, after the step that is under way. */
  begin(simulation: Simulation): void;
  /** The pace has changed. */
  wake(): void;
  close(): void;
}

/** Why the link cannot be: one sentence. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
}

interface Emitted {
  hello: (hello: Hello, answer: (reply: unknown) => void) => void;
  batch: (batch: Uint8Array, answer: (reply: unknown) => void) => void;
  keep: (kept: KeptWorld) => void;
  pace: (pace: PaceStatus) => void;
}
interface Received {
  control: (control: unknown) => void;
  branch: (order: unknown, answer: unknown) => void;
}
export type LaneSocket = Socket<Received, Emitted>;

const HELLO_MS = 10_000;
/** A commit that takes longer than this is a platform that hangs. */
const ACK_MS = 30_000;
/** After an answer that only time can mend. */
const RETRY_MS = 1500;

/** Connects, and reconnects for ever. */
export function openLane(options: LaneOptions): Lane {
  const { clock, logger, lane, source, pace } = options;
  const socket: LaneSocket = io(`${options.url.replace(/\/+$/, '')}/ingest`, {
    path: INGEST_PATH,
    transports: ['websocket'],
    auth: { token: options.token },
    // Each lane is a connection of its own.
    forceNew: true,
    reconnectionDelay: 250,
    reconnectionDelayMax: 3000,
    autoConnect: false,
  });
  let lockstep = createLockstep(options.simulation);
  let upcoming: Simulation | null = null;
  /** Counts connections and greetings; an answer to an earlier one is of no interest. */
  let session = 0;
  let state: 'away' | 'greeting' | 'ready' | 'exchanging' | 'closed' = 'away';
  /** Said once that nobody answers. */
  let waiting = false;
  let cancelTimer: Cancel = () => undefined;
  let settle: { resolve(): void; reject(error: Error): void };
  const ended = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });

  function later(delayMs: number, run: () => void): void {
    cancelTimer();
    const mine = session;
    cancelTimer = clock.after(delayMs, () => {
      if (mine === session && state !== 'closed') run();
    });
  }

  function close(error?: Error): void {
    if (state === 'closed') return;
    state = 'closed';
    cancelTimer();
    socket.disconnect();
    if (error === undefined) settle.resolve();
    else settle.reject(error);
  }

  function change(simulation: Simulation): void {
    lockstep = createLockstep(simulation);
    upcoming = null;
    const { run, scenario, seed } = simulation.info;
    logger.info({ run, scenario, seed, lane, tick: simulation.tick }, 'run begins');
  }

  /** Goes on with another run than the platform refuses; false when there is none. */
  function changeInstead(): boolean {
    const next = upcoming ?? options.instead();
    if (next === null) close();
    else change(next);
    return next !== null;
  }

  async function greet(): Promise<void> {
    const mine = ++session;
    state = 'greeting';
    const { info, scenarioText } = lockstep;
    const hello: Hello = { protocol: PROTOCOL_VERSION, source, lane, info, scenarioText };
    const reply = await ask(() => socket.timeout(HELLO_MS).emitWithAck('hello', hello), parseWelcome);
    if (mine !== session || state !== 'greeting') return;
    if (reply.kind === 'answer') welcomed(reply.answer);
    else if (reply.kind === 'refused') helloRefused(reply);
    else reconnect();
  }

  function welcomed(welcome: Welcome): void {
    if (!lockstep.resume(welcome)) {
      logger.warn(
        { run: lockstep.info.run, committed: welcome.lastSeq },
        'the platform does not have what this run has sent; it begins again',
      );
      if (changeInstead()) void greet();
      return;
    }
    logger.info({ run: lockstep.info.run, committed: welcome.lastSeq }, 'connected');
    state = 'ready';
    options.onReady();
    go();
  }

  function helloRefused({ refusal, message }: Refused): void {
    if (refusal === 'protocol-version' || refusal === 'malformed')
      return close(new LinkError(`The platform refuses this simulator: ${message}`));
    logger.warn({ refusal, message, run: lockstep.info.run }, 'the platform refuses the run');
    if (refusal === 'other-run' && !changeInstead()) return;
    later(RETRY_MS, () => void greet());
  }

  /** Makes the next step when it is due, one at a time. */
  function go(): void {
    if (state !== 'ready') return;
    if (upcoming !== null) {
      change(upcoming);
      void greet();
      return;
    }
    if (lockstep.done) return;
    const waitMs = lockstep.underWay ? 0 : pace.wait(lockstep.tick);
    if (waitMs === null) return;
    if (waitMs > 0) later(waitMs, go);
    else exchange().catch(close);
  }

  async function exchange(): Promise<void> {
    const mine = session;
    state = 'exchanging';
    if (!lockstep.underWay) pace.made();
    const bytes = lockstep.batch();
    const reply = await ask(() => socket.timeout(ACK_MS).emitWithAck('batch', bytes), parseAck);
    if (mine !== session || state !== 'exchanging') return;
    if (reply.kind === 'refused') return batchRefused(reply);
    if (reply.kind === 'nothing') return reconnect();
    acknowledged(reply.answer);
  }

  function acknowledged(ack: Ack): void {
    if (!lockstep.acknowledge(ack)) return reconnect();
    state = 'ready';
    if (lockstep.done) {
      logger.info({ run: lockstep.info.run }, 'run finished');
      options.onDone();
    } else if (lockstep.tick % keepTicksOf(lockstep.info.durationTicks) === 0) keep();
    go();
  }

  /** The platform keeps it if it can; nothing depends on that. */
  function keep(): void {
    const { info, seq } = lockstep;
    seal(lockstep.snapshot()).then(
      (world) => {
        if (state !== 'closed') socket.emit('keep', { run: info.run, seq, world });
      },
      (error: unknown) => logger.warn({ error: String(error), run: info.run }, 'the world was not kept'),
    );
  }

  function batchRefused({ refusal, message }: Refused): void {
    if (refusal === 'malformed') return close(new LinkError(`The platform does not understand a batch: ${message}`));
    logger.warn({ refusal, message }, 'the platform refuses a batch');
    later(RETRY_MS, () => void greet());
  }

  function reconnect(): void {
    if (state === 'closed') return;
    session++;
    state = 'away';
    socket.disconnect();
    later(RETRY_MS, () => socket.connect());
  }

  socket.on('connect', () => {
    waiting = false;
    void greet();
  });
  socket.on('disconnect', (reason) => {
    if (state === 'closed') return;
    logger.warn({ reason, lane }, 'the platform is away; waiting');
    session++;
    state = 'away';
    if (!socket.active) later(RETRY_MS, () => socket.connect());
  });
  socket.on('connect_error', (error) => {
    const refused = readRefused((error as Error & { data?: unknown }).data);
    if (refused?.refusal === 'token')
      return close(
        new LinkError('The platform does not accept this token; give it the one that the platform was started with.'),
      );
    if (!waiting) logger.warn({ url: options.url, reason: error.message }, 'no platform there yet; waiting');
    waiting = true;
    if (!socket.active && state !== 'closed') later(RETRY_MS, () => socket.connect());
  });
  socket.connect();

  return {
    socket,
    get going() {
      return (state === 'ready' || state === 'exchanging') && !lockstep.done;
    },
    get connected() {
      return state !== 'away' && state !== 'closed';
    },
    ended,
    begin(simulation) {
      upcoming = simulation;
    },
    wake() {
      if (state === 'ready') cancelTimer();
      go();
    },
    close: () => close(),
  };
}

interface Refused {
  refusal: Refusal;
  message: string;
}
type Reply<T> = { kind: 'answer'; answer: T } | ({ kind: 'refused' } & Refused) | { kind: 'nothing' };

function readRefused(value: unknown): Refused | null {
  if (typeof value !== 'object' || value === null || !('refusal' in value) || !isRefusal(value.refusal)) return null;
  const { refusal } = value;
  const message =
    'message' in value && typeof value.message === 'object' && value.message !== null && 'en' in value.message
      ? value.message.en
      : '';
  return { refusal, message: typeof message === 'string' ? message : refusal };
}

/** What the platform answers: the thing itself, a refusal, or nothing that can be used before the connection or the patience ends. */
async function ask<T>(request: () => Promise<unknown>, parse: (reply: unknown) => T): Promise<Reply<T>> {
  try {
    const reply = await request();
    const refused = readRefused(reply);
    return refused === null ? { kind: 'answer', answer: parse(reply) } : { kind: 'refused', ...refused };
  } catch {
    return { kind: 'nothing' };
  }
}
