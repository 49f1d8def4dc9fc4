// The work at hand: cases or alarms, one list at a time, with the counts of both in sight.
import { calls } from '@onescreen/shared/cases';
import type { JSX } from 'react';
import { lazy, Suspense } from 'react';
import { AlarmList } from '../alarms/late.ts';
import { Panel } from '../app/Panel.tsx';
import { useText } from '../i18n/text.ts';
import { setUi, useRun, useSelection, useUi } from '../store/index.ts';
import { liesIn } from './order.ts';
import './work.css';

/** The list that draws only the rows in sight comes right after the numbers. */
const CaseList = lazy(async () => ({ default: (await import('./CaseList.tsx')).CaseList }));

export function WorkList(): JSX.Element {
  const { t } = useText();
  const shown = useUi((ui) => ui.workList);
  const alarms = useRun((run) => run.cases.alarms);
  const area = useSelection((selection) => selection.area);
  const all = Object.values(alarms).filter((alarm) => liesIn(alarm.area, area));
  const unacknowledged = all.filter(calls).length;
  return (
    <Panel
      title={t(shown === 'cases' ? 'cases.title' : 'alarms.title')}
      className="work"
      region="work"
      heading={
        <div className="work-tabs" role="tablist">
          <button
            type="button"
            role="tab"
            aria-selected={shown === 'cases'}
            onClick={() => setUi({ workList: 'cases' })}
            data-testid="tab-cases"
          >
            {t('cases.title')}
          </button>
          <button
            type="button"
            role="tab"
            aria-selected={shown === 'alarms'}
            onClick={() => setUi({ workList: 'alarms' })}
            data-testid="tab-alarms"
          >
            {t('alarms.title')} <b className={unacknowledged > 0 ? 'tone-red' : ''}>{all.length}</b>
          </button>
        </div>
      }
    >
      <Suspense fallback={<p className="work-empty">{t('app.loading')}</p>}>
        {shown === 'cases' ? <CaseList /> : <AlarmList />}
      </Suspense>
    </Panel>
  );
}
