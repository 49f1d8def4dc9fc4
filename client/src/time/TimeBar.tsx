// The bottom of the screen: the playhead and the run's own pace on the left, the run from its first tick on the right.
import type { JSX } from 'react';
import { Suspense } from 'react';
import { ComesLate, FailsAlone } from '../app/FailsAlone.tsx';
import { useHasServer } from '../backend/useHasServer.ts';
import { formatDuration } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { useMode } from '../panels/Header.tsx';
import { useDeedRefusal } from '../people/permission.ts';
import { command, setUi, useRun, useTime } from '../store/index.ts';
import { PlayheadControls, TimeTrack } from './late.ts';
import { SPEEDS } from './speeds.ts';
import './timebar.css';

export function TimeBar(): JSX.Element {
  const { t } = useText();
  return (
    <section className="time-bar" aria-label={t('time.title')}>
      <div className="time-controls">
        <RunWords />
        <ComesLate waiting={<div className="playhead" />}>
          <PlayheadControls />
        </ComesLate>
        <PaceControls />
      </div>
      <FailsAlone>
        <Suspense fallback={<div className="track" />}>
          <TimeTrack />
        </Suspense>
      </FailsAlone>
    </section>
  );
}

function RunWords(): JSX.Element {
  const { t, name, language } = useText();
  const info = useRun((run) => run.info);
  const tick = useRun((run) => Math.floor(run.tick / 60) * 60);
  const mode = useMode();
  const hasServer = useHasServer();
  return (
    <div className="time-run">
      <b data-testid="scenario-name">{info === null ? t(`mode.${mode}`) : name(info)}</b>
      {info !== null && (
        <span>
          {t('time.elapsed', { time: formatDuration(tick, language) })} ·{' '}
          {t('time.of', { time: formatDuration(info.durationTicks, language) })}
        </span>
      )}
      {hasServer && (
        <button
          type="button"
          className="button is-small"
          onClick={() => setUi({ dialog: 'scenarios', offeredScenario: null })}
          data-testid="open-scenarios"
        >
          {t('time.scenarios')}
        </button>
      )}
      <button
        type="button"
        className="button is-small"
        onClick={() => setUi({ dialog: 'keys' })}
        aria-label={t('time.keys')}
        title={t('time.keys')}
      >
        ?
      </button>
    </div>
  );
}

/** Why the viewer may not set the pace; null when they may. */
function usePaceRefusal(): string | null {
  const { t, name } = useText();
  const refusal = useDeedRefusal('pace', null);
  const hasSimulator = useRun(
    (run) => run.status !== null && run.status.pace !== null && run.status.state !== 'stalled',
  );
  if (refusal !== null) return name(refusal);
  return hasSimulator ? null : t('time.noSimulator');
}

function PaceControls(): JSX.Element | null {
  const { t } = useText();
  const pace = useRun((run) => run.status?.pace ?? null);
  const isFollowing = useTime((time) => time.place === 'following');
  const refusal = usePaceRefusal();
  const speed = pace?.speed ?? 0;
  const isPaused = pace?.paused ?? false;
  const setPace = (change: { speed?: number; paused?: boolean }): void =>
    void command({ kind: 'pace', speed: speed || 1, paused: isPaused, ...change });
  const common = { disabled: refusal !== null, title: refusal ?? undefined };
  if (pace === null && !isFollowing) return null;
  return (
    <fieldset className="time-pace" aria-label={t('time.runPace')}>
      <span className="time-label" aria-hidden="true">
        {t('time.runPace')}
      </span>
      <button
        type="button"
        className="button time-pause"
        {...common}
        onClick={() => setPace({ paused: !isPaused })}
        aria-label={t(isPaused ? 'time.resume' : 'time.pause')}
        data-testid="pause"
      >
        <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
          <path d={isPaused ? 'M3 1l11 7-11 7z' : 'M3 2h4v12H3zM9 2h4v12H9z'} fill="currentColor" />
        </svg>
      </button>
      <button
        type="button"
        className="button"
        {...common}
        onClick={() => void command({ kind: 'step' })}
        data-testid="step"
      >
        {t('time.step')}
      </button>
      <fieldset className="time-speeds" aria-label={t('time.speed')}>
        {SPEEDS.map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            {...common}
            aria-pressed={one === speed}
            aria-label={t('time.speedOf', { speed: one })}
            onClick={() => setPace({ speed: one })}
            data-testid={`speed-${one}`}
          >
            {one}×
          </button>
        ))}
      </fieldset>
    </fieldset>
  );
}
