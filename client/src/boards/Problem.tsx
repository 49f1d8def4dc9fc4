// Why a board has no answer, in words that say what to do; and the line shown while the first answer is on its way.
import type { JSX } from 'react';
import { useText } from '../i18n/text.ts';
import type { AskProblem } from './ask.ts';
import type { Asked } from './useAsked.ts';

export function Problem({ problem, again }: { problem: AskProblem; again: () => void }): JSX.Element {
  const { t, name } = useText();
  return (
    <div className="board-problem" role="alert" data-testid="board-problem" data-kind={problem.kind}>
      <p>{t(`boards.problem.${problem.kind}`)}</p>
      {problem.words !== null && <small>{name(problem.words)}</small>}
      <button type="button" className="button" onClick={again}>
        {t('boards.again')}
      </button>
    </div>
  );
}

/** What stands above a board's content: a problem, or that the first answer is being worked out, or nothing. */
export function AskState({ asked }: { asked: Asked<unknown> }): JSX.Element | null {
  const { t } = useText();
  if (asked.problem !== null) return <Problem problem={asked.problem} again={asked.again} />;
  if (asked.answer !== null) return null;
  return (
    <p className="board-note" role="status" data-testid="board-waiting">
      {t('boards.waiting')}
    </p>
  );
}
