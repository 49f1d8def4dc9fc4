// The one drum that all moving pictures turn on: each is drawn a few times a second, only while it is in sight, and never more than fits beside the rest.

export interface Reel {
  canvas: HTMLCanvasElement;
  /** Draws the picture of this wall time; false when it would be the same as before. */
  draw(nowMs: number): boolean;
  /** Wall time between two drawings, milliseconds. */
  everyMs: number;
}
interface Turning extends Reel {
  isInSight: boolean;
  drawnMs: number;
}

/** Drawing may take so much of one frame of the screen; the rest waits for the next. */
const LONGEST_MS = 7;
/** After drawing the drum rests so many times as long: pictures take a quarter of one core at most, however slow it is. */
const REST = 3;

const reels = new Set<Turning>();
let request = 0;
let restsUntilMs = 0;
let sight: IntersectionObserver | null = null;

function see(seen: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of seen)
    for (const reel of reels) if (reel.canvas === target) reel.isInSight = isIntersecting;
}

/** Those that have waited longest first. The browser does not call this in a tab that nobody sees. */
function turn(nowMs: number): void {
  request = requestAnimationFrame(turn);
  if (nowMs < restsUntilMs) return;
  const due = [...reels]
    .filter(({ isInSight, drawnMs, everyMs }) => isInSight && nowMs - drawnMs >= everyMs - 2)
    .sort((a, b) => a.drawnMs - b.drawnMs);
  const startMs = performance.now();
  for (const reel of due) {
    reel.drawnMs = nowMs;
    reel.draw(nowMs);
    if (performance.now() - startMs > LONGEST_MS) break;
  }
  restsUntilMs = nowMs + REST * (performance.now() - startMs);
}

/** Puts a picture on the drum; returns what takes it off. */
export function roll(reel: Reel): () => void {
  sight ??= new IntersectionObserver(see);
  const turning: Turning = { ...reel, isInSight: false, drawnMs: Number.NEGATIVE_INFINITY };
  reels.add(turning);
  sight.observe(reel.canvas);
  if (request === 0) request = requestAnimationFrame(turn);
  return () => {
    reels.delete(turning);
    sight?.unobserve(reel.canvas);
    if (reels.size > 0) return;
    cancelAnimationFrame(request);
    request = 0;
  };
}
