// The whole program live at 60× with 200 screens: does a frame ever miss a tick, and how late does it come?
import { fork } from 'node:child_process';
import path from 'node:path';
import { startCity } from '../../tests/system/startedCity.ts';
import { projectRoot } from '../run.ts';
import type { SeenLive } from './liveViewers.ts';
import { type BenchRow, benchRow, figure } from './row.ts';

const SPEED = 60;
const SCREENS = 200;
const SECONDS = 25;
/** A city sends a screen ten frames a second. */
const FRAME_MS = 100;

function watch(url: string): Promise<SeenLive> {
  return new Promise((resolve, reject) => {
    const program = path.join(projectRoot, 'scripts/bench/liveViewers.ts');
    const child = fork(program, [url, String(SCREENS), String(SECONDS), String(SPEED)]);
    child.on('message', (message) => resolve(message as SeenLive));
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the screens ended with ${code}`)));
  });
}

const percentile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? Number.NaN;

/** Two figures: gaps between frames, and the p99 of how late they come, in frame periods. */
export async function liveRows(): Promise<BenchRow[]> {
  const city = await startCity(['--seed', '7', '--speed', String(SPEED)]);
  try {
    const { frames, gaps, lateMs } = await watch(city.url);
    const p99 = percentile(lateMs, 0.99);
    return [
      benchRow({
        name: `live at ${SPEED}× with ${SCREENS} screens: skipped ticks`,
        measured: `${gaps} gaps`,
        baseline: `${frames} frames`,
        ratio: gaps / frames,
        budget: { atMost: 0 },
      }),
      benchRow({
        name: `live at ${SPEED}× with ${SCREENS} screens: lateness p99`,
        measured: `${figure(p99)} ms`,
        baseline: `frame period ${FRAME_MS} ms`,
        ratio: p99 / FRAME_MS,
        budget: { atMost: 2.5 },
      }),
    ];
  } finally {
    await city.stop();
  }
}
