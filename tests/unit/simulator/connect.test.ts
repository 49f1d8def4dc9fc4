// The link to the platform over real sockets: lock-step, pace, and nothing lost or doubled when the platform is killed.
import type { RunInfo } from '@onescreen/shared/log';
import type { Batch } from '@onescreen/shared/protocol';
import { PROTOCOL_VERSION } from '@onescreen/shared/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../../../simulator/src/clock.ts';
import { systemClock } from '../../../simulator/src/clock.ts';
import type { LinkOptions, SimulatorLink } from '../../../simulator/src/connect.ts';
import { connectSimulator } from '../../../simulator/src/connect.ts';
import { LinkError } from '../../../simulator/src/lane.ts';
import { createPacer } from '../../../simulator/src/pacer.ts';
import type { Simulation } from '../../../simulator/src/simulation.ts';
import type { FakePlatform } from './fakePlatform.ts';
import { createFakePlatform, ordersAfter } from './fakePlatform.ts';

/** A world that sends nothing but the ids of the orders it got. */
function echoWorld(run: string, steps: number): Simulation {
  const info: RunInfo = {
    run,
    scenario: 'echo',
    zh: '回声',
    en: 'Echo',
    seed: 1,
    density: 1,
    policy: 'nearest',
    epochMs: 1_715_643_000_000,
    durationTicks: steps * 5,
    stepTicks: 5,
    units: [],
    cameras: [],
    phases: [],
  };
  let seq = 0;
  const samples = { ticks: new Uint32Array(0), series: new Uint16Array(0), quanta: new Int32Array(0) };
  return {
    info,
    scenarioText: 'id: echo',
    get tick() {
      return seq * 5;
    },
    get steps() {
      return seq;
    },
    get finished() {
      return seq >= steps;
    },
    step(orders) {
      const fromTick = seq++ * 5;
      const signals = orders.map(
        ({ id }, i) =>
          ({ kind: 'plan.step', id: `S${seq}-${i}`, tick: fromTick, agency: 'qxj', zh: id, en: id }) as const,
      );
      return { run, seq, fromTick, toTick: fromTick + 4, samples, signals, truth: [], last: seq >= steps };
    },
    snapshot: () => seq,
  };
}

let platform: FakePlatform;
let link: SimulatorLink | null = null;
beforeEach(async () => {
  platform = createFakePlatform();
  await platform.start();
});
afterEach(async () => {
  link?.close();
  link = null;
  await platform.stop();
});

function connect(changes: Partial<LinkOptions> = {}): SimulatorLink {
  let again = 0;
  link = connectSimulator({
    url: platform.url,
    token: 'secret',
    source: 'test',
    simulation: echoWorld('run-1', 60),
    start: ({ scenario }) => {
      if (scenario !== 'echo') throw new Error(`no scenario ${scenario}`);
      return echoWorld('started', 5);
    },
    branch: () => echoWorld('branch', 5),
    again: () => echoWorld(`again-${++again}`, 60),
    scenarios: [],
    pace: { speed: 600, paused: false },
    clock: systemClock,
    logger: { info: () => undefined, warn: () => undefined },
    ...changes,
  });
  return link;
}

/** Gapless from 1, and each batch has exactly the orders of the ack before it. */
function expectWhole(batches: readonly Batch[], count: number): void {
  expect(batches.map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  batches.forEach(({ run, seq, signals }) => {
    const orders = seq === 1 ? [] : ordersAfter(run, seq - 1).map(({ id }) => id);
    expect(signals.map((signal) => (signal.kind === 'plan.step' ? signal.en : ''))).toEqual(orders);
  });
}

test('says hello, tells its pace, and runs in lock-step to the end', async () => {
  connect();
  await platform.until(() => platform.committed.at(-1)?.last === true);
  expectWhole(platform.committed, 60);
  expect(platform.hellos).toHaveLength(1);
  expect(platform.hellos[0]).toMatchObject({
    protocol: PROTOCOL_VERSION,
    source: 'test',
    info: { run: 'run-1', scenario: 'echo' },
    scenarioText: 'id: echo',
  });
  expect(platform.paces[0]).toEqual({ speed: 600, paused: false, scenarios: [] });
});

test('loses nothing and doubles nothing when the platform is killed in the middle of batches', async () => {
  platform.accidents = new Map([
    [0, 'before-commit'],
    [7, 'before-commit'],
    [12, 'after-commit'],
    [13, 'after-commit'],
    [30, 'before-commit'],
    [58, 'before-commit'],
    [59, 'after-commit'],
  ]);
  connect();
  await platform.until(() => platform.accidents.size === 0, 20_000);
  await platform.until(() => platform.hellos.length === 8);
  expectWhole(platform.committed, 60);
  expect(new Set(platform.hellos.map(({ info }) => info.run))).toEqual(new Set(['run-1']));
}, 30_000);

test('waits for a platform that is not there yet', async () => {
  await platform.stop();
  connect();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(platform.committed).toHaveLength(0);
  await platform.start();
  await platform.until(() => platform.committed.length >= 10);
});

test('begins again under a new run id when the platform has lost what it had', async () => {
  connect();
  await platform.until(() => platform.committed.length >= 5);
  await platform.stop();
  platform.forget();
  await platform.start();
  await platform.until(() => platform.committed.at(-1)?.last === true);
  expect(new Set(platform.committed.map(({ run }) => run))).toEqual(new Set(['again-1']));
  expectWhole(platform.committed, 60);
});

describe('an operator', () => {
  test('pauses, makes single steps, and lets it run on', async () => {
    connect({ pace: { speed: 600, paused: true } });
    await platform.until(() => platform.paces.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(platform.committed).toHaveLength(0);
    platform.control({ kind: 'step' });
    platform.control({ kind: 'step' });
    await platform.until(() => platform.committed.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(platform.committed).toHaveLength(2);
    platform.control({ kind: 'pace', speed: 300, paused: false });
    await platform.until(() => platform.committed.length > 10);
    expect(platform.paces.at(-1)).toMatchObject({ speed: 300, paused: false });
    expectWhole(platform.committed, platform.committed.length);
  });

  test('starts a run with the policy of the choice', async () => {
    const asked: (string | undefined)[] = [];
    connect({
      pace: { speed: 600, paused: true },
      start: ({ policy }) => {
        asked.push(policy);
        return echoWorld(`started-${asked.length}`, 5);
      },
    });
    await platform.until(() => platform.paces.length > 0);
    platform.control({ kind: 'start', scenario: 'echo', seed: 3, density: 1, speed: 600, policy: 'balanced' });
    await platform.until(() => platform.committed.at(-1)?.last === true);
    platform.control({ kind: 'start', scenario: 'echo', seed: 3, density: 1, speed: 600 });
    await platform.until(() => platform.committed.at(-1)?.run === 'started-2');
    expect(asked).toEqual(['balanced', undefined]);
  });

  test('starts another run; one that does not exist changes nothing', async () => {
    connect({ pace: { speed: 600, paused: true } });
    await platform.until(() => platform.paces.length > 0);
    platform.control({ kind: 'start', scenario: 'nonsense', seed: 3, density: 1, speed: 600 });
    platform.control({ kind: 'step' });
    await platform.until(() => platform.committed.length === 1);
    platform.control({ kind: 'start', scenario: 'echo', seed: 3, density: 1, speed: 600 });
    await platform.until(() => platform.committed.at(-1)?.last === true);
    expectWhole(
      platform.committed.filter(({ run }) => run === 'started'),
      5,
    );
    expect(platform.hellos.map(({ info }) => info.run)).toEqual(['run-1', 'started']);
  });
});

describe('a platform that will never take it', () => {
  test('a wrong token ends the link with one sentence', async () => {
    await expect(connect({ token: 'guess' }).ended).rejects.toThrow(/does not accept this token/);
  });

  test('another protocol version ends the link with the platform’s own sentence', async () => {
    platform.refusal = { refusal: 'protocol-version', message: { zh: '版本不一致', en: 'Update the older side.' } };
    await expect(connect().ended).rejects.toThrow(
      new LinkError('The platform refuses this simulator: Update the older side.'),
    );
  });
});

test('a world that fails ends the link with its own error instead of hanging', async () => {
  const broken: Simulation = {
    ...echoWorld('broken', 60),
    step: () => {
      throw new RangeError('the world has a hole');
    },
  };
  await expect(connect({ simulation: broken }).ended).rejects.toThrow('the world has a hole');
});

describe('the pacer', () => {
  function fakeClock(): Clock & { nowMs: number } {
    const clock = { nowMs: 0, now: () => clock.nowMs, after: () => () => undefined };
    return clock;
  }

  test('at 20× a step of five ticks comes every quarter of a second', () => {
    const clock = fakeClock();
    const pacer = createPacer(clock, 5, { speed: 20, paused: false });
    expect(pacer.wait()).toBe(0);
    pacer.made();
    expect(pacer.wait()).toBe(250);
    clock.nowMs = 100;
    expect(pacer.wait()).toBe(150);
  });

  test('catches up after a slow answer, but not with minutes of backlog', () => {
    const clock = fakeClock();
    const pacer = createPacer(clock, 5, { speed: 20, paused: false });
    pacer.made();
    clock.nowMs = 1000;
    let steps = 0;
    for (; pacer.wait() === 0; steps++) pacer.made();
    expect(steps).toBe(4);
    clock.nowMs = 600_000;
    pacer.made();
    for (steps = 0; pacer.wait() === 0; steps++) pacer.made();
    expect(steps).toBeLessThanOrEqual(9);
  });

  test('a new speed counts from now', () => {
    const clock = fakeClock();
    const pacer = createPacer(clock, 5, { speed: 1, paused: false });
    pacer.made();
    expect(pacer.wait()).toBe(5000);
    pacer.set({ speed: 600, paused: false });
    expect(pacer.wait()).toBe(0);
    pacer.set({ speed: 600, paused: true });
    expect(pacer.wait()).toBeNull();
  });
});
