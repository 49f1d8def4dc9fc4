// A simulated hour of a normal day through world, platform and recording: its time, its frames and its bytes.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  areaOfSeries,
  dateChanges,
  filterChanges,
  indicatorOf,
  mergeChanges,
  SERIES_COUNT,
  upperSeries,
} from '@onescreen/shared/city';
import { areas } from '@onescreen/shared/geography';
import type { RunInfo } from '@onescreen/shared/log';
import { encodeFrame, toBase64 } from '@onescreen/shared/protocol';
import { NOTICE } from '@onescreen/shared/recordings';
import { DAY, HOUR, isoShanghai } from '@onescreen/shared/time';
import type { TickOutcome } from '../../server/src/engine/types.ts';
import type { Platform } from '../../server/src/platform.ts';
import { writeRecording } from '../../server/src/recordings/write.ts';
import { createSimulation } from '../../simulator/src/createSimulation.ts';
import { loadScenario } from '../../simulator/src/scenarios/files.ts';
import type { Simulation } from '../../simulator/src/simulation.ts';
import { createFileSink } from '../headless/fileSink.ts';
import { PROGRAM } from '../headless/program.ts';
import { simulate } from '../headless/simulate.ts';
import type { BenchRow } from './row.ts';
import { benchRow, figure, median } from './row.ts';

const MEASURED_HOURS = 1;
const WARM_UP_TICKS = 900;
/** A naive row set is made once in so many steps: it is two megabytes. */
const NAIVE_EVERY = 60;
const MOST_DAY_SECONDS = 60;
const MOST_DAY_MEGABYTES = 200;
/** Seconds that `calibrationSeconds` takes on the machine for which the budget of 60 s was set: two cores of a common cloud server. */
const REFERENCE_SECONDS = 1;

export const benchSimulation = (durationTicks: number): Simulation =>
  createSimulation({
    run: 'bench',
    scenario: loadScenario('normal-day'),
    seed: 7,
    density: 1,
    policy: 'nearest',
    durationTicks,
  });

export async function headlessRows(): Promise<BenchRow[]> {
  await simulate({ simulation: benchSimulation(WARM_UP_TICKS) });
  const baseline = calibrationSeconds();
  const { seconds, bytes } = await timeAnHour();
  const daySeconds = (seconds * DAY) / (MEASURED_HOURS * HOUR);
  const dayMegabytes = (bytes * DAY) / (MEASURED_HOURS * HOUR) / 1e6;
  return [
    benchRow({
      name: 'a simulated normal day, headless, with its recording',
      measured: `${figure(daySeconds)} s of CPU`,
      baseline: `${figure(baseline)} s of a plain loop, ${MOST_DAY_SECONDS} of which are the budget`,
      ratio: daySeconds / baseline,
      budget: { atMost: MOST_DAY_SECONDS / REFERENCE_SECONDS },
    }),
    benchRow({
      name: 'recording of a normal day',
      measured: `${figure(dayMegabytes)} MB`,
      baseline: `${MOST_DAY_MEGABYTES} MB`,
      ratio: dayMegabytes / MOST_DAY_MEGABYTES,
      budget: { atMost: 1 },
    }),
    await frameRow(),
  ];
}

/** A fixed amount of plain work on one core. */
function calibrationSeconds(): number {
  const from = process.cpuUsage();
  const cells = new Int32Array(1 << 14);
  let state = 1;
  for (let i = 0; i < 170_000_000; i++) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + i;
    cells[i & 16_383] = state;
  }
  return cpuSecondsSince(from);
}

/** Of all threads of this process: what else the machine does takes nothing away. With two cores the time on the wall is less. */
function cpuSecondsSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

async function timeAnHour(): Promise<{ seconds: number; bytes: number }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'onescreen-bench-'));
  try {
    const simulation = benchSimulation(MEASURED_HOURS * HOUR);
    const writer = await writeRecording(path.join(folder, 'hour.onescreen'), {
      simulated: true,
      notice: NOTICE,
      program: PROGRAM,
      info: simulation.info,
      scenarioText: null,
      parent: null,
    });
    const sink = createFileSink(writer);
    const from = process.cpuUsage();
    const platform = await simulate({ simulation, onSegment: sink.add, onBlock: sink.addBlock });
    await sink.drain();
    const bytes = await writer.finish(platform.digest(), platform.totals);
    return { seconds: cpuSecondsSince(from), bytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Frames to a screen of the whole city, one a step, against rows of every series as JSON. */
async function frameRow(): Promise<BenchRow> {
  const upper = new Uint8Array(SERIES_COUNT);
  for (const series of upperSeries) upper[series] = 1;
  const frames: number[] = [];
  const naive: number[] = [];
  let steps = 0;
  await simulate({
    simulation: benchSimulation(WARM_UP_TICKS * 2),
    onStep(ticks, platform) {
      // The first minutes say every series once; a screen gets that as its reset.
      if (++steps <= WARM_UP_TICKS / platform.info.stepTicks) return;
      frames.push(frameBytes(ticks, platform, upper));
      if (steps % NAIVE_EVERY === 0) naive.push(naiveBytes(platform, platform.info));
    },
  });
  return benchRow({
    name: 'frame to a city-level screen, as text on the wire',
    measured: `${figure(median(frames))} bytes, median`,
    baseline: `${figure(median(naive))} bytes, JSON rows of every series`,
    ratio: median(frames) / median(naive),
    budget: { atMost: 1 / 200 },
  });
}

function frameBytes(ticks: readonly TickOutcome[], platform: Platform, wanted: Uint8Array): number {
  const changes = dateChanges(filterChanges(mergeChanges(ticks.map((tick) => tick.changes)), wanted), platform.city);
  const entries = ticks.flatMap((tick) => tick.entries);
  const { info, lastTick: tick, lastSeq: seq } = platform;
  return toBase64(
    encodeFrame({ kind: 'advance', run: info.run, fromTick: tick - ticks.length, tick, seq, changes, entries }),
  ).length;
}

function naiveBytes({ city }: Platform, { epochMs }: RunInfo): number {
  const ts = isoShanghai(epochMs, city.tick);
  const rows = Array.from(city.quanta, (quantum, series) => ({
    id: indicatorOf(series).id,
    area: areas[areaOfSeries[series]!]!.code,
    value: quantum * indicatorOf(series).precision,
    ts,
  }));
  return JSON.stringify(rows).length;
}
