// For which stretch of the run the board speaks: a choice, and what it means at the tick that is shown.
import { HOUR, isoShanghai, secondOfDay } from '@onescreen/shared/time';
import { unreachable } from '@onescreen/shared/unreachable';

/** The last hour, since local midnight, since the run began, or from–to by the simulated clock. */
export const SPAN_CHOICES = ['hour', 'today', 'run', 'custom'] as const;
export type SpanChoice = (typeof SPAN_CHOICES)[number];

/** As typed into two fields, local time of Shanghai such as `2024-05-14T08:30`. An empty `to` follows the tick shown. */
export interface CustomSpan {
  from: string;
  to: string;
}

/** What lies after `fromTick`, up to and with `toTick`, so that spans that follow each other count nothing twice. −1: from the first tick on. */
export interface Span {
  fromTick: number;
  toTick: number;
}

/** Before the first tick. */
const BEGINNING = -1;

/** A tick as a field for a local time holds it. */
export const fieldOf = (epochMs: number, tick: number): string => isoShanghai(epochMs, tick).slice(0, 16);

/** The same to the second. */
export const fieldWithSecondsOf = (epochMs: number, tick: number): string => isoShanghai(epochMs, tick).slice(0, 19);

/** The tick that a field names; null where it names no time. */
export function tickOf(field: string, epochMs: number): number | null {
  const ms = Date.parse(`${field}+08:00`);
  return Number.isFinite(ms) ? Math.round((ms - epochMs) / 1000) : null;
}

function customSpan({ from, to }: CustomSpan, epochMs: number, tick: number): Span | null {
  const fromTick = tickOf(from, epochMs);
  const toTick = to === '' ? tick : tickOf(to, epochMs);
  if (fromTick === null || toTick === null || fromTick > toTick) return null;
  return {
    fromTick: fromTick <= 0 ? BEGINNING : Math.min(tick, fromTick),
    toTick: Math.max(0, Math.min(tick, toTick)),
  };
}

/** What a choice means at `tick`; null for a custom span that is none: an end is missing, or they stand the wrong way round. */
export function spanOf(choice: SpanChoice, custom: CustomSpan, epochMs: number, tick: number): Span | null {
  switch (choice) {
    case 'hour':
      return { fromTick: Math.max(BEGINNING, tick - HOUR), toTick: tick };
    case 'today':
      return { fromTick: Math.max(BEGINNING, tick - secondOfDay(epochMs, tick) - 1), toTick: tick };
    case 'run':
      return { fromTick: BEGINNING, toTick: tick };
    case 'custom':
      return customSpan(custom, epochMs, tick);
    default:
      return unreachable(choice);
  }
}
