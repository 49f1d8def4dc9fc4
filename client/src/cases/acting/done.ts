// What the person did last, so that the case can say so and offer to take it back for a while.
import type { CaseState } from '@onescreen/shared/cases';
import { inverseOf } from '@onescreen/shared/cases';
import type { CaseAction, CommandAnswer } from '@onescreen/shared/protocol';
import { send } from '../../store/index.ts';
import { createSeen } from '../../store/sight.ts';
import type { ActionKind } from './draft.ts';

export interface Done {
  case: string;
  kind: ActionKind;
  /** The run stands still: it is carried out when it goes on. */
  isQueued: boolean;
  /** What takes it back, where the rule book has one. */
  undo: CaseAction | null;
}
export const useDone = createSeen<{ done: Done | null }>(() => ({ done: null }));

export const forgetDone = (): void => useDone.setState({ done: null });

/** Sends an action for the case as it stands before; what was carried out is remembered with what takes it back. */
export async function act(before: CaseState, action: CaseAction): Promise<CommandAnswer> {
  forgetDone();
  const answer = await send(action);
  if (answer.ok && action.kind !== 'look') {
    const isQueued = answer.queued === true;
    const undo = isQueued ? null : inverseOf(action, before);
    useDone.setState({ done: { case: before.id, kind: action.kind, isQueued, undo } });
  }
  return answer;
}
