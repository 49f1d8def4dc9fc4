// World and platform in one process, in lock-step, as fast as the machine can. The batches take the same codec as on the wire,
// so that the platform sees exactly what it would see live.

import type { Order } from '@onescreen/shared/protocol';
import { decodeBatch, encodeBatch } from '@onescreen/shared/protocol';
import type { PendingCommand, TickOutcome } from '../../server/src/engine/types.ts';
import type { Platform } from '../../server/src/platform.ts';
import { createPlatform } from '../../server/src/platform.ts';
import type { FinishedBlock } from '../../server/src/recordings/blockRecorder.ts';
import type { FinishedSegment } from '../../server/src/recordings/recorder.ts';
import type { Simulation } from '../../simulator/src/simulation.ts';

export interface HeadlessOptions {
  /** At tick 0. */
  simulation: Simulation;
  /** Asked after every step: ends the run before its scenario does. */
  isEnough?: () => boolean;
  /** Operator commands to give with the step that begins at a tick. */
  commandsAt?: (fromTick: number) => readonly PendingCommand[];
  onSegment?: (segment: FinishedSegment) => Promise<void> | void;
  onBlock?: (block: FinishedBlock) => Promise<void> | void;
  /** After every step. */
  onStep?: (ticks: readonly TickOutcome[], platform: Platform) => void;
}

/** Runs to the end; a run that is ended early is a whole recording too. */
export async function simulate(options: HeadlessOptions): Promise<Platform> {
  const { simulation } = options;
  const platform = await createPlatform({
    info: simulation.info,
    ...(options.onSegment && { onSegment: options.onSegment }),
    ...(options.onBlock && { onBlock: options.onBlock }),
  });
  let orders: readonly Order[] = [];
  while (!simulation.finished && options.isEnough?.() !== true) {
    const commands = options.commandsAt?.(simulation.tick) ?? [];
    const bytes = encodeBatch(simulation.step(orders));
    const { ack, ticks } = await platform.process(decodeBatch(bytes), commands, bytes);
    orders = ack.orders;
    options.onStep?.(ticks, platform);
  }
  await platform.stop();
  return platform;
}
