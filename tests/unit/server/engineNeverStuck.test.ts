// Whatever the world loses, repeats or delays, no case waits for ever: each has ended or has a timer that will look at it again.

import type { CaseState } from '@onescreen/shared/cases';
import { checkOutcome, isEnded } from '@onescreen/shared/cases';
import type { Order, RunCommand, Signal } from '@onescreen/shared/protocol';
import type { Random } from '@onescreen/shared/random';
import { createRandom } from '@onescreen/shared/random';
import { DAY, HOUR } from '@onescreen/shared/time';
import { expect, test } from 'vitest';
import type { EngineState } from '../../../server/src/engine/state.ts';
import type { Town, World } from './engineKit.ts';
import { call, createTown, eastOf, goodWorld, hit, report, townInfo, townUnits, trip } from './engineKit.ts';

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

/** Open cases that nothing will look at again. */
function unwatched(town: Town): string[] {
  const state = town.engine.snapshot() as EngineState;
  const open = Object.values(state.cases.cases).filter((one) => !isEnded(one));
  return open.filter((one) => !isWatched(state, one)).map(({ id, status }) => `${id} ${status}`);
}

test.each([1, 2, 3, 4, 5, 6])(
  'in a world that loses a third of everything (seed %i), every case has ended or is watched',
  (seed) => {
    const town = createTown(townInfo(), lossyWorld(seed, 0.33));
    feed(town, seed, 4 * HOUR);
    for (let tick = HOUR; tick <= 8 * HOUR; tick += HOUR) {
      town.until(tick);
      expect(unwatched(town)).toEqual([]);
    }
    expect(town.of('case.discovered').length).toBeGreaterThan(30);
  },
);

/** What somebody without a plan asks of a case: anything at all. */
function anyCommand(town: Town, id: string, tick: number, random: Random): RunCommand {
  const unit = random.pick(townUnits).id;
  return random.pick<RunCommand>([
    { kind: 'take', case: id },
    { kind: 'release', case: id },
    { kind: 'accept', case: id },
    { kind: 'reject', case: id, reason: 'out-of-scope' },
    { kind: 'file', case: id },
    { kind: 'assign', case: id, unit, reason: 'better-suited' },
    { kind: 'support', case: id, unit, reason: 'needs-help' },
    { kind: 'withdraw', case: id, reason: 'sent-by-mistake' },
    { kind: 'return', case: id, reason: random.pick(['not-our-duty', 'not-our-territory']) },
    { kind: 'rule', case: id, ruling: random.pick(['force', 'another']), reason: 'ruled-another' },
    { kind: 'extend', case: id, minutes: 60, reason: 'complex-case' },
    { kind: 'suspend', case: id, untilTick: tick + 1 + random.whole(HOUR), plan: '待料', reason: 'weather' },
    { kind: 'resume', case: id },
    { kind: 'escalate', case: id, to: random.pick(['district', 'city']), reason: 'beyond-our-power' },
    { kind: 'verify', case: id, means: random.pick(['reshoot', 'visit', 'photo']) },
    { kind: 'rework', case: id, reason: 'proof-insufficient' },
    { kind: 'confirm', case: id },
    { kind: 'close', case: id },
    { kind: 'reopen', case: id, reason: 'seen-again' },
    { kind: 'join', case: id, into: random.pick(Object.keys(town.engine.cases.cases)), reason: 'same-matter' },
    { kind: 'void', case: id, reason: 'withdrawn' },
  ]);
}

test.each([11, 12, 13, 14, 15, 16])(
  'whatever people do (seed %i), once they give back what they hold nothing is left waiting',
  (seed) => {
    const town = createTown(townInfo(), lossyWorld(seed, 0.2));
    const random = createRandom(seed, 'people');
    feed(town, seed, 4 * HOUR);
    for (let tick = 60; tick <= 5 * HOUR; tick += 60) {
      town.until(tick);
      const ids = Object.keys(town.engine.cases.cases);
      for (let i = 0; i < 3 && ids.length > 0; i++) town.ask(anyCommand(town, random.pick(ids), tick, random));
      if (tick % HOUR === 0) {
        for (const { id, held } of Object.values(town.engine.cases.cases))
          if (held !== null) expect(town.ask({ kind: 'release', case: id })).toEqual({ ok: true });
        expect(unwatched(town)).toEqual([]);
      }
    }
    const done = new Set(town.of('command.received').map(({ command }) => command));
    expect(done.size).toBeGreaterThan(13);
    const { orders } = town.engine.snapshot() as EngineState;
    const gone = Object.values(orders).filter((live) => live.kind === 'go' && !(live.case in town.engine.cases.cases));
    expect(gone).toEqual([]);
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
