// The step line of one case: each step with who or which rule, when, how long against its limit, and the evidence that justifies it.

import type { CaseState, CaseStep } from '@onescreen/shared/cases';
import { reasonText } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { JSX } from 'react';
import { actorWords } from '../i18n/actors.ts';
import { formatClock, formatDuration } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { useRun } from '../store/index.ts';
import type { LineItem, StepName } from './caseSteps.ts';
import { lineOf } from './caseSteps.ts';
import { EvidenceLine } from './EvidenceLine.tsx';
import { StepSentence } from './StepSentence.tsx';

export function CaseLine({ one }: { one: CaseState }): JSX.Element {
  const items = lineOf(one);
  return (
    <ol className="case-line">
      {items.map((item, at) => (
        <LineStep
          key={item.state === 'done' ? item.step.seq : item.name}
          one={one}
          item={item}
          before={items[at - 1]}
        />
      ))}
    </ol>
  );
}

/** Minutes that the catalogue allows for a step; null where it sets none. */
function limitMinutesOf(one: CaseState, name: StepName): number | null {
  const { limitMinutes } = caseTypeByCode(one.type);
  if (name === 'accepted') return limitMinutes.accept;
  if (name === 'dispatched') return limitMinutes.dispatch;
  if (name === 'handled') return limitMinutes.handle;
  if (name === 'checked') return limitMinutes.verify;
  return null;
}

interface StepProps {
  one: CaseState;
  item: LineItem;
  before: LineItem | undefined;
}

function LineStep({ one, item, before }: StepProps): JSX.Element {
  const { t } = useText();
  const tick = useRun((run) => (item.state === 'running' ? run.tick : 0));
  const sinceTick = before?.state === 'done' ? before.step.tick : null;
  const isFailed =
    item.state === 'done' &&
    (item.step.kind === 'case.checked' || item.step.kind === 'case.inspected') &&
    !item.step.pass;
  const title =
    item.state === 'done' && item.step.kind === 'case.checked'
      ? item.step.pass
        ? 'checkedPass'
        : 'checkedFail'
      : item.name;
  const seconds =
    sinceTick === null
      ? null
      : item.state === 'done'
        ? item.step.tick - sinceTick
        : item.state === 'running'
          ? tick - sinceTick
          : null;
  return (
    <li
      className={`case-step is-${item.state} ${isFailed ? 'is-failed' : ''}`}
      data-testid={`step-${item.name}`}
      data-state={item.state}
    >
      <i className="case-dot" aria-hidden="true" />
      <p className="case-step-head">
        <b>{t(`step.${title}`)}</b>
        {item.state === 'done' ? <When step={item.step} /> : <span>{t(`case.${item.state}`)}</span>}
        {seconds !== null && <Took seconds={seconds} limitMinutes={limitMinutesOf(one, item.name)} />}
      </p>
      {item.state === 'done' && <Why step={item.step} />}
    </li>
  );
}

function When({ step }: { step: CaseStep }): JSX.Element {
  const { t, name } = useText();
  const info = useRun((run) => run.info);
  const actor = actorWords(step.by, info);
  const kind = actor.kind === 'rule' ? t('case.byRule') : actor.kind === 'unit' ? t('case.byUnit') : t('case.byUser');
  return (
    <>
      <time>{formatClock(info?.epochMs ?? 0, step.tick)}</time>
      <span className={`case-actor is-${actor.kind}`}>
        <small>{kind}</small> {name(actor.name)}
      </span>
    </>
  );
}

/** How long the step took, against what the catalogue allows for it. */
function Took({ seconds, limitMinutes }: { seconds: number; limitMinutes: number | null }): JSX.Element {
  const { t, language } = useText();
  const limitSeconds = limitMinutes === null ? null : limitMinutes * 60;
  const isLate = limitSeconds !== null && seconds > limitSeconds;
  return (
    <span className={`case-took ${isLate ? 'is-late tone-orange' : ''}`}>
      {t('case.took', { time: formatDuration(seconds, language) })}
      {limitSeconds !== null && ` / ${t('case.limit', { time: formatDuration(limitSeconds, language) })}`}
      {isLate && ` · ${t('case.over')}`}
    </span>
  );
}

/** What the step itself says beyond who and when, then why, then its evidence. */
function Why({ step }: { step: CaseStep }): JSX.Element {
  const { name } = useText();
  return (
    <div className="case-why">
      <StepSentence step={step} />
      {step.reason !== undefined && <p>{name(reasonText(step.reason))}</p>}
      {step.evidence?.map((one) => (
        <EvidenceLine key={one.id} evidence={one} />
      ))}
    </div>
  );
}
