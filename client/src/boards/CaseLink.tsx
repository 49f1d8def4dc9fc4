// One case as a row of a board: its clock ring, what and where it is, how it stands. A press opens it.
import type { CaseState } from '@onescreen/shared/cases';
import { isEnded } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { ClockRing } from '../cases/ClockRing.tsx';
import { isOverdue, priorityOf, usedShare } from '../cases/order.ts';
import { useText } from '../i18n/text.ts';
import { useSelection } from '../store/index.ts';
import { openCase } from './openCase.ts';

interface CaseLinkProps {
  one: CaseState;
  tick: number;
  epochMs: number;
  /** Stands in place of the type's name, where the list is of one type. */
  place?: string;
  /** Stands under it in place of priority and street. */
  detail?: string;
  /** Stands under the status. */
  note?: string;
  testId?: string;
}

export function CaseLink({
  one,
  tick,
  epochMs,
  place,
  detail,
  note,
  testId = 'board-case',
}: CaseLinkProps): JSX.Element {
  const { t, name } = useText();
  const isSelected = useSelection((selection) => selection.case === one.id);
  const priority = priorityOf(one);
  return (
    <button
      type="button"
      className={`board-case ${isEnded(one) ? 'is-ended' : ''}`}
      aria-pressed={isSelected}
      onClick={() => openCase(one.id)}
      data-testid={testId}
      data-case={one.id}
      data-status={one.status}
    >
      <ClockRing priority={priority} used={usedShare(one, tick, epochMs)} size={26} />
      <span className="board-case-what">
        <b>{place ?? name(caseTypeByCode(one.type))}</b>
        <small>{detail ?? `${t(`priority.p${priority}`)} · ${name(areas[one.area]!)}`}</small>
      </span>
      <span className="board-case-how">
        <span className="chip">{t(`status.${one.status}`)}</span>
        {note !== undefined && <small className={isOverdue(one, tick) ? 'is-late tone-red' : ''}>{note}</small>}
      </span>
    </button>
  );
}
