// A branch that runs beside the live run: on a connection of its own, as fast as the live run leaves room for. One at a time: the platform
// hands out the next when one has ended.
import type { BranchOrder } from '@onescreen/shared/protocol';
import type { Address, Lane } from './lane.ts';
import { openLane } from './lane.ts';
import type { Simulation } from './simulation.ts';

export interface AsidesOptions extends Address {
  /** Whether the live run is late: then it goes first. */
  isLiveLate(): boolean;
}

export interface Asides {
  /** Takes the place of one that the platform has given up. One that runs already is left alone. */
  begin(order: BranchOrder, simulation: Simulation): void;
  close(): void;
}

/** How long a branch lets a live run that is late go first before it makes a step all the same, milliseconds. */
const GIVES_WAY_MS = 50;

export function createAsides(options: AsidesOptions): Asides {
  let running: { run: string; lane: Lane } | null = null;

  function open({ run, untilTick }: BranchOrder, simulation: Simulation): Lane {
    const end = untilTick ?? Number.POSITIVE_INFINITY;
    let gaveWay = false;
    const lane = openLane({
      ...options,
      lane: 'aside',
      simulation,
      instead: () => null,
      pace: {
        wait(tick) {
          if (tick > end) {
            lane.close();
            return null;
          }
          if (gaveWay || !options.isLiveLate()) return 0;
          gaveWay = true;
          return GIVES_WAY_MS;
        },
        made() {
          gaveWay = false;
        },
      },
      onReady: () => undefined,
      onDone: () => lane.close(),
    });
    lane.ended
      .catch((error: unknown) => options.logger.warn({ run, error: String(error) }, 'a branch could not go on'))
      .finally(() => {
        if (running?.lane === lane) running = null;
      });
    return lane;
  }

  return {
    begin(order, simulation) {
      if (running?.run === order.run) return;
      running?.lane.close();
      running = { run: order.run, lane: open(order, simulation) };
    },
    close: () => running?.lane.close(),
  };
}
