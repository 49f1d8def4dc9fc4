// The unit that has the case: which, how far away now, and when it will be there.

import type { AssignedCase } from '@onescreen/shared/cases';
import { unitPosition } from '@onescreen/shared/cases';
import { distanceMetres } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { formatDistance, formatDuration } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { select, useRun, useSelection } from '../store/index.ts';

/** Closer than this counts as there: a path ends at the kerb, not at the case. */
const THERE_METRES = 30;

export function AssignedUnit({ one }: { one: AssignedCase }): JSX.Element | null {
  const { t, name, language } = useText();
  const tick = useRun((run) => run.tick);
  const state = useRun((run) => run.cases.units[one.unit] ?? null);
  const unit = useRun((run) => run.info?.units.find((known) => known.id === one.unit) ?? null);
  const isSelected = useSelection((selection) => selection.unit === one.unit);
  if (unit === null) return null;
  const away = distanceMetres(unitPosition(useRun.getState().cases, unit, tick), one.at);
  const arrival = state?.path?.at(-1)?.[2] ?? null;
  const isDriving = one.status === 'dispatched' && arrival !== null && arrival > tick && away > THERE_METRES;
  return (
    <button
      type="button"
      className="detail-unit"
      aria-pressed={isSelected}
      onClick={() => select({ unit: isSelected ? null : unit.id })}
    >
      <span className="detail-unit-word">{t('case.unit')}</span>
      <b>{name(unit)}</b>
      <span>
        {isDriving
          ? `${t('case.away', { distance: formatDistance(away, language) })} · ${t('case.eta', { time: formatDuration(arrival - tick, language) })}`
          : one.status === 'handling'
            ? t('case.onSite')
            : t('case.away', { distance: formatDistance(away, language) })}
      </span>
    </button>
  );
}
