// The panel of the case that is open. What is inside comes in its own piece with the first case, after the numbers have been painted.

import type { JSX } from 'react';
import { Suspense } from 'react';
import { late } from '../app/late.ts';
import { Panel } from '../app/Panel.tsx';
import { useText } from '../i18n/text.ts';
import { select, useSelection } from '../store/index.ts';
import './detail.css';

const OpenCase = late(() => import('./OpenCase.tsx'));

export function CaseDetail(): JSX.Element | null {
  const { t } = useText();
  const id = useSelection((selection) => selection.case);
  if (id === null) return null;
  return (
    <Panel
      title={t('case.detail')}
      className="detail"
      region="case"
      testId="case-detail"
      aside={
        <button type="button" className="button" onClick={() => select({ case: null })}>
          {t('app.close')}
        </button>
      }
    >
      <Suspense fallback={<p className="work-empty">{t('app.loading')}</p>}>
        <OpenCase key={id} id={id} />
      </Suspense>
    </Panel>
  );
}
