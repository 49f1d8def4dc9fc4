// One case in one span: which of the counts it belongs to. Every definition of the 13 KPIs stands here, once.
//
// The span is (fromTick, toTick]; the case is taken as it was known at the end of `toTick`.
// A case has one deadline for closing at a time: the one that its newest filing, extension, resumption, rework or reopening gave it. Its
// deadline for handling starts and moves with it: the limits for dispatch and handling together, half of them after a rework, longer by an
// extension, standing still while the case is suspended. Due in the period means that the deadline lies in the span, whenever the case was
// filed. Not due: what was rejected, voided or joined, and what was suspended before the deadline came, for its clock stands still.
import { advance, limitSeconds, remaining, retreat, runningSeconds } from '../cases/index.ts';
import { caseTypeByCode } from '../catalogue/index.ts';
import { unreachable } from '../unreachable.ts';
import type { CaseLine, Mark } from './ledger.ts';

export interface Span {
  fromTick: number;
  toTick: number;
  /** UTC milliseconds of tick 0. */
  epochMs: number;
}

/** How a case stands at the end of a span, and what happened to it in the span. `…InSpan`: by the tick of the step itself. */
export interface Account {
  foundInSpan: boolean;
  /** Filed by the end of the span. */
  filed: boolean;
  filedInSpan: boolean;
  /** Rejected, voided or joined for a reason that says it should not have been filed. */
  mistaken: boolean;
  /** Extended or suspended at any time. */
  deferred: boolean;
  /** The first order went out in the span; further ones do not count. */
  dispatchedInSpan: boolean;
  /** The first order went out within the limit for dispatch: from filing or reopening, or from the check that found that the shop had not put it right. */
  dispatchedInTime: boolean;
  returned: boolean;
  handledInSpan: boolean;
  /** A check of the handled work has failed at least once, at closing or in a spot check, or a person sent it back. */
  failed: boolean;
  closedInSpan: boolean;
  /** The newest closing came about without a human step. */
  closedByMachine: boolean;
  /** Valid answers in the span, and the content ones of them. */
  answers: number;
  contentAnswers: number;
  /** Filed, and neither closed nor dropped at the end. */
  open: boolean;
  /** When the work was done, since the case was last filed, sent back or reopened; the closing where nobody had to be sent. */
  handledTick: number | null;
  closedTick: number | null;
  /** Null: none, or its clock stands still. */
  handleDueTick: number | null;
  closeDueTick: number | null;
}

/** What moves while the marks of a case are read. Deadlines hold from filing on. */
interface Reading extends Account {
  span: Span;
  dispatchDueTick: number;
  handleDue: number;
  closeDue: number;
  dispatched: boolean;
  suspendedTick: number | null;
  dropped: boolean;
}

const begun = (line: CaseLine, span: Span): Reading => ({
  span,
  foundInSpan: line.foundTick > span.fromTick,
  filed: false,
  filedInSpan: false,
  mistaken: false,
  deferred: false,
  dispatchedInSpan: false,
  dispatchedInTime: false,
  returned: false,
  handledInSpan: false,
  failed: false,
  closedInSpan: false,
  closedByMachine: false,
  answers: 0,
  contentAnswers: 0,
  open: false,
  handledTick: null,
  closedTick: null,
  handleDueTick: null,
  closeDueTick: null,
  dispatchDueTick: 0,
  handleDue: 0,
  closeDue: 0,
  dispatched: false,
  suspendedTick: null,
  dropped: false,
});

/** The case in the span; null when it was not discovered by its end. */
export function accountOf(line: CaseLine, span: Span): Account | null {
  if (line.foundTick > span.toTick) return null;
  const reading = begun(line, span);
  const clock = clockOf(line.type, span.epochMs);
  for (const mark of line.marks) {
    if (mark.tick > span.toTick) break;
    read(reading, mark, clock);
  }
  return concluded(reading);
}

/** The limits of a case type as its own clock runs them. */
interface Clock {
  after(tick: number, seconds: number): number;
  /** Moved by as much clock time as lies between two ticks. */
  moved(due: number, from: number, to: number): number;
  /** What was left of a limit when the clock stopped, or by how much it was past, is so when it runs on. */
  resumed(due: number, stoppedTick: number, tick: number): number;
  dispatchSeconds: number;
  handleSeconds: number;
}

function clockOf(code: string, epochMs: number): Clock {
  const { clock, limitMinutes } = caseTypeByCode(code);
  const after = (tick: number, seconds: number): number => advance(clock, tick, seconds, epochMs);
  return {
    after,
    moved: (due, from, to) => after(due, runningSeconds(clock, from, to, epochMs)),
    resumed(due, stoppedTick, tick) {
      const left = remaining(clock, stoppedTick, due, epochMs);
      return left >= 0 ? after(tick, left) : retreat(clock, tick, -left, epochMs);
    },
    dispatchSeconds: limitSeconds({ clock, minutes: limitMinutes.dispatch }),
    handleSeconds: limitSeconds({ clock, minutes: limitMinutes.dispatch + limitMinutes.handle }),
  };
}

function read(reading: Reading, mark: Mark, clock: Clock): void {
  const { tick } = mark;
  const inSpan = tick > reading.span.fromTick;
  switch (mark.kind) {
    case 'filed':
      reading.filed = true;
      reading.filedInSpan = inSpan;
      reading.dispatchDueTick = clock.after(tick, clock.dispatchSeconds);
      return newLimit(reading, clock.after(tick, clock.handleSeconds), mark.dueTick);
    case 'not-corrected':
      if (!reading.dispatched) reading.dispatchDueTick = clock.after(tick, clock.dispatchSeconds);
      return;
    case 'dispatched':
      if (reading.dispatched) return;
      reading.dispatched = true;
      reading.dispatchedInSpan = inSpan;
      reading.dispatchedInTime = tick <= reading.dispatchDueTick;
      return;
    case 'returned':
      reading.returned = true;
      return;
    case 'handled':
      reading.handledTick = tick;
      reading.handledInSpan = inSpan;
      return;
    case 'failed':
      reading.failed = true;
      return;
    case 'extended':
      reading.deferred = true;
      reading.handleDue = clock.moved(reading.handleDue, reading.closeDue, mark.dueTick);
      reading.closeDue = mark.dueTick;
      return;
    case 'suspended':
      reading.deferred = true;
      reading.suspendedTick = tick;
      return;
    case 'resumed':
      return resume(reading, mark, clock);
    case 'reworked':
      reading.failed = true;
      return newLimit(reading, clock.after(tick, clock.handleSeconds / 2), mark.dueTick);
    case 'reopened':
      reading.closedTick = null;
      if (!reading.dispatched) reading.dispatchDueTick = clock.after(tick, clock.dispatchSeconds);
      return newLimit(reading, clock.after(tick, clock.handleSeconds), mark.dueTick);
    case 'closed':
      reading.closedTick = tick;
      reading.handledTick ??= tick;
      reading.closedInSpan = inSpan;
      reading.closedByMachine = mark.automatic;
      return;
    case 'answered':
      if (!inSpan) return;
      reading.answers += 1;
      if (mark.answer !== 'dissatisfied') reading.contentAnswers += 1;
      return;
    case 'dropped':
      reading.dropped = true;
      reading.mistaken = mark.mistaken;
      return;
    default:
      unreachable(mark);
  }
}

/** The work begins anew: what was done before counts no more. */
function newLimit(reading: Reading, handleDue: number, closeDue: number): void {
  reading.handleDue = handleDue;
  reading.closeDue = closeDue;
  reading.handledTick = null;
}

function resume(reading: Reading, mark: Extract<Mark, { kind: 'resumed' }>, clock: Clock): void {
  const stopped = reading.suspendedTick ?? mark.tick;
  reading.suspendedTick = null;
  reading.closeDue = mark.dueTick;
  reading.handleDue = clock.resumed(reading.handleDue, stopped, mark.tick);
  if (!reading.dispatched) reading.dispatchDueTick = clock.resumed(reading.dispatchDueTick, stopped, mark.tick);
}

function concluded(reading: Reading): Account {
  const { filed, dropped, suspendedTick, closedTick, handleDue, closeDue } = reading;
  const stands = (due: number): number | null =>
    !filed || dropped || (suspendedTick !== null && due > suspendedTick) ? null : due;
  return {
    ...reading,
    open: filed && !dropped && closedTick === null,
    handleDueTick: stands(handleDue),
    closeDueTick: stands(closeDue),
  };
}
