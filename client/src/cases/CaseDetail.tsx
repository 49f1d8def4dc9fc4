// One case: what and where, who is on it, and its line from found to closed with who, how long and why.

import type { CaseState } from '@onescreen/shared/cases';
import { isAssigned, isEnded, isFiled, remaining } from '@onescreen/shared/cases';
import { agencyById, caseTypeByCode } from '@onescreen/shared/catalogue';
import { lineage } from '@onescreen/shared/geography';
import type { JSX, ReactNode } from 'react';
import { Panel } from '../app/Panel.tsx';
import { formatClock, formatDuration, formatShare } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { priorityTone } from '../marks/grades.ts';
import { select, useRun, useSelection } from '../store/index.ts';
import { AssignedUnit } from './AssignedUnit.tsx';
import { CaseLine } from './CaseLine.tsx';
import { ClockRing } from './ClockRing.tsx';
import { priorityOf, usedShare } from './order.ts';
import './detail.css';

export function CaseDetail(): JSX.Element | null {
  const { t } = useText();
  const id = useSelection((selection) => selection.case);
  const one = useRun((run) => (id === null ? null : (run.cases.cases[id] ?? null)));
  const hasRun = useRun((run) => run.info !== null);
  if (id === null) return null;
  return (
    <Panel
      title={t('case.detail')}
      className="detail"
      testId="case-detail"
      aside={
        <button type="button" className="button" onClick={() => select({ case: null })}>
          {t('app.close')}
        </button>
      }
    >
      {one !== null ? <Opened one={one} /> : <p className="work-empty">{hasRun ? t('case.gone') : t('app.loading')}</p>}
    </Panel>
  );
}

function Opened({ one }: { one: CaseState }): JSX.Element {
  const { t, name, language } = useText();
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const tick = useRun((run) => run.tick);
  const cameras = useRun((run) => run.info?.cameras);
  const type = caseTypeByCode(one.type);
  const priority = priorityOf(one);
  const camera = cameras?.find((known) => known.id === one.camera);
  const left = isFiled(one) && !isEnded(one) ? remaining(type.clock, tick, one.dueTick, epochMs) : null;
  return (
    <div className="detail-body" data-status={one.status} data-case={one.id}>
      <div className={`detail-head tone-${priorityTone(priority)}`}>
        <ClockRing priority={priority} used={usedShare(one, tick, epochMs)} size={44} />
        <div>
          <h3>{name(type)}</h3>
          <p>
            <span className="chip">{t(`priority.p${priority}`)}</span>{' '}
            <b data-testid="case-status">{t(`status.${one.status}`)}</b>
            {left !== null && (
              <span className={left < 0 ? 'is-late tone-red' : ''}>
                {' '}
                · {t(left < 0 ? 'cases.late' : 'cases.remaining', { time: formatDuration(left, language) })}
              </span>
            )}
          </p>
        </div>
        <span className={`chip ${one.automatic ? 'tone-green' : 'tone-grey'}`}>
          {t(one.automatic ? 'cases.machine' : 'cases.person')}
        </span>
      </div>
      <dl className="detail-facts">
        <Fact word={t('case.number')}>{isFiled(one) ? one.number : one.id}</Fact>
        <Fact word={t('case.lead')}>{name(agencyById(type.agency))}</Fact>
        <Fact word={t('case.place')}>
          {lineage(one.area)
            .slice(1)
            .map((area) => name(area))
            .join(' › ')}
        </Fact>
        <Fact word={t('case.source')}>
          {t(`source.${type.source}`)} · {t('case.confidence', { percent: formatShare(one.confidence, 1, language) })}
        </Fact>
        {camera !== undefined && <Fact word={t('case.camera')}>{name(camera)}</Fact>}
        {one.merged > 0 && <Fact word={t('step.merged')}>{t('case.merged', { n: one.merged })}</Fact>}
        {isFiled(one) && (
          <Fact word={t('step.filed')}>{t('case.due', { time: formatClock(epochMs, one.dueTick) })}</Fact>
        )}
      </dl>
      {isAssigned(one) && <AssignedUnit one={one} />}
      <CaseLine one={one} />
    </div>
  );
}

function Fact({ word, children }: { word: string; children: ReactNode }): JSX.Element {
  return (
    <>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </>
  );
}
