// "What if" at hour 20 of a normal day: how soon the branch is at its fork, and what a day of snapshots costs.
import path from 'node:path';
import { keepTicksOf } from '@onescreen/shared/protocol';
import { DAY, HOUR } from '@onescreen/shared/time';
import { connect } from '../../server/src/store/embedded/connection.ts';
import { begun, branchOf, ended, operatorScreen, runOf, startSimulator } from '../../tests/system/branchKit.ts';
import { startTestServer } from '../../tests/system/consoleKit.ts';
import { type BenchRow, benchRow, figure, median } from './row.ts';

const AT_TICK = 20 * HOUR;
/** Budgets: two seconds, and sixty megabytes a day. */
const MOST_MS = 2000;
const MOST_BYTES = 60e6;

interface Measured {
  /** From asking to the fork, for forks right behind a snapshot, in the middle, and right before the next. */
  startMs: number[];
  bytesPerDay: number;
}

async function measure(): Promise<Measured> {
  await using server = await startTestServer();
  const { url } = server;
  const durationTicks = AT_TICK + keepTicksOf(DAY);
  const link = startSimulator(url, { run: 'day', durationTicks, scenario: 'normal-day' });
  using screen = await operatorScreen(url);
  await ended(url, 'day', 1_800_000);
  const startMs: number[] = [];
  for (const share of [0, 0.5, 1]) {
    const forkTick = AT_TICK + Math.round(share * (keepTicksOf(DAY) - 2));
    const from = performance.now();
    const run = await begun(screen, branchOf('day', forkTick, { untilTick: forkTick + 60 }));
    while ((await runOf(url, run)).lastTick < forkTick) await new Promise((resolve) => setTimeout(resolve, 10));
    startMs.push(performance.now() - from);
    await ended(url, run);
  }
  link.close();
  return { startMs, bytesPerDay: bytesOf(server.folder) * (DAY / durationTicks) };
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
  const { startMs, bytesPerDay } = await measure();
  const worst = Math.max(...startMs);
  return [
    benchRow({
      name: 'a branch at hour 20: from asking to its fork, the worst',
      measured: `${figure(worst)} ms (${figure(median(startMs))} in the middle)`,
      baseline: `${MOST_MS} ms`,
      ratio: worst / MOST_MS,
      budget: { atMost: 1 },
    }),
    benchRow({
      name: 'world snapshots and checkpoints of a day',
      measured: `${figure(bytesPerDay / 1e6)} MB`,
      baseline: `${MOST_BYTES / 1e6} MB`,
      ratio: bytesPerDay / MOST_BYTES,
      budget: { atMost: 1 },
    }),
  ];
}
