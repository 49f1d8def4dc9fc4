// Where a case is on its way round: 发现 → 派单 → 核查 → 结案, each with its time. A press opens the case.
import type { CaseState } from '@onescreen/shared/cases';
import { isFiled } from '@onescreen/shared/cases';
import type { JSX } from 'react';
import { openCase } from '../boards/openCase.ts';
import { formatMinute } from '../i18n/format.ts';
import { useLateText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { useRun, useSelection } from '../store/index.ts';
import type { LoopStep } from './loopSteps.ts';
import { loopOf } from './loopSteps.ts';

export function LoopStrip({ one }: { one: CaseState }): JSX.Element {
  const { t } = useLateText('wall');
  const { t: say } = useText();
  const isSelected = useSelection((selection) => selection.case === one.id);
  const steps = loopOf(one);
  const isStopped = steps.at(-1)?.state === 'stopped';
  return (
    <button
      type="button"
      className="loop-strip"
      aria-pressed={isSelected}
      title={t('openCase')}
      onClick={() => openCase(one.id)}
      data-testid="wall-case"
      data-case={one.id}
      data-status={one.status}
    >
      <span className="loop-strip-head">
        <b>{isFiled(one) ? one.number : one.id}</b>
        {isStopped ? (
          <span className="chip tone-grey">{say(`status.${one.status}`)}</span>
        ) : (
          <span className={`chip tone-${one.automatic ? 'green' : 'yellow'}`}>
            {t(one.automatic ? 'automatic' : 'byPeople')}
          </span>
        )}
      </span>
      <ol>
        {steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </button>
  );
}

const SIGNS: Readonly<Record<LoopStep['state'], string>> = {
  done: 'M3 8.5l3.5 3.5L13 4.5',
  running: 'M8 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
  pending: '',
  failed: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  stopped: 'M4 8h8',
};

function Step({ step: { id, state, tick } }: { step: LoopStep }): JSX.Element {
  const { t } = useLateText('wall');
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  return (
    <li className={`is-${state}`} data-testid={`wall-step-${id}`} data-state={state}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="7" />
        <path d={SIGNS[state]} />
      </svg>
      <span>{t(`steps.${id}`)}</span>
      <small>
        {tick !== null && state !== 'stopped' ? formatMinute(epochMs, tick) : '—'}
        <span className="visually-hidden">
          {' '}
          {state === 'done' ? '' : t(`steps.${state === 'pending' ? 'notYet' : state}`)}
        </span>
      </small>
    </li>
  );
}
