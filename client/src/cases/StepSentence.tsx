// What a step itself says beyond who, when and why.

import type { CaseStep } from '@onescreen/shared/cases';
import { isFiled } from '@onescreen/shared/cases';
import type { RunnerUp } from '@onescreen/shared/log';
import { unreachable } from '@onescreen/shared/unreachable';
import type { JSX } from 'react';
import { actorWords } from '../i18n/actors.ts';
import { formatDistance, formatDuration, formatMoment, formatShare } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { useRun } from '../store/index.ts';

export function StepSentence({ step }: { step: CaseStep }): JSX.Element | null {
  const sentence = useStepSentence(step);
  return (
    <>
      {sentence !== null && <p>{sentence}</p>}
      {step.kind === 'case.dispatched' && step.runnersUp.length > 0 && <RunnersUp units={step.runnersUp} />}
    </>
  );
}

function useStepSentence(step: CaseStep): string | null {
  const { t, name, language } = useText();
  const info = useRun((run) => run.info);
  const other = useRun((run) => (step.kind === 'case.joined' ? run.cases.cases[step.into] : undefined));
  const moment = (tick: number): string => formatMoment(info?.epochMs ?? 0, tick, step.tick, language);
  const unit = (id: string): string => name(actorWords(`unit:${id}`, info).name);
  switch (step.kind) {
    case 'case.discovered':
      return t('case.confidence', { percent: formatShare(step.confidence, 1, language) });
    case 'case.filed':
      return `${step.number} · ${t('case.due', { time: moment(step.dueTick) })}`;
    case 'case.dispatched': {
      const distance = t('case.distance', { distance: formatDistance(step.distanceMetres, language) });
      const minutes = t('course.minutes', { time: formatDuration(step.travelSeconds, language) });
      return `${unit(step.unit)} · ${distance} · ${minutes}`;
    }
    case 'case.supported':
      return `${unit(step.unit)} · ${t('case.distance', { distance: formatDistance(step.distanceMetres, language) })}`;
    case 'case.returned':
    case 'case.withdrawn':
      return unit(step.unit);
    case 'case.checked':
      return t(`case.means.${step.means}`);
    case 'case.escalated':
      return t(`case.toLevel.${step.to}`);
    case 'case.urged':
      return t('case.urged', { percent: step.percent });
    case 'case.extended':
    case 'case.resumed':
    case 'case.reworked':
    case 'case.reopened':
      return t('course.due', { time: moment(step.dueTick) });
    case 'case.suspended':
      return `${t('course.suspendedUntil', { time: moment(step.untilTick) })} · ${t('course.plan', { plan: step.plan })}`;
    case 'case.joined':
      return t('course.into', { number: other !== undefined && isFiled(other) ? other.number : step.into });
    case 'case.ruled':
      return t('course.ruledBy', { level: t(`level.${step.level}`), ruling: t(`act.rulings.${step.ruling}`) });
    case 'case.confirmed':
      return t('course.confirmedBy', { level: t(`level.${step.level}`) });
    case 'case.inspected':
      return t(step.pass ? 'course.inspectedPass' : 'course.inspectedFail');
    case 'case.included':
      return `${t('course.incident')} ${step.incident}`;
    case 'case.closed':
      return t(step.automatic ? 'course.automaticClose' : 'course.personClose');
    case 'case.evaluated':
      return t(`course.answer.${step.answer}`);
    case 'case.accepted':
    case 'case.rejected':
    case 'case.merged':
    case 'case.contacted':
    case 'case.taken':
    case 'case.released':
    case 'case.arrived':
    case 'case.handled':
    case 'case.voided':
      return null;
    default:
      return unreachable(step);
  }
}

/** Who else could have gone, as the policy compared them then. */
function RunnersUp({ units }: { units: readonly RunnerUp[] }): JSX.Element {
  const { t, name, language } = useText();
  const info = useRun((run) => run.info);
  return (
    <details className="runners-up">
      <summary>{t('case.runnersUp', { n: units.length })}</summary>
      <ol>
        {units.map((one) => (
          <li key={one.unit}>
            {name(actorWords(`unit:${one.unit}`, info).name)} · {formatDistance(one.distanceMetres, language)} ·{' '}
            {t('course.minutes', { time: formatDuration(one.travelSeconds, language) })}
          </li>
        ))}
      </ol>
    </details>
  );
}
