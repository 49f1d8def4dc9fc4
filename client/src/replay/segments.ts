// Decoded segments at hand: newest used stay, bounded in number and in bytes. What cannot be read is a gap with a reason, not an error.
import type { Segment } from '@onescreen/shared/log';
import { CodecError, decodeSegment } from '@onescreen/shared/log';
import { RecordingError } from '@onescreen/shared/recordings';
import type { ReplaySource, Span } from './source.ts';

/** A stretch that cannot be shown, and why. */
export interface Gap {
  fromTick: number;
  toTick: number;
  /** `damaged`: its bytes are not what they should be; `missing`: nobody has it. */
  why: 'damaged' | 'missing';
}

export interface SegmentLimits {
  count: number;
  /** Of payloads; decoded they take about four times as much. */
  payloadBytes: number;
}
/** An hour of a city with the segments before and after the playhead, in about 200 MB at the very most. */
export const DEFAULT_SEGMENT_LIMITS: SegmentLimits = { count: 16, payloadBytes: 48 * 1024 * 1024 };

export type Loaded = { segment: Segment } | { gap: Gap };

interface Kept {
  loading: Promise<Loaded>;
  bytes: number;
}

export interface Segments {
  /** Rejects when it could not be had just now: the next call asks again. */
  load(span: Span): Promise<Loaded>;
  /** The span is a gap: its bytes are as they were written, but what they say cannot be. */
  refuse(span: Span): Gap;
  gapOf(span: Span): Gap | null;
  /** All gaps met so far, in order of time. */
  gaps(): readonly Gap[];
  /** What is held now: for tests and figures. */
  held(): { count: number; payloadBytes: number };
}

/** Why it will not be there the next time either; null when it may. */
function whyOf(error: unknown): Gap['why'] | null {
  if (error instanceof RecordingError) return error.code === 'truncated' ? 'missing' : 'damaged';
  if (error instanceof CodecError) return 'damaged';
  return error instanceof Error && 'code' in error && error.code === 'missing' ? 'missing' : null;
}

/** A segment that is still growing is another one at each length. */
const keyOf = ({ index, toTick }: Span): string => `${index}/${toTick}`;

export function createSegments(source: ReplaySource, limits: SegmentLimits = DEFAULT_SEGMENT_LIMITS): Segments {
  const kept = new Map<string, Kept>();
  const gaps = new Map<number, Gap>();

  async function read(span: Span): Promise<Loaded> {
    try {
      const segment = decodeSegment(await source.payload(span));
      gaps.delete(span.index);
      return { segment };
    } catch (error) {
      const why = whyOf(error);
      if (why === null) {
        kept.delete(keyOf(span));
        throw error;
      }
      const gap: Gap = { fromTick: span.fromTick, toTick: span.toTick, why };
      gaps.set(span.index, gap);
      return { gap };
    }
  }
  function held(): { count: number; payloadBytes: number } {
    let payloadBytes = 0;
    for (const { bytes } of kept.values()) payloadBytes += bytes;
    return { count: kept.size, payloadBytes };
  }
  function dropOld(): void {
    let { count, payloadBytes } = held();
    for (const [key, { bytes }] of kept) {
      if (count <= limits.count && (payloadBytes <= limits.payloadBytes || count === 1)) return;
      kept.delete(key);
      count -= 1;
      payloadBytes -= bytes;
    }
  }

  return {
    load(span) {
      const key = keyOf(span);
      const known = kept.get(key) ?? { loading: read(span), bytes: span.payloadBytes };
      kept.delete(key);
      kept.set(key, known);
      dropOld();
      return known.loading;
    },
    refuse(span) {
      const gap: Gap = { fromTick: span.fromTick, toTick: span.toTick, why: 'damaged' };
      gaps.set(span.index, gap);
      kept.set(keyOf(span), { loading: Promise.resolve({ gap }), bytes: 0 });
      return gap;
    },
    gapOf: ({ index }) => gaps.get(index) ?? null,
    gaps: () => [...gaps.values()].sort((a, b) => a.fromTick - b.fromTick),
    held,
  };
}
