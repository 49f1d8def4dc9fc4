// The engine is a function: same inputs, same entries; a snapshot goes on exactly; and the fold of its log is its state.

import { deserialize, serialize } from 'node:v8';
import { createCasesState, evolveCases } from '@onescreen/shared/cases';
import { applyChanges, createCity } from '@onescreen/shared/city';
import type { RunCommand, Signal } from '@onescreen/shared/protocol';
import { createRandom } from '@onescreen/shared/random';
import { HOUR } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../server/src/engine/index.ts';
import type { Town } from './engineKit.ts';
import { createTown, eastOf, goodWorld, townInfo, XUJING } from './engineKit.ts';

/** Units work, one look in seven fails; ids depend on the order alone, so that two towns are alike. */
function busyTown(engine = createEngine(townInfo())): Town {
  const world = goodWorld((order) => Number(order.id.slice(1)) % 7 !== 0);
  const named = (signal: Signal, id: string): Signal =>
    'evidence' in signal ? { ...signal, id, evidence: { ...signal.evidence, id } } : { ...signal, id };
  return createTown(
    townInfo(),
    (order, tick) => world(order, tick).map((signal, i) => named(signal, `${order.id}-${i}`)),
    engine,
  );
}

/** Hits of a dozen cameras, trips, calls and samples, from a seed. */ function feed(
  town: Town,
  seed: number,
  toTick: number,
): void {
  const random = createRandom(seed, 'feed');
  for (let tick = 0; tick < toTick; tick += 20) {
    const [a, b, c, d] = [random.next(), random.next(), random.next(), random.next()];
    const at = eastOf(0.0005 * Math.floor(b * 12));
    const common = { id: `F${seed}-${tick}`, tick, area: XUJING };
    if (a < 0.4) {
      const scene = {
        camera: `CAM-${Math.floor(b * 12)}`,
        type: c < 0.5 ? 'XJ01' : 'XJ03',
        at,
        confidence: 0.6 + 0.4 * d,
        count: 2,
      };
      for (const later of [0, 12, 24])
        town.send({ kind: 'hit', ...common, id: `${common.id}-${later}`, tick: tick + later, ...scene });
    } else if (a < 0.45)
      town.send({ kind: 'trip', ...common, sensor: `S${Math.floor(b * 9)}`, type: 'EV16', at, value: 20, unit: 'cm' });
    else if (a < 0.5)
      town.send({ kind: 'call', ...common, line: '12345', type: 'EV18', at, text: { zh: '一', en: 'one' } });
    town.sample([tick, Math.floor(c * 20_000), Math.floor(d * 100)]);
  }
}

function runWhole(seed: number, toTick: number): Town {
  const town = busyTown();
  feed(town, seed, toTick);
  town.until(toTick);
  return town;
}

describe('determinism', () => {
  test('the same inputs give the same entries, orders and changes; others do not', () => {
    const [one, two, other] = [runWhole(3, 2 * HOUR), runWhole(3, 2 * HOUR), runWhole(4, 2 * HOUR)];
    expect(one.entries.length).toBeGreaterThan(200);
    expect(two.steps).toEqual(one.steps);
    expect(other.entries).not.toEqual(one.entries);
  });

  test('seq is gapless from 1 and ticks never go back', () => {
    const { entries } = runWhole(3, 2 * HOUR);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1));
    expect(entries.every((entry, i) => i === 0 || entry.tick >= entries[i - 1]!.tick)).toBe(true);
  });
});

test('the fold of the log is the state of the cases, and the fold of the changes the state of the city', () => {
  const town = runWhole(5, 3 * HOUR);
  const cases = createCasesState();
  const city = createCity();
  for (const { ticks } of town.steps) {
    for (const { tick, changes, entries } of ticks) {
      applyChanges(city, tick, changes);
      for (const entry of entries) evolveCases(cases, JSON.parse(JSON.stringify(entry)));
    }
  }
  expect(cases).toEqual(JSON.parse(JSON.stringify(town.engine.cases)));
  expect(city).toEqual(town.engine.city);
});

test.each([600, 1795, 3600, 5000])('a run that is stored at tick %i and brought back goes on exactly', (cut) => {
  const to = 2 * HOUR;
  const whole = runWhole(6, to);
  const played = busyTown(replacedAfter(createEngine(townInfo()), Math.ceil(cut / 5)));
  feed(played, 6, to);
  played.until(to);
  expect(played.entries).toEqual(whole.entries);
  expect(played.orders).toEqual(whole.orders);
});

test.each([1200, 4000])(
  'people are in it too: what they hold, suspended and closed is all there after tick %i',
  (cut) => {
    const to = 2 * HOUR;
    const run = (engine?: Town['engine']): Town => {
      const town = busyTown(engine);
      const random = createRandom(8, 'people');
      feed(town, 6, to);
      for (let tick = 0; tick < to; tick += 100) {
        town.until(tick);
        const ids = Object.keys(town.engine.cases.cases);
        if (ids.length === 0) continue;
        const id = random.pick(ids);
        town.ask(
          random.pick<RunCommand>([
            { kind: 'take', case: id },
            { kind: 'suspend', case: id, untilTick: tick + 900, plan: '待料', reason: 'weather' },
            { kind: 'withdraw', case: id, reason: 'better-suited' },
            { kind: 'escalate', case: id, to: 'district', reason: 'beyond-our-power' },
            { kind: 'reopen', case: id, reason: 'seen-again' },
            { kind: 'release', case: id },
          ]),
        );
      }
      return town;
    };
    const whole = run();
    const played = run(replacedAfter(createEngine(townInfo()), Math.ceil(cut / 5)));
    expect(new Set(whole.of('command.received').map(({ command }) => command)).size).toBeGreaterThan(4);
    expect(played.entries).toEqual(whole.entries);
    expect(played.steps.map(({ outcomes }) => outcomes)).toEqual(whole.steps.map(({ outcomes }) => outcomes));
  },
);

/** An engine that, after some steps, is replaced by one made from its own snapshot. */
function replacedAfter(first: Town['engine'], steps: number): Town['engine'] {
  let engine = first;
  let count = 0;
  return {
    get info() {
      return engine.info;
    },
    get city() {
      return engine.city;
    },
    get cases() {
      return engine.cases;
    },
    get counters() {
      return engine.counters;
    },
    snapshot: () => engine.snapshot(),
    propose: (id) => engine.propose(id),
    step(batch, commands) {
      if (count++ === steps) {
        const snapshot = deserialize(serialize(engine.snapshot()));
        engine = createEngine(townInfo(), snapshot);
        // The restored engine has a copy of its own: a second one from the same snapshot is not touched by it.
        createEngine(townInfo(), snapshot).step(batch, commands);
      }
      return engine.step(batch, commands);
    },
  };
}

test('a batch that does not begin at the next tick is refused and changes nothing', () => {
  const engine = createEngine(townInfo());
  const empty = { ticks: new Uint32Array(), series: new Uint16Array(), quanta: new Int32Array() };
  const batch = (fromTick: number, toTick: number) => ({
    run: 'town',
    seq: 1,
    fromTick,
    toTick,
    samples: empty,
    signals: [],
    truth: [],
    last: false,
  });
  expect(() => engine.step(batch(5, 9), [])).toThrow('cannot follow tick -1');
  expect(engine.cases.seq).toBe(0);
  expect(engine.step(batch(0, 4), []).ticks).toHaveLength(5);
});

test('the truth is logged beside and the last batch ends the run', () => {
  const engine = createEngine(townInfo());
  const { ticks } = engine.step(
    {
      run: 'town',
      seq: 1,
      fromTick: 0,
      toTick: 4,
      signals: [],
      last: true,
      samples: { ticks: new Uint32Array(), series: new Uint16Array(), quanta: new Int32Array() },
      truth: [{ tick: 2, kind: 'truth.ended', hazard: 'H1', by: 'itself' }],
    },
    [],
  );
  expect(ticks.flatMap(({ entries }) => entries).map(({ kind, tick }) => [kind, tick])).toEqual([
    ['run.started', 0],
    ['truth.ended', 2],
    ['run.finished', 4],
  ]);
  expect(engine.cases.finished).toBe(true);
});

test('a run with an unknown dispatch policy is refused by name', () => {
  expect(() => createEngine({ ...townInfo(), policy: 'by-lot' })).toThrow(
    'no dispatch policy by-lot; there is nearest',
  );
});
