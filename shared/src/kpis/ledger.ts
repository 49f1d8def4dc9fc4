// The ledger: for every case of a run the few marks that a KPI needs, without evidence. A fold over the log, entry by entry; it keeps cases
// that have left the cases state, so that any span of the run can be counted at any time. Plain data.
import type { CaseStep } from '../cases/index.ts';
import type { CaseId } from '../ids.ts';
import type { CaseEntry, Entry, HotlineAnswer } from '../log/entries.ts';
import { unreachable } from '../unreachable.ts';

/** Something that happened to a case and that a KPI counts. In the order of the log. */
export type Mark = { tick: number } & (
  | {
      kind: 'filed';
      dueTick: number;
      /** The shop was told first: nobody is sent before it has had its time. */
      selfCorrects: boolean;
    }
  /** A check before anybody was sent: the shop has not put it right itself. */
  | { kind: 'not-corrected' }
  | { kind: 'dispatched' }
  | { kind: 'returned' }
  | { kind: 'handled' }
  /** A check of handled work, at closing or by a spot check after it. */
  | { kind: 'failed' }
  | { kind: 'extended'; dueTick: number }
  | { kind: 'suspended' }
  | { kind: 'resumed'; dueTick: number }
  | { kind: 'reworked'; dueTick: number }
  | { kind: 'reopened'; dueTick: number }
  | { kind: 'closed'; automatic: boolean }
  | { kind: 'answered'; answer: Exclude<HotlineAnswer, 'no-answer'> }
  /** Rejected, voided or joined to another. `mistaken`: it should not have been filed. */
  | { kind: 'dropped'; mistaken: boolean }
);

export interface CaseLine {
  type: string;
  area: number;
  foundTick: number;
  foundByMachine: boolean;
  marks: Mark[];
}

export interface Ledger {
  /** Of the newest entry added; 0 and −1 before the first. */
  seq: number;
  tick: number;
  cases: Record<CaseId, CaseLine>;
}

/** Reasons of a void or join that say: this should not have been filed. A citizen's withdrawal or a second report of a real matter does not. */
const MISTAKES: ReadonlySet<string> = new Set(['entered-by-mistake', 'false-alarm', 'out-of-scope']);

export const createLedger = (): Ledger => ({ seq: 0, tick: -1, cases: {} });

const isCase = (entry: Entry): entry is Entry & CaseEntry => entry.kind.startsWith('case.');

/**
 * Adds one entry; entries come in order of `seq`. All but `case.*` only move `seq` and `tick` on.
 * Throws RangeError for a step of a case that was never discovered.
 */
export function addToLedger(ledger: Ledger, entry: Entry): void {
  ledger.seq = entry.seq;
  ledger.tick = entry.tick;
  if (isCase(entry)) addStep(ledger, entry);
}

function addStep(ledger: Ledger, step: CaseStep): void {
  if (step.kind === 'case.discovered') {
    const { type, area, tick: foundTick, by } = step;
    ledger.cases[step.case] = { type, area, foundTick, foundByMachine: by.startsWith('rule:'), marks: [] };
    return;
  }
  // A ledger that was begun in mid-run learns of an old case when it is reopened.
  if (ledger.cases[step.case] === undefined && step.kind === 'case.reopened' && step.was !== undefined) {
    for (const earlier of step.was.steps) addStep(ledger, earlier);
  }
  const line = ledger.cases[step.case];
  if (line === undefined) throw new RangeError(`${step.kind} of case ${step.case}, which is not in the ledger`);
  const mark = markOf(step, line);
  if (mark !== null) line.marks.push(mark);
}

/** Whether somebody says that the work is done, and nothing has sent it back since. */
function isHandled(line: CaseLine): boolean {
  for (let i = line.marks.length - 1; i >= 0; i--) {
    const { kind } = line.marks[i]!;
    if (kind === 'handled') return true;
    if (kind === 'filed' || kind === 'reworked' || kind === 'reopened') return false;
  }
  return false;
}

/** What a step means for the KPIs; null where it means nothing. */
function markOf(step: Exclude<CaseStep, { kind: 'case.discovered' }>, line: CaseLine): Mark | null {
  const { tick } = step;
  switch (step.kind) {
    case 'case.filed':
      return { tick, kind: 'filed', dueTick: step.dueTick, selfCorrects: step.reason === 'self-correct-first' };
    case 'case.dispatched':
      return { tick, kind: 'dispatched' };
    case 'case.returned':
      return { tick, kind: 'returned' };
    case 'case.handled':
      return { tick, kind: 'handled' };
    case 'case.checked':
      if (step.pass) return null;
      return { tick, kind: isHandled(line) ? 'failed' : 'not-corrected' };
    case 'case.inspected':
      return step.pass ? null : { tick, kind: 'failed' };
    case 'case.extended':
      return { tick, kind: 'extended', dueTick: step.dueTick };
    case 'case.suspended':
      return { tick, kind: 'suspended' };
    case 'case.resumed':
      return { tick, kind: 'resumed', dueTick: step.dueTick };
    case 'case.reworked':
      return { tick, kind: 'reworked', dueTick: step.dueTick };
    case 'case.reopened':
      return { tick, kind: 'reopened', dueTick: step.dueTick };
    case 'case.closed':
      return { tick, kind: 'closed', automatic: step.automatic };
    case 'case.evaluated':
      if (step.answer === 'by-rule' || step.answer === 'no-answer') return null;
      return { tick, kind: 'answered', answer: step.answer };
    case 'case.rejected':
    case 'case.voided':
    case 'case.joined':
      return { tick, kind: 'dropped', mistaken: MISTAKES.has(step.reason) };
    case 'case.accepted':
    case 'case.merged':
    case 'case.supported':
    case 'case.withdrawn':
    case 'case.contacted':
    case 'case.taken':
    case 'case.released':
    case 'case.ruled':
    case 'case.confirmed':
    case 'case.included':
    case 'case.arrived':
    case 'case.escalated':
    case 'case.urged':
      return null;
    default:
      return unreachable(step);
  }
}
