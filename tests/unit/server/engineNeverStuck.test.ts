// Whatever the world loses, repeats or delays, no case waits for ever: each has ended or has a timer that will look at it again.

import type { CaseState } from '@onescreen/shared/cases';
import { checkOutcome, isEnded } from '@onescreen/shared/cases';
import type { Order, Signal } from '@onescreen/shared/protocol';
import { createRandom } from '@onescreen/shared/random';
import { DAY, HOUR } from '@onescreen/shared/time';
import { expect, test } from 'vitest';
import type { EngineState } from '../../../server/src/engine/state.ts';
import type { Town, World } from './engineKit.ts';
import { call, createTown, eastOf, goodWorld, hit, report, townInfo, trip } from './engineKit.ts';

/** A world that loses a share of what units and devices say, says some of it late, and some looks fail. */
function lossyWorld(seed: number, lost: number): World {
  const random = createRandom(seed, 'lossy');
  const world = goodWorld(() => (random.next() < 0.1 ? undefined : random.next() < 0.75));
  return (order: Order, tick: number): readonly Signal[] =>
    world(order, tick)
      .filter(() => random.next() >= lost)
      .map((signal) => (random.next() < 0.1 ? { ...signal, tick: signal.tick + random.whole(3 * HOUR) } : signal));
}

function feed(town: Town, seed: number, toTick: number): void {
  const random = createRandom(seed, 'feed');
  for (let tick = 0; tick < toTick; tick += 300) {
    const at = eastOf(0.002 * random.whole(20));
    const camera = `CAM-${random.whole(20)}`;
    const type = random.pick(['XJ01', 'XJ03', 'XJ04']);
    for (const later of [0, 15, 30]) town.send(hit(tick + later, 0.6 + 0.4 * random.next(), at, camera, type));
    if (random.next() < 0.2) town.send(trip(tick, 'EV16', at, `S-${tick}`));
    if (random.next() < 0.1) town.send(call(tick, 'EV18', at));
    if (random.next() < 0.1) town.send(report(tick, 'CM03', at));
  }
}

/** Whether a timer is set that will still mean something for the case. */
function isWatched(state: EngineState, one: CaseState): boolean {
  const check = state.works[one.id]?.check?.order;
  return state.timers.heap.some(({ subject, purpose, key }) => {
    if (subject !== one.id) return false;
    switch (one.status) {
      case 'discovered':
        return purpose === 'accept' || (purpose === 'answer' && key === check);
      case 'accepted':
        return purpose === 'file';
      case 'filed':
        if (one.ruling !== null) return purpose === 'rule';
        if (checkOutcome(one) === 'passed') return purpose === 'close' || purpose === 'confirm';
        return purpose === 'dispatch' || purpose === 'self-correct' || (purpose === 'answer' && key === check);
      case 'dispatched':
        return purpose === 'arrival' && key === one.order;
      case 'handling':
        return purpose === 'finish' && key === one.order;
      case 'checking':
        return purpose === 'close' || purpose === 'confirm' || (purpose === 'answer' && key === check);
      default:
        return purpose === 'resume';
    }
  });
}

test.each([1, 2, 3, 4, 5, 6])(
  'in a world that loses a third of everything (seed %i), every case has ended or is watched',
  (seed) => {
    const town = createTown(townInfo(), lossyWorld(seed, 0.33));
    feed(town, seed, 4 * HOUR);
    for (let tick = HOUR; tick <= 8 * HOUR; tick += HOUR) {
      town.until(tick);
      const state = town.engine.snapshot() as EngineState;
      const open = Object.values(state.cases.cases).filter((one) => !isEnded(one));
      expect(open.filter((one) => !isWatched(state, one)).map(({ id, status }) => `${id} ${status}`)).toEqual([]);
    }
    expect(town.of('case.discovered').length).toBeGreaterThan(30);
  },
);

test('two days after a lossy morning everything on the emergency clock has ended, and no unit is held', () => {
  const town = createTown(townInfo(), lossyWorld(9, 0.2));
  feed(town, 9, 2 * HOUR);
  town.until(2.5 * DAY);
  const open = Object.values(town.engine.cases.cases).filter(
    (one) => !isEnded(one) && (one.type.startsWith('XJ') || one.type === 'EV16'),
  );
  expect(open.map(({ id, status }) => `${id} ${status}`)).toEqual([]);
  const held = Object.values(town.engine.cases.units).filter(
    (unit) => unit.case !== null && !(unit.case in town.engine.cases.cases),
  );
  expect(held).toEqual([]);
});
