// Reads a run at any tick: a jump is a keyframe and at most one segment, playing goes on through the records. Pure but for its source.
import { nameEntry } from '@onescreen/shared/recordings';
import type { Passed, Position } from './position.ts';
import { copyOf, moveOn, startOfSegment } from './position.ts';
import type { Gap, SegmentLimits, Segments } from './segments.ts';
import { createSegments } from './segments.ts';
import type { ReplaySource, Span } from './source.ts';

/** How a reader came to where it is now. */
export type Moved =
  /** Through every tick between. */
  | { way: 'passed'; fromTick: number; passed: Passed }
  /** To another moment; what was between is not known. */
  | { way: 'jumped' };

export interface Landed {
  position: Position;
  /** Why it is not the tick that was asked for: that lies in here. */
  gap: Gap | null;
}

/** `gap`: what was jumped over. */
export interface Advanced {
  moved: Moved;
  position: Position;
  gap: Gap | null;
}

export interface Reader {
  /** The last tick that there is; −1 for an empty run. */
  newestTick(): number;
  gaps(): readonly Gap[];
  /**
   * A fresh position at `tick`, kept within the run; in a gap, at the last whole moment before it. Null when nothing can be read at all.
   * Rejects when nobody answers just now, as `advance` does.
   */
  land(tick: number): Promise<Landed | null>;
  /**
   * The position on the way to `toTick`, one stretch at a time: to the end of a segment, or over a gap. Null when there is nothing after
   * it. The position given stays as it is.
   */
  advance(position: Position, toTick: number): Promise<Advanced | null>;
  /** Loads what playing from `tick` will need soon, `ahead` segments of it. Never rejects. */
  readAhead(tick: number, ahead: number): void;
  segments: Segments;
}

export function createReader(source: ReplaySource, limits?: SegmentLimits): Reader {
  const segments = createSegments(source, limits);

  const spanAt = (tick: number): Span | undefined => {
    const spans = source.spans();
    let low = 0;
    let high = spans.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const span = spans[middle]!;
      if (tick < span.fromTick) high = middle - 1;
      else if (tick > span.toTick) low = middle + 1;
      else return span;
    }
    return undefined;
  };
  const newestTick = (): number => source.spans().at(-1)?.toTick ?? -1;

  /** The position at a tick of the span, or the gap that the span is. */
  async function within(span: Span, tick: number): Promise<{ position: Position } | { gap: Gap }> {
    const loaded = await segments.load(span);
    if ('gap' in loaded) return loaded;
    const position = startOfSegment(loaded.segment);
    try {
      moveOn(position, loaded.segment, tick);
    } catch {
      return { gap: segments.refuse(span) };
    }
    return { position };
  }

  /** The nearest whole moment at or before the span's end, going back; then, where there is none, the first after it. */
  async function nearest(span: Span): Promise<Position | null> {
    const spans = source.spans();
    const place = spans.indexOf(span);
    for (let at = place - 1; at >= 0; at--) {
      const found = await within(spans[at]!, spans[at]!.toTick);
      if ('position' in found) return found.position;
    }
    for (let at = place + 1; at < spans.length; at++) {
      const found = await within(spans[at]!, spans[at]!.fromTick);
      if ('position' in found) return found.position;
    }
    return null;
  }

  return {
    segments,
    newestTick,
    gaps: segments.gaps,
    async land(wanted) {
      const first = source.spans()[0]?.fromTick ?? 0;
      const tick = Math.max(first, Math.min(newestTick(), Math.floor(wanted)));
      const span = spanAt(tick);
      if (span === undefined) return null;
      const found = await within(span, tick);
      if ('position' in found) return { position: found.position, gap: null };
      const position = await nearest(span);
      return position === null ? null : { position, gap: found.gap };
    },
    async advance(position, toTick) {
      const span = spanAt(position.tick + 1);
      if (span === undefined || toTick <= position.tick) return null;
      const loaded = await segments.load(span);
      if ('segment' in loaded) {
        const next = copyOf(position);
        try {
          const { changes, entries } = moveOn(next, loaded.segment, Math.min(toTick, span.toTick));
          const passed = { changes, entries: entries.map((entry) => nameEntry(entry, source.info.run)) };
          return { moved: { way: 'passed', fromTick: position.tick, passed }, position: next, gap: null };
        } catch {
          segments.refuse(span);
        }
      }
      const spans = source.spans();
      for (let at = spans.indexOf(span) + 1; at < spans.length; at++) {
        const next = spans[at]!;
        const found = await within(next, Math.max(next.fromTick, Math.min(toTick, next.toTick)));
        if ('position' in found)
          return { moved: { way: 'jumped' }, position: found.position, gap: segments.gapOf(span) };
      }
      return null;
    },
    readAhead(tick, ahead) {
      const spans = source.spans();
      const here = spanAt(tick);
      if (here === undefined) return;
      const place = spans.indexOf(here);
      for (const span of spans.slice(place + 1, place + 1 + ahead)) segments.load(span).catch(() => undefined);
    },
  };
}
