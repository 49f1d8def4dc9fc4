// A simulated run into a file: as fast as the machine can, with a progress bar; nothing is left behind when it fails.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { RecordingTotals, RunParent } from '@onescreen/shared/recordings';
import { NOTICE } from '@onescreen/shared/recordings';
import type { FinishedSegment } from '../../server/src/recordings/recorder.ts';
import { writeRecording } from '../../server/src/recordings/write.ts';
import type { Simulation } from '../../simulator/src/simulation.ts';
import { UserError } from './errors.ts';
import { createFileSink } from './fileSink.ts';
import { PROGRAM } from './program.ts';
import { createProgress } from './progress.ts';
import { type HeadlessOptions, simulate } from './simulate.ts';

export interface RecordOptions extends Pick<HeadlessOptions, 'commandsAt' | 'isEnough'> {
  /** At tick 0. */
  simulation: Simulation;
  scenarioText: string | null;
  parent: RunParent | null;
  out: string;
  /** Gets each segment before it is written. */
  onSegment?: (segment: FinishedSegment) => Promise<void> | void;
}

export interface Recorded extends RecordingTotals {
  digest: string;
  bytes: number;
  seconds: number;
}

/** Throws UserError when there is no folder to write into. */
export function requireFolder(out: string): void {
  const folder = path.dirname(path.resolve(out));
  if (!existsSync(folder)) throw new UserError(`there is no folder ${folder} to write the recording into`);
}

export async function recordRun(options: RecordOptions): Promise<Recorded> {
  const { simulation, scenarioText, parent, out, onSegment, ...more } = options;
  const { info } = simulation;
  const startMs = performance.now();
  const header = { simulated: true, notice: NOTICE, program: PROGRAM, info, scenarioText, parent } as const;
  const writer = await writeRecording(path.resolve(out), header);
  const progress = createProgress(info.scenario, info.durationTicks, info.epochMs);
  try {
    const sink = createFileSink(writer);
    const { totals, digest } = await simulate({
      ...more,
      simulation,
      async onSegment(segment) {
        progress.tick(segment.toTick + 1);
        await onSegment?.(segment);
        await sink.add(segment);
      },
      onBlock: sink.addBlock,
    });
    await sink.drain();
    const bytes = await writer.finish(digest(), totals);
    const seconds = Math.round((performance.now() - startMs) / 10) / 100;
    return { digest: digest(), ...totals, bytes, seconds };
  } catch (error) {
    await writer.abort();
    throw error;
  } finally {
    progress.end();
  }
}
