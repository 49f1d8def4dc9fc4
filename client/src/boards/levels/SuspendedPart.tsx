// 挂账板: suspended cases with what will be done and when their clock goes on.
import { lastStep, reasonText } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { formatDate, formatMinute } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { openCase } from '../openCase.ts';
import type { SuspendedCase } from './levelRows.ts';

export function SuspendedPart({ cases, epochMs }: { cases: readonly SuspendedCase[]; epochMs: number }): JSX.Element {
  const { t, name, language } = useText();
  return (
    <section className="level-part" aria-label={t('levelBoard.suspendedBoard')} data-testid="suspended-board">
      <h3>
        {t('levelBoard.suspendedBoard')} <b>{cases.length}</b>
      </h3>
      {cases.length === 0 ? (
        <p className="board-note">{t('levelBoard.noSuspended')}</p>
      ) : (
        <ul className="level-rows">
          {cases.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => openCase(one.id)} data-testid="suspended-row">
                <b>{name(caseTypeByCode(one.type))}</b>
                <span>
                  {name(areas[one.area]!)} · {t(`level.${one.level}`)}
                </span>
                <span>
                  {name(reasonText(lastStep(one, 'case.suspended')?.reason ?? ''))} · {t('levelBoard.plan')}: {one.plan}
                </span>
                <small>
                  {t('levelBoard.until')} {formatDate(epochMs, one.untilTick, language)}{' '}
                  {formatMinute(epochMs, one.untilTick)}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
