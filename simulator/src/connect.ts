// The simulator's end of /ingest: says hello, keeps lock-step at the pace that the operator wants, and waits when the platform is away.
import type { Ack, Control, Hello, PaceStatus, Refusal, ScenarioSummary, Welcome } from '@onescreen/shared/protocol';
import {
  INGEST_PATH,
  isRefusal,
  PROTOCOL_VERSION,
  parseAck,
  parseControl,
  parseWelcome,
} from '@onescreen/shared/protocol';
import { unreachable } from '@onescreen/shared/unreachable';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import type { Cancel, Clock } from './clock.ts';
import { STEP_TICKS } from './createSimulation.ts';
import { createLockstep } from './lockstep.ts';
import type { Pace } from './pacer.ts';
import { createPacer } from './pacer.ts';
import type { Simulation } from './simulation.ts';

export interface LinkLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface LinkOptions {
  /** `http://127.0.0.1:7318` */
  url: string;
  token: string;
  /** Names this simulator; the platform takes one source at a time. */
  source: string;
  simulation: Simulation;
  /** A run that an operator asks for, under a new run id. Throws when there is no such scenario. */
  start(choice: Extract<Control, { kind: 'start' }>): Simulation;
  /** The present run from its beginning, under a new run id: for a platform that has lost what it had. */
  again(): Simulation;
  scenarios: readonly ScenarioSummary[];
  pace: Pace;
  clock: Clock;
  logger: LinkLogger;
}

export interface SimulatorLink {
  /** Resolves when the link is closed; rejects with LinkError when the platform will never take this simulator, or with what the world threw. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Why the link cannot be: one sentence. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
}

interface Emitted {
  hello: (hello: Hello, answer: (reply: unknown) => void) => void;
  batch: (batch: Uint8Array, answer: (reply: unknown) => void) => void;
  pace: (pace: PaceStatus) => void;
}
interface Received {
  control: (control: unknown) => void;
}

const HELLO_MS = 10_000;
/** A commit that takes longer than this is a platform that hangs. */
const ACK_MS = 30_000;
/** After an answer that only time can mend. */
const RETRY_MS = 1500;

/** Connects, and reconnects for ever. Nothing is lost or doubled: a batch is resent until its ack, or the welcome, says that it is committed. */
export function connectSimulator(options: LinkOptions): SimulatorLink {
  const { clock, logger } = options;
  const socket: Socket<Received, Emitted> = io(`${options.url.replace(/\/+$/, '')}/ingest`, {
    path: INGEST_PATH,
    transports: ['websocket'],
    auth: { token: options.token },
    reconnectionDelay: 250,
    reconnectionDelayMax: 3000,
    autoConnect: false,
  });
  const pacer = createPacer(clock, STEP_TICKS, options.pace);
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

  function begin(simulation: Simulation): void {
    lockstep = createLockstep(simulation);
    upcoming = null;
    logger.info(
      { run: simulation.info.run, scenario: simulation.info.scenario, seed: simulation.info.seed },
      'run begins',
    );
  }

  async function greet(): Promise<void> {
    const mine = ++session;
    state = 'greeting';
    const { info, scenarioText } = lockstep;
    const hello: Hello = { protocol: PROTOCOL_VERSION, source: options.source, info, scenarioText };
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
      begin(upcoming ?? options.again());
      void greet();
      return;
    }
    logger.info({ run: lockstep.info.run, committed: welcome.lastSeq }, 'connected');
    state = 'ready';
    tellPace();
    go();
  }

  function helloRefused({ refusal, message }: Refused): void {
    if (refusal === 'protocol-version' || refusal === 'malformed')
      return close(new LinkError(`The platform refuses this simulator: ${message}`));
    logger.warn({ refusal, message }, 'the platform refuses the run');
    if (refusal === 'other-run') begin(upcoming ?? options.again());
    later(RETRY_MS, () => void greet());
  }

  /** Makes the next step when it is due, one at a time. */
  function go(): void {
    if (state !== 'ready') return;
    if (upcoming !== null) {
      begin(upcoming);
      void greet();
      return;
    }
    if (lockstep.done) return;
    const waitMs = lockstep.underWay ? 0 : pacer.wait();
    if (waitMs === null) return;
    if (waitMs > 0) later(waitMs, go);
    else exchange().catch(close);
  }

  async function exchange(): Promise<void> {
    const mine = session;
    state = 'exchanging';
    if (!lockstep.underWay) pacer.made();
    const bytes = lockstep.batch();
    const reply = await ask(() => socket.timeout(ACK_MS).emitWithAck('batch', bytes), parseAck);
    if (mine !== session || state !== 'exchanging') return;
    if (reply.kind === 'refused') return batchRefused(reply);
    if (reply.kind === 'nothing') return reconnect();
    acknowledged(reply.answer);
  }

  function acknowledged(ack: Ack): void {
    if (!lockstep.acknowledge(ack)) return reconnect();
    if (lockstep.done) logger.info({ run: lockstep.info.run }, 'run finished');
    state = 'ready';
    go();
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

  function tellPace(): void {
    if (state !== 'away' && state !== 'closed') socket.emit('pace', { ...pacer.pace, scenarios: options.scenarios });
  }

  function control(given: Control): void {
    switch (given.kind) {
      case 'pace':
        pacer.set({ speed: given.speed, paused: given.paused });
        break;
      case 'step':
        pacer.allowStep();
        break;
      case 'start':
        upcoming = options.start(given);
        pacer.set({ speed: given.speed, paused: false });
        break;
      default:
        unreachable(given);
    }
    tellPace();
    if (state === 'ready') cancelTimer();
    go();
  }

  socket.on('connect', () => {
    waiting = false;
    void greet();
  });
  socket.on('disconnect', (reason) => {
    if (state === 'closed') return;
    logger.warn({ reason }, 'the platform is away; waiting');
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
  socket.on('control', (given) => {
    try {
      control(parseControl(given));
    } catch (error) {
      logger.warn({ error: error instanceof Error ? error.message : String(error) }, 'a control was not carried out');
    }
  });
  socket.connect();
  return { ended, close: () => close() };
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
