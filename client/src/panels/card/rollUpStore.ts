// Which score is asked about, and where it stands on the screen: set by hover and focus, left by either, and by Escape.
import type { DimensionId } from '@onescreen/shared/catalogue';
import type { FocusEvent, PointerEvent } from 'react';
import { createSeen } from '../../store/sight.ts';

export type ScoreSubject = { area: number } & (
  | { kind: 'pulse' }
  | { kind: 'dimension'; id: DimensionId }
  | { kind: 'primary'; id: string }
);
export interface Asked {
  subject: ScoreSubject;
  /** Of what is pointed at, in the window. */
  box: { left: number; right: number; top: number; bottom: number };
}

export const useRollUp = createSeen<{ asked: Asked | null }>(() => ({ asked: null }));

export const ROLL_UP_ID = 'roll-up';
export const leaveRollUp = (): void => useRollUp.setState({ asked: null });

function ask(subject: ScoreSubject, element: Element): void {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  useRollUp.setState({ asked: { subject, box: { left, right, top, bottom } } });
}

/** What an element needs that explains its score. A finger does not hover: it opens what is behind. */
export const explains = (subject: ScoreSubject) => ({
  'aria-describedby': ROLL_UP_ID,
  onPointerEnter: ({ pointerType, currentTarget }: PointerEvent) =>
    pointerType === 'mouse' && ask(subject, currentTarget),
  onPointerLeave: leaveRollUp,
  onFocus: ({ currentTarget }: FocusEvent) => currentTarget.matches(':focus-visible') && ask(subject, currentTarget),
  onBlur: leaveRollUp,
});
