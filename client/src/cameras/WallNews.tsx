// What happened last before the ten cameras: the newest steps of their cases, so that the loop can be watched going round.
import type { CaseState, CaseStep } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { JSX } from 'react';
import { openCase } from '../boards/openCase.ts';
import { nameOf } from '../cases/caseSteps.ts';
import { actorWords } from '../i18n/actors.ts';
import { formatClock } from '../i18n/format.ts';
import { useLateText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { useRun } from '../store/index.ts';

const SHOWN = 12;
const titleOf = (step: CaseStep) =>
  step.kind === 'case.checked' ? (step.pass ? 'checkedPass' : 'checkedFail') : nameOf(step);

/** Merged frames and reminders are no step on the way. */
const QUIET: ReadonlySet<string> = new Set(['case.merged', 'case.urged', 'case.filed', 'case.accepted']);

export function WallNews({ cases }: { cases: readonly CaseState[] }): JSX.Element {
  const { t, name } = useLateText('wall');
  const { t: say } = useText();
  const info = useRun((run) => run.info);
  const news = cases
    .flatMap((one) => one.steps.filter(({ kind }) => !QUIET.has(kind)).map((step) => ({ one, step })))
    .sort((a, b) => b.step.seq - a.step.seq)
    .slice(0, SHOWN);
  return (
    <section className="wall-news" aria-label={t('news')}>
      <h3>{t('news')}</h3>
      {news.length === 0 && <p>{t('noNews')}</p>}
      <ol>
        {news.map(({ one, step }) => {
          const actor = actorWords(step.by, info);
          return (
            <li key={step.seq}>
              <button type="button" onClick={() => openCase(one.id)} title={t('openCase')}>
                <time>{formatClock(info?.epochMs ?? 0, step.tick)}</time>
                <b>{say(`step.${titleOf(step)}`)}</b>
                <span>{name(caseTypeByCode(one.type))}</span>
                <small>{name(actor.name)}</small>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
