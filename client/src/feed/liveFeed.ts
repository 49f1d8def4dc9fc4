// Frames from a running server. Keeps the cursor, so that a broken line comes back with exactly what was missed.

import type { CommandAnswer, ConsoleHello, Cursor, Frame, Refusal } from '@onescreen/shared/protocol';
import { decodeFrame, fromBase64, PROTOCOL_VERSION } from '@onescreen/shared/protocol';
import type { ConsoleSocket } from './consoleSocket.ts';
import type { Feed, FeedListener } from './types.ts';

export interface LiveFeedOptions {
  /** Makes the line; it asks for the handshake each time that it connects. */
  connect: (handshake: () => ConsoleHello) => ConsoleSocket;
  /** Code of the area shown first. */
  area: string;
  /** Wall clock, milliseconds. */
  now: () => number;
  /** Runs `task` after a wait; returns what cancels it. */
  later: (task: () => void, milliseconds: number) => () => void;
}

/** Waiting will not mend these: the viewer must do something. */
const FINAL_REFUSALS: ReadonlySet<string> = new Set<Refusal>(['protocol-version', 'origin', 'host', 'token']);
const RETRY_MS = 1500;
/** At the slowest pace a step takes five seconds, and a command waits for the next one. */
const COMMAND_TIMEOUT_MS = 15_000;
const NO_ANSWER: CommandAnswer = {
  ok: false,
  refusal: 'not-found',
  message: { zh: '服务器没有应答，请稍后再试。', en: 'The server did not answer. Try again in a moment.' },
};

const refusalOf = (error: Error): string | null => {
  const data = (error as Error & { data?: unknown }).data;
  if (typeof data !== 'object' || data === null || !('refusal' in data)) return null;
  return typeof data.refusal === 'string' ? data.refusal : null;
};

export interface LiveFeed extends Feed {
  /** Asks for everything anew: the screen has shown something else meanwhile. */
  refresh(): void;
}

/** A feed over the `/console` namespace. Nothing happens before `start`. */
export function createLiveFeed(options: LiveFeedOptions): LiveFeed {
  let area = options.area;
  let cursor: Cursor | null = null;
  let socket: ConsoleSocket | null = null;
  let lostSinceMs: number | null = null;
  let attempt = 0;
  let cancelRetry = (): void => undefined;

  const hello = (): ConsoleHello => ({ protocol: PROTOCOL_VERSION, area, cursor });

  /** True when the frame follows what is already shown, with no entry missing between. */
  function follows(frame: Frame): boolean {
    if (frame.kind !== 'advance') return true;
    const next = frame.entries[0];
    if (cursor === null || frame.run !== cursor.run || frame.fromTick > cursor.tick) return false;
    return next === undefined ? frame.seq === cursor.seq : next.seq === cursor.seq + 1;
  }

  function remember(frame: Frame): void {
    if (frame.kind === 'reset') cursor = { run: frame.info.run, seq: frame.seq, tick: frame.tick };
    if (frame.kind === 'advance') cursor = { run: frame.run, seq: frame.seq, tick: frame.tick };
  }

  /** Entries that are already folded in come again when a catch-up overlaps a frame on its way. */
  function withoutRepeats(frame: Frame): Frame {
    if (frame.kind !== 'advance' || cursor === null) return frame;
    const { seq } = cursor;
    return { ...frame, entries: frame.entries.filter((entry) => entry.seq > seq) };
  }

  function open(listener: FeedListener): ConsoleSocket {
    const line = options.connect(hello);

    function lost(): void {
      lostSinceMs ??= options.now();
      attempt += 1;
      listener.onConnection({ state: 'lost', sinceMs: lostSinceMs, attempt });
    }
    function retryLater(): void {
      cancelRetry();
      cancelRetry = options.later(() => line.connect(), RETRY_MS);
    }

    line.on('connect', () => {
      lostSinceMs = null;
      attempt = 0;
      listener.onConnection({ state: 'connected' });
    });
    line.on('disconnect', (reason) => {
      if (reason === 'io client disconnect') return;
      lost();
      if (reason === 'io server disconnect') retryLater();
    });
    line.on('connect_error', (error) => {
      const refusal = refusalOf(error);
      if (refusal !== null && FINAL_REFUSALS.has(refusal)) {
        listener.onConnection({ state: 'refused', reason: refusal });
        return;
      }
      lost();
      if (!line.active) retryLater();
    });
    line.on('frame', (base64) => {
      const frame = withoutRepeats(decodeFrame(fromBase64(base64)));
      if (!follows(frame)) return refresh();
      remember(frame);
      listener.onFrame(frame);
    });
    return line;
  }

  /** Shows nothing wrong: asks for the whole state again. */
  function refresh(): void {
    cursor = null;
    socket?.disconnect();
    socket?.connect();
  }

  return {
    refresh,
    start(listener) {
      listener.onConnection({ state: 'connecting' });
      socket = open(listener);
    },
    setArea(code) {
      area = code;
      if (socket?.connected) socket.emit('interest', code, () => undefined);
    },
    async command(command) {
      if (!socket?.connected) return NO_ANSWER;
      return socket
        .timeout(COMMAND_TIMEOUT_MS)
        .emitWithAck('command', command)
        .catch(() => NO_ANSWER);
    },
    stop() {
      cancelRetry();
      socket?.disconnect();
      socket = null;
    },
  };
}
