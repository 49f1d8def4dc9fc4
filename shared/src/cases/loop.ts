// The loop's counts: found, dispatched, verified, closed, how many by themselves and how long it took.
import { hasStep, isFiled, lastStep } from './facts.ts';
import type { CaseState, CaseStep, LoopCounts } from './types.ts';

/** Newest durations kept for each median. */
export const KEPT_DURATIONS = 256;

export const emptyLoop = (): LoopCounts => ({
  found: 0,
  foundByMachine: 0,
  filed: 0,
  dispatched: 0,
  dispatchedByRule: 0,
  verified: 0,
  verifiedByMachine: 0,
  closed: 0,
  closedAutomatically: 0,
  closedInTime: 0,
  rejected: 0,
  reworked: 0,
  returned: 0,
  overdue: 0,
  secondsToDispatch: [],
  secondsToHandle: [],
  secondsToVerify: [],
  secondsToClose: [],
});

const kept = (durations: readonly number[], seconds: number): readonly number[] => [
  ...durations.slice(1 - KEPT_DURATIONS),
  seconds,
];
const oneIf = (condition: boolean): number => (condition ? 1 : 0);
const byRule = (step: CaseStep): boolean => step.by.startsWith('rule:');

/** Counts a verified case: its first passed check. */
function verified(loop: LoopCounts, before: CaseState, step: CaseStep): LoopCounts {
  const handled = lastStep(before, 'case.handled');
  return {
    ...loop,
    verified: loop.verified + 1,
    verifiedByMachine: loop.verifiedByMachine + oneIf(byRule(step)),
    secondsToVerify:
      handled === undefined ? loop.secondsToVerify : kept(loop.secondsToVerify, step.tick - handled.tick),
  };
}

/** The counts after a step. `before`: the case before it; `null` for a discovery, and for a case that comes back into the state. Returns the same object when nothing is counted. */
export function countStep(loop: LoopCounts, before: CaseState | null, step: CaseStep): LoopCounts {
  if (step.kind === 'case.discovered')
    return { ...loop, found: loop.found + 1, foundByMachine: loop.foundByMachine + oneIf(byRule(step)) };
  // Reopened after the state had let it go: nothing to count.
  if (before === null) return loop;
  switch (step.kind) {
    case 'case.filed':
      return { ...loop, filed: loop.filed + 1 };
    case 'case.dispatched':
      if (hasStep(before, 'case.dispatched')) return loop;
      return {
        ...loop,
        dispatched: loop.dispatched + 1,
        dispatchedByRule: loop.dispatchedByRule + oneIf(byRule(step)),
        secondsToDispatch: kept(loop.secondsToDispatch, step.tick - before.discoveredTick),
      };
    case 'case.handled': {
      const dispatched = lastStep(before, 'case.dispatched');
      return dispatched === undefined
        ? loop
        : { ...loop, secondsToHandle: kept(loop.secondsToHandle, step.tick - dispatched.tick) };
    }
    case 'case.checked':
      return step.pass ? verified(loop, before, step) : loop;
    case 'case.closed':
      return {
        ...loop,
        closed: loop.closed + 1,
        closedAutomatically: loop.closedAutomatically + oneIf(step.automatic),
        closedInTime: loop.closedInTime + oneIf(isFiled(before) && step.tick <= before.dueTick),
        secondsToClose: kept(loop.secondsToClose, step.tick - before.discoveredTick),
      };
    case 'case.rejected':
      return { ...loop, rejected: loop.rejected + 1 };
    case 'case.reworked':
      return { ...loop, reworked: loop.reworked + 1 };
    case 'case.returned':
      return { ...loop, returned: loop.returned + 1 };
    case 'case.urged': {
      const before100 = before.steps.some((earlier) => earlier.kind === 'case.urged' && earlier.percent >= 100);
      return step.percent === 100 && !before100 ? { ...loop, overdue: loop.overdue + 1 } : loop;
    }
    default:
      return loop;
  }
}
