// A run without an engine, wires without sockets and a clock that is moved by hand: to test who is told what and when.
import { createCasesState, evolveCases } from '@onescreen/shared/cases';
import type { Changes } from '@onescreen/shared/city';
import { applyChanges, createCity } from '@onescreen/shared/city';
import type { Entry, RunInfo } from '@onescreen/shared/log';
import type { AdvanceFrame, Frame, ResetFrame } from '@onescreen/shared/protocol';
import { decodeFrame, fromBase64 } from '@onescreen/shared/protocol';
import { type BroadcastLimits, createBroadcaster, DEFAULT_LIMITS } from '../../../server/src/broadcast/broadcaster.ts';
import type { Packet } from '../../../server/src/broadcast/packet.ts';
import type { Wire } from '../../../server/src/broadcast/viewer.ts';
import type { Clock } from '../../../server/src/clock.ts';
import type { TickOutcome } from '../../../server/src/engine/types.ts';
import type { Platform } from '../../../server/src/platform.ts';
import type { Stage, StageListener } from '../../../server/src/stage.ts';
import type { Store } from '../../../server/src/store/index.ts';

export const infoOf = (run: string): RunInfo => ({
  run,
  scenario: 'normal-day',
  zh: '平常日',
  en: 'Normal day',
  seed: 7,
  density: 1,
  policy: 'nearest',
  epochMs: 1_715_643_000_000,
  durationTicks: 86_400,
  stepTicks: 5,
  units: [],
  cameras: [],
  phases: [],
});

/** A clock that stands still until it is moved. */
export function createHandClock() {
  let nowMs = 1000;
  let timers: { atMs: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => nowMs,
    after(delayMs, run) {
      const timer = { atMs: nowMs + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    every: () => () => undefined,
  };
  return {
    clock,
    pass(ms: number): void {
      const endMs = nowMs + ms;
      for (;;) {
        const due = timers.filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
        if (due === undefined) break;
        timers = timers.filter((timer) => timer !== due);
        nowMs = Math.max(nowMs, due.atMs);
        due.run();
      }
      nowMs = endMs;
    },
  };
}

/** A screen: what it got, folded, and how many packets its peer has not taken. */
export interface Screen extends Wire {
  frames: Frame[];
  /** The same as they were handed over. */
  packets: Packet[];
  stuck: number;
  wasCut: boolean;
  advances(): AdvanceFrame[];
  resets(): ResetFrame[];
}

function frameOf(packet: string): Frame {
  const [event, base64] = JSON.parse(packet.slice('2/console,'.length)) as [string, string];
  if (event !== 'frame') throw new Error(`an event ${event}`);
  return decodeFrame(fromBase64(base64));
}

function createScreen(): Screen {
  const screen: Screen = {
    frames: [],
    packets: [],
    stuck: 0,
    wasCut: false,
    send(packet) {
      screen.packets.push(packet);
      screen.frames.push(frameOf(packet.text));
    },
    waiting: () => screen.stuck,
    cut: () => {
      screen.wasCut = true;
    },
    advances: () => screen.frames.filter((frame) => frame.kind === 'advance'),
    resets: () => screen.frames.filter((frame) => frame.kind === 'reset'),
  };
  return screen;
}

/** A platform whose steps the test makes up: one tick each, with samples `[series, quantum]` and so many entries. */
function createScript(run: string) {
  const city = createCity();
  let cases = createCasesState();
  const log: Entry[] = [];
  let lastTick = -1;
  const platform: Platform = {
    info: infoOf(run),
    city,
    get cases() {
      return cases;
    },
    lastBatch: 0,
    get lastTick() {
      return lastTick;
    },
    get lastSeq() {
      return log.length;
    },
    lastAck: null,
    state: 'open',
    forkTick: -1,
    process: () => Promise.reject(new Error('not in this test')),
    propose: () => null,
    totals: { ticks: 0, entries: 0, cases: 0, closed: 0 },
    digest: () => '',
    stop: () => Promise.resolve(),
    openSegment: () => null,
    openBlock: () => null,
  };

  function tick(samples: readonly (readonly [number, number])[], entryCount: number): TickOutcome {
    lastTick += 1;
    const changes: Changes = {
      series: Uint16Array.from(samples, ([series]) => series),
      quanta: Int32Array.from(samples, ([, quantum]) => quantum),
      stateSeries: new Uint16Array(0),
      states: new Uint8Array(0),
    };
    const entries = Array.from({ length: entryCount }, (_, i): Entry => {
      const seq = log.length + i + 1;
      return { run, seq, tick: lastTick, kind: 'plan.step', agency: 'city', zh: `步骤 ${seq}`, en: `step ${seq}` };
    });
    applyChanges(city, lastTick, changes);
    for (const entry of entries) cases = evolveCases(cases, entry);
    log.push(...entries);
    return { tick: lastTick, changes, entries };
  }
  return { platform, log, tick };
}

export function createBroadcastKit(changes: Partial<BroadcastLimits> = {}) {
  const hand = createHandClock();
  const listeners: StageListener[] = [];
  const counts = { room: 0, own: 0, status: 0 };
  const failures: unknown[] = [];
  let script = createScript('R1');
  const stage: Stage & { stepping: boolean } = {
    get platform() {
      return script.platform;
    },
    source: null,
    state: 'live',
    pace: null,
    stepping: false,
    listen: (listener) => void listeners.push(listener),
    restore: () => Promise.resolve(),
    asked: () => undefined,
    platformOf: () => null,
    announce: () => Promise.reject(new Error('not in this test')),
    take: () => Promise.reject(new Error('not in this test')),
    queueCommand: () => Promise.reject(new Error('not in this test')),
    setSource: () => undefined,
    setPace: () => undefined,
    between: (read) => Promise.resolve().then(read),
  };
  const store = {
    entriesAfter: async (_run: string, after: number, limit: number) => script.log.slice(after, after + limit),
  } as unknown as Store;
  const broadcaster = createBroadcaster({
    clock: hand.clock,
    stage,
    store,
    limits: { ...DEFAULT_LIMITS, ...changes },
    watch: {
      sent: (kind) => {
        counts[kind] += 1;
      },
      cut: () => undefined,
      failed: (error) => void failures.push(error),
    },
  });
  for (const listener of listeners) listener.onRun(script.platform);

  return {
    broadcaster,
    stage,
    counts,
    failures,
    pass: hand.pass,
    log: () => script.log,
    connect: createScreen,
    /** A step of one tick, committed. */
    step(samples: readonly (readonly [number, number])[] = [], entryCount = 0): void {
      const ticks = [script.tick(samples, entryCount)];
      for (const listener of listeners) listener.onStep(script.platform, ticks);
    },
    /** The state or the pace has changed. */
    status(): void {
      for (const listener of listeners) listener.onStatus();
    },
    /** Another run takes the stage. */
    startRun(run: string): void {
      script = createScript(run);
      for (const listener of listeners) listener.onRun(script.platform);
    },
    /** The same run is brought back from the store, as after a failed commit. */
    bringBack(): void {
      script = { ...script, platform: Object.create(script.platform) as Platform };
      for (const listener of listeners) listener.onRun(script.platform);
    },
  };
}
