// The four steps of the loop that anyone understands, as a case has taken them: found, sent, checked, closed.
import type { CaseState } from '@onescreen/shared/cases';
import { isEnded, lastStep } from '@onescreen/shared/cases';

export const LOOP_STEPS = ['found', 'dispatched', 'checked', 'closed'] as const;
export type LoopStepId = (typeof LOOP_STEPS)[number];
export interface LoopStep {
  id: LoopStepId;
  /** `failed`: checked, and still there; `stopped`: the case ended before it. */
  state: 'done' | 'running' | 'pending' | 'failed' | 'stopped';
  /** When it was done; null before. */
  tick: number | null;
}

const tickOf = (one: CaseState, kind: 'case.dispatched' | 'case.checked' | 'case.closed'): number | null =>
  lastStep(one, kind)?.tick ?? null;

/** The steps in order, the first that is not done running while the case is open. */
export function loopOf(one: CaseState): LoopStep[] {
  const sent = lastStep(one, 'case.dispatched', 'case.reworked', 'case.reopened', 'case.returned', 'case.withdrawn');
  const isSent = sent?.kind === 'case.dispatched';
  const check = lastStep(one, 'case.checked', 'case.dispatched');
  const isChecked = check?.kind === 'case.checked' && check.pass;
  const isClosed = one.status === 'closed' || one.status === 'evaluated';
  const done: Record<LoopStepId, boolean> = {
    found: true,
    dispatched: isSent || isClosed,
    checked: isChecked || isClosed,
    closed: isClosed,
  };
  const ticks: Record<LoopStepId, number | null> = {
    found: one.discoveredTick,
    dispatched: isSent ? sent.tick : tickOf(one, 'case.dispatched'),
    checked: isChecked ? check.tick : tickOf(one, 'case.checked'),
    closed: tickOf(one, 'case.closed'),
  };
  const next = LOOP_STEPS.find((id) => !done[id]);
  const hasFailed = lastStep(one, 'case.checked')?.pass === false;
  return LOOP_STEPS.map((id): LoopStep => {
    // Put right before anybody was sent.
    if (id === 'dispatched' && isClosed && ticks.dispatched === null) return { id, state: 'stopped', tick: null };
    if (done[id]) return { id, state: 'done', tick: ticks[id] };
    if (isEnded(one)) return { id, state: 'stopped', tick: null };
    if (id === 'checked' && hasFailed) return { id, state: 'failed', tick: ticks.checked };
    return { id, state: id === next ? 'running' : 'pending', tick: null };
  });
}
