// 撤销: the step with which the rule book itself takes another back. Most steps have none: what was seen, said or ruled stays in the log.
import type { CaseAction } from '../protocol/console.ts';
import { lastStep } from './facts.ts';
import type { CaseState } from './types.ts';

/** Sending the case out again, or taking the order back, as it was before. */
function undoAssign(action: Extract<CaseAction, { kind: 'assign' }>, before: CaseState): CaseAction | null {
  if (before.status === 'filed') return { kind: 'withdraw', case: action.case, reason: 'sent-by-mistake' };
  // A unit that was on site has gone: it would have to come again, which is another order and not an undo.
  if (before.status !== 'dispatched') return null;
  return { kind: 'assign', case: action.case, unit: before.unit, reason: 'sent-by-mistake' };
}

function undoResume(id: string, before: CaseState): CaseAction | null {
  const suspended = lastStep(before, 'case.suspended');
  if (before.status !== 'suspended' || suspended === undefined) return null;
  const { untilTick, plan, reason } = suspended;
  return { kind: 'suspend', case: id, untilTick, plan, reason };
}

/**
 * The action that undoes `action`, which was carried out on the case as it was in `before`; null where the rule book has none. It is an
 * action like any other: it can be refused when the case has moved on since (see `admits`), and both stay in the log.
 */
export function inverseOf(action: CaseAction, before: CaseState): CaseAction | null {
  const { case: id } = action;
  switch (action.kind) {
    case 'take':
      return before.held === null ? { kind: 'release', case: id } : null;
    case 'release':
      return before.held === null ? null : { kind: 'take', case: id };
    case 'suspend':
      return { kind: 'resume', case: id };
    case 'resume':
      return undoResume(id, before);
    case 'close':
      return { kind: 'reopen', case: id, reason: 'closed-by-mistake' };
    case 'assign':
      return undoAssign(action, before);
    case 'withdraw':
      return before.status === 'dispatched'
        ? { kind: 'assign', case: id, unit: before.unit, reason: 'sent-by-mistake' }
        : null;
    default:
      return null;
  }
}
