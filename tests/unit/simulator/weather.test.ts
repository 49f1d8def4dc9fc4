// Where things happen: an incident shows in its own districts first, a storm has a fringe, a fair day is calm.
import { indicatorById } from '@onescreen/shared/catalogue';
import { applySample, areaOfSeries, createStateMachine, SERIES_STATE } from '@onescreen/shared/city';
import { FIRST_STREET } from '@onescreen/shared/geography';
import { MINUTE, parseInstant } from '@onescreen/shared/time';
import { expect, test } from 'vitest';
import { loadScenario } from '../../../simulator/src/scenarios/files.ts';
import { createFold, run, scenarioOf, series, worldOf } from './worldKit.ts';

const PUTUO = '310107';
const PUDONG = '310115';

const value = (fold: ReturnType<typeof createFold>, id: string, area?: string): number =>
  fold.quanta[series(id, area)]! * indicatorById(id).precision;

test('a broken gas main slows and frightens its own district; the city hardly feels it', () => {
  const fold = createFold();
  run(worldOf(loadScenario('gas-dig')), 0, 35 * MINUTE, fold);
  expect(value(fold, 'tti-surface', PUTUO)).toBeGreaterThan(1.18 * value(fold, 'tti-surface', PUDONG));
  expect(value(fold, 'tti-surface')).toBeLessThan(1.08 * value(fold, 'tti-surface', PUDONG));
  expect(value(fold, 'people-evacuated', '310107022')).toBeGreaterThan(1200);
  expect(value(fold, 'people-evacuated', PUDONG)).toBe(0);
});

test('a multiplier on a sum holds for the city and happens where the scenario is', () => {
  const counted = (effect: string) => {
    const fold = createFold();
    const world = worldOf(scenarioOf(`effects: [${effect}]`));
    run(world, 0, 1, fold);
    const before = fold.quanta.slice();
    run(world, 1, 12 * MINUTE, fold);
    return (area?: string) => fold.quanta[series('police-calls', area)]! - before[series('police-calls', area)]!;
  };
  const times = (value: number) =>
    counted(
      `{ indicator: police-calls, mode: mult, value: ${value}, start: 0, peakFrom: 0, peakTo: 60, end: 60, districts: ['${PUDONG}'] }`,
    );
  const [plain, busy] = [times(1), times(1.3)];
  expect(busy() / plain()).toBeGreaterThan(1.2);
  expect(busy() / plain()).toBeLessThan(1.4);
  expect(busy(PUDONG) / plain(PUDONG)).toBeGreaterThan(1.9);
});

test('a storm reaches its full strength in the districts named and less beyond', () => {
  const fold = createFold();
  const storm = `{ indicator: rain-1h, mode: abs, value: 80, start: 0, peakFrom: 1, peakTo: 60, end: 70, districts: ['${PUTUO}'] }`;
  run(worldOf(scenarioOf(`effects: [${storm}]`)), 0, 4 * MINUTE, fold);
  expect(value(fold, 'rain-1h', PUTUO)).toBeGreaterThan(72);
  expect(value(fold, 'rain-1h', PUDONG)).toBeLessThan(50);
  expect(value(fold, 'rain-1h', PUDONG)).toBeGreaterThan(15);
  expect(value(fold, 'rain-1h')).toBeGreaterThanOrEqual(value(fold, 'rain-1h', PUTUO));
});

test('the first hour of a normal day has a trouble or two, and no flood of alarms', () => {
  const scenario = loadScenario('normal-day');
  const epochMs = parseInstant(scenario.startLocal);
  const machine = createStateMachine();
  const alarms: string[] = [];
  run(worldOf(scenario), 0, 60 * MINUTE, {
    add(tick, index, quantum) {
      const before = machine.states[index]!;
      const now = applySample(machine, index, quantum, epochMs, tick);
      const isAlarm = (now === SERIES_STATE.warning || now === SERIES_STATE.critical) && now > before;
      if (isAlarm && areaOfSeries[index]! < FIRST_STREET) alarms.push(`${index} at ${tick}`);
    },
  });
  expect(alarms.length).toBeGreaterThan(0);
  expect(alarms.length).toBeLessThan(8);
});
