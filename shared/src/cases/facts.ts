// Small questions about one case, asked by the rules, the folds and the screen alike.
import { caseTypeByCode } from '../catalogue/index.ts';
import { DAY, MINUTE } from '../time.ts';
import type { Limit } from './clocks.ts';
import { dueTickOf, limitOfType, limitSeconds, remaining, runningSeconds } from './clocks.ts';
import type { CaseState, CaseStep } from './types.ts';

/** As the catalogue writes it; on the clock it has eight hours. */
const ONE_WORKING_DAY: Limit = { minutes: DAY / MINUTE, clock: 'workingDays' };

type Of<S extends CaseState['status']> = Extract<CaseState, { status: S }>;
/** A case that has a number, a limit and a due tick. */
export type FiledCase = Extract<CaseState, { dueTick: number }>;
/** A case that a unit has. */
export type AssignedCase = Of<'dispatched'> | Of<'handling'> | Of<'checking'>;
export type EndedCase = Of<'closed'> | Of<'evaluated'> | Of<'rejected'> | Of<'joined'> | Of<'voided'>;

export const isFiled = (state: CaseState): state is FiledCase => 'dueTick' in state;
export const isAssigned = (state: CaseState): state is AssignedCase =>
  state.status === 'dispatched' || state.status === 'handling' || state.status === 'checking';
export const isEnded = (state: CaseState): state is EndedCase =>
  state.status === 'closed' ||
  state.status === 'evaluated' ||
  state.status === 'rejected' ||
  state.status === 'joined' ||
  state.status === 'voided';

/** The tick at which the case ended. */
export const endTick = (state: EndedCase): number => ('closedTick' in state ? state.closedTick : state.endedTick);

/** The newest step of one of the kinds, or undefined. */
export function lastStep<K extends CaseStep['kind']>(
  state: CaseState,
  ...kinds: K[]
): Extract<CaseStep, { kind: K }> | undefined {
  for (let i = state.steps.length - 1; i >= 0; i--) {
    const step = state.steps[i]!;
    if ((kinds as string[]).includes(step.kind)) return step as Extract<CaseStep, { kind: K }>;
  }
  return undefined;
}

export const hasStep = (state: CaseState, kind: CaseStep['kind']): boolean =>
  state.steps.some((step) => step.kind === kind);

/** The outcome of the newest check since the case was last sent out, or null while there is none. */
export function checkOutcome(state: CaseState): 'passed' | 'failed' | null {
  const step = lastStep(state, 'case.checked', 'case.dispatched', 'case.handled', 'case.reworked', 'case.reopened');
  if (step?.kind !== 'case.checked') return null;
  return step.pass ? 'passed' : 'failed';
}

/** The limit that runs now: its start, its due tick and its length. */
export interface RunningLimit {
  fromTick: number;
  dueTick: number;
  /** Seconds of the case's own clock. */
  seconds: number;
}

/** Filing, rework and reopening start a limit; an extension lengthens it; a pause only moves its end. */
export function runningLimit(state: FiledCase, epochMs: number): RunningLimit {
  const limit = limitOfType(caseTypeByCode(state.type));
  let running: RunningLimit = { fromTick: state.filedTick, dueTick: state.dueTick, seconds: limitSeconds(limit) };
  for (const step of state.steps) {
    const { tick: fromTick } = step;
    if (step.kind === 'case.filed' || step.kind === 'case.reopened') {
      running = { fromTick, dueTick: step.dueTick, seconds: limitSeconds(limit) };
    } else if (step.kind === 'case.reworked') {
      running = { fromTick, dueTick: step.dueTick, seconds: Math.round(limitSeconds(limit) / 2) };
    } else if (step.kind === 'case.extended') {
      const longer = runningSeconds(limit.clock, running.dueTick, step.dueTick, epochMs);
      running = { ...running, dueTick: step.dueTick, seconds: running.seconds + longer };
    } else if (step.kind === 'case.resumed') {
      running = { ...running, dueTick: step.dueTick };
    }
  }
  return running;
}

/** Share of the limit that is used, 0 to more than 1, on the case's own clock. Stands still while the case is suspended. */
export function shareUsed(state: FiledCase, tick: number, epochMs: number): number {
  const { clock } = caseTypeByCode(state.type);
  const { dueTick, seconds } = runningLimit(state, epochMs);
  const now = state.status === 'suspended' ? (lastStep(state, 'case.suspended')?.tick ?? tick) : tick;
  return 1 - remaining(clock, now, dueTick, epochMs) / seconds;
}

/** The due tick that a filing at `tick` gets. */
export const dueTickOfFiling = (type: string, tick: number, epochMs: number): number =>
  dueTickOf(limitOfType(caseTypeByCode(type)), tick, epochMs);

/** 先行联系: a citizen who called the hotline is called back within one working day. Null for a case that nobody called about. */
export const contactDueTick = (state: CaseState, epochMs: number): number | null =>
  state.source === 'hotline' ? dueTickOf(ONE_WORKING_DAY, state.discoveredTick, epochMs) : null;
