// The whole world: same inputs give the same bytes, a snapshot goes on exactly, and the scenario's timeline is announced.
import { createHash } from 'node:crypto';
import type { Batch, Order } from '@onescreen/shared/protocol';
import { decodeBatch, encodeBatch } from '@onescreen/shared/protocol';
import { MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { createSimulation, STEP_TICKS } from '../../../simulator/src/createSimulation.ts';
import type { Simulation, SimulationOptions } from '../../../simulator/src/simulation.ts';
import { plainDay } from './fieldKit.ts';

const scenario = plainDay({
  plan: [{ minute: 2, agency: 'qxj', zh: '预警', en: 'Warning' }],
  response: [{ minute: 3, level: 3, colour: 'yellow', lead: 'swj' }],
  bursts: [{ caseType: 'XJ08', count: 40, from: 1, to: 8, streets: ['310118106', '310101002'] }],
});
const options: SimulationOptions = { run: 'r1', scenario, seed: 11, density: 4, policy: 'nearest' };

/** A platform of few rules: each sure hit sends the next unit and one to help it, asks for a re-shot a minute later, and calls somebody back. */
function orderer(): (simulation: Simulation, orders: Order[]) => ReturnType<Simulation['step']> {
  let number = 0;
  return (simulation, orders) => {
    const batch = simulation.step(orders.splice(0));
    for (const signal of batch.signals) {
      if (signal.kind !== 'hit' || signal.confidence < 0.8) continue;
      const { type, at, area, camera } = signal;
      number++;
      orders.push({
        kind: 'go',
        id: `O${number}`,
        unit: simulation.info.units[number % 900]!.id,
        case: `C${number}`,
        type,
        to: at,
        role: 'lead',
      });
      orders.push({
        kind: 'go',
        id: `H${number}`,
        unit: simulation.info.units[900 + (number % 900)]!.id,
        case: `C${number}`,
        type,
        to: at,
        role: 'support',
      });
      if (number % 9 === 0)
        orders.push({ kind: 'recall', id: `R${number}`, unit: simulation.info.units[(number - 5) % 900]!.id });
      const check = { type, at, area, device: camera, afterTicks: MINUTE } as const;
      orders.push({
        kind: 'check',
        id: `T${number}`,
        case: `C${number}`,
        purpose: 'contact',
        means: 'callback',
        ...check,
      });
      orders.push({
        kind: 'check',
        id: `K${number}`,
        case: `C${number}`,
        purpose: 'closure',
        means: 'reshoot',
        ...check,
      });
    }
    return batch;
  };
}

/** Of the batch's bytes: comparing megabytes of samples one by one would take longer than making them. */
const digestOf = (batch: Batch): string => createHash('sha256').update(encodeBatch(batch)).digest('hex');

function digests(given: SimulationOptions, steps: number): string[] {
  const simulation = createSimulation(given);
  const step = orderer();
  const orders: Order[] = [];
  return Array.from({ length: steps }, () => digestOf(step(simulation, orders)));
}

describe('determinism', () => {
  test('same options and same orders: byte-equal batches; another seed: others', () => {
    const first = digests(options, 120);
    expect(digests(options, 120)).toEqual(first);
    expect(digests({ ...options, seed: 12 }, 1)).not.toEqual(first.slice(0, 1));
  });

  test('the run id and the policy change nothing but their own fields', () => {
    const own = createSimulation(options);
    const other = createSimulation({ ...options, run: 'another-run', policy: 'other' });
    for (let i = 0; i < 60; i++) {
      expect(digestOf({ ...other.step([]), run: options.run })).toBe(digestOf(own.step([])));
    }
  });

  test('a snapshot goes on exactly where it was taken', () => {
    const through = createSimulation(options);
    const step = orderer();
    const orders: Order[] = [];
    for (let i = 0; i < 70; i++) step(through, orders);
    const resumed = createSimulation(options, structuredClone(through.snapshot()));
    expect(resumed.tick).toBe(70 * STEP_TICKS);
    for (let i = 0; i < 70; i++) {
      const given = [...orders];
      const batch = step(through, orders);
      expect(digestOf(resumed.step(given))).toBe(digestOf(batch));
    }
  });
});

describe('steps', () => {
  test('follow each other without a gap and survive the codec', () => {
    const simulation = createSimulation(options);
    for (let i = 0; i < 24; i++) {
      const batch = simulation.step([]);
      expect(batch).toMatchObject({
        seq: i + 1,
        fromTick: i * STEP_TICKS,
        toTick: (i + 1) * STEP_TICKS - 1,
        last: false,
      });
      const decoded = decodeBatch(encodeBatch(batch));
      expect(decoded.signals).toEqual(batch.signals);
      expect(decoded.truth).toEqual(batch.truth);
      for (const column of ['ticks', 'series', 'quanta'] as const) {
        expect(Buffer.from(decoded.samples[column].buffer).equals(Buffer.from(batch.samples[column].buffer))).toBe(
          true,
        );
      }
    }
  });

  test('end with the run, also in the middle of a step', () => {
    const simulation = createSimulation({ ...options, durationTicks: 12 });
    expect([simulation.step([]).last, simulation.step([]).last]).toEqual([false, false]);
    expect(simulation.step([])).toMatchObject({ fromTick: 10, toTick: 11, last: true });
    expect(simulation.finished).toBe(true);
    expect(() => simulation.step([])).toThrow(/r1 has ended/);
  });

  test('announce the plan and the response level at their minutes', () => {
    const simulation = createSimulation(options);
    expect(simulation.info.phases).toEqual([{ tick: 120, agency: 'qxj', zh: '预警', en: 'Warning' }]);
    const signals = Array.from({ length: 48 }, () => simulation.step([]).signals).flat();
    expect(signals.find(({ kind }) => kind === 'plan.step')).toMatchObject({ tick: 120, agency: 'qxj', en: 'Warning' });
    expect(signals.find(({ kind }) => kind === 'response.level')).toMatchObject({
      tick: 180,
      level: 3,
      colour: 'yellow',
      lead: 'swj',
    });
  });

  test('an order takes effect in the step after it', () => {
    const simulation = createSimulation({ ...options, scenario: plainDay() });
    simulation.step([]);
    const unit = simulation.info.units[0]!.id;
    const go: Order = { kind: 'go', id: 'O1', unit, case: 'C1', type: 'EV11', to: [121.48, 31.24], role: 'lead' };
    const after = [simulation.step([go]), ...Array.from({ length: 120 }, () => simulation.step([]))].flatMap(
      ({ signals }) => signals,
    );
    const moved = after.find((signal) => signal.kind === 'unit.moved' || signal.kind === 'unit.returned');
    expect(moved).toMatchObject({ unit, order: 'O1' });
    expect(moved!.tick).toBeGreaterThanOrEqual(STEP_TICKS + 20);
  });

  test('a bad duration or density is refused in a sentence', () => {
    expect(() => createSimulation({ ...options, durationTicks: 0 })).toThrow(/duration/);
    expect(() => createSimulation({ ...options, density: 0.5 })).toThrow(/density is 1 to 20/);
  });
});
