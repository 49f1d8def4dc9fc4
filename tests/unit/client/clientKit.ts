// A run, frames and a line without a network: what the tests of the screen are made of.
import { createCasesState } from '@onescreen/shared/cases';
import type { DatedChanges } from '@onescreen/shared/city';
import { noChanges } from '@onescreen/shared/city';
import type { Entry, RunInfo } from '@onescreen/shared/log';
import type { AdvanceFrame, ConsoleHello, Frame, ResetFrame } from '@onescreen/shared/protocol';
import { encodeFrame, toBase64 } from '@onescreen/shared/protocol';
import type { ConsoleSocket } from '../../../client/src/feed/consoleSocket.ts';

export const EPOCH_MS = Date.parse('2024-05-14T07:30:00+08:00');

export const infoOf = (run: string): RunInfo => ({
  run,
  scenario: 'normal-day',
  zh: '平常的一天',
  en: 'A normal day',
  seed: 7,
  density: 1,
  policy: 'nearest',
  epochMs: EPOCH_MS,
  durationTicks: 86_400,
  stepTicks: 5,
  units: [],
  cameras: [],
  phases: [],
});

const nothingNew: DatedChanges = { ...noChanges(), changedTicks: new Int32Array(0) };

/** Quanta of series, all of them new at `tick`. */
export const samples = (tick: number, ...pairs: [series: number, quantum: number][]): DatedChanges => ({
  ...noChanges(),
  series: Uint16Array.from(pairs, ([series]) => series),
  quanta: Int32Array.from(pairs, ([, quantum]) => quantum),
  changedTicks: Int32Array.from(pairs, () => tick),
});

export const resetFrame = (run: string, tick: number, seq: number): ResetFrame => ({
  kind: 'reset',
  tick,
  seq,
  info: infoOf(run),
  cases: { ...createCasesState(), seq, tick },
  changes: nothingNew,
});

export const advanceFrame = (
  run: string,
  fromTick: number,
  tick: number,
  entries: readonly Entry[],
  seq: number,
): AdvanceFrame => ({
  kind: 'advance',
  run,
  fromTick,
  tick,
  seq,
  changes: nothingNew,
  entries,
});

/** An entry that the screen folds without needing others before it. */
export const planEntry = (run: string, seq: number, tick: number): Entry => ({
  run,
  seq,
  tick,
  kind: 'plan.step',
  agency: 'swj',
  zh: '预抽',
  en: 'Pre-pump',
});

/** A line that the test holds the other end of. */
export interface HeldLine {
  socket: ConsoleSocket;
  /** Handshakes of all connections so far. */
  hellos: ConsoleHello[];
  emitted: unknown[][];
  say(event: string, ...args: unknown[]): void;
  send(frame: Frame): void;
}

export function createHeldLine(handshake: () => ConsoleHello): HeldLine {
  const handlers = new Map<string, (...args: unknown[]) => void>();
  const held: HeldLine = {
    hellos: [],
    emitted: [],
    say: (event, ...args) => handlers.get(event)?.(...args),
    send: (frame) => held.say('frame', toBase64(encodeFrame(frame))),
    socket: undefined as unknown as ConsoleSocket,
  };
  const socket = {
    connected: false,
    active: true,
    on: (event: string, handler: (...args: unknown[]) => void) => handlers.set(event, handler),
    emit: (...args: unknown[]) => held.emitted.push(args),
    connect() {
      held.hellos.push(handshake());
      socket.connected = true;
      held.say('connect');
    },
    disconnect() {
      socket.connected = false;
      held.say('disconnect', 'io client disconnect');
    },
  };
  held.socket = socket as unknown as ConsoleSocket;
  return held;
}
