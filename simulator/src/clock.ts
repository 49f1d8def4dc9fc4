// Wall time of the simulator process: the only file here that may ask what time it is or wait. All others are handed a Clock.

/** Ends a timer; a second call does nothing. */
export type Cancel = () => void;

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Runs once after `delayMs`; 0 means as soon as what has come in meanwhile is dealt with. */
  after(delayMs: number, run: () => void): Cancel;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    if (delayMs <= 0) {
      const soon = setImmediate(run);
      return () => clearImmediate(soon);
    }
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
