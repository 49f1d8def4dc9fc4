// Wall-clock pace: when the next step is due. It says how often steps come, never what is in one.
import type { Clock } from './clock.ts';

export interface Pace {
  /** Simulated seconds per second, 1 to 600. */
  speed: number;
  paused: boolean;
}

export interface Pacer {
  readonly pace: Pace;
  set(pace: Pace): void;
  /** Allows one step while paused. */
  allowStep(): void;
  /** Milliseconds until the next step may be made; 0 now; null: not until somebody says so. */
  wait(): number | null;
  /** A step was made. */
  made(): void;
}

/** A slow platform is caught up with, without skipping; but not further back than this, or a pause of the machine would become a race. */
const MOST_BEHIND_MS = 2000;

export function createPacer(clock: Clock, stepTicks: number, first: Pace): Pacer {
  let pace = first;
  let dueMs = clock.now();
  let allowed = 0;

  return {
    get pace() {
      return pace;
    },
    set(next) {
      pace = next;
      dueMs = clock.now();
      allowed = 0;
    },
    allowStep() {
      allowed++;
    },
    wait() {
      if (allowed > 0) return 0;
      return pace.paused ? null : Math.max(0, dueMs - clock.now());
    },
    made() {
      if (allowed > 0) allowed--;
      else dueMs = Math.max(dueMs + (1000 * stepTicks) / pace.speed, clock.now() - MOST_BEHIND_MS);
    },
  };
}
