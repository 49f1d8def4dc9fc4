// The loop's four numbers: found, dispatched, verified, closed. For the city since the start; for an area from the cases still on screen.

import type { CaseState, LoopCounts } from '@onescreen/shared/cases';
import { hasStep, isFiled, lastStep } from '@onescreen/shared/cases';

export interface LoopNumber {
  count: number;
  /** How many of them without a person. */
  byItself: number;
  /** Seconds; null while there is none. */
  medianSeconds: number | null;
}
export interface LoopNumbers {
  found: LoopNumber;
  dispatched: LoopNumber;
  verified: LoopNumber;
  closed: LoopNumber;
}

/** Middle value; null of an empty list. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const numbersOfCity = (loop: LoopCounts): LoopNumbers => ({
  found: { count: loop.found, byItself: loop.foundByMachine, medianSeconds: null },
  dispatched: {
    count: loop.dispatched,
    byItself: loop.dispatchedByRule,
    medianSeconds: median(loop.secondsToDispatch),
  },
  verified: { count: loop.verified, byItself: loop.verifiedByMachine, medianSeconds: median(loop.secondsToVerify) },
  closed: { count: loop.closed, byItself: loop.closedAutomatically, medianSeconds: median(loop.secondsToClose) },
});

const byRule = (by: string | undefined): boolean => by?.startsWith('rule:') ?? false;

/** The same numbers over a list of cases. */
export function numbersOfCases(cases: readonly CaseState[]): LoopNumbers {
  const gather = (
    kind: 'case.discovered' | 'case.dispatched' | 'case.checked' | 'case.closed',
    from: (one: CaseState) => number | undefined,
  ) => {
    const reached = cases.filter((one) => hasStep(one, kind));
    const seconds = reached.flatMap((one) => {
      const start = from(one);
      return start === undefined ? [] : [lastStep(one, kind)!.tick - start];
    });
    return {
      count: reached.length,
      byItself: reached.filter((one) => (kind === 'case.closed' ? one.automatic : byRule(lastStep(one, kind)?.by)))
        .length,
      medianSeconds: median(seconds),
    };
  };
  return {
    found: { ...gather('case.discovered', () => undefined) },
    dispatched: gather('case.dispatched', (one) => one.discoveredTick),
    verified: gather('case.checked', (one) => lastStep(one, 'case.handled')?.tick),
    closed: gather('case.closed', (one) => one.discoveredTick),
  };
}

/** Cases past their limit now. */
export const countOverdue = (cases: Iterable<CaseState>, tick: number): number => {
  let count = 0;
  for (const one of cases)
    if (isFiled(one) && !('closedTick' in one) && one.status !== 'suspended' && tick > one.dueTick) count += 1;
  return count;
};
