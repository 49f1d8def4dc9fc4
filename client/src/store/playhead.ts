// A smooth tick between two frames, for things that move: the newest tick carried on at the run's pace.

/** Carrying on stops here, so that a silent server does not let the units drive into the unknown. Simulated seconds per 1× of speed. */
const LONGEST_WAIT_SECONDS = 1.5;

export interface Playhead {
  /** A frame came. */
  moved(tick: number, nowMs: number): void;
  /** What is shown is of another tick, earlier or later. */
  jumped(tick: number, nowMs: number): void;
  /** Simulated seconds per wall second; 0 while paused or stalled. */
  paced(speed: number, nowMs: number): void;
  /** The tick, with its fraction, to draw at this wall time. Never goes back while a run advances. */
  at(nowMs: number): number;
}

export function createPlayhead(): Playhead {
  let tick = 0;
  let drawn = 0;
  let movedMs = 0;
  let speed = 0;

  const carried = (nowMs: number): number =>
    tick + (Math.min(LONGEST_WAIT_SECONDS * 1000, Math.max(0, nowMs - movedMs)) / 1000) * speed;

  return {
    moved(next, nowMs) {
      // A jump (another run, a long gap) starts anew; a small correction is waited out in `at`.
      if (next < tick || next > carried(nowMs) + 60 + speed * 2) drawn = next;
      tick = next;
      movedMs = nowMs;
    },
    jumped(next, nowMs) {
      tick = next;
      drawn = next;
      movedMs = nowMs;
    },
    paced(next, nowMs) {
      tick = Math.max(tick, Math.floor(carried(nowMs)));
      speed = next;
      movedMs = nowMs;
    },
    at(nowMs) {
      drawn = Math.max(drawn, carried(nowMs));
      return drawn;
    },
  };
}
