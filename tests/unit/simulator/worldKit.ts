// Runs a world of numbers and folds its samples, for the tests of indicators and couplings.
import { indicatorById } from '@onescreen/shared/catalogue';
import { SERIES_COUNT, seriesOf } from '@onescreen/shared/city';
import { areaByCode, CITY_CODE } from '@onescreen/shared/geography';
import { parseInstant } from '@onescreen/shared/time';
import { parseScenario } from '../../../simulator/src/scenarios/load.ts';
import type { Scenario } from '../../../simulator/src/scenarios/schema.ts';
import type { IndicatorWorld, SampleSink } from '../../../simulator/src/world/indicators/index.ts';
import { createIndicatorWorld } from '../../../simulator/src/world/indicators/index.ts';

/** A scenario with nothing in it but what `extra` (YAML lines) says. Its ordinary troubles stay away as long as it has an effect. */
export const scenarioOf = (extra: string, startLocal = '2024-05-14T07:30+08:00'): Scenario =>
  parseScenario(
    `id: test\nzh: 测试\nen: Test\npicture: day\nstartLocal: '${startLocal}'\ndurationMinutes: 2880\ndistricts: all\n${extra}\n`,
    'test',
  );

/** An effect on something that nothing else looks at, so that a day is plain. */
export const PLAIN =
  'effects: [{ indicator: hotel-occupancy, mode: add, value: 0, start: 0, peakFrom: 1, peakTo: 2, end: 3 }]';

export const worldOf = (scenario: Scenario, seed = 7): IndicatorWorld =>
  createIndicatorWorld({ scenario, seed, epochMs: parseInstant(scenario.startLocal) });

/** Newest quanta by series, and the tick of each; keeps what it is told. */
export function createFold(): SampleSink & { quanta: Int32Array; ticks: Int32Array; count: number } {
  return {
    quanta: new Int32Array(SERIES_COUNT),
    ticks: new Int32Array(SERIES_COUNT).fill(-1),
    count: 0,
    add(tick, series, quantum) {
      this.quanta[series] = quantum;
      this.ticks[series] = tick;
      this.count++;
    },
  };
}

/** Advances a world from `from` until before `to`, looking at it after every tick. */
export function run(
  world: IndicatorWorld,
  from: number,
  to: number,
  sink: SampleSink,
  look?: (tick: number) => void,
): void {
  for (let tick = from; tick < to; tick++) {
    world.sampleTick(tick, sink);
    look?.(tick);
  }
}

export const series = (indicator: string, area = CITY_CODE): number =>
  seriesOf(indicatorById(indicator).index, areaByCode(area).index);
