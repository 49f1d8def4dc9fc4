// "What if" at hour 20 of a normal day: how soon the branch is at its fork, what a day of snapshots costs, and how soon a line of that day is there.
import path from 'node:path';
import { keepTicksOf } from '@onescreen/shared/protocol';
import { DAY, HOUR, MINUTE } from '@onescreen/shared/time';
import { connect } from '../../server/src/store/embedded/connection.ts';
import { begun, branchOf, ended, operatorScreen, runOf, startSimulator } from '../../tests/system/branchKit.ts';
import { startTestServer, until } from '../../tests/system/consoleKit.ts';
import { type BenchRow, benchRow, figure, median } from './row.ts';

const AT_TICK = 20 * HOUR;
/** Two seconds, where the day takes a hundred to come to that hour. */
const MOST_SHARE = 2 / 100;
const MOST_BYTES = 80e6;
const LINE_BUDGET_MS = 100;
const LINES = 9;

interface Measured {
  /** From asking to the fork, for forks right behind a snapshot, in the middle, and right before the next. */
  startMs: number[];
  /** What it took the day itself to come to hour 20. */
  dayMs: number;
  bytesPerDay: number;
  /** Of one indicator of the city over the whole day, asked for again and again. */
  lineMs: number[];
}

async function measure(): Promise<Measured> {
  await using server = await startTestServer();
  const { url } = server;
  const durationTicks = AT_TICK + keepTicksOf(DAY);
  const dayFrom = performance.now();
  const link = startSimulator(url, { run: 'day', durationTicks, scenario: 'normal-day' });
  using screen = await operatorScreen(url);
  await until('the day', () => screen.cursor?.run === 'day');
  await ended(url, 'day', 1_800_000);
  const dayMs = performance.now() - dayFrom;
  const startMs: number[] = [];
  for (const share of [0, 0.5, 1]) {
    const forkTick = AT_TICK + Math.round(share * (keepTicksOf(DAY) - 2));
    const from = performance.now();
    const run = await begun(screen, branchOf('day', forkTick, { untilTick: forkTick + 60 }));
    while ((await runOf(url, run)).lastTick < forkTick) await new Promise((resolve) => setTimeout(resolve, 50));
    startMs.push(performance.now() - from);
    await ended(url, run);
  }
  link.close();
  const lineMs: number[] = [];
  for (let at = 0; at < LINES; at++) lineMs.push(await timeLine(url));
  return { startMs, dayMs, bytesPerDay: bytesOf(server.folder) * (DAY / durationTicks), lineMs };
}

async function timeLine(url: string): Promise<number> {
  const from = performance.now();
  const answer = await fetch(`${url}/api/runs/day/history?area=310000&indicator=tti-surface`);
  const { ticks } = (await answer.json()) as { ticks: number[] };
  const took = performance.now() - from;
  if (ticks.length < AT_TICK / MINUTE) throw new Error('the line is not whole');
  return took;
}

function bytesOf(folder: string): number {
  const connection = connect(path.join(folder, 'onescreen.db'));
  try {
    return connection.get<{ bytes: number }>(
      "SELECT sum(length(world) + length(platform)) AS bytes FROM points WHERE run = 'day'",
    )!.bytes;
  } finally {
    connection.close();
  }
}

export async function branchRows(): Promise<BenchRow[]> {
  const { startMs, dayMs, bytesPerDay, lineMs } = await measure();
  const worst = Math.max(...startMs);
  return [
    benchRow({
      name: 'a branch at hour 20: from asking to its fork, the worst',
      measured: `${figure(worst)} ms (${figure(median(startMs))} in the middle)`,
      baseline: `${figure(dayMs)} ms from the beginning`,
      ratio: worst / dayMs,
      budget: { atMost: MOST_SHARE },
    }),
    benchRow({
      name: 'world snapshots and checkpoints of a day',
      measured: `${figure(bytesPerDay / 1e6)} MB`,
      baseline: `${MOST_BYTES / 1e6} MB`,
      ratio: bytesPerDay / MOST_BYTES,
      budget: { atMost: 1 },
    }),
    benchRow({
      name: 'the line of one indicator over that day, the slowest',
      measured: `${figure(Math.max(...lineMs))} ms (${figure(median(lineMs))} in the middle)`,
      baseline: `${LINE_BUDGET_MS} ms, the budget itself: what a person waits for does not shrink with the machine`,
      ratio: Math.max(...lineMs) / LINE_BUDGET_MS,
      budget: { atMost: 1 },
    }),
  ];
}
