// The pointer over the time bar: a drag moves the playhead, with Shift it marks a loop. One move of time a display frame at most.
import type { PointerEvent as ReactPointerEvent } from 'react';
import { useRef, useState } from 'react';
import type { TickRange } from '../store/index.ts';
import { moveTime, useRun } from '../store/index.ts';

/** A loop shorter than this is a slip of the hand, ticks. */
const SHORTEST_LOOP = 5;

export interface Scrubbing {
  /** Tick under the pointer; null when it is elsewhere. */
  hovered: number | null;
  /** The loop that is being marked. */
  marking: TickRange | null;
  handlers: {
    onPointerDown(event: ReactPointerEvent): void;
    onPointerMove(event: ReactPointerEvent): void;
    onPointerUp(event: ReactPointerEvent): void;
    onPointerCancel(): void;
    onPointerLeave(): void;
  };
}

type Drag = { kind: 'seek' } | { kind: 'loop'; from: number };

/** Up to where there is something to show. */
const newestTick = (): number => useRun.getState().newestTick;

/** `end`: last tick of the bar. */
export function useScrubbing(end: number): Scrubbing {
  const drag = useRef<Drag | null>(null);
  const next = useRef<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const [marking, setMarking] = useState<TickRange | null>(null);

  function tickAt(event: ReactPointerEvent): number {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return Math.round(Math.max(0, Math.min(1, (event.clientX - left) / width)) * end);
  }
  function seekSoon(tick: number): void {
    const isScheduled = next.current !== null;
    next.current = Math.min(tick, newestTick());
    if (isScheduled) return;
    requestAnimationFrame(() => {
      const wanted = next.current;
      next.current = null;
      if (wanted !== null) moveTime({ kind: 'seek', tick: wanted });
    });
  }
  function stop(): void {
    drag.current = null;
    setMarking(null);
  }
  const rangeOf = (from: number, to: number): TickRange => ({
    fromTick: Math.min(from, to, newestTick()),
    toTick: Math.min(Math.max(from, to), newestTick()),
  });

  return {
    hovered,
    marking,
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const tick = tickAt(event);
        if (event.shiftKey) {
          drag.current = { kind: 'loop', from: tick };
          setMarking(rangeOf(tick, tick));
        } else {
          drag.current = { kind: 'seek' };
          seekSoon(tick);
        }
      },
      onPointerMove(event) {
        const tick = tickAt(event);
        setHovered(tick);
        if (drag.current?.kind === 'seek') seekSoon(tick);
        if (drag.current?.kind === 'loop') setMarking(rangeOf(drag.current.from, tick));
      },
      onPointerUp(event) {
        if (drag.current?.kind === 'loop') {
          const range = rangeOf(drag.current.from, tickAt(event));
          moveTime({ kind: 'loop', range: range.toTick - range.fromTick < SHORTEST_LOOP ? null : range });
        }
        stop();
      },
      onPointerCancel: stop,
      onPointerLeave: () => setHovered(null),
    },
  };
}
