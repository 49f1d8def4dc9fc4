// Which samples are due at a tick: leaves spread over their period, city and districts of one indicator together.
import { DAY } from '@onescreen/shared/time';
import { mix } from './noise.ts';
import type { Plan } from './plans.ts';

/** Leaves due together: `plan` (its index) and `offset` (leaf number) in step. */
interface LeafSlot {
  plans: Uint16Array;
  offsets: Uint16Array;
}

export interface Schedule {
  /** Calls `leaf(plan index, leaf number)` for every street that is due. */
  streets(tick: number, leaf: (planIndex: number, offset: number) => void): void;
  /** Indices of the plans whose city and districts are due. */
  rollUps(tick: number): Iterable<Uint16Array>;
}

/** Slots of one period: what is due when tick modulo period is the slot. Days are sparse, so a map. */
class Wheel<T> {
  readonly period: number;
  readonly slots = new Map<number, T[]>();
  constructor(period: number) {
    this.period = period;
  }
  put(slot: number, item: T): void {
    const items = this.slots.get(slot);
    if (items === undefined) this.slots.set(slot, [item]);
    else items.push(item);
  }
}

function wheelOf<T>(wheels: Map<number, Wheel<T>>, period: number): Wheel<T> {
  let wheel = wheels.get(period);
  if (wheel === undefined) {
    wheel = new Wheel(period);
    wheels.set(period, wheel);
  }
  return wheel;
}

/** Builds the wheels. Plans drawn in districts or the city alone have no streets to spread. */
export function createSchedule(plans: readonly Plan[]): Schedule {
  const streetWheels = new Map<number, Wheel<[number, number]>>();
  const parentWheels = new Map<number, Wheel<number>>();
  for (const plan of plans) {
    wheelOf(parentWheels, plan.period).put(plan.phase, plan.index);
    if (!plan.indicator.levels.includes('street')) continue;
    const wheel = wheelOf(streetWheels, plan.leafPeriod);
    for (let offset = 0; offset < plan.leafCount; offset++) {
      // Evenly over a short period; a day's figures at any time of the day.
      const slot =
        plan.leafPeriod === DAY ? mix(plan.index, offset) % DAY : (offset * 7 + plan.index * 13) % plan.leafPeriod;
      wheel.put(slot, [plan.index, offset]);
    }
  }
  const streets = [...streetWheels.values()].map((wheel) => ({ period: wheel.period, slots: packLeaves(wheel) }));
  const parents = [...parentWheels.values()].map((wheel) => ({
    period: wheel.period,
    slots: new Map([...wheel.slots].map(([slot, items]) => [slot, Uint16Array.from(items)])),
  }));

  return {
    streets(tick, leaf) {
      for (const { period, slots } of streets) {
        const slot = slots.get(tick % period);
        if (slot === undefined) continue;
        for (let i = 0; i < slot.plans.length; i++) leaf(slot.plans[i]!, slot.offsets[i]!);
      }
    },
    *rollUps(tick) {
      for (const { period, slots } of parents) {
        const slot = slots.get(tick % period);
        if (slot !== undefined) yield slot;
      }
    },
  };
}

const packLeaves = (wheel: Wheel<[number, number]>): Map<number, LeafSlot> =>
  new Map(
    [...wheel.slots].map(([slot, items]) => [
      slot,
      { plans: Uint16Array.from(items, ([plan]) => plan), offsets: Uint16Array.from(items, ([, offset]) => offset) },
    ]),
  );
