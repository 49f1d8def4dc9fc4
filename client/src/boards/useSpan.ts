// The stretch of the run that a board speaks of, as the viewer chose it.
import { useState } from 'react';
import { useRun } from '../store/index.ts';
import type { CustomSpan, Span, SpanChoice } from './span.ts';
import { fieldOf, spanOf } from './span.ts';

/** A chosen span, and what changes it. */
export interface ChosenSpan {
  choice: SpanChoice;
  custom: CustomSpan;
  /** What the choice means now; null: nothing. */
  span: Span | null;
  epochMs: number;
  onChoice: (choice: SpanChoice) => void;
  onCustom: (custom: CustomSpan) => void;
}

/** At `tick`, the present of the board. `question`: what was chosen as a word, the same while the present goes on. */
export function useSpan(tick: number): ChosenSpan & { question: string } {
  const epochMs = useRun(({ info }) => info?.epochMs ?? 0);
  const [choice, onChoice] = useState<SpanChoice>('run');
  const [custom, onCustom] = useState<CustomSpan>(() => ({ from: fieldOf(epochMs, 0), to: '' }));
  const span = spanOf(choice, custom, epochMs, tick);
  const question = choice === 'custom' ? `${choice}/${custom.from}${custom.to}` : choice;
  return { choice, custom, span, epochMs, onChoice, onCustom, question };
}
