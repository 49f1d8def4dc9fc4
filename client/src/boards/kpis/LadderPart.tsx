// The lower half of the figures' board: what is ranked, narrowed or not, the file to take away, and the ladder itself.
import { areas, CITY_AREA } from '@onescreen/shared/geography';
import type { KpiGrouping, KpiReport } from '@onescreen/shared/kpis';
import type { JSX } from 'react';
import { useText } from '../../i18n/text.ts';
import { Choice } from '../Choice.tsx';
import { FileLink } from '../FileLink.tsx';
import { AskState } from '../Problem.tsx';
import type { Asked } from '../useAsked.ts';
import { ladderArea } from './kpiPaths.ts';
import { LadderTable } from './LadderTable.tsx';

const GROUPINGS = ['city', 'district', 'street', 'agency', 'type'] as const satisfies readonly KpiGrouping[];

interface LadderPartProps {
  by: KpiGrouping;
  onBy: (by: KpiGrouping) => void;
  area: number;
  isNarrowed: boolean;
  onNarrowed: (isNarrowed: boolean) => void;
  ladder: Asked<KpiReport>;
  /** The run that the file is of. */
  run: string;
  csvPath: string;
}

export function LadderPart({
  by,
  onBy,
  area,
  isNarrowed,
  onNarrowed,
  ladder,
  run,
  csvPath,
}: LadderPartProps): JSX.Element {
  const { t, name } = useText();
  const narrow = ladderArea(by, area);
  return (
    <section className="ladder-part" aria-label={t('kpi.ladder')}>
      <div className="board-controls">
        <Choice
          label={t('kpi.by')}
          options={GROUPINGS}
          chosen={by}
          word={(one) => t(`kpi.groupings.${one}`)}
          onChoose={onBy}
          testId={(one) => `group-${one}`}
        />
        {narrow !== CITY_AREA && (
          <label className="board-check">
            <input type="checkbox" checked={isNarrowed} onChange={({ target }) => onNarrowed(target.checked)} />
            {t('kpi.onlyIn', { name: name(areas[narrow]!) })}
          </label>
        )}
        <FileLink run={run} path={csvPath} title={t('kpi.csvHint')} className="board-end" testId="kpi-csv">
          {t('kpi.csv')}
        </FileLink>
      </div>
      {ladder.answer === null ? <AskState asked={ladder} /> : <LadderTable report={ladder.answer} area={area} />}
    </section>
  );
}
