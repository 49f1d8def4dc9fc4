// 五级: what city, district, street, grid and neighbourhood have in hand in the area shown, what waits for them, and what each may do.

import type { CaseState } from '@onescreen/shared/cases';
import { isEnded } from '@onescreen/shared/cases';
import { areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { listedCases } from '../../cases/order.ts';
import { useText } from '../../i18n/text.ts';
import { useRun, useSelection, useUi } from '../../store/index.ts';
import { IncidentPart } from './IncidentPart.tsx';
import { LevelColumn } from './LevelColumn.tsx';
import { incidentsIn, levelRows, suspendedCases } from './levelRows.ts';
import { SuspendedPart } from './SuspendedPart.tsx';
import './levels.css';

/** Cases are counted anew this often, simulated seconds. */
const RENEW_TICKS = 10;

/** The open cases of an area, most urgent first. */
function useOpenCases(area: number, tick: number): CaseState[] {
  const cases = useRun((run) => run.cases.cases);
  return useMemo(() => {
    const filter = { ...useUi.getInitialState().caseFilter, status: 'open' as const };
    return listedCases(Object.values(cases), area, filter, tick, null).filter((one) => !isEnded(one));
  }, [cases, area, tick]);
}

export function LevelBoard(): JSX.Element {
  const { t, name } = useText();
  const area = useSelection((selection) => selection.area);
  const tick = useRun((run) => Math.floor(run.tick / RENEW_TICKS) * RENEW_TICKS);
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const { incidents, cases } = useRun((run) => run.cases);
  const open = useOpenCases(area, tick);
  const rows = useMemo(() => levelRows(open, tick), [open, tick]);
  return (
    <div className="level-board">
      <p className="board-note">{t('levelBoard.scope', { name: name(areas[area]!) })}</p>
      <div className="level-columns">
        {rows.map((row) => (
          <LevelColumn key={row.level} row={row} tick={tick} epochMs={epochMs} />
        ))}
      </div>
      <div className="level-below">
        <SuspendedPart cases={suspendedCases(open)} epochMs={epochMs} />
        <IncidentPart incidents={incidentsIn(incidents, cases, area)} cases={cases} epochMs={epochMs} />
      </div>
    </div>
  );
}
