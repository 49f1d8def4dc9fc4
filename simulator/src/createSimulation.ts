// The world put together: the city's numbers and the field, one step at a time. No clock, no sockets.
import type { RunInfo } from '@onescreen/shared/log';
import { MINUTE, parseInstant } from '@onescreen/shared/time';
import type { Simulation, SimulationOptions } from './simulation.ts';
import { createCameras } from './world/cameras.ts';
import { createFieldWorld } from './world/field.ts';
import type { FieldState } from './world/happenings.ts';
import type { IndicatorWorldState } from './world/indicators/index.ts';
import { createIndicatorWorld, createSampleBuffer } from './world/indicators/index.ts';
import { createRoster } from './world/roster.ts';

/** Ticks in a step: five simulated seconds between an order and its effect are less than any radio call takes. */
export const STEP_TICKS = 5;

interface SimulationState {
  tick: number;
  steps: number;
  indicators: IndicatorWorldState;
  field: FieldState;
}

/** Particulars of a run. The same options give the same particulars; `run` influences nothing else. */
export function runInfoOf({ run, scenario, seed, density, policy, durationTicks }: SimulationOptions): RunInfo {
  return {
    run,
    scenario: scenario.id,
    zh: scenario.zh,
    en: scenario.en,
    seed,
    density,
    policy,
    epochMs: parseInstant(scenario.startLocal),
    durationTicks: durationTicks ?? scenario.durationMinutes * MINUTE,
    stepTicks: STEP_TICKS,
    units: createRoster(seed),
    cameras: createCameras(seed),
    phases: scenario.plan.map(({ minute, agency, zh, en }) => ({ tick: Math.round(minute * MINUTE), agency, zh, en })),
  };
}

/**
 * A simulation at tick 0, or where a snapshot of one with the same options left off.
 * Throws RangeError for a duration that is not a positive whole number of ticks, and for a density outside 1 to 20.
 */
export function createSimulation(options: SimulationOptions, from?: unknown): Simulation {
  const { scenario, seed, density } = options;
  const info = runInfoOf(options);
  if (!Number.isInteger(info.durationTicks) || info.durationTicks < 1)
    throw new RangeError(`not a duration in ticks: ${info.durationTicks}`);
  if (!(density >= 1 && density <= 20))
    throw new RangeError(`density is 1 to 20 twentieths of the city's cases, not ${density}`);
  const { epochMs, units, cameras } = info;
  // Only this function makes snapshots, and a caller may only hand one back.
  const stored = from as SimulationState | undefined;
  const indicators = createIndicatorWorld({ scenario, seed, epochMs }, stored?.indicators);
  const congestion = (area: number): number => indicators.field('tti-surface', area);
  const weather = (area: number) => ({
    rainMmPerHour: indicators.field('rain-1h', area),
    gustMetresPerSecond: indicators.field('gust', area),
  });
  const field = createFieldWorld(
    { scenario, seed, density, epochMs, units, cameras, congestion, weather },
    stored?.field,
  );
  const samples = createSampleBuffer();
  let tick = stored?.tick ?? 0;
  let steps = stored?.steps ?? 0;

  return {
    info,
    scenarioText: options.scenarioText ?? null,
    get tick() {
      return tick;
    },
    get steps() {
      return steps;
    },
    get finished() {
      return tick >= info.durationTicks;
    },
    step(orders) {
      if (tick >= info.durationTicks) throw new RangeError(`run ${info.run} has ended at tick ${tick}`);
      const fromTick = tick;
      const endTick = Math.min(fromTick + STEP_TICKS, info.durationTicks);
      field.apply(orders, fromTick);
      for (const order of orders)
        if (order.kind === 'inject' && order.what.kind === 'effect') indicators.inject(order.id, order.what);
      for (; tick < endTick; tick++) {
        indicators.sampleTick(tick, samples);
        field.advance(tick);
      }
      const last = tick >= info.durationTicks;
      return {
        run: info.run,
        seq: ++steps,
        fromTick,
        toTick: tick - 1,
        samples: samples.take(),
        ...field.take(),
        last,
      };
    },
    snapshot: (): SimulationState => ({ tick, steps, indicators: indicators.snapshot(), field: field.snapshot() }),
  };
}
