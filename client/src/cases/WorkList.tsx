// The work at hand: cases or alarms, one list at a time, with the counts of both in sight.
import { calls } from '@onescreen/shared/cases';
import type { JSX } from 'react';
import { Suspense } from 'react';
import { AlarmList } from '../alarms/late.ts';
import { FailsAlone } from '../app/FailsAlone.tsx';
import { late } from '../app/late.ts';
import { Panel } from '../app/Panel.tsx';
import { useText } from '../i18n/text.ts';
import type { RunState } from '../store/index.ts';
import { remember, setUi, useDrawn, useSelection, useUi } from '../store/index.ts';
import { liesIn } from './order.ts';
import './work.css';

/** The list that draws only the rows in sight comes right after the numbers. */
const CaseList = late(async () => ({ default: (await import('./CaseList.tsx')).CaseList }));

const alarmsOf = remember((alarms: RunState['cases']['alarms'], area: number) => {
  const all = Object.values(alarms).filter((alarm) => liesIn(alarm.area, area));
  return { count: all.length, isCalling: all.some(calls) };
});

export function WorkList(): JSX.Element {
  const { t } = useText();
  const shown = useUi((ui) => ui.workList);
  const area = useSelection((selection) => selection.area);
  const { count, isCalling } = useDrawn((run) => alarmsOf(run.cases.alarms, area));
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
            {t('alarms.title')} <b className={isCalling ? 'tone-red' : ''}>{count}</b>
          </button>
        </div>
      }
    >
      <FailsAlone key={shown}>
        <Suspense fallback={<p className="work-empty">{t('app.loading')}</p>}>
          {shown === 'cases' ? <CaseList /> : <AlarmList />}
        </Suspense>
      </FailsAlone>
    </Panel>
  );
}
