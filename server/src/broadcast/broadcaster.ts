// Who is told what and when: at most ten frames a second, one encoding per group, and a way of their own for those who lag.
import type { Interest } from '@onescreen/shared/city';
import type { Person } from '@onescreen/shared/people';
import type { Cursor, StatusFrame } from '@onescreen/shared/protocol';
import type { Cancel, Clock } from '../clock.ts';
import type { Platform } from '../platform.ts';
import type { Stage } from '../stage.ts';
import type { Store } from '../store/index.ts';
import { type ChangeLog, createChangeLog } from './changeLog.ts';
import { createFrameMaker, type FrameMaker, type Point, packFrame } from './frames.ts';
import type { Packet } from './packet.ts';
import type { Told, Viewer, ViewerState, Wire } from './viewer.ts';

export interface BroadcastLimits {
  /** Least time between two frames. */
  frameMs: number;
  /** A screen with more packets waiting than this is no longer told what all are told. */
  waitingPackets: number;
  /** A screen that takes nothing for this long is cut. */
  slowMs: number;
  /** A screen that missed more entries than this is sent everything anew: that is smaller. */
  catchUpEntries: number;
}

export const DEFAULT_LIMITS: BroadcastLimits = {
  frameMs: 100,
  waitingPackets: 5,
  slowMs: 30_000,
  catchUpEntries: 20_000,
};

export interface BroadcasterOptions {
  clock: Clock;
  stage: Stage;
  store: Store;
  limits: BroadcastLimits;
  /** Told what went out, once for all who share it, and who was cut: for figures and logs. */
  watch: {
    sent(kind: 'room' | 'own' | 'status', bytes: number): void;
    cut(): void;
    failed(error: unknown): void;
  };
}

export interface Broadcaster {
  /** A screen that has been let in. `cursor`: where it stopped, to get exactly what it missed. */
  admit(wire: Wire, interest: Interest, person: Person | null, cursor: Cursor | null): Viewer;
  setInterest(viewer: Viewer, interest: Interest): void;
  /** Another person, or nobody any more, looks at the screen: it is told so. */
  setPerson(viewer: Viewer, person: Person | null): void;
  dismiss(viewer: Viewer): void;
  close(): void;
}

/** The run whose frames go out, and how far those who keep up have been told. */
interface Programme {
  platform: Platform;
  log: ChangeLog;
  frames: FrameMaker;
  sent: Point;
}

export function createBroadcaster({ clock, stage, store, limits, watch }: BroadcasterOptions): Broadcaster {
  const viewers = new Set<Viewer>();
  let programme: Programme | null = null;
  let lastFlushMs = Number.NEGATIVE_INFINITY;
  let pending: Cancel | null = null;

  function schedule(): void {
    if (pending !== null) return;
    const waitMs = lastFlushMs + limits.frameMs - clock.now();
    if (waitMs <= 0 && !stage.stepping) flush();
    else pending = clock.after(Math.max(0, waitMs), onTimer);
  }

  function onTimer(): void {
    pending = null;
    // A step is being committed: what the engine shows now is not in the log yet. The end of the step asks again.
    if (!stage.stepping) flush();
  }

  function flush(): void {
    lastFlushMs = clock.now();
    if (programme === null) return;
    try {
      tellTogether(programme);
      for (const viewer of viewers) {
        if (viewer.state.mode === 'together') leaveIfSlow(viewer, programme);
        else if (viewer.state.mode === 'alone') catchUp(viewer, viewer.state, programme);
      }
    } catch (error) {
      watch.failed(error);
    }
    if ([...viewers].some((viewer) => viewer.state.mode === 'alone')) schedule();
  }

  function tellTogether(show: Programme): void {
    const { platform, sent } = show;
    if (platform.lastTick === sent.tick) return;
    const entries = show.log.entriesAfter(sent.seq);
    if (entries === null) sendAllAlone(show);
    else {
      const packets = new Map<Interest, Packet>();
      for (const { wire, interest, state } of viewers) {
        if (state.mode !== 'together') continue;
        let packet = packets.get(interest);
        if (packet === undefined) {
          packet = show.frames.advance(interest, sent, { upperTick: sent.tick, streetTick: sent.tick }, entries);
          packets.set(interest, packet);
          watch.sent('room', packet.bytes);
        }
        wire.send(packet);
      }
    }
    show.sent = pointOf(platform);
  }

  function sendAllAlone(show: Programme): void {
    for (const viewer of viewers) if (viewer.state.mode === 'together') goAlone(viewer, toldOf(show), null);
  }

  function goAlone(viewer: Viewer, told: Told, slowSinceMs: number | null): void {
    viewer.state = { mode: 'alone', cursor: told.cursor, streetTick: told.streetTick, slowSinceMs };
  }

  function leaveIfSlow(viewer: Viewer, show: Programme): void {
    if (viewer.wire.waiting() > limits.waitingPackets) goAlone(viewer, toldOf(show), clock.now());
  }

  function catchUp(viewer: Viewer, state: ViewerState & { mode: 'alone' }, show: Programme): void {
    const { cursor, streetTick, slowSinceMs } = state;
    if (viewer.wire.waiting() > (slowSinceMs === null ? limits.waitingPackets : 0)) return waitOrCut(viewer, state);
    if (cursor === null || !isWithin(cursor, show) || show.sent.seq - cursor.seq > limits.catchUpEntries) {
      return sendAndJoin(viewer, show.frames.reset(viewer.interest));
    }
    if (cursor.tick === show.sent.tick && streetTick === cursor.tick) return join(viewer);
    const entries = show.log.entriesAfter(cursor.seq);
    if (entries === null) return void readMissed(viewer, { cursor, streetTick }, show);
    const since = { upperTick: cursor.tick, streetTick };
    sendAndJoin(viewer, show.frames.advance(viewer.interest, pointAt(cursor), since, entries));
  }

  function waitOrCut(viewer: Viewer, state: ViewerState & { mode: 'alone' }): void {
    const nowMs = clock.now();
    state.slowSinceMs ??= nowMs;
    if (nowMs - state.slowSinceMs < limits.slowMs) return;
    watch.cut();
    dismiss(viewer);
    viewer.wire.cut();
  }

  function sendAndJoin(viewer: Viewer, packet: Packet): void {
    viewer.wire.send(packet);
    watch.sent('own', packet.bytes);
    join(viewer);
  }

  function join(viewer: Viewer): void {
    viewer.state = { mode: 'together' };
  }

  /** Missed entries that are no longer in memory come from the store, between two steps, so that they end where the state is. */
  async function readMissed(viewer: Viewer, told: Told & { cursor: Cursor }, show: Programme): Promise<void> {
    viewer.state = { mode: 'reading', ...told };
    const { cursor } = told;
    try {
      await stage.between(async () => {
        const missing = show.platform.lastSeq - cursor.seq;
        const entries = await store.entriesAfter(cursor.run, cursor.seq, missing);
        const { state } = viewer;
        if (state.mode !== 'reading' || viewer.gone || programme !== show) return;
        if (entries.length !== missing) throw new Error(`the log of ${cursor.run} ends too early`);
        tellTogether(show);
        const since = { upperTick: cursor.tick, streetTick: state.streetTick };
        sendAndJoin(viewer, show.frames.advance(viewer.interest, pointAt(cursor), since, entries));
      });
    } catch (error) {
      watch.failed(error);
      if (viewer.state.mode === 'reading') goAlone(viewer, NOTHING_TOLD, null);
    }
    if (!viewer.gone) schedule();
  }

  function dismiss(viewer: Viewer): void {
    viewer.gone = true;
    viewers.delete(viewer);
  }

  /** Everybody who is nobody shares a packet; so do the screens of one person. */
  function tellStatus(): void {
    const packets = new Map<string, Packet>();
    for (const { wire, person } of viewers) {
      const key = person === null ? '' : `${person.name} ${person.role} ${person.area}`;
      let packet = packets.get(key);
      if (packet === undefined) {
        packet = packFrame(statusOf(stage, person));
        packets.set(key, packet);
        watch.sent('status', packet.bytes);
      }
      wire.send(packet);
    }
  }

  function tellStatusTo({ wire, person }: Viewer): void {
    const packet = packFrame(statusOf(stage, person));
    wire.send(packet);
    watch.sent('status', packet.bytes);
  }

  stage.listen({
    onRun(platform) {
      const log = createChangeLog(platform.city, platform.lastSeq);
      const before = programme?.platform.info.run === platform.info.run ? programme : null;
      for (const viewer of viewers) {
        if (before === null) goAlone(viewer, NOTHING_TOLD, null);
        else if (viewer.state.mode === 'reading') goAlone(viewer, viewer.state, null);
      }
      if (before !== null) sendAllAlone(before);
      programme = { platform, log, frames: createFrameMaker(platform, log), sent: pointOf(platform) };
      schedule();
    },
    onStep(platform, ticks) {
      if (programme?.platform !== platform) return;
      programme.log.add(ticks);
      schedule();
    },
    onStatus: tellStatus,
  });

  return {
    admit(wire, interest, person, cursor) {
      // A screen may have moved to other streets while it was away, so streets are told in full.
      const state: ViewerState = { mode: 'alone', cursor, streetTick: -1, slowSinceMs: null };
      const viewer: Viewer = { wire, person, interest, gone: false, state };
      viewers.add(viewer);
      tellStatusTo(viewer);
      schedule();
      return viewer;
    },
    setInterest(viewer, interest) {
      if (viewer.interest === interest || viewer.gone) return;
      if (viewer.state.mode !== 'together') viewer.state.streetTick = -1;
      else if (programme !== null) goAlone(viewer, { ...toldOf(programme), streetTick: -1 }, null);
      viewer.interest = interest;
      schedule();
    },
    setPerson(viewer, person) {
      viewer.person = person;
      if (!viewer.gone) tellStatusTo(viewer);
    },
    dismiss,
    close: () => pending?.(),
  };
}

const NOTHING_TOLD: Told = { cursor: null, streetTick: -1 };
const pointOf = ({ lastTick, lastSeq }: Platform): Point => ({ tick: lastTick, seq: lastSeq });
const pointAt = ({ tick, seq }: Cursor): Point => ({ tick, seq });
const toldOf = ({ platform, sent }: Programme): Told => ({
  cursor: { run: platform.info.run, ...sent },
  streetTick: sent.tick,
});

/** Whether a screen's cursor is a point that this run has passed. */
const isWithin = (cursor: Cursor, { platform, sent }: Programme): boolean =>
  cursor.run === platform.info.run && cursor.tick <= sent.tick && cursor.seq <= sent.seq;

const statusOf = (stage: Stage, person: Person | null): StatusFrame => ({
  kind: 'status',
  state: stage.state,
  pace: stage.pace,
  person,
});
