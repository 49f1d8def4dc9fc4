// Wall time of the server: the only file here that may ask what time it is or wait. All others are handed a Clock.

/** Ends a timer; a second call does nothing. */
export type Cancel = () => void;

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Runs once after `delayMs`. */
  after(delayMs: number, run: () => void): Cancel;
  /** Runs every `periodMs` until cancelled. Does not keep the process alive. */
  every(periodMs: number, run: () => void): Cancel;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  every(periodMs, run) {
    const timer = setInterval(run, periodMs);
    timer.unref();
    return () => clearInterval(timer);
  },
};
