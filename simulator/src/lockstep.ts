// Lock-step with the platform: one batch under way, its orders in the next step. Knows no socket and no clock.
import type { RunInfo } from '@onescreen/shared/log';
import type { Ack, Order, Welcome } from '@onescreen/shared/protocol';
import { encodeBatch } from '@onescreen/shared/protocol';
import type { Simulation } from './simulation.ts';

export interface Lockstep {
  readonly info: RunInfo;
  readonly scenarioText: string | null;
  /** Ticks simulated so far: the next new step begins here. */
  readonly tick: number;
  /** Newest batch made. */
  readonly seq: number;
  /** A batch was made and is not acknowledged yet. */
  readonly underWay: boolean;
  /** The last batch of the run is acknowledged. */
  readonly done: boolean;
  /** The batch under way, or else the next step as a new one. Throws RangeError when the run is done. */
  batch(): Uint8Array;
  /** Takes the orders for the next step. False for an answer to another batch, which changes nothing. */
  acknowledge(ack: Ack): boolean;
  /** Goes on from what the platform has committed. False when it has more or less than this run can go on from. */
  resume(welcome: Welcome): boolean;
  /** The world after the newest batch, before its orders. */
  snapshot(): unknown;
}

/** A simulation that was taken up from a snapshot gets the orders of its newest step with the welcome. */
export function createLockstep(simulation: Simulation): Lockstep {
  const { info, scenarioText } = simulation;
  let made = simulation.steps;
  let pending: Uint8Array | null = null;
  let orders: readonly Order[] = [];

  function acknowledge(ack: Ack): boolean {
    if (pending === null || ack.run !== info.run || ack.seq !== made) return false;
    pending = null;
    orders = ack.orders;
    return true;
  }

  return {
    info,
    scenarioText,
    get tick() {
      return simulation.tick;
    },
    get seq() {
      return made;
    },
    get underWay() {
      return pending !== null;
    },
    get done() {
      return simulation.finished && pending === null;
    },
    batch() {
      if (pending === null) {
        const next = simulation.step(orders);
        made = next.seq;
        pending = encodeBatch(next);
      }
      return pending;
    },
    acknowledge,
    resume({ run, lastSeq, lastAck }) {
      if (run !== info.run) return false;
      if (pending !== null && lastSeq === made) return lastAck !== null && acknowledge(lastAck);
      if (lastSeq !== (pending === null ? made : made - 1)) return false;
      if (pending === null && lastAck !== null) orders = lastAck.orders;
      return true;
    },
    snapshot: () => simulation.snapshot(),
  };
}
