// The units that are on the case: the lead unit and those in support. Where each is now, and when it will be there.

import type { AssignedCase } from '@onescreen/shared/cases';
import { unitPosition } from '@onescreen/shared/cases';
import { distanceMetres } from '@onescreen/shared/geography';
import type { UnitId } from '@onescreen/shared/ids';
import type { JSX } from 'react';
import { formatDistance, formatDuration } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { select, useRun, useSelection } from '../store/index.ts';

/** Closer than this counts as there: a path ends at the kerb, not at the case. */
const THERE_METRES = 30;

export function AssignedUnits({ one }: { one: AssignedCase }): JSX.Element {
  return (
    <div className="detail-units">
      <UnitOnCase one={one} id={one.unit} duty="lead" />
      {one.support.map(({ unit }) => (
        <UnitOnCase key={unit} one={one} id={unit} duty="support" />
      ))}
    </div>
  );
}

interface UnitProps {
  one: AssignedCase;
  id: UnitId;
  duty: 'lead' | 'support';
}

function UnitOnCase({ one, id, duty }: UnitProps): JSX.Element | null {
  const { t, name, language } = useText();
  const tick = useRun((run) => run.tick);
  const state = useRun((run) => run.cases.units[id] ?? null);
  const unit = useRun((run) => run.info?.units.find((known) => known.id === id) ?? null);
  const isSelected = useSelection((selection) => selection.unit === id);
  if (unit === null) return null;
  const away = distanceMetres(unitPosition(useRun.getState().cases, unit, tick), one.at);
  const arrival = state?.path?.at(-1)?.[2] ?? null;
  const isDriving = state?.status === 'driving' && arrival !== null && arrival > tick && away > THERE_METRES;
  const isThere = state?.case === one.id && state.status === 'working';
  return (
    <button
      type="button"
      className={`detail-unit is-${duty}`}
      aria-pressed={isSelected}
      onClick={() => select({ unit: isSelected ? null : unit.id })}
      data-testid={`unit-${duty}`}
      data-unit={id}
    >
      <span className="detail-unit-word">{t(`course.${duty}`)}</span>
      <b>{name(unit)}</b>
      <span>
        {isDriving
          ? `${t('case.away', { distance: formatDistance(away, language) })} · ${t('case.eta', { time: formatDuration(arrival - tick, language) })}`
          : isThere
            ? t('case.onSite')
            : t('case.away', { distance: formatDistance(away, language) })}
      </span>
    </button>
  );
}
