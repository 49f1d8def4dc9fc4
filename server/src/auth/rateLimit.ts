// A bucket of permits that fills with time: how often one peer may ask for something that costs or can be guessed.

export interface RateLimit {
  /** Takes a permit; false when there is none left at this moment. */
  take(nowMs: number): boolean;
}

/** `burst` permits at once, then one each `refillMs`. */
export function createRateLimit(burst: number, refillMs: number): RateLimit {
  let permits = burst;
  let filledMs: number | null = null;
  return {
    take(nowMs) {
      if (filledMs !== null) permits = Math.min(burst, permits + Math.max(0, nowMs - filledMs) / refillMs);
      filledMs = nowMs;
      if (permits < 1) return false;
      permits -= 1;
      return true;
    },
  };
}
