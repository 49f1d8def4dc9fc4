// Where the next or the previous thing of a kind happened: a case, an alarm, an order, a phase, a bookmark.
import type { MomentColumns, MomentKind, ScenarioPhase } from '@onescreen/shared/log';
import { MOMENT_KINDS } from '@onescreen/shared/log';
import type { RunNote } from '@onescreen/shared/recordings';
import { unreachable } from '@onescreen/shared/unreachable';
import type { StepKind } from '../store/time.ts';

export interface Steps {
  moments: MomentColumns;
  notes: readonly RunNote[];
  phases: readonly ScenarioPhase[];
}

/** The moments that each choice stops at. */
const STOPS: Readonly<Record<Exclude<StepKind, 'note'>, readonly MomentKind[]>> = {
  any: ['case', 'closed', 'alarm', 'incident', 'response'],
  case: ['case', 'closed'],
  alarm: ['alarm'],
  order: ['order'],
  phase: ['phase', 'response'],
};

function ticksOf(what: StepKind, { moments, notes, phases }: Steps): number[] {
  if (what === 'note') return notes.map(({ tick }) => tick);
  const kinds = new Set(STOPS[what].map((kind) => MOMENT_KINDS.indexOf(kind)));
  const ticks = moments.ticks.filter((_, at) => kinds.has(moments.kinds[at]!));
  return what === 'phase' ? [...ticks, ...phases.map(({ tick }) => tick)] : ticks;
}

/** The nearest tick at which something of the kind happened, after or before `tick`; null when there is none. */
export function stepFrom(tick: number, way: 'next' | 'previous', what: StepKind, steps: Steps): number | null {
  const ticks = ticksOf(what, steps);
  switch (way) {
    case 'next':
      return ticks.reduce<number | null>(
        (best, one) => (one > tick && (best === null || one < best) ? one : best),
        null,
      );
    case 'previous':
      return ticks.reduce<number | null>(
        (best, one) => (one < tick && (best === null || one > best) ? one : best),
        null,
      );
    default:
      return unreachable(way);
  }
}
