// What is inside an open case: what and where, what may be done with it, who is on it, and its line from found to closed. Loaded with the first case.

import type { CaseState } from '@onescreen/shared/cases';
import { isAssigned, isEnded, isFiled, remaining } from '@onescreen/shared/cases';
import { agencyById, caseTypeByCode } from '@onescreen/shared/catalogue';
import { lineage } from '@onescreen/shared/geography';
import type { CaseId } from '@onescreen/shared/ids';
import { unreachable } from '@onescreen/shared/unreachable';
import type { JSX, ReactNode } from 'react';
import { formatDuration, formatMoment, formatShare } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { priorityTone } from '../marks/grades.ts';
import { useRun } from '../store/index.ts';
import { AssignedUnits } from './AssignedUnits.tsx';
import { ActionBar } from './acting/ActionBar.tsx';
import { CaseChips } from './CaseChips.tsx';
import { CaseLine } from './CaseLine.tsx';
import { ClockRing } from './ClockRing.tsx';
import { isPersonal } from './caseFacts.ts';
import { priorityOf, usedShare } from './order.ts';
import { PersonalRecord } from './PersonalRecord.tsx';
import { ProofOfClosure } from './ProofOfClosure.tsx';
import { usePastCase } from './pastCase.ts';

/** The case with this id, from the state or else from the log. */
export default function OpenCase({ id }: { id: CaseId }): JSX.Element {
  const { t } = useText();
  const one = useRun((run) => run.cases.cases[id] ?? null);
  const hasRun = useRun((run) => run.info !== null);
  if (one !== null) return <Opened one={one} />;
  return hasRun ? <FromLog id={id} /> : <p className="work-empty">{t('app.loading')}</p>;
}

/** A case that ended a while ago has left the state; its log has not. */
function FromLog({ id }: { id: CaseId }): JSX.Element {
  const { t } = useText();
  const { past, retry } = usePastCase(id);
  switch (past.state) {
    case 'loading':
      return (
        <p className="work-empty" role="status" data-testid="past-loading">
          {t('past.loading')}
        </p>
      );
    case 'missing':
      return (
        <p className="work-empty" data-testid="past-missing">
          {t('past.missing')}
        </p>
      );
    case 'failed':
      return (
        <p className="work-empty" role="alert" data-testid="past-failed">
          {t('past.failed')}{' '}
          <button type="button" className="button" onClick={retry}>
            {t('app.retry')}
          </button>
        </p>
      );
    case 'ready':
      return <Opened one={past.one} isPast />;
    default:
      return unreachable(past);
  }
}

function Opened({ one, isPast = false }: { one: CaseState; isPast?: boolean }): JSX.Element {
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
      </div>
      <CaseChips one={one} />
      <ActionBar one={one} />
      {(one.status === 'closed' || one.status === 'evaluated') && <ProofOfClosure one={one} />}
      {isPersonal(one.type) && <PersonalRecord one={one} />}
      {isPast && <p className="detail-past">{t('past.from')}</p>}
      {one.status === 'suspended' && (
        <p className="detail-suspended" data-testid="suspended">
          <b>{t('course.suspendedUntil', { time: formatMoment(epochMs, one.untilTick, tick, language) })}</b>{' '}
          {t('course.plan', { plan: one.plan })}
        </p>
      )}
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
          <Fact word={t('step.filed')}>
            {t('case.due', { time: formatMoment(epochMs, one.dueTick, tick, language) })}
          </Fact>
        )}
      </dl>
      {isAssigned(one) && <AssignedUnits one={one} />}
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
